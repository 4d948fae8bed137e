/**
 * How a stored rule changes in the course of time:
 *
 *   tighter ──► holds at once
 *   looser  ──► next ──(its day)──► holds ──(the day after)──► what it was before, unless it is confirmed
 */
import { healsAt, holdsFrom, loosens } from './loosening'
import type { Calendar } from './ration'
import type { Rule, StoredRule } from './rule'

/** The rule as it stands at an instant; null once it is gone. */
export function settled(stored: StoredRule, at: number, calendar: Calendar): StoredRule | null {
  const { next, heals, rule } = stored
  const nextAt = next?.from ?? Infinity
  const healAt = heals?.at ?? Infinity
  if (Math.min(nextAt, healAt) > at) return stored
  if (healAt <= nextAt && heals) {
    // What is nowhere looser than the rule before may stay.
    const healed = loosens(heals.value, rule) ? heals.value : rule
    return settled({ ...stored, rule: healed, heals: null }, at, calendar)
  }
  if (!next?.value) return null
  // What was to be restored stays to be restored: the strictest of the days before.
  const before = heals?.value ?? rule
  const healing = { value: before, at: healsAt(next.from, calendar), since: next.from }
  return settled({ ...stored, rule: next.value, next: null, heals: healing }, at, calendar)
}

/** After a clock was set back to before a loosening had come, it has still to come. */
export function ruleSetBack(stored: StoredRule, at: number): StoredRule {
  const { heals, rule } = stored
  if (!heals || at >= heals.since) return stored
  return { ...stored, rule: heals.value, next: { value: rule, from: heals.since }, heals: null }
}

/** What becomes of a stored rule when the person wants it to be another one, or gone (null). */
export function changed(
  stored: StoredRule,
  wanted: Rule | null,
  at: number,
  calendar: Calendar,
): StoredRule | null {
  if (loosens(stored.rule, wanted))
    return { ...stored, next: { value: wanted, from: holdsFrom(at, [stored.rule], calendar) } }
  if (wanted === null) return null
  const isHealed = stored.heals !== null && !loosens(stored.heals.value, wanted)
  return { ...stored, rule: wanted, next: null, heals: isHealed ? null : stored.heals }
}

/** The loosening that has still to come is taken back. */
export const withoutNext = (stored: StoredRule): StoredRule => ({ ...stored, next: null })

/** The weaker rule stays as it is. */
export const confirmed = (stored: StoredRule): StoredRule => ({ ...stored, heals: null })
