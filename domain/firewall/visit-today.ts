/** Which visit of today a pause stands before, and what the earlier ones took. */
import { targetAt } from './coverage'
import type { GuardView } from './judge-page'
import type { WallOfTab } from './guard-memory'
import type { Rule } from './rule'
import { spansOfDay } from '../record/clip-days'
import type { Span } from '../record/span'
import { isWithinVisit } from '../record/visit'
import { siteOf } from '../surface/surface'
import { costMinorOf } from '../value/valuation'

export interface VisitToday {
  /** From 1; the visit that the pause stands before is counted. */
  number: number
  /** Attention of today, ms. */
  ms: number
  /** Fractional minor units of `currency`; null without a rate. */
  amountMinor: number | null
  currency: string | null
}

/** A page that was there for less was turned back from, on its way to the wall. */
const LEAST_VISIT_MS = 2000

/** The part of the site that the wall is about; the whole site if the rule names it. */
const placeOf = (rule: Rule, surface: string): Rule => {
  const site = siteOf(surface)
  const isWhole = rule.targets.some((target) => target.type === 'site' && target.site === site)
  return { ...rule, targets: [targetAt({ site, surface: isWhole ? site : surface })], except: [] }
}

/** Spans with gaps of at most five minutes are one visit. */
function visitsIn(spans: readonly Span[]): Span[][] {
  const visits: Span[][] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = visits.at(-1)
    if (last && isWithinVisit(last.at(-1)?.end, span.start)) last.push(span)
    else visits.push([span])
  }
  return visits
}

const msOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** `spans` are those recorded on the days of today. */
export function visitToday(
  { firewall, coverage }: Pick<GuardView, 'firewall' | 'coverage'>,
  rule: Rule,
  { surface, since }: Pick<WallOfTab, 'surface' | 'since'>,
  spans: readonly Span[],
): VisitToday {
  const { calendar, terms, currency } = firewall
  const place = placeOf(rule, surface)
  const own = spansOfDay(spans, terms.ration.day, calendar.dayStartHour).filter((span) =>
    coverage.covers(place, span.surface),
  )
  const visits = visitsIn(own).filter((visit) => msOf(visit) >= LEAST_VISIT_MS)
  // A rule that was set a moment ago stands before a visit that is counted already.
  const goesOn = isWithinVisit(visits.at(-1)?.at(-1)?.end, since)
  const costs = visits.flat().flatMap((span) => costMinorOf(span, terms.priceAt) ?? [])
  return {
    number: visits.length + (goesOn ? 0 : 1),
    ms: msOf(visits.flat()),
    amountMinor: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
    currency,
  }
}
