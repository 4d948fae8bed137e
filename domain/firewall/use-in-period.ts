/** How much of its day or week a rule has used. */
import { type Calendar, type Ration, weekOf } from './ration'
import type { Day } from '../time/local-time'
import type { Rule } from './rule'
import { NO_AMOUNT } from './used-amount'
import { addTo, emptyRow, usageKey, useOf, type UsageRow } from './usage-row'

/** This week's use for a weekly allowance, else today's. */
export function rowsInPeriod(
  rows: readonly UsageRow[],
  { id, bound }: Rule,
  ration: Ration,
  calendar: Calendar,
): UsageRow[] {
  const isWeekly = 'allowance' in bound && bound.allowance.per === 'week'
  const first = isWeekly ? weekOf(ration, calendar).first : ration.day
  return rows.filter(({ rule, day }) => rule === id && day >= first && day <= ration.day)
}

/**
 * A row with what came first and what was carried over as on another day, for a ration that goes on under an earlier
 * date: what was so on that date itself would open the rule a second time.
 */
function asOn(row: UsageRow, other: UsageRow | undefined, { after, carriesOver }: Rule): UsageRow {
  if (!after && !carriesOver) return row
  const { firstMs: _first, carried: _carried, ...rest } = row
  return {
    ...rest,
    ...(other?.firstMs !== undefined && { firstMs: other.firstMs }),
    ...(other?.carried && { carried: other.carried }),
  }
}

/** If the clock is set back, the earlier day starts with at least the use of the later one. */
export function carriedBack(
  usage: ReadonlyMap<string, UsageRow>,
  rules: readonly Rule[],
  from: Ration & { week: Day | null },
  to: Ration,
  calendar: Calendar,
): ReadonlyMap<string, UsageRow> {
  const carried = new Map(usage)
  for (const rule of rules) {
    const rows = [...usage.values()]
    const usedBefore = useOf(rowsInPeriod(rows, rule, from, { ...calendar, week: from.week }), null)
    const { currency } = usedBefore
    const usedAfter = useOf(rowsInPeriod(rows, rule, to, calendar), currency)
    const ms = Math.max(0, usedBefore.ms - usedAfter.ms)
    const opens = Math.max(0, usedBefore.opens - usedAfter.opens)
    const amountMinor = Math.max(0, (usedBefore.amountMinor ?? 0) - (usedAfter.amountMinor ?? 0))
    const cost = amountMinor === 0 ? NO_AMOUNT : { amount: amountMinor, currency }
    const row = carried.get(usageKey({ rule: rule.id, day: to.day })) ?? emptyRow(rule.id, to.day)
    const more = ms + opens + amountMinor === 0 ? row : addTo(row, ms, cost, opens)
    const whole = asOn(more, usage.get(usageKey({ rule: rule.id, day: from.day })), rule)
    if (whole !== row) carried.set(usageKey(row), whole)
  }
  return carried
}
