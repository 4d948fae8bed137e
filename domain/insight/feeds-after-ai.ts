/**
 * Visits to feeds and video that began within 5 minutes of leaving an AI tool, whatever came in between. A visit is
 * as everywhere: time on one surface with gaps of at most 5 minutes, so going back to a feed that was open just
 * before is no new one.
 */
import { eachStretch } from '../record/history'
import { isWithinVisit, VISIT_GAP_MS } from '../record/visit'
import type { SurfaceProfile } from '../surface/surface-book'
import { type Day, MINUTE_MS, personDay } from '../time/local-time'
import { isFeed } from './ai-dividend'
import type { Scope } from './finding'

/** How soon after an AI tool a visit to a feed counts as coming from it. */
export const AFTER_AI_MS = 5 * MINUTE_MS

export interface FeedAfterAi {
  /** The person's day. */
  day: Day
  /** When it began, by the local clock: ms since the local 1970-01-01 00:00. */
  localMs: number
  from: SurfaceProfile
  to: SurfaceProfile
  timeMs: number
}

/** Stretches of one device in AI tools and feeds, in columns: a long period has too many for an object each. */
interface Passages {
  profiles: SurfaceProfile[]
  /** Epoch ms. */
  starts: number[]
  ends: number[]
  /** The local start. */
  localMs: number[]
}

/** The passages of a period and of the minutes before it, by device. */
function passagesIn({ extent, history, valuing }: Scope): Map<string, Passages> {
  const { dayStartHour, profileOf } = valuing
  const withBefore = { ...extent, from: extent.from - Math.max(AFTER_AI_MS, VISIT_GAP_MS) }
  const byDevice = new Map<string, Passages>()
  eachStretch(history, withBefore, dayStartHour, (surface, _day, from, until, device, offsetMs) => {
    const profile = profileOf(surface)
    if (profile.kind !== 'ai' && !isFeed(profile.kind)) return
    let own = byDevice.get(device)
    if (!own) byDevice.set(device, (own = { profiles: [], starts: [], ends: [], localMs: [] }))
    own.profiles.push(profile)
    own.starts.push(from - offsetMs)
    own.ends.push(until - offsetMs)
    own.localMs.push(from)
  })
  return byDevice
}

/** The places of the passages in order of time; those that were corrected after their day was sealed come late. */
function inOrder({ starts, ends, profiles }: Passages): Iterable<number> {
  if (starts.every((start, at) => at === 0 || start > (starts[at - 1] as number))) return starts.keys()
  const bySurface = (a: number, b: number) =>
    (profiles[a]?.surface ?? '') < (profiles[b]?.surface ?? '') ? -1 : 1
  return [...starts.keys()].sort(
    (a, b) =>
      (starts[a] as number) - (starts[b] as number) ||
      (ends[a] as number) - (ends[b] as number) ||
      bySurface(a, b),
  )
}

/** The visits of one device. */
function visitsAfterAi(passages: Passages, { extent, valuing }: Scope): FeedAfterAi[] {
  const found: FeedAfterAi[] = []
  /** The last visit to each feed. */
  const visits = new Map<SurfaceProfile, { lastEnd: number; counted: FeedAfterAi | null }>()
  let tool: SurfaceProfile | null = null
  let leftAt = -Infinity
  for (const at of inOrder(passages)) {
    const profile = passages.profiles[at] as SurfaceProfile
    const start = passages.starts[at] as number
    const end = passages.ends[at] as number
    const localMs = passages.localMs[at] as number
    if (profile.kind === 'ai') {
      tool = profile
      leftAt = end
      continue
    }
    const visit = visits.get(profile) ?? { lastEnd: -Infinity, counted: null }
    if (!isWithinVisit(visit.lastEnd, start)) {
      const isAfterAi = tool !== null && start >= leftAt && start - leftAt <= AFTER_AI_MS
      visit.counted =
        tool && isAfterAi && localMs >= extent.from
          ? { day: personDay(localMs, 0, valuing.dayStartHour), localMs, from: tool, to: profile, timeMs: 0 }
          : null
      if (visit.counted) found.push(visit.counted)
    }
    if (visit.counted) visit.counted.timeMs += end - start
    visit.lastEnd = end
    visits.set(profile, visit)
  }
  return found
}

/** The visits of a period to feeds and video that came from an AI tool, in order of local time. */
export const feedsAfterAi = (scope: Scope): FeedAfterAi[] =>
  [...passagesIn(scope).values()]
    .flatMap((passages) => visitsAfterAi(passages, scope))
    .sort((a, b) => a.localMs - b.localMs)
