/**
 * A focus hour: from its start to its end, everything but what was named is closed, except in its breaks. It is a rule
 * of its own kind, and none of it depends on a calendar or a time zone.
 */
import { clip, type Interval } from '../time/interval'
import { addDays, calendarDay, instantOf, MINUTE_MS, type OffsetAt } from '../time/local-time'
import { type Bound, PAUSE_SECONDS, type Rule, type StoredRule, type Strictness, type Target } from './rule'

export type FocusBound = Extract<Bound, { type: 'focus' }>

export const isFocus = (bound: Bound): bound is FocusBound => bound.type === 'focus'

/** Minutes. A longer one would be a rule with hours. */
export const LONGEST_FOCUS = 12 * 60

/** A focus hour that the person wants to begin now. */
export interface FocusWish {
  /** What stays open. */
  named: readonly Target[]
  strictness: Extract<Strictness, 'wall' | 'lock'>
  minutes: number
  /** When it is to end, epoch ms; then `minutes` does not count. Null for a length. */
  until: number | null
  /** Minutes of work between two breaks; null without breaks. */
  workMinutes: number | null
  /** Minutes; 0 without breaks. */
  breakMinutes: number
}

/** By this, ids of focus hours are known after their rules are gone: passes go by all of them together. */
const PREFIX = 'focus-'

export const isFocusId = (id: string): boolean => id.startsWith(PREFIX)

const isCount = (value: number, least: number): boolean =>
  Number.isInteger(value) && value >= least && value <= LONGEST_FOCUS

/** Whether a focus hour is as long as one may be: 1 minute to 12 hours. */
export const isLengthFit = (bound: Bound): boolean =>
  isFocus(bound) &&
  bound.endsAt - bound.startedAt >= MINUTE_MS &&
  bound.endsAt - bound.startedAt <= LONGEST_FOCUS * MINUTE_MS

/** What is wrong with a wish: nothing is named, its length or end, or its breaks; null if it can begin. */
export function flawOfWish(wish: FocusWish, at: number): 'named' | 'length' | 'break' | null {
  const { named, minutes, until, workMinutes, breakMinutes } = wish
  if (named.length === 0) return 'named'
  if (until === null && !isCount(minutes, 1)) return 'length'
  if (!isLengthFit(boundOf(wish, at))) return 'length'
  const isBreakFit =
    workMinutes === null ? breakMinutes === 0 : isCount(workMinutes, 1) && isCount(breakMinutes, 1)
  return isBreakFit ? null : 'break'
}

const boundOf = (
  { minutes, until, workMinutes, breakMinutes }: FocusWish,
  startedAt: number,
): FocusBound => ({
  type: 'focus',
  startedAt,
  endsAt: until ?? startedAt + minutes * MINUTE_MS,
  workMinutes,
  breakMinutes,
})

/** The rule of a focus hour that begins at an instant; `key` tells it from all others. */
export const focusRule = (wish: FocusWish, key: string, startedAt: number): Rule & { bound: FocusBound } => ({
  id: PREFIX + key,
  targets: [{ type: 'everything' }],
  except: wish.named,
  bound: boundOf(wish, startedAt),
  strictness: wish.strictness,
  pauseSeconds: PAUSE_SECONDS.usual,
  hasEmergency: true,
  isOn: true,
})

/** The next instant at which the clock shows a minute of the day, epoch ms. */
export function nextClockAt(minuteOfDay: number, at: number, offsetAt: OffsetAt): number {
  const today = calendarDay(at, offsetAt(at))
  const then = instantOf(today, minuteOfDay, offsetAt)
  return then > at ? then : instantOf(addDays(today, 1), minuteOfDay, offsetAt)
}

export interface FocusNow {
  /** Whether everything but what was named is closed now. */
  isClosed: boolean
  isBreak: boolean
  /** The next instant at which that changes, at the latest the end; Infinity after it. */
  changesAt: number
}

