/** Closed hours that hold whatever happens to the clock or the time zone: those that have come, and the next ones. */
import type { Interval } from '../time/interval'
import { MINUTE_MS } from '../time/local-time'
import { type DayClock, hoursAt, type HoursBound, isHours } from './hours'
import type { Rule } from './rule'

/** Closed hours that are to come. */
interface NextHours extends Interval {
  /** Whether the clock was set back since: then they come whatever the clock shows. */
  isMoved?: true
  /** The UTC offset of the time zone in which they were found, minutes. */
  offset?: number
  /**
   * Whether the same hours come sooner in a time zone further east. While the computer is there, those come instead;
   * back in the zone of these or west of it, these come too.
   */
  isSoonerInEast?: true
}

/** By rule id. */
export interface HeldHours {
  /** Until when hours that were found closed stay closed. */
  heldUntil: Readonly<Record<string, number>>
  /**
   * The next closed hours of a rule, the soonest first. There are more than one only if the clock was set back to
   * before closed hours that had not begun, or if the time zone moved east.
   */
  nextClosed: Readonly<Record<string, readonly NextHours[]>>
}

/** The held hours of one rule. */
interface Held {
  until: number
  next: readonly NextHours[]
}

/** The closed hours by the clock that begin at an instant; null if that is never, or if they never end. */
function hoursFrom(bound: HoursBound, from: number, clock: DayClock): NextHours | null {
  const until = from === Infinity ? Infinity : hoursAt(bound, from, clock).changesAt
  return until === Infinity ? null : { from, until, offset: clock.offsetAt(from) }
}

/** What the clock shows when closed hours begin, in ms; null if their time zone is not known. */
const clockOf = ({ from, offset }: NextHours): number | null =>
  offset === undefined ? null : from + offset * MINUTE_MS

/** Whether closed hours come, with the computer in a time zone of this offset. */
const comesAt = ({ isSoonerInEast, offset = Infinity }: NextHours, offsetNow: number): boolean =>
  !isSoonerInEast || offsetNow <= offset

/** When the next of these closed hours come; undefined if none do. */
export const nextHeldAt = (next: readonly NextHours[] = [], offsetNow: number): number | undefined =>
  next.find((hours) => comesAt(hours, offsetNow))?.from

/**
 * Adds the next closed hours by the clock. If they are what was known, only sooner, the time zone moved east. Whatever
 * else comes sooner is added: the clock was set back, or hours of another day part come first in the new time zone.
 */
function withNext(known: readonly NextHours[], next: NextHours, offsetNow: number): readonly NextHours[] {
  const first = known.find((hours) => comesAt(hours, offsetNow))
  if (first && first.from <= next.from) return known
  const isSooner = first && !first.isMoved && clockOf(first) === clockOf(next)
  const others = known.filter((hours) => hours !== first || !isSooner)
  return byStart([next, ...others, ...(isSooner ? [{ ...first, isSoonerInEast: true } as const] : [])])
}

const byStart = (hours: readonly NextHours[]): readonly NextHours[] =>
  hours.toSorted((a, b) => a.from - b.from)

const movedBack = ({ until, next }: Held, byMs: number): Held => ({
  until: until - byMs,
  next: next.map((one) => ({ ...one, from: one.from - byMs, until: one.until - byMs, isMoved: true })),
})

function heldOf(bound: HoursBound, before: Held, at: number, clock: DayClock): Held {
  const offsetNow = clock.offsetAt(at)
  const { isClosed, changesAt, closesAt } = hoursAt(bound, at, clock)
  const hasBegun = (hours: NextHours) => hours.from <= at && comesAt(hours, offsetNow)
  const begun = before.next.filter(hasBegun).map(({ until }) => until)
  const byClock = isClosed && changesAt !== Infinity ? changesAt : 0
  // The next hours are known while closed hours last, too: a time zone left during these must not lose them.
  const isKnown = before.next.some(({ from, offset }) => from === closesAt && offset !== undefined)
  const next = isKnown ? null : hoursFrom(bound, closesAt, clock)
  const known = before.next.filter((hours) => hours.until > at && !hasBegun(hours))
  return {
    until: Math.max(before.until, byClock, ...begun),
    next: next ? withNext(known, next, offsetNow) : known,
  }
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
  const nextClosed: Record<string, readonly NextHours[]> = {}
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
