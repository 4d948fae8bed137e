import type { Nights, WeekdayNights } from '../../domain/insight/nights'
import { WIND_DOWN_MINUTES } from '../../domain/insight/night-cutoff'
import { SLEEP_STUDIES } from '../../domain/insight/sleep-studies'
import { MINUTE_MS } from '../../domain/time/local-time'
import { locale, type MessageKey, t } from '../../platform/i18n'
import { duration, listed, whole } from '../figure/format'
import { shortDay } from '../figure/numbers'
import { clockTime } from '../rule/clock-words'
import { type NameOf, targetsText } from '../rule/rule-sentence'
import type { FindingWords } from './finding-sentence'

/** More weekdays than this make no sentence. */
const MOST_WEEKDAYS = 3

const weekdaysListed = (weekdays: readonly WeekdayNights[]): string =>
  listed(weekdays.map(({ weekday }) => t(`insight_nights_weekday_${weekday}` as MessageKey)))

const asSentence = (text: string): string => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1)

/** `Fridays hold; Saturdays run over by 41 min on average.` Empty if no weekday stands out. */
function weekdayWords({ weekdays }: Nights): string {
  const [worst] = weekdays.toSorted((a, b) => b.meanPastMs - a.meanPastMs)
  if (!worst || worst.meanPastMs < MINUTE_MS) return ''
  const held = weekdays.filter(({ kept, of }) => kept === of)
  const over = [weekdaysListed([worst]), duration(worst.meanPastMs)] as const
  const hasHeld = held.length > 0 && held.length <= MOST_WEEKDAYS
  return asSentence(
    hasHeld
      ? t('insight_nights_held_over', weekdaysListed(held), ...over)
      : t('insight_nights_over', ...over),
  )
}

function keptWords({ rule, minute }: Nights, count: string): string {
  if (minute === null) return t('insight_nights_kept', count)
  return rule
    ? t('insight_nights_kept_at', clockTime(minute), count)
    : t('insight_nights_kept_suggested', clockTime(minute), whole(WIND_DOWN_MINUTES), count)
}

/** `You stopped at 10:30 PM on 18 of 27 nights. Fridays hold; Saturdays run over by 41 min on average.` */
export function nightsWords(nights: Nights): FindingWords {
  const count = t('insight_nights_count', whole(nights.kept), whole(nights.of))
  const sentences = [keptWords(nights, count), weekdayWords(nights)]
  return { text: sentences.filter(Boolean).join(' '), strong: [count] }
}

/** Whether sleep is estimated, and the first day on which a study of it was read. */
export function sleepBasis(bedtime: number | null): string {
  if (bedtime === null) return t('insight_nights_basis_no_sleep')
  const [checked = ''] = SLEEP_STUDIES.map((study) => study.checked).toSorted()
  return t('insight_nights_basis_sleep', shortDay(checked))
}

/** What counted: the pages of the rule, or those of a suggested cutoff. */
export const nightsBasis = ({ rule }: Pick<Nights, 'rule'>, nameOf: NameOf): string =>
  rule
    ? t('insight_nights_basis_rule', targetsText(rule, nameOf))
    : t('insight_nights_basis_bedtime', whole(WIND_DOWN_MINUTES))