const OVER: FocusNow = { isClosed: false, isBreak: false, changesAt: Infinity }

/** How a focus hour stands at an instant. Before its start it stands as at its start. */
export function focusAt({ startedAt, endsAt, workMinutes, breakMinutes }: FocusBound, at: number): FocusNow {
  if (at >= endsAt) return OVER
  if (workMinutes === null || breakMinutes === 0) return { isClosed: true, isBreak: false, changesAt: endsAt }
  const workMs = workMinutes * MINUTE_MS
  const roundMs = workMs + breakMinutes * MINUTE_MS
  const since = Math.max(0, at - startedAt) % roundMs
  const isBreak = since >= workMs
  const begun = Math.max(at, startedAt) - since
  return { isClosed: !isBreak, isBreak, changesAt: Math.min(endsAt, begun + (isBreak ? roundMs : workMs)) }
}

/** The stretches of work between the breaks, the earliest first. */
export function workOf(bound: FocusBound): Interval[] {
  const stretches: Interval[] = []
  for (let at = bound.startedAt; at < bound.endsAt;) {
    const { isClosed, changesAt } = focusAt(bound, at)
    if (isClosed) stretches.push({ from: at, until: changesAt })
    at = changesAt
  }
  return stretches
}

const lengthOf = (parts: readonly Interval[]): number =>
  parts.reduce((sum, { from, until }) => sum + until - from, 0)

/** How much of an interval lies in work, ms. */
export const closedFocusMs = (bound: FocusBound, from: number, until: number): number =>
  lengthOf(workOf(bound).flatMap((work) => clip(work, { from, until }) ?? []))

const movedTo = (stored: StoredRule, bound: FocusBound, startedAt: number): StoredRule => {
  const endsAt = bound.endsAt - (bound.startedAt - startedAt)
  return { ...stored, rule: { ...stored.rule, bound: { ...bound, startedAt, endsAt } } }
}

/** Moves a focus hour along with a clock that was set back; any other rule as it is. */
export const focusSetBack = (stored: StoredRule, byMs: number): StoredRule =>
  isFocus(stored.rule.bound) ? movedTo(stored, stored.rule.bound, stored.rule.bound.startedAt - byMs) : stored

/**
 * The focus hour at an instant; null after its end. One that would begin later, such as one of a file or of a clock
 * that was set back unseen, begins now: it never lasts longer than its length.
 */
export function focusNow(stored: StoredRule, bound: FocusBound, at: number): StoredRule | null {
  if (at < bound.startedAt) return movedTo(stored, bound, at)
  return at >= bound.endsAt ? null : stored
}

/** Whether anything that one focus hour closes is open in another. Only a later end and fewer breaks close as much. */
export const opensFocus = (before: FocusBound, after: FocusBound): boolean =>
  after.startedAt !== before.startedAt ||
  after.endsAt < before.endsAt ||
  (after.workMinutes !== null &&
    (after.workMinutes !== before.workMinutes || after.breakMinutes !== before.breakMinutes))

/** The running focus hour among rules: of several, as after an import, the one that ends last; null if there is none. */
export function runningFocus<Stored extends { rule: Rule }>(
  rules: readonly Stored[],
): (Stored & { rule: Rule & { bound: FocusBound } }) | null {
  const running = rules.filter((one): one is Stored & { rule: Rule & { bound: FocusBound } } =>
    isFocus(one.rule.bound),
  )
  return running.toSorted((a, b) => b.rule.bound.endsAt - a.rule.bound.endsAt)[0] ?? null
}

/** The focus hours that have come to their end from one state to the next, with their bounds as they were. */
export const endedFocus = (before: readonly StoredRule[], after: readonly StoredRule[], at: number) =>
  before.filter(
    ({ id, rule: { bound } }) =>
      isFocus(bound) && bound.endsAt <= at && !after.some((rule) => rule.id === id),
  )
