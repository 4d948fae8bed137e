import { HOUR_TYPES, type HourTypes } from '../../domain/value/hour-types'
import { t } from '../../platform/i18n'
import { percent } from '../figure/format'

/** `work 100 % · free 60 % · night 40 %` */
export const hourTypesText = (types: HourTypes): string =>
  HOUR_TYPES.map((type) => `${t(`hours_${type}_short`)} ${percent(types.percent[type])}`).join(' · ')
