/** Whether a change loosens a rule, and when a loosening takes effect. */
import { hasAllowance } from './allowance'
import { isSameTarget } from './coverage'
import { closedMinutesOfWeek, hoursAt, isHours } from './hours'
import { DAY_MS, HOUR_MS } from '../time/local-time'
import { type Calendar, dayStartAfter, LEAST_BETWEEN_MS } from './ration'
import { type Allowance, type Bound, type Rule, STRICTNESS, type Target } from './rule'

/**
 * Whether a target includes all of another one. An owner's sites are fixed when it is named, so they can
 * differ.
 */
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

function opensMore(before: Bound, after: Bound, dayStartHour: number): boolean {
  if (isHours(before) && isHours(after)) {
    const closedAfter = closedMinutesOfWeek(after, dayStartHour)
    return closedMinutesOfWeek(before, dayStartHour).some(
      (isClosed, minute) => isClosed && !closedAfter[minute],
    )
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

/** Whether the new rule lets through anything that the old one does not; null stands for a deleted rule. */
export function loosens(before: Rule, after: Rule | null, dayStartHour: number): boolean {
  if (!before.isOn) return false
  if (after === null || !after.isOn) return true
  return (
    !hasAll(after.targets, before.targets) ||
    !hasAll(before.except, after.except) ||
    isGentler(before, after) ||
    opensMore(before.bound, after.bound, dayStartHour)
  )
}

/** A loosening takes effect at the first day start that is at least this far away. */
const LEAST_WAIT_MS = 12 * HOUR_MS
const WEEK_MS = 7 * DAY_MS

/**
 * When the closed hours of these rules that are running at an instant end; the instant itself if none are.
 */
export function endOfRunning(rules: readonly Rule[], at: number, calendar: Calendar): number {
  const ends = rules.map(({ bound, isOn }) => {
    if (!isOn || !isHours(bound)) return at
    const { isClosed, changesAt } = hoursAt(bound, at, calendar)
    return isClosed && changesAt !== Infinity ? changesAt : at
  })
  return Math.max(at, ...ends)
}

/**
 * When a loosening made now takes effect: at a day start at least 12 hours away, and never inside closed
 * hours.
 */
export function holdsFrom(at: number, rules: readonly Rule[], calendar: Calendar): number {
  const first = dayStartAfter(at, LEAST_WAIT_MS, calendar)
  for (let from = first; from < first + WEEK_MS;) {
    const end = endOfRunning(rules, from, calendar)
    if (end === from) return from
    from = end
  }
  // Together, the rules are always closed.
  return first
}

/**
 * When a rule that was weakened at `from` becomes as strict as before again, unless the person confirms it.
 */
export const healsAt = (from: number, calendar: Calendar): number =>
  dayStartAfter(from, LEAST_BETWEEN_MS, calendar)
