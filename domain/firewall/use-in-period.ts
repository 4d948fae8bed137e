/** The use of a rule in the day or week of a ration. */
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

/** Carries use to an earlier ration when the clock is set back: each rule has used at least as much there. */
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
    const had = useInPeriod(rows, rule, from, calendar)
    const has = useInPeriod(rows, rule, to, calendar)
    const ms = Math.max(0, had.ms - has.ms)
    const opens = Math.max(0, had.opens - has.opens)
    const amount = Math.max(0, (had.amountMinor ?? 0) - (has.amountMinor ?? 0))
    if (ms + opens + amount === 0) continue
    const row = carried.get(usageKey({ rule: rule.id, day: to.day })) ?? emptyRow(rule.id, to.day)
    carried.set(usageKey(row), addTo(row, ms, amount === 0 ? null : amount, opens))
  }
  return carried
}
