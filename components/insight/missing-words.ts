import type { Missing, When } from '../../domain/insight/finding'
import { type MessageKey, t } from '../../platform/i18n'
import { whole } from '../figure/format'
import { shortDay } from '../figure/numbers'
import { tn } from '../figure/plural'

/** When it will be there; empty where what is missing says so itself. */
export function whenWords(when: When): string {
  switch (when.by) {
    case 'days':
      return tn('insight_when_days', when.days)
    case 'answers':
      return tn('insight_when_answers', when.days)
    case 'day':
      return t('insight_when_day', shortDay(when.day))
    case 'later':
      return t('insight_when_later', shortDay(when.day))
    case 'enough':
      return t('insight_when_enough')
    case 'over':
      return t('insight_when_over')
    case 'longer':
      return t('insight_when_longer')
    case 'setting':
      return ''
  }
}

/** What is missing, by the name of a message, and when it will be there. */
export const missingIn = (key: MessageKey, { need, have, when }: Missing): string =>
  `${t(key, whole(need), whole(have))} ${whenWords(when)}`.trim()

/** What a card is missing and when it will be there. */
export const missingWords = (missing: Missing): string =>
  missingIn(`insight_lacks_${missing.lacks}` as MessageKey, missing)
