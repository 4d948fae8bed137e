import { locale, t } from '../../platform/i18n'
import { whole } from '../figure/format'

const FORMS = { zero: 'other', one: 'one', two: 'two', few: 'few', many: 'other', other: 'other' } as const

/** `4th visit today`, `4. Besuch heute`. */
export const nthVisit = (number: number): string => {
  const form = FORMS[new Intl.PluralRules(locale(), { type: 'ordinal' }).select(number)]
  return t(`nth_visit_${form}`, whole(number))
}
