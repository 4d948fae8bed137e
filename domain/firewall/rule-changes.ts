/**
 * How a stored rule changes over time:
 *
 *   tighter ──► in force at once
 *   looser  ──► next ──(its day)──► in force ──(the day after)──► as strict as before, unless it is confirmed
 */
import { focusNow, isFocus } from './focus'
import { healsAt, holdsFrom, loosens } from './loosening'
import type { Calendar } from './ration'
import type { Rule, StoredRule } from './rule'

/** The stored rule at an instant, with every due change applied; null once it is deleted, or a focus hour is over. */
export function settled(before: StoredRule, at: number, calendar: Calendar): StoredRule | null {
  const { bound } = before.rule
  const stored = isFocus(bound) ? focusNow(before, bound, at) : before
  if (stored === null) return null
  const { next, heals, rule } = stored
  const nextAt = next?.from ?? Infinity
  const healAt = heals?.at ?? Infinity
  if (Math.min(nextAt, healAt) > at) return stored
  if (healAt <= nextAt && heals) {
    // A rule that is not looser than the one before may stay.
    const healed = loosens(heals.value, rule, calendar.dayStartHour) ? heals.value : rule
    return settled({ ...stored, rule: healed, heals: null }, at, calendar)
  }
  if (!next?.value) return null
  // If a stricter rule is already due to return, that one returns.
  const stricter = heals?.value ?? rule
  const healing = { value: stricter, at: healsAt(next.from, calendar), since: next.from }
  return settled({ ...stored, rule: next.value, next: null, heals: healing }, at, calendar)
}

/** If the clock is set back to before a loosening took effect, the loosening waits again. */
export function ruleSetBack(stored: StoredRule, at: number): StoredRule {
  const { heals, rule } = stored
  if (!heals || at >= heals.since) return stored
  return { ...stored, rule: heals.value, next: { value: rule, from: heals.since }, heals: null }
}

/** Applies the rule that the person wants, or deletes the rule (null), as soon as it may take effect. */
export function changed(
  stored: StoredRule,
  wanted: Rule | null,
  at: number,
  calendar: Calendar,
): StoredRule | null {
  if (loosens(stored.rule, wanted, calendar.dayStartHour))
    return { ...stored, next: { value: wanted, from: holdsFrom(at, [stored.rule], calendar) } }
  if (wanted === null) return null
  const isHealed = stored.heals !== null && !loosens(stored.heals.value, wanted, calendar.dayStartHour)
  return { ...stored, rule: wanted, next: null, heals: isHealed ? null : stored.heals }
}

/** Cancels the loosening that waits. */
export const withoutNext = (stored: StoredRule): StoredRule => ({ ...stored, next: null })

/** Keeps the weaker rule for good. */
export const confirmed = (stored: StoredRule): StoredRule => ({ ...stored, heals: null })
