/** Whether a change loosens a rule, and when a loosening takes effect. */
import { hasAllowance } from './allowance'
import { isSameTarget, staysOpen } from './coverage'
import { isFocus, opensFocus } from './focus'
import { closedInWeek, hoursAt, isHours } from './hours'
import { subtract } from '../time/interval'
import { DAY_MS, HOUR_MS } from '../time/local-time'
import { type Calendar, dayStartAfter, LEAST_BETWEEN_MS } from './ration'
import { type After, type Allowance, type Bound, type Rule, STRICTNESS, type Target } from './rule'

/** Whether a rule about everything covers all of a target. */
function isPartOfAll(target: Target): boolean {
  if (target.type === 'owner') return !target.sites.some(staysOpen)
  if (target.type === 'site') return !staysOpen(target.site)
  return target.type !== 'surface' || !staysOpen(target.surface)
}

/**
 * Whether a target includes all of another one. An owner's sites are fixed when it is named, so they can
 * differ.
 */
const includes = (one: Target, other: Target): boolean =>
  (one.type === 'everything' && isPartOfAll(other)) ||
  (isSameTarget(one, other) &&
    (one.type !== 'owner' || other.type !== 'owner' || other.sites.every((site) => one.sites.includes(site))))

const hasAll = (targets: readonly Target[], wanted: readonly Target[]): boolean =>
  wanted.every((target) => targets.some((one) => includes(one, target)))

/**
 * Whether exceptions let through anything of a rule that its own did not. A page has one kind: leaving out one kind takes
 * nothing from a rule about others.
 */
function exceptsMore(before: Rule, after: Rule): boolean {
  const isElsewhere = (exception: Target): boolean =>
    exception.type === 'kind' &&
    before.targets.every((target) => target.type === 'kind' && target.kind !== exception.kind)
  return after.except.some((exception) => !hasAll(before.except, [exception]) && !isElsewhere(exception))
}

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
    const closedAfter = closedInWeek(after, dayStartHour)
    return closedInWeek(before, dayStartHour).some((closed) => subtract(closed, closedAfter).length > 0)
  }
  if (before.type !== after.type) return true
  if (isFocus(before) && isFocus(after)) return opensFocus(before, after)
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

/** Whether less has to come first: nothing, fewer minutes, or other things count too. */
const wantsLess = (before: After | null, after: After | null): boolean =>
  before !== null &&
  (after === null || after.minutes < before.minutes || !hasAll(before.targets, after.targets))

/** Whether the new rule lets through anything that the old one does not; null stands for a deleted rule. */
export function loosens(before: Rule, after: Rule | null, dayStartHour: number): boolean {
  if (!before.isOn) return false
  if (after === null || !after.isOn) return true
  return (
    !hasAll(after.targets, before.targets) ||
    exceptsMore(before, after) ||
    isGentler(before, after) ||
    wantsLess(before.after ?? null, after.after ?? null) ||
    (after.carriesOver === true && before.carriesOver !== true) ||
    opensMore(before.bound, after.bound, dayStartHour)
  )
}

/** A loosening takes effect at the first day start that is at least this far away. */
const LEAST_WAIT_MS = 12 * HOUR_MS
const WEEK_MS = 7 * DAY_MS

/**
 * When the closed hours of these rules that are running at an instant end, a focus hour with its breaks; the instant
 * itself if none are.
 */
export function endOfRunning(rules: readonly Rule[], at: number, calendar: Calendar): number {
  const ends = rules.map(({ bound, isOn }) => {
    if (isOn && isFocus(bound)) return bound.endsAt
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
