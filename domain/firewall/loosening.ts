/** Whether a change of a rule gives more than before, and from when such a change holds. */
import { hasAllowance } from './allowance'
import { isSameTarget } from './coverage'
import { closedMinutesOfWeek, hoursAt, isHours } from './hours'
import { DAY_MS, HOUR_MS } from '../time/local-time'
import { type Calendar, dayStartAfter, LEAST_BETWEEN_MS } from './ration'
import { type Allowance, type Bound, type Rule, STRICTNESS, type Target } from './rule'

/** Whether a target names all that another one does; an owner's sites differ with the time at which it was named. */
const includes = (one: Target, other: Target): boolean =>
  isSameTarget(one, other) &&
  (one.type !== 'owner' || other.type !== 'owner' || other.sites.every((site) => one.sites.includes(site)))

const hasAll = (targets: readonly Target[], wanted: readonly Target[]): boolean =>
  wanted.every((target) => targets.some((one) => includes(one, target)))

function allowsMore(before: Allowance, after: Allowance): boolean {
  if (before.per === 'week' || after.per === 'week')
    return before.per !== 'week' || after.per !== 'week' || after.of > before.of
  return before.of.some((allowed, day) => {
    const wanted = after.of[day] ?? null
    return allowed !== null && (wanted === null || wanted > allowed)
  })
}

function opensMore(before: Bound, after: Bound): boolean {
  if (isHours(before) && isHours(after)) {
    const closedAfter = closedMinutesOfWeek(after)
    return closedMinutesOfWeek(before).some((isClosed, minute) => isClosed && !closedAfter[minute])
  }
  if (before.type !== after.type) return true
  if (before.type === 'sessions' && after.type === 'sessions')
    return after.minutes > before.minutes || after.breakMinutes < before.breakMinutes
  if (before.type === 'money' && after.type === 'money' && before.currency !== after.currency) return true
  return hasAllowance(before) && hasAllowance(after) && allowsMore(before.allowance, after.allowance)
}

const isGentler = (before: Rule, after: Rule): boolean =>
  STRICTNESS.indexOf(after.strictness) < STRICTNESS.indexOf(before.strictness) ||
  (after.strictness === 'pause' &&
    before.strictness === 'pause' &&
    after.pauseSeconds < before.pauseSeconds) ||
  (after.strictness === 'lock' && before.strictness === 'lock' && after.hasEmergency && !before.hasEmergency)

/** Whether the rule after lets anything pass that the rule before does not; null is no rule at all. */
export function loosens(before: Rule, after: Rule | null): boolean {
  if (!before.isOn) return false
  if (after === null || !after.isOn) return true
  return (
    !hasAll(after.targets, before.targets) ||
    !hasAll(before.except, after.except) ||
    isGentler(before, after) ||
    opensMore(before.bound, after.bound)
  )
}

/** A loosening waits for the first start of a day that is at least so far away. */
const LEAST_WAIT_MS = 12 * HOUR_MS
const WEEK_MS = 7 * DAY_MS

/** The end of the hours that keep any of these rules closed at an instant; the instant itself where none do. */
export function endOfRunning(rules: readonly Rule[], at: number, calendar: Calendar): number {
  const ends = rules.map(({ bound, isOn }) => {
    if (!isOn || !isHours(bound)) return at
    const { isClosed, changesAt } = hoursAt(bound, at, calendar.offsetAt)
    return isClosed && changesAt !== Infinity ? changesAt : at
  })
  return Math.max(at, ...ends)
}

/** From when a loosening holds that is made now: tomorrow, and never inside hours that are running then. */
export function holdsFrom(at: number, rules: readonly Rule[], calendar: Calendar): number {
  const first = dayStartAfter(at, LEAST_WAIT_MS, calendar)
  for (let from = first; from < first + WEEK_MS;) {
    const end = endOfRunning(rules, from, calendar)
    if (end === from) return from
    from = end
  }
  // Together they are closed for good.
  return first
}

/** When a rule that was weakened from an instant on goes back to what it was, unless the person confirms it. */
export const healsAt = (from: number, calendar: Calendar): number =>
  dayStartAfter(from, LEAST_BETWEEN_MS, calendar)
