/** How much of its day or week a rule has used. */
import type { Use } from './use'
import { type Calendar, type Ration, weekOf } from './ration'
import type { Rule } from './rule'
import { addTo, emptyRow, usageKey, useOf, type UsageRow } from './usage-row'

/** This week's use for a weekly allowance, else today's. */
export function useInPeriod(
  rows: readonly UsageRow[],
  { id, bound }: Rule,
  ration: Ration,
  calendar: Calendar,
): Use {
  const isWeekly = 'allowance' in bound && bound.allowance.per === 'week'
  const first = isWeekly ? weekOf(ration, calendar).first : ration.day
  return useOf(rows.filter(({ rule, day }) => rule === id && day >= first && day <= ration.day))
}

/** If the clock is set back, the earlier day starts with at least the use of the later one. */
export function carriedBack(
  usage: ReadonlyMap<string, UsageRow>,
  rules: readonly Rule[],
  from: Ration,
  to: Ration,
  calendar: Calendar,
): ReadonlyMap<string, UsageRow> {
  const carried = new Map(usage)
  for (const rule of rules) {
    const rows = [...usage.values()]
    const usedBefore = useInPeriod(rows, rule, from, calendar)
    const usedAfter = useInPeriod(rows, rule, to, calendar)
    const ms = Math.max(0, usedBefore.ms - usedAfter.ms)
    const opens = Math.max(0, usedBefore.opens - usedAfter.opens)
    const amount = Math.max(0, (usedBefore.amountMinor ?? 0) - (usedAfter.amountMinor ?? 0))
    if (ms + opens + amount === 0) continue
    const row = carried.get(usageKey({ rule: rule.id, day: to.day })) ?? emptyRow(rule.id, to.day)
    carried.set(usageKey(row), addTo(row, ms, amount === 0 ? null : amount, opens))
  }
  return carried
}
