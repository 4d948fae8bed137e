/** The largest changes against the period before, without the noise. */
import type { Kind } from '../surface/kind'
import { HOUR_MS, MINUTE_MS } from '../time/local-time'
import type { Line, Statement } from './statement'
import type { SurfaceProfile } from '../surface/surface-book'

export type Subject = { type: 'kind'; kind: Kind } | { type: 'surface'; profile: SurfaceProfile }

export interface Change {
  subject: Subject
  /** Time in ms, or net in minor units. */
  of: 'time' | 'net'
  now: number
  before: number
}

/** Changes in time below this, or below a fiftieth of all time, are left out. */
const LEAST_MS = 15 * MINUTE_MS
const LEAST_PART = 0.02

/** Changes below a fifth of the earlier figure are normal variation. */
const LEAST_CHANGE = 0.2

/** Changes in net below the cost of this much time are left out. */
const LEAST_NET_MS = HOUR_MS / 2

const MOST_OF_EACH = 2

interface Pair {
  subject: Subject
  now: Line | null
  before: Line | null
}

const keyOf = (subject: Subject): string => (subject.type === 'kind' ? subject.kind : subject.profile.surface)

/** The lines of both statements, side by side. */
function pairs(now: Statement, before: Statement): Pair[] {
  const subjects = ({ kinds, surfaces }: Statement) => [
    ...kinds.map((line) => ({ subject: { type: 'kind', kind: line.kind } as Subject, line })),
    ...surfaces.map((line) => ({ subject: { type: 'surface', profile: line.profile } as Subject, line })),
  ]
  const found = new Map<string, Pair>()
  for (const { subject, line } of subjects(now))
    found.set(keyOf(subject), { subject, now: line, before: null })
  for (const { subject, line } of subjects(before)) {
    const pair = found.get(keyOf(subject)) ?? { subject, now: null, before: null }
    found.set(keyOf(subject), { ...pair, before: line })
  }
  return [...found.values()]
}

const sizeOf = ({ now, before }: Change): number => Math.abs(now - before)

/** Whether a kind changed exactly as one of its surfaces did; then only the surface is shown. */
const isOneSurface = (change: Change, all: readonly Change[]): boolean =>
  change.subject.type === 'kind' &&
  all.some(
    ({ subject, of, now, before }) =>
      subject.type === 'surface' && of === change.of && now === change.now && before === change.before,
  )

/** The largest increases, then the largest decreases, of kinds and surfaces together. */
function largest(all: readonly Change[]): Change[] {
  const shown = all.filter((change) => !isOneSurface(change, all))
  return [true, false].flatMap((rose) =>
    shown
      .filter(({ now, before }) => now > before === rose)
      .sort((a, b) => sizeOf(b) - sizeOf(a))
      .slice(0, MOST_OF_EACH),
  )
}

/** The average cost of an hour of attention; 0 if no time has a price. */
const hourCost = ({ total: { money, timeMs } }: Statement): number =>
  money && timeMs > 0 ? (money.costMinor * HOUR_MS) / timeMs : 0

/**
 * The largest increases and decreases in time, then in net, at most two of each. There are none if either
 * period is empty: against an empty one, everything would be new.
 */
export function changesBetween(now: Statement, before: Statement): Change[] {
  if (before.total.timeMs === 0 || now.total.timeMs === 0) return []
  const all = pairs(now, before)
  const leastMs = Math.max(LEAST_MS, LEAST_PART * Math.max(now.total.timeMs, before.total.timeMs))
  const times = all
    .map((pair): Change => ({
      subject: pair.subject,
      of: 'time',
      now: pair.now?.timeMs ?? 0,
      before: pair.before?.timeMs ?? 0,
    }))
    .filter((change) => sizeOf(change) >= leastMs && sizeOf(change) >= LEAST_CHANGE * change.before)

  const leastMinor = (Math.max(leastMs, LEAST_NET_MS) / HOUR_MS) * Math.max(hourCost(now), hourCost(before))
  const nets = all
    .filter((pair) => pair.now?.money || pair.before?.money)
    .map((pair): Change => ({
      subject: pair.subject,
      of: 'net',
      now: pair.now?.money?.netMinor ?? 0,
      before: pair.before?.money?.netMinor ?? 0,
    }))
    .filter(
      (change) =>
        leastMinor > 0 &&
        sizeOf(change) >= leastMinor &&
        sizeOf(change) >= LEAST_CHANGE * Math.abs(change.before),
    )
  return [...largest(times), ...largest(nets)]
}
