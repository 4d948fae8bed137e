/** Time on the parts of platforms that their recommendations fill. */
import { totalsWithin } from '../record/day-total'
import { eachStretch, type History } from '../record/history'
import type { Valuing } from '../statement/tally'
import { catalogKind } from '../surface/surface-rules'
import { dayNumber } from '../time/local-time'
import { extentOf, type Period } from '../time/period'
import { FEED_GUIDES, type FeedGuide } from './data/feed-guides'
import { guideOf } from './feed-platform'

export interface FeedTime {
  /** Ms by person's day, counted from 1970-01-01. */
  days: Map<number, number>
  /** Ms by site. */
  sites: Map<string, number>
}

/** The platform whose recommendations fill a visited surface, and its site as the person counts it; null if none do. */
export function filledBy(
  visited: string,
  profileOf: Valuing['profileOf'],
): { guide: FeedGuide; site: string } | null {
  const { site, surface } = profileOf(visited)
  const guide = guideOf(site)
  // By the catalogue: what a person calls a part does not change what fills it.
  return guide?.fills.includes(catalogKind(surface)) ? { guide, site } : null
}

/** The time on the days of a period, day totals included, for each platform with a guide. */
export function feedTimes(
  history: History,
  period: Pick<Period, 'first' | 'last'>,
  { profileOf, dayStartHour }: Pick<Valuing, 'profileOf' | 'dayStartHour'>,
): Map<FeedGuide, FeedTime> {
  const times = new Map(
    FEED_GUIDES.map((guide) => [
      guide,
      { days: new Map<number, number>(), sites: new Map<string, number>() },
    ]),
  )
  const places = new Map<string, { site: string; time: FeedTime } | null>()
  const placeOf = (visited: string) => {
    const filled = filledBy(visited, profileOf)
    const time = filled && times.get(filled.guide)
    return time ? { site: filled.site, time } : null
  }
  const add = (surface: string, day: number, ms: number) => {
    let place = places.get(surface)
    if (place === undefined) {
      place = placeOf(surface)
      places.set(surface, place)
    }
    if (place === null) return
    const { site, time } = place
    time.days.set(day, (time.days.get(day) ?? 0) + ms)
    time.sites.set(site, (time.sites.get(site) ?? 0) + ms)
  }
  const extent = extentOf({ unit: 'dates', ...period }, dayStartHour)
  eachStretch(history, extent, dayStartHour, (surface, day, from, until) => add(surface, day, until - from))
  for (const { surface, day, ms } of totalsWithin(history.totals ?? [], extent, dayStartHour))
    add(surface, dayNumber(day), ms)
  return times
}

/** Ms on the days of a period. */
export function feedMsIn({ days }: FeedTime, { first, last }: Pick<Period, 'first' | 'last'>): number {
  const [from, until] = [dayNumber(first), dayNumber(last)]
  let sum = 0
  for (const [day, ms] of days) if (day >= from && day <= until) sum += ms
  return sum
}
