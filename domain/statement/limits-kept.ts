/** How well the rules of the firewall were kept in a period, from their use by day. */
import { hasAllowance } from '../firewall/allowance'
import type { Pass } from '../firewall/pass'
import { isHours } from '../firewall/hours'
import { addDays, type Day, MINUTE_MS, type OffsetAt, personDay, weekday } from '../time/local-time'
import type { Period } from '../time/period'
import type { Rule, StoredRule } from '../firewall/rule'
import type { UsageRow } from '../firewall/usage-row'
import { amountIn, NO_AMOUNT, plusAmount, type UsedAmount } from '../firewall/used-amount'

/** A rule in a period: it applied on `of` days (or weeks), and was kept on `kept` of them. */
export interface KeptRule {
  rule: Rule
  kept: number
  of: number
  /** For hours and cutoffs: attention in their closed time, ms. */
  pastMs: number
}

/** The price of passes together, in minor units of a currency (ISO 4217); null without a rate. */
export interface PassPrice {
  priceMinor: number
  currency: string | null
}

export interface LimitsKept {
  rules: KeptRule[]
  /** How many passes, how many of them with a fixed length, and the price of those in the currency of the latest. */
  passes: PassPrice & {
    count: number
    priced: number
    /** The prices in other currencies; absent if there are none. */
    others?: PassPrice[]
  }
}

/** The rows of the firewall that a period is judged by. */
export interface FirewallRecord {
  rules: readonly StoredRule[]
  usage: readonly UsageRow[]
  passes: readonly Pass[]
}

/** A limit closes within a second of its end, so this much more use is no breach. */
const REACTION_MS = 1000

/** Less attention than this after closing time is only the person leaving the page. */
export const LEAVING_MS = MINUTE_MS

/** The days from one to another, both included. */
export const daysBetween = (first: Day, last: Day): Day[] => {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

type Used = Pick<UsageRow, 'ms' | 'opens' | 'carried'> & UsedAmount

const NOTHING: Used = { ms: 0, opens: 0, ...NO_AMOUNT }

const plus = (a: Used, b: Used): Used => ({
  ms: a.ms + b.ms,
  opens: a.opens + b.opens,
  ...plusAmount(a, b),
})

function isWithin({ bound }: Rule, used: Used, allowed: number): boolean {
  if (bound.type === 'time') return used.ms <= allowed * MINUTE_MS + REACTION_MS
  if (bound.type === 'money') return (amountIn(used, bound.currency) ?? 0) <= allowed + 1
  return used.opens <= allowed
}

/** What a rule allowed on a day with what it had carried into it, at most as much again. */
function withCarry({ bound, carriesOver }: Rule, allowed: number, { carried }: Used): number {
  if (!carriesOver || !carried) return allowed
  const amount = amountIn(carried, bound.type === 'money' ? bound.currency : null) ?? 0
  return allowed + Math.min(allowed, amount)
}

/** The use and the allowance of a rule on each day, or in the week, that is judged. */
function stretches(rule: Rule, days: readonly Day[], usedOn: (day: Day) => Used): [Used, number][] {
  const { bound } = rule
  if (!hasAllowance(bound)) return []
  const { allowance } = bound
  if (allowance.per === 'week') return [[days.map(usedOn).reduce(plus, NOTHING), allowance.of]]
  return days.flatMap((day) => {
    const allowed = allowance.of[weekday(day)] ?? null
    const used = usedOn(day)
    return allowed === null ? [] : [[used, withCarry(rule, allowed, used)] as [Used, number]]
  })
}

/** The days on which a rule with hours closes anything. */
function closedDays({ bound }: Rule, days: readonly Day[]): Day[] {
  if (bound.type === 'cutoff') return days.filter((day) => bound.evenings[weekday(day)] !== null)
  if (bound.type !== 'hours') return []
  return days.filter((day) => {
    const ranges = bound.ranges[weekday(day)]
    return ranges && (bound.are === 'allowed' || ranges.length > 0)
  })
}

function keptOf(rule: Rule, days: readonly Day[], usedOn: (day: Day) => Used): KeptRule {
  if (isHours(rule.bound)) {
    const closed = closedDays(rule, days)
    const past = closed.map((day) => usedOn(day).ms)
    return {
      rule,
      kept: past.filter((ms) => ms < LEAVING_MS).length,
      of: closed.length,
      pastMs: days.reduce((sum, day) => sum + usedOn(day).ms, 0),
    }
  }
  const judged = stretches(rule, days, usedOn)
  return {
    rule,
    kept: judged.filter(([used, allowed]) => isWithin(rule, used, allowed)).length,
    of: judged.length,
    pastMs: 0,
  }
}

/** A pass for the day has only a price per hour. */
const hasLength = ({ type }: Pass): boolean => type !== 'day'

/** The price of all passes with a fixed length together, in each currency, that of the latest pass first. */
export function pricesOf(passes: readonly Pass[]): PassPrice[] {
  const latestFirst = passes.toSorted((a, b) => b.at - a.at)
  const currencies = new Set(latestFirst.flatMap(({ currency }) => currency ?? []))
  return [...currencies].map((currency) => ({
    priceMinor: passes
      .filter((pass) => hasLength(pass) && pass.currency === currency)
      .reduce((sum, { priceMinor }) => sum + (priceMinor ?? 0), 0),
    currency,
  }))
}

/**
 * Counts passes. One pass through the walls of several rules has a row for each rule, with the same instant.
 */
const passCount = (passes: readonly Pass[]): number => new Set(passes.map(({ at }) => at)).size

/**
 * Judges the existing rules by what they allow now, on the days of the period since each was set, up to the
 * last day that is over. A weekly limit is judged only for a whole week. Sessions and pauses are not judged:
 * nothing that is stored shows whether they were kept.
 */
export function limitsKept(
  period: Period,
  { rules, usage, passes }: FirewallRecord,
  lastOver: Day,
  dayStartHour: number,
  offsetAt: OffsetAt,
): LimitsKept {
  const byRule = Map.groupBy(usage, ({ rule }) => rule)
  const judged = rules.flatMap(({ rule, createdAt }) => {
    const isWeekly = hasAllowance(rule.bound) && rule.bound.allowance.per === 'week'
    const isJudged = rule.isOn && rule.bound.type !== 'sessions' && rule.strictness !== 'pause'
    if (!isJudged) return []
    const createdOn = personDay(createdAt, offsetAt(createdAt), dayStartHour)
    const first = createdOn > period.first ? createdOn : period.first
    const last = lastOver < period.last ? lastOver : period.last
    const isWholeWeek = period.unit === 'week' && first === period.first && last === period.last
    if (isWeekly && !isWholeWeek) return []
    const rows = new Map(byRule.get(rule.id)?.map((row) => [row.day, row]))
    const kept = keptOf(rule, daysBetween(first, last), (day) => rows.get(day) ?? NOTHING)
    return kept.of > 0 ? [kept] : []
  })
  const taken = passes.filter(({ day }) => period.first <= day && day <= period.last)
  const [price = { priceMinor: 0, currency: null }, ...others] = pricesOf(taken)
  return {
    rules: judged,
    passes: {
      count: passCount(taken),
      priced: passCount(taken.filter(hasLength)),
      ...price,
      ...(others.length > 0 && { others }),
    },
  }
}
