/**
 * Turns observations into spans of attention: `step` compares the stored state with a new observation.
 *
 *            page seen, person there                    same page
 *   nothing ────────────────────────► open span ◄──────────────────┐
 *      ▲                              │   │   └────────────────────┘
 *      │   another page, none, lock,  │   │ idle: time after the last input is taken back,
 *      └── silence, restart, clock ◄──┘   └► unless it is exempt (sound, full screen), for 90 min at most
 */
import { cutByDay } from './cut-by-day'
import { type Relived, relivedAt, withOwnIds } from './relived'
import type { Interval } from '../time/interval'
import type { Kind } from '../surface/kind'
import { calendarDay, CORRECTION_MS, type OffsetAt } from '../time/local-time'
import { type Span, spanId } from './span'
import { partsWithin } from './span-parts'
import { EXEMPTION_MS, keptAfter, type StoredInterval, takeBack } from './take-back'

export interface Page {
  site: string
  surface: string
}

/** `unknown` if the browser could not be asked: whoever was there or away stays so. */
export type Presence = 'active' | 'idle' | 'locked' | 'unknown'

/** What is true at an instant (epoch ms). `page` is null if no page has the person's attention. */
export interface Observation {
  at: number
  page: Page | null
  audible: boolean
  fullscreen: boolean
  presence: Presence
}

export interface Attention {
  /** The span in progress; its `end` is the last checkpoint. */
  open: Span | null
  /** The last observation or beat. */
  lastSeenAt: number
  /** The last input before the person went idle; null while they are active. */
  lastInputAt: number | null
  runId: string
  lifeId: string
  /**
   * Whether the last observation was exempt from needing input, and the exempt intervals, newest last: those that an
   * absence seen next could still take back, a hundred at most.
   */
  exemptNow: boolean
  exempt: readonly StoredInterval[]
  /** Spans closed so recently that the first idle observation can still take them back. */
  recent: readonly Span[]
  /** Present for a day after the clock was set back. */
  relived?: Relived
  /** The last silence that nothing explains, while an absence seen next could begin in it. */
  silence?: StoredInterval
}

export interface Policy {
  device: string
  /** New at each start of the browser. */
  runId: string
  /** New at each start of the worker. */
  lifeId: string
  /** Whether an event announced the observation; if not, a change in it happened at an unknown instant. */
  announced: boolean
  idleIntervalMs: number
  /** The period of the alarm that wakes the worker, if the browser ended it, while somebody is there. */
  alarmMs: number
  offsetAt: OffsetAt
  kindOf: (surface: string) => Kind
}

export interface Step {
  state: Attention
  /** Closed spans to write; each replaces a stored span with the same id. */
  spans: Span[]
  /** Ids of closed spans that were taken back entirely. */
  dropped: string[]
  /** Whether nobody was or is there, so that there is nothing to write. */
  nothingNew: boolean
}

/** The most that a killed browser loses. A beat every 2 s costs over twice the CPU time (test/bench/RESULTS.md). */
export const BEAT_MS = 5_000
/** How often to look at least; also the shortest alarm period that browsers allow. */
export const LOOK_MS = 30_000
/** How late an alarm can be before the time up to it counts as sleep. */
export const ALARM_GRACE_MS = 5_000
/** The exempt intervals that are kept. Sound that comes and goes more often is taken back with the oldest. */
const MOST_EXEMPT = 100
const IMMERSIVE: ReadonlySet<Kind> = new Set(['video', 'games', 'learning'])

/** Whether a full-screen page of this kind needs no input. */
export const isImmersive = (kind: Kind): boolean => IMMERSIVE.has(kind)

const needsNoInput = (seen: Observation, policy: Policy): boolean =>
  seen.page !== null && (seen.audible || (seen.fullscreen && isImmersive(policy.kindOf(seen.page.surface))))

const explainedSilenceMs = (state: Attention, policy: Policy): number =>
  state.lifeId === policy.lifeId ? 3 * BEAT_MS : policy.alarmMs + ALARM_GRACE_MS

/** Whether nothing unexplained lies between the last observation and an instant. */
export const seamless = (state: Attention, at: number, policy: Policy): boolean =>
  state.runId === policy.runId &&
  at >= state.lastSeenAt &&
  at - state.lastSeenAt <= explainedSilenceMs(state, policy)

const nobodyYet = (at: number, policy: Policy): Attention => ({
  open: null,
  lastSeenAt: at,
  lastInputAt: null,
  runId: policy.runId,
  lifeId: policy.lifeId,
  exemptNow: false,
  exempt: [],
  recent: [],
})

/** The exempt intervals up to the last beat: the end of a sound is announced, so it lasted at least until then. */
export function witnessed({ exempt, exemptNow, lastSeenAt }: Attention): StoredInterval[] {
  const last = exempt.at(-1)
  return exemptNow && last ? [...exempt.slice(0, -1), [last[0], lastSeenAt]] : [...exempt]
}

function exemptIntervals(
  state: Attention,
  seen: Observation,
  unbroken: boolean,
  exemptNow: boolean,
): StoredInterval[] {
  const samePage = state.open !== null && state.open.surface === seen.page?.surface
  const stretches = unbroken ? [...state.exempt] : witnessed(state)
  const last = unbroken && state.exemptNow && (exemptNow || !samePage) ? stretches.pop() : undefined
  if (last) stretches.push([last[0], seen.at])
  else if (exemptNow) stretches.push([seen.at, seen.at])
  return stretches
}

