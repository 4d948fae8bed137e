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
    if (ms + opens + amountMinor === 0) continue
    const cost = amountMinor === 0 ? NO_AMOUNT : { amount: amountMinor, currency }
    const row = carried.get(usageKey({ rule: rule.id, day: to.day })) ?? emptyRow(rule.id, to.day)
    carried.set(usageKey(row), addTo(row, ms, cost, opens))
  }
  return carried
}
