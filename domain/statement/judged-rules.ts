/** On which days each rule was kept, from its use by day, and by what it allowed then. */
import { hasAllowance } from '../firewall/allowance'
import type { Pass } from '../firewall/pass'
import { isHours } from '../firewall/hours'
import { coursesOf, type DayRules, versionsOn } from '../firewall/rule-courses'
import type { RuleEntry } from '../firewall/rule-history'
import { addDays, type Day, MINUTE_MS, type OffsetAt, weekday } from '../time/local-time'
import type { Period } from '../time/period'
import type { Rule, StoredRule } from '../firewall/rule'
import type { UsageRow } from '../firewall/usage-row'
import { amountIn, NO_AMOUNT, plusAmount, type UsedAmount } from '../firewall/used-amount'

/** The rows of the firewall that a period is judged by. */
export interface FirewallRecord {
  rules: readonly StoredRule[]
  usage: readonly UsageRow[]
  passes: readonly Pass[]
  /** How rules changed, at any time; absent if nothing is known of that. */
  history?: readonly RuleEntry[]
}

/** A day on which a rule applied, or a whole week. */
export interface JudgedPart {
  /** The day; of a week, its last. */
  day: Day
  isWeek: boolean
  isKept: boolean
  /** The rule by which it is judged, as it stood at the end. */
  rule: Rule
  /** Whether how it stood then is not known, so that it is judged by the first version that is. */
  isByFirst: boolean
}

export interface JudgedRule {
  id: string
  /** As it last stood of all parts. */
  rule: Rule
  /** The earliest first; not empty. */
  parts: JudgedPart[]
  /** For hours and cutoffs: attention in their closed time, ms. */
  pastMs: number
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

/** Of a pause or sessions nothing is stored that shows whether they were kept. */
const isJudged = ({ isOn, bound, strictness }: Rule): boolean =>
  isOn && bound.type !== 'sessions' && strictness !== 'pause'

/** The allowance of a weekly limit; null for other rules. */
const weeklyOf = (rule: Rule): number | null =>
  isJudged(rule) && hasAllowance(rule.bound) && rule.bound.allowance.per === 'week'
    ? rule.bound.allowance.of
    : null

/** Whether a rule with hours closes anything on a day. */
function closesOn({ bound }: Rule, day: Day): boolean {
  if (bound.type === 'cutoff') return bound.evenings[weekday(day)] !== null
  if (bound.type !== 'hours') return false
  const ranges = bound.ranges[weekday(day)]
  return Boolean(ranges) && (bound.are === 'allowed' || (ranges?.length ?? 0) > 0)
}

/** Whether a rule was kept on a day; null if it did not apply to it. */
function isKeptOn(rule: Rule, day: Day, used: Used): boolean | null {
  const { bound } = rule
  if (!isJudged(rule)) return null
  if (isHours(bound)) return closesOn(rule, day) ? used.ms < LEAVING_MS : null
  if (!hasAllowance(bound) || bound.allowance.per === 'week') return null
  const allowed = bound.allowance.of[weekday(day)] ?? null
  return allowed === null ? null : isWithin(rule, used, withCarry(rule, allowed, used))
}

/**
 * Whether a rule was kept by some version of it. Where it did not hold all the time, more use than it allows may have come
 * before: then it is neither kept nor broken, and null.
 */
function isKeptBy(verdicts: readonly (boolean | null)[]): boolean | null {
  if (verdicts.includes(true)) return true
  return verdicts.includes(null) ? null : false
}

/**
 * A day counts if the rule applied to it as it stood at the end of the day. It is kept if use did not exceed what the rule
 * allowed at the end of the day, or more that it allowed at any time of that day.
 */
function judgedDay({ day, versions, isByFirst }: DayRules, used: Used): JudgedPart[] {
  const rule = versions.at(-1) ?? null
  if (rule === null || isKeptOn(rule, day, used) === null) return []
  const isKept = isKeptBy(versions.map((one) => one && isKeptOn(one, day, used)))
  return isKept === null ? [] : [{ day, isWeek: false, isKept, rule, isByFirst }]
}

function isKeptInWeek(rule: Rule, used: Used): boolean | null {
  const allowed = weeklyOf(rule)
  return allowed === null ? null : isWithin(rule, used, allowed)
}

/** The same for a week, if the rule was a weekly limit at the end of each of its days. */
function judgedWeek(days: readonly DayRules[], used: Used): JudgedPart[] {
  const ends = days.map(({ versions }) => versions.at(-1) ?? null)
  const rule = ends.at(-1) ?? null
  if (rule === null || ends.some((one) => one === null || weeklyOf(one) === null)) return []
  const isKept = isKeptBy(
    days.flatMap(({ versions }) => versions.map((one) => one && isKeptInWeek(one, used))),
  )
  if (isKept === null) return []
  const isByFirst = days.some((one) => one.isByFirst)
  return [{ day: (days.at(-1) as DayRules).day, isWeek: true, isKept, rule, isByFirst }]
}

/** Attention in closed time, ms, of the days on which the rule had nothing but closed time. */
const pastOf = (inForce: readonly DayRules[], usedOn: (day: Day) => Used): number =>
  inForce
    .filter(
      ({ versions }) => versions.at(-1) && versions.every((rule) => rule === null || isHours(rule.bound)),
    )
    .reduce((sum, { day }) => sum + usedOn(day).ms, 0)

/**
 * Judges rules, also those that are gone, on the days of periods up to the last day that is over. A weekly limit is judged
 * only for a whole week. Sessions and pauses are not judged.
 */
export function judgeOf(
  { rules, usage, history = [] }: Pick<FirewallRecord, 'rules' | 'usage' | 'history'>,
  lastOver: Day,
  dayStartHour: number,
  offsetAt: OffsetAt,
): (period: Period) => JudgedRule[] {
  const byRule = Map.groupBy(usage, ({ rule }) => rule)
  const courses = coursesOf(rules, history, { dayStartHour, offsetAt }).map((course) => ({
    course,
    rows: new Map(byRule.get(course.id)?.map((row) => [row.day, row])),
  }))
  return (period) => {
    const days = daysBetween(period.first, lastOver < period.last ? lastOver : period.last)
    return courses.flatMap(({ course, rows }) => {
      const usedOn = (day: Day): Used => rows.get(day) ?? NOTHING
      const inForce = days.flatMap((day) => versionsOn(course, day) ?? [])
      const isWholeWeek = period.unit === 'week' && inForce.length === 7
      const week = isWholeWeek ? judgedWeek(inForce, days.map(usedOn).reduce(plus, NOTHING)) : []
      const parts = week.length > 0 ? week : inForce.flatMap((one) => judgedDay(one, usedOn(one.day)))
      const rule = parts.at(-1)?.rule
      return rule ? [{ id: course.id, rule, parts, pastMs: pastOf(inForce, usedOn) }] : []
    })
  }
}
