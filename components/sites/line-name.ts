import { isKind } from '../../domain/surface/is-kind'
import type { Grouping, SiteLine } from '../../domain/statement/site-lines'
import { t } from '../../platform/i18n'
import { fullName, spokenName } from '../figure/full-name'

/** The name of a line in this grouping. */
export function lineName({ key, name, profile }: SiteLine, grouping: Grouping): string {
  if (grouping === 'surfaces') return fullName(profile)
  return isKind(key) && grouping === 'kinds' ? t(`kind_${key}`) : spokenName(name)
}
