/** The spans of a day as visits: what is read in order of time. */
import { roundColumn } from '../value/columns'
import type { Span } from '../record/span'
import type { SurfaceProfile } from '../surface/surface-book'
import { Account, type PriceAt } from '../value/valuation'
import { isWithinVisit } from '../record/visit'

export interface DayVisit {
  profile: SurfaceProfile
  /** In order of time, all measured or all entered by hand. */
  spans: readonly Span[]
  timeMs: number
  isEntered: boolean
  /** The span in progress stands for itself: it is not closed yet, and so cannot be corrected. */
  isRunning: boolean
}

/** Groups spans in order of time; visits to several surfaces may take turns. In the order in which they began. */
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

/** What a visit is known by, as long as it has not been corrected. */
export const visitId = ({ spans, profile }: DayVisit): string => `${spans[0]?.id} ${profile.surface}`

/** What each visit cost in whole minor units that add up to the cost of all; null where no rate held. */
export function costsOf(visits: readonly DayVisit[], priceAt: PriceAt): (number | null)[] {
  const exact = visits.map(({ spans }) => {
    const account = new Account()
    for (const span of spans) account.add(span, priceAt)
    return account.cost()
  })
  const rounded = roundColumn(exact.map((cost) => cost ?? 0n))
  return exact.map((cost, row) => (cost === null ? null : (rounded[row] as number)))
}
