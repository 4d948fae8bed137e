/** Focus hours in words. */
import type { FocusDone } from '../../domain/firewall/focused-time'
import type { FocusSum } from '../../domain/statement/focus-hours'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration, whole } from '../figure/format'
import { tn } from '../figure/plural'
import { lengthText } from '../rule/clock-words'

const HOUR_MINUTES = 60

/** `50 min, 46 of them at what you named`. */
function spentWords({ plannedMs, focusedMs }: FocusDone): string {
  const [planned, focused] = [plannedMs, focusedMs].map((ms) => Math.round(ms / MINUTE_MS)) as [
    number,
    number,
  ]
  const length = lengthText(planned)
  if (focused === 0) return t('focus_spent_none', length)
  const isLong = planned >= HOUR_MINUTES
  return t('focus_spent', length, isLong ? duration(focused * MINUTE_MS) : whole(focused))
}

/** `50 min, 46 of them at what you named; 2 visits turned away.` */
export function focusSentence(done: FocusDone): string {
  const spent = spentWords(done)
  return done.turnedAway === 0
    ? t('focus_sentence', spent)
    : t('focus_sentence_turned', spent, tn('focus_turned_away', done.turnedAway))
}

/** `3 focus hours: 1 h 52 min of 2 h 30 min at what was named, 5 visits turned away`. */
export function focusSumWords({ count, plannedMs, focusedMs, turnedAway }: FocusSum): string {
  const words = tn('focus_sum', count, duration(focusedMs), duration(plannedMs))
  return turnedAway === 0 ? words : t('focus_sum_turned', words, tn('focus_turned_away', turnedAway))
}
