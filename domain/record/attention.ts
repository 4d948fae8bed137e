/**
 * What was attended to, from what was seen: `step` turns the difference between two observations into spans.
 *
 *            page seen, person there                    same page
 *   nothing ────────────────────────► open span ◄──────────────────┐
 *      ▲                              │   │   └────────────────────┘
 *      │   another page, none, lock,  │   │ idle: what came after the last input is taken back,
 *      └── silence, restart, clock ◄──┘   └► unless it was exempt (sound, full screen), for 90 min at most
 */
import { cutByDay } from './cut-by-day'
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

export type Presence = 'active' | 'idle' | 'locked'

/** What is true at an instant; epoch ms. `page` is null where nothing is attended to. */
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
  /** When the person was last there; null while they are. */
  lastInputAt: number | null
  runId: string
  lifeId: string
  /** Whether the last observation needed no input, and the stretches that did not, newest last. */
  exemptNow: boolean
  exempt: readonly StoredInterval[]
  /** Closed so lately that the first idle observation may still take them back. */
  recent: readonly Span[]
}

export interface Policy {
  device: string
  /** One for each start of the browser. */
  runId: string
  /** One for each start of the worker. */
  lifeId: string
  /** Whether an event told that something changed; else what changed did so at an unknown instant. */
  announced: boolean
  idleIntervalMs: number
  offsetAt: OffsetAt
  kindOf: (surface: string) => Kind
}

export interface Step {
  state: Attention
  /** Closed spans to write; one whose id is known already replaces it. */
  spans: Span[]
  /** Ids of closed spans that were taken back entirely. */
  dropped: string[]
  /** Nobody was there and nobody is: there is nothing to write. */
  nothingNew: boolean
}

/** What a killed browser may lose. Every two seconds would cost more than twice the processor time (test/bench/RESULTS.md). */
export const BEAT_MS = 5_000
/** The shortest period that browsers grant an alarm. */
export const ALARM_MS = 30_000
/** How late an alarm may be before the time until it counts as slept through. */
export const ALARM_GRACE_MS = 5_000
const IMMERSIVE: ReadonlySet<Kind> = new Set(['video', 'games', 'learning'])

/** Whether full screen on such a page stands in for input. */
export const isImmersive = (kind: Kind): boolean => IMMERSIVE.has(kind)

const needsNoInput = (seen: Observation, policy: Policy): boolean =>
  seen.page !== null && (seen.audible || (seen.fullscreen && isImmersive(policy.kindOf(seen.page.surface))))

const explainedSilenceMs = (state: Attention, policy: Policy): number =>
  state.lifeId === policy.lifeId ? 3 * BEAT_MS : ALARM_MS + ALARM_GRACE_MS

const seamless = (state: Attention, at: number, policy: Policy): boolean =>
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

function exemptStretches(
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

/** When the person was last there by the clock on which `now` is `now`; null while they are. */
function lastInput(state: Attention, presence: Presence, now: number, policy: Policy): number | null {
  if (presence === 'active') return null
  if (presence === 'locked' || state.lastInputAt !== null) return state.lastInputAt
  return now - policy.idleIntervalMs
}

const withoutCorrection = (at: number, lastSeenAt: number): number =>
  lastSeenAt - at <= CORRECTION_MS ? Math.max(at, lastSeenAt) : at

/** Turns what was known and what is seen now into spans. `observed.at` may come from a clock that was moved. */
export function step(before: Attention | null, observed: Observation, policy: Policy): Step {
  const state = before ?? nobodyYet(observed.at, policy)
  const seen = { ...observed, at: withoutCorrection(observed.at, state.lastSeenAt) }
  const unbroken = seamless(state, seen.at, policy)
  const page = seen.presence === 'locked' ? null : seen.page
  const exemptNow = page !== null && needsNoInput(seen, policy)
  const exempt = exemptStretches(state, { ...seen, page }, unbroken, exemptNow)

  // What is known was stamped by the old clock, if the clock was set back since.
  const setBackMs = Math.max(0, state.lastSeenAt - seen.at)
  const oldLastInputAt = lastInput(state, seen.presence, seen.at + setBackMs, policy)
  const lastInputAt = oldLastInputAt === null ? null : oldLastInputAt - setBackMs
  const confirmedUntil = oldLastInputAt ?? state.lastInputAt
  const kept: Interval[] =
    confirmedUntil === null ? [{ from: -Infinity, until: Infinity }] : keptAfter(confirmedUntil, exempt)

  const isMissedChange = !policy.announced && state.open?.surface !== page?.surface
  const reach = unbroken && !isMissedChange ? seen.at : state.lastSeenAt
  const stretch = state.open ? partsWithin({ ...state.open, end: reach }, kept) : []
  const parts = stretch.flatMap((part) => cutByDay(part, policy.offsetAt, state.lastSeenAt))
  const correction = oldLastInputAt === null ? { spans: [], dropped: [] } : takeBack(state.recent, kept)

  const present = lastInputAt === null || (exemptNow && seen.at < lastInputAt + EXEMPTION_MS)
  const last = parts.at(-1)
  const goesOn = present && unbroken && last?.end === seen.at && last.surface === page?.surface
  const closed = goesOn ? parts.slice(0, -1) : parts
  const open = goesOn ? last : page && present ? beginSpan(page, seen.at, policy) : null

  const idleSince = seen.at - policy.idleIntervalMs
  const stillDoubtful = setBackMs === 0 && lastInputAt === null && state.lastInputAt === null
  const neededFrom = Math.min(open?.start ?? seen.at, idleSince)
  const spans = [...correction.spans, ...closed]
  return {
    spans,
    dropped: correction.dropped,
    nothingNew:
      before !== null &&
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
      exempt: exempt.filter(([from, to]) => to >= neededFrom && from <= seen.at),
      recent: stillDoubtful ? [...state.recent, ...closed].filter((span) => span.end > idleSince) : [],
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

/**
 * Lengthens the open span's checkpoint between observations. Null where only a look can tell what happened:
 * nothing is open, the silence was too long, or a new day has begun.
 */
export function beat(state: Attention, at: number, policy: Policy): Attention | null {
  const { open } = state
  if (!open || !seamless(state, at, policy)) return null
  const utcOffsetMinutes = policy.offsetAt(at)
  if (utcOffsetMinutes !== open.utcOffsetMinutes || calendarDay(at, utcOffsetMinutes) !== open.day)
    return null
  return { ...state, lastSeenAt: at, open: { ...open, end: at } }
}
