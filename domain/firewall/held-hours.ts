/** Closed hours that hold whatever happens to the clock or the time zone: those that have come, and the next ones. */
import type { Interval } from '../time/interval'
import { type DayClock, hoursAt, type HoursBound, isHours } from './hours'
import type { Rule } from './rule'

/** Closed hours that have not begun. */
interface NextHours extends Interval {
  /** Whether the clock was set back since: then they come whatever the clock shows. */
  isMoved?: true
}

/** By rule id. */
export interface HeldHours {
  /** Until when hours that were found closed stay closed. */
  heldUntil: Readonly<Record<string, number>>
  /**
   * The next closed hours of a rule, the soonest first. There are more than one only if the clock was set back to
   * before closed hours that had not begun.
   */
  nextClosed: Readonly<Record<string, readonly NextHours[]>>
}

/** The held hours of one rule. */
interface Held {
  until: number
  next: readonly NextHours[]
}

/** The next closed hours by the clock, while the rule is open; null if it never closes. */
function nextByClock(bound: HoursBound, from: number, clock: DayClock): Interval | null {
  if (from === Infinity) return null
  const until = hoursAt(bound, from, clock).changesAt
  return until === Infinity ? null : { from, until }
}

/**
 * Adds the next closed hours by the clock. If they come sooner than what was known, the clock was set back, and what
 * was known still comes; or the time zone moved east, and the same night comes sooner.
 */
function withNext(known: readonly NextHours[], next: Interval): readonly NextHours[] {
  const [first, ...later] = known
  if (!first) return [next]
  if (first.from <= next.from) return known
  return first.isMoved ? [next, ...known] : [next, ...later]
}

const movedBack = ({ until, next }: Held, byMs: number): Held => ({
  until: until - byMs,
  next: next.map((one) => ({ from: one.from - byMs, until: one.until - byMs, isMoved: true })),
})

function heldOf(bound: HoursBound, before: Held, at: number, clock: DayClock): Held {
  const { isClosed, changesAt } = hoursAt(bound, at, clock)
  const begun = before.next.filter(({ from }) => from <= at).map(({ until }) => until)
  const byClock = isClosed && changesAt !== Infinity ? changesAt : 0
  const until = Math.max(before.until, byClock, ...begun)
  const known = before.next.filter(({ from }) => from > at)
  const next = isClosed || until > at ? null : nextByClock(bound, changesAt, clock)
  return { until, next: next ? withNext(known, next) : known }
}

/**
 * Moves the held hours of rules in force to an instant. They move along with a clock that was set back. The next
 * hours of a rule in `changed` are those of its new form.
 */
export function heldHours(
  before: HeldHours,
  rules: readonly Rule[],
  changed: ReadonlySet<string>,
  setBackMs: number,
  at: number,
  clock: DayClock,
): HeldHours {
  const heldUntil: Record<string, number> = {}
  const nextClosed: Record<string, readonly Interval[]> = {}
  for (const { id, bound, isOn } of rules) {
    if (!isOn || !isHours(bound)) continue
    const next = (changed.has(id) ? null : before.nextClosed[id]) ?? []
    const last = { until: before.heldUntil[id] ?? 0, next }
    const held = heldOf(bound, setBackMs > 0 ? movedBack(last, setBackMs) : last, at, clock)
    if (held.until > at) heldUntil[id] = held.until
    if (held.next.length > 0) nextClosed[id] = held.next
  }
  return { heldUntil, nextClosed }
}
