/** Groups the spans of a day into visits. */
import { roundColumn } from '../value/columns'
import type { Span } from '../record/span'
import type { SurfaceProfile } from '../surface/surface-book'
import { type PriceAt } from '../value/hour-price'
import { Account } from '../value/valuation'
import { isWithinVisit } from '../record/visit'

export interface DayVisit {
  profile: SurfaceProfile
  /** In order of time; all or none of them were entered by hand. */
  spans: readonly Span[]
  timeMs: number
  isEntered: boolean
  /**
   * Whether it is the span in progress, which is a visit of its own: it is not closed, and so cannot be
   * corrected.
   */
  isRunning: boolean
}

/**
 * Groups spans that are in order of time. Visits to different surfaces may alternate; they are ordered by
 * their starts.
 */
export function visitsOf(
  spans: readonly Span[],
  profileOf: (surface: string) => SurfaceProfile,
  running: string | null,
): DayVisit[] {
  const visits: (DayVisit & { spans: Span[] })[] = []
  const last = new Map<string, (typeof visits)[number]>()
  for (const span of spans) {
    const profile = profileOf(span.surface)
    const isEntered = span.origin === 'entered'
    const isRunning = span.id === running
    const key = `${profile.surface} ${span.device} ${isEntered} ${isRunning}`
    const before = last.get(key)
    const goesOn = isWithinVisit(before?.spans.at(-1)?.end, span.start)
    const visit =
      before && goesOn ? before : { profile, spans: [] as Span[], timeMs: 0, isEntered, isRunning }
    if (visit !== before) visits.push(visit)
    last.set(key, visit)
    visit.spans.push(span)
    visit.timeMs += span.end - span.start
  }
  return visits
}

/** Identifies a visit, as long as it has not been corrected. */
export const visitId = ({ spans, profile }: DayVisit): string => `${spans[0]?.id} ${profile.surface}`

/** The cost of each visit in whole minor units that add up to the cost of all; null if no rate held. */
export function costsOf(visits: readonly DayVisit[], priceAt: PriceAt): (number | null)[] {
  const exact = visits.map(({ spans }) => {
    const account = new Account()
    for (const span of spans) account.add(span, priceAt)
    return account.cost()
  })
  const rounded = roundColumn(exact.map((cost) => cost ?? 0n))
  return exact.map((cost, row) => (cost === null ? null : (rounded[row] as number)))
}