/** How long after waking the machine is looked at first: an input that wakes it comes before. */
const WAKING_MS = 10_000

/** The last silence that nothing explains; null if an absence seen now began after it. */
function silenceAt(state: Attention, at: number, unbroken: boolean, idleMs: number): StoredInterval | null {
  if (!unbroken) return [state.lastSeenAt, at]
  return state.silence && state.silence[1] - WAKING_MS >= at - idleMs ? state.silence : null
}

/**
 * When the last input was, by the clock that `now` was read from; null while the person is active. During a silence that
 * nothing explains, such as sleep, there was none: a machine also wakes without anybody there, and the clock that counts
 * the time without input may have stood still.
 */
function lastInput(
  state: Attention,
  presence: Presence,
  now: number,
  unbroken: boolean,
  policy: Policy,
): number | null {
  if (presence === 'active') return null
  if (state.lastInputAt !== null) return state.lastInputAt
  const silence = silenceAt(state, now, unbroken, policy.idleIntervalMs)
  if (presence === 'idle') return Math.min(now - policy.idleIntervalMs, silence?.[0] ?? Infinity)
  return unbroken ? null : state.lastSeenAt
}

const withoutCorrection = (at: number, lastSeenAt: number): number =>
  lastSeenAt - at <= CORRECTION_MS ? Math.max(at, lastSeenAt) : at

/** Turns a state and a new observation into spans. `observed.at` may come from a clock that was changed. */
export function step(before: Attention | null, observed: Observation, policy: Policy): Step {
  const state = before ?? nobodyYet(observed.at, policy)
  const seen = { ...observed, at: withoutCorrection(observed.at, state.lastSeenAt) }
  const unbroken = seamless(state, seen.at, policy)
  const page = seen.presence === 'locked' ? null : seen.page
  const exemptNow = page !== null && needsNoInput(seen, policy)
  const exempt = exemptIntervals(state, { ...seen, page }, unbroken, exemptNow)

  // If the clock was set back, the state still has times of the old clock.
  const setBackMs = Math.max(0, state.lastSeenAt - seen.at)
  const oldLastInputAt = lastInput(state, seen.presence, seen.at + setBackMs, unbroken, policy)
  const lastInputAt = oldLastInputAt === null ? null : oldLastInputAt - setBackMs
  const confirmedUntil = oldLastInputAt ?? state.lastInputAt
  const kept: Interval[] =
    confirmedUntil === null ? [{ from: -Infinity, until: Infinity }] : keptAfter(confirmedUntil, exempt)

  const isMissedChange = !policy.announced && state.open?.surface !== page?.surface
  const reach = unbroken && !isMissedChange ? seen.at : state.lastSeenAt
  const stretch = state.open ? partsWithin({ ...state.open, end: reach }, kept) : []
  const relived = relivedAt(state.relived, state.lastSeenAt, seen.at)
  const parts = stretch.flatMap((part) =>
    withOwnIds(cutByDay(part, policy.offsetAt, state.lastSeenAt), relived),
  )
  // Without beats, nobody knows how long ago by the old clock the last input was.
  const isUnknown = oldLastInputAt === null || (setBackMs > 0 && !state.open)
  const correction = isUnknown ? { spans: [], dropped: [] } : takeBack(state.recent, kept)

  const present = lastInputAt === null || (exemptNow && seen.at < lastInputAt + EXEMPTION_MS)
  const last = parts.at(-1)
  const goesOn = present && unbroken && last?.end === seen.at && last.surface === page?.surface
  const closed = goesOn ? parts.slice(0, -1) : parts
  const open = goesOn ? last : page && present ? beginSpan(page, seen.at, policy) : null

  const idleSince = seen.at - policy.idleIntervalMs
  const silence = silenceAt(state, seen.at, unbroken, policy.idleIntervalMs)
  const stillDoubtful = setBackMs === 0 && lastInputAt === null && state.lastInputAt === null
  // A clock that is set back breaks the last interval, so that only one that begins now is of this clock.
  const ofThisClock = setBackMs === 0 ? exempt : exemptNow ? exempt.slice(-1) : []
  const neededFrom = lastInputAt === null ? idleSince : Math.min(open?.start ?? seen.at, idleSince)
  const spans = [...correction.spans, ...closed]
  return {
    spans,
    dropped: correction.dropped,
    nothingNew:
      before !== null &&
      // A state that keeps times of another clock would take back what is right.
      setBackMs === 0 &&
      !before.open &&
      !open &&
      spans.length + correction.dropped.length === 0 &&
      before.lastInputAt === lastInputAt,
    state: {
      open,
      lastSeenAt: seen.at,
      lastInputAt,
      runId: policy.runId,
      lifeId: policy.lifeId,
      exemptNow,
      exempt: ofThisClock.filter(([from, to]) => to >= neededFrom && from <= seen.at).slice(-MOST_EXEMPT),
      recent: stillDoubtful ? [...state.recent, ...closed].filter((span) => span.end > idleSince) : [],
      ...(relived && { relived }),
      ...(silence && setBackMs === 0 && { silence }),
    },
  }
}

const beginSpan = (page: Page, at: number, policy: Policy): Span => {
  const utcOffsetMinutes = policy.offsetAt(at)
  return {
    id: spanId(policy.device, at),
    day: calendarDay(at, utcOffsetMinutes),
    device: policy.device,
    ...page,
    start: at,
    end: at,
    utcOffsetMinutes,
    origin: 'measured',
  }
}
