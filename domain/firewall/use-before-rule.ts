/** The use before a rule was set: a new rule also counts earlier use of today (or of this week). */
import { addTo, dayOfUse, emptyRow, type UsageRow, worthOfCount } from './usage-row'
import { comesFirst } from './comes-first'
import type { RuleScope } from './coverage'
import type { FirewallNow } from './firewall-state'
import { addDays } from '../time/local-time'
import { weekOf } from './ration'
import type { Rule } from './rule'
import { intervalOf, type Span } from '../record/span'
import { spansOfDay } from '../record/clip-days'
import { VISIT_GAP_MS, visitKey } from '../record/visit'

/** Counts the visits that began: spans on one surface with gaps of at most 5 minutes are one visit. */
function opensIn(spans: readonly Span[]): number {
  const lastEnd = new Map<string, number>()
  let opens = 0
  for (const { surface, start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start - (lastEnd.get(surface) ?? -Infinity) > VISIT_GAP_MS) opens += 1
    lastEnd.set(surface, end)
  }
  return opens
}

/** The days whose spans count for a rule: today, or the days of this week so far. */
export function daysOfUse(firewall: FirewallNow, { bound }: Rule): string[] {
  const { day } = firewall.terms.ration
  const isWeekly = 'allowance' in bound && bound.allowance.per === 'week'
  const days: string[] = []
  for (
    let one = isWeekly ? weekOf(firewall.terms.ration, firewall.calendar).first : day;
    one <= day;
    one = addDays(one, 1)
  )
    days.push(one)
  return days
}

/** Usage rows by day, from recorded spans. Sessions and focus hours start with the rule, so they have no earlier use. */
export function useBeforeRule(
  firewall: FirewallNow,
  rule: Rule,
  covers: (rule: Rule, surface: string) => boolean,
  spans: readonly Span[],
): UsageRow[] {
  if (rule.bound.type === 'sessions' || rule.bound.type === 'focus') return []
  return daysOfUse(firewall, rule).flatMap((day) => {
    const own = spansOfDay(spans, day, firewall.calendar.dayStartHour).filter(({ surface }) =>
      covers(rule, surface),
    )
    if (own.length === 0) return []
    const rows = new Map([[day, { ...emptyRow(rule.id, day), opens: opensIn(own) }]])
    for (const stretch of own) {
      const { ms, cost } = worthOfCount({ stretch, sign: 1 }, rule, firewall.terms)
      const dayOf = ms === 0 ? day : dayOfUse(rule, intervalOf(stretch), day, firewall.terms)
      rows.set(dayOf, addTo(rows.get(dayOf) ?? emptyRow(rule.id, dayOf), ms, cost))
    }
    return [...rows.values()]
  })
}

/**
 * The attention of today to what a rule wants first, ms. Only what was measured counts: time that is entered by hand or
 * imported would open the rule.
 */
export function firstBeforeRule(
  firewall: FirewallNow,
  rule: Rule,
  covers: (scope: RuleScope, surface: string) => boolean,
  spans: readonly Span[],
): number {
  const first = comesFirst(rule)
  if (first === null) return 0
  return spansOfDay(spans, firewall.terms.ration.day, firewall.calendar.dayStartHour)
    .filter(({ surface, origin }) => origin === 'measured' && covers(first, surface))
    .reduce((sum, { start, end }) => sum + end - start, 0)
}

/**
 * The end of the last attention to each surface whose visit is still going on; such a visit is already
 * counted.
 */
export function visitsUnderWay(
  rule: Rule,
  covers: (rule: Rule, surface: string) => boolean,
  spans: readonly Span[],
  at: number,
): Record<string, number> {
  const late = spans.filter(({ surface, end }) => at - end <= VISIT_GAP_MS && covers(rule, surface))
  return Object.fromEntries(late.map(({ surface, end }) => [visitKey(rule.id, surface), Math.min(at, end)]))
}
