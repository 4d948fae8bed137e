/**
 * What was left of yesterday's allowance and is added to today's: at most today's own, so that no seven days hold more
 * than eight allowances. What counts is what the rule allowed then, with what it had carried itself.
 */
import { allowedNow, hasAllowance } from './allowance'
import type { Ration } from './ration'
import type { Bound, Rule } from './rule'
import { addDays, type Day, MINUTE_MS, weekday } from '../time/local-time'
import { amountIn, type UsedAmount } from './used-amount'
import { emptyRow, usageKey, useOf, type UsageRow } from './usage-row'

/** What a rule allowed on the day before its ration. */
export interface AllowedBefore extends UsedAmount {
  day: Day
  type: Bound['type']
  /** In the unit of the bound: minutes, visits, or minor units of `currency`. */
  amount: number
}

/** By rule id. */
export type AllowedBefores = Readonly<Record<string, AllowedBefore>>

type DayBound = Extract<Bound, { allowance: unknown }> & { allowance: { per: 'day' } }

/** Whether something can be carried over under a bound: a daily allowance. */
export const canCarry = (bound: Bound): bound is DayBound =>
  hasAllowance(bound) && bound.allowance.per === 'day'

const carries = (rule: Rule): rule is Rule & { bound: DayBound } =>
  rule.isOn && rule.carriesOver === true && canCarry(rule.bound)

const currencyOf = (bound: Bound): string | null => (bound.type === 'money' ? bound.currency : null)

/** Sums of fractional minor units are off by less. */
const SUM_ERROR = 1e-6

/** The use of a rule on a day in the unit of its bound. */
function usedOn({ id, bound }: Rule, day: Day, rows: readonly UsageRow[]): number {
  const own = rows.filter((row) => row.rule === id && row.day === day)
  const { ms, opens, amountMinor } = useOf(own, currencyOf(bound))
  if (bound.type === 'time') return ms / MINUTE_MS
  return bound.type === 'money' ? (amountMinor ?? 0) : opens
}

/** What a rule carries into a ration, in whole units of its bound. `rows` are those of yesterday at least. */
export function carriedOver(
  before: AllowedBefore | undefined,
  rule: Rule,
  rows: readonly UsageRow[],
  ration: Ration,
): number {
  if (!before || !carries(rule) || before.type !== rule.bound.type) return 0
  const most = allowedNow(rule.bound.allowance, ration) ?? 0
  const allowed = amountIn(before, currencyOf(rule.bound)) ?? 0
  const left = Math.floor(allowed - usedOn(rule, before.day, rows) + SUM_ERROR)
  return Math.min(most, Math.max(0, left))
}

/** What a rule allowed on the day before the next ration; null if it carried nothing over, or did not apply. */
function allowedOn(
  rule: Rule,
  before: AllowedBefore | undefined,
  rows: readonly UsageRow[],
  last: Ration,
  day: Day,
): AllowedBefore | null {
  if (!carries(rule)) return null
  const { type, allowance } = rule.bound
  const own = allowance.of[weekday(day)] ?? null
  if (own === null) return null
  // Days without a look, such as those on which the computer was off, were not used.
  const carried = day === last.day ? carriedOver(before, rule, rows, last) : 0
  return { day, type, amount: own + carried, currency: currencyOf(rule.bound) }
}

/**
 * What rules allowed before the next ration. Only a rule that carried over before and still does is among them; a ration
 * under an earlier date, after the clock was set back, goes on with what it had.
 */
export function allowedBefores(
  known: AllowedBefores,
  { before, after }: { before: readonly Rule[]; after: readonly Rule[] },
  rows: readonly UsageRow[],
  last: Ration | null,
  next: Ration,
): AllowedBefores {
  const carrying = after.filter(carries)
  const day = addDays(next.day, -1)
  const found = carrying.flatMap(({ id, bound }): [string, AllowedBefore][] => {
    const was = before.find((rule) => rule.id === id)
    const isNext = last !== null && next.day > last.day
    const allowed = isNext && was ? allowedOn(was, known[id], rows, last, day) : (known[id] ?? null)
    return allowed && (!isNext || allowed.type === bound.type) ? [[id, allowed]] : []
  })
  return Object.fromEntries(found)
}

/** Notes in the rows of a new ration what was carried into it, for statements. */
export function withCarried(
  usage: ReadonlyMap<string, UsageRow>,
  rules: readonly Rule[],
  allowed: AllowedBefores,
  others: readonly UsageRow[],
  ration: Ration,
): ReadonlyMap<string, UsageRow> {
  const rows = [...usage.values(), ...others]
  const noted = new Map(usage)
  for (const rule of rules.filter(carries)) {
    const amount = carriedOver(allowed[rule.id], rule, rows, ration)
    const key = usageKey({ rule: rule.id, day: ration.day })
    const { carried, ...row } = usage.get(key) ?? emptyRow(rule.id, ration.day)
    if (amount > 0) noted.set(key, { ...row, carried: { amount, currency: currencyOf(rule.bound) } })
    else if (carried) noted.set(key, row)
  }
  return noted
}
