/** What a new rule would have used already, had it been there: it counts today's earlier use, too. */
import { addTo, emptyRow, type UsageRow, worthOfCount } from './usage-row'
import type { FirewallNow } from './firewall-state'
import { addDays } from '../time/local-time'
import { weekOf } from './ration'
import type { Rule } from './rule'
import type { Span } from '../record/span'
import { spansOfDay } from '../record/clip-days'
import { VISIT_GAP_MS, visitKey } from '../record/visit'

/** How often visits began: spans on one surface with gaps of at most 5 minutes are one visit. */
function opensIn(spans: readonly Span[]): number {
  const lastEnd = new Map<string, number>()
  let opens = 0
  for (const { surface, start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start - (lastEnd.get(surface) ?? -Infinity) > VISIT_GAP_MS) opens += 1
    lastEnd.set(surface, end)
  }
  return opens
}

/** The days whose spans matter to a rule: its day, or those of its week so far. */
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

/** Rows by day from what was recorded. Sessions begin with the rule. */
export function useBeforeRule(
  firewall: FirewallNow,
  rule: Rule,
  covers: (rule: Rule, surface: string) => boolean,
  spans: readonly Span[],
): UsageRow[] {
  if (rule.bound.type === 'sessions') return []
  return daysOfUse(firewall, rule).flatMap((day) => {
    const own = spansOfDay(spans, day, firewall.calendar.dayStartHour).filter(({ surface }) =>
      covers(rule, surface),
    )
    const used = own.reduce(
      (row, stretch) => {
        const { ms, amount } = worthOfCount(
          { stretch, sign: 1 },
          rule,
          firewall.terms.priceAt,
          firewall.calendar.offsetAt,
        )
        return addTo(row, ms, amount)
      },
      emptyRow(rule.id, day),
    )
    return own.length === 0 ? [] : [{ ...used, opens: opensIn(own) }]
  })
}

/** When each surface was last attended to whose visit, counted already, still goes on. */
export function visitsUnderWay(
  rule: Rule,
  covers: (rule: Rule, surface: string) => boolean,
  spans: readonly Span[],
  at: number,
): Record<string, number> {
  const late = spans.filter(({ surface, end }) => at - end <= VISIT_GAP_MS && covers(rule, surface))
  return Object.fromEntries(late.map(({ surface, end }) => [visitKey(rule.id, surface), Math.min(at, end)]))
}
