/**
 * Visits to feeds and video that began within 5 minutes of leaving an AI tool, whatever came in between. A visit is
 * as everywhere: time on one surface with gaps of at most 5 minutes, so going back to a feed that was open just
 * before is no new one.
 */
import { eachStretch } from '../record/history'
import { isWithinVisit, VISIT_GAP_MS } from '../record/visit'
import type { SurfaceProfile } from '../surface/surface-book'
import { DAY_MS, type Day, MINUTE_MS } from '../time/local-time'
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

/** A stretch of attention in an AI tool or a feed; epoch ms beside the local start. */
interface Passage {
  profile: SurfaceProfile
  device: string
  day: number
  localMs: number
  start: number
  end: number
}

const inOrder = (a: Passage, b: Passage): number =>
  a.start - b.start || a.end - b.end || (a.profile.surface < b.profile.surface ? -1 : 1)

/** The passages of a period and of the minutes before it, by device. */
function passagesIn({ extent, history, valuing }: Scope): Map<string, Passage[]> {
  const { dayStartHour, profileOf } = valuing
  const withBefore = { ...extent, from: extent.from - Math.max(AFTER_AI_MS, VISIT_GAP_MS) }
  const byDevice = new Map<string, Passage[]>()
  eachStretch(history, withBefore, dayStartHour, (surface, day, localMs, until, device, offsetMs) => {
    const profile = profileOf(surface)
    if (profile.kind !== 'ai' && !isFeed(profile.kind)) return
    const [start, end] = [localMs - offsetMs, until - offsetMs]
    const own = byDevice.get(device) ?? []
    if (own.length === 0) byDevice.set(device, own)
    own.push({ profile, device, day, localMs, start, end })
  })
  return byDevice
}

/** The visits of one device; `fromMs` is the local start of the period. */
function visitsAfterAi(passages: readonly Passage[], fromMs: number): FeedAfterAi[] {
  const found: FeedAfterAi[] = []
  const visits = new Map<SurfaceProfile, { lastEnd: number; counted: FeedAfterAi | null }>()
  let left: Passage | null = null
  for (const passage of passages.toSorted(inOrder)) {
    const { profile, start, end, localMs } = passage
    if (profile.kind === 'ai') {
      left = passage
      continue
    }
    const before = visits.get(profile)
    const goesOn = before !== undefined && isWithinVisit(before.lastEnd, start)
    const isAfterAi = left !== null && start >= left.end && start - left.end <= AFTER_AI_MS
    let counted = goesOn ? before.counted : null
    if (!goesOn && left && isAfterAi && localMs >= fromMs) {
      const day = new Date(passage.day * DAY_MS).toISOString().slice(0, 10)
      counted = { day, localMs, from: left.profile, to: profile, timeMs: 0 }
      found.push(counted)
    }
    if (counted) counted.timeMs += end - start
    visits.set(profile, { lastEnd: end, counted })
  }
  return found
}

/** The visits of a period to feeds and video that came from an AI tool, in order of local time. */
export const feedsAfterAi = (scope: Scope): FeedAfterAi[] =>
  [...passagesIn(scope).values()]
    .flatMap((passages) => visitsAfterAi(passages, scope.extent.from))
    .sort((a, b) => a.localMs - b.localMs)
