/** Which rules are worth a look first, where there is room for a few. */
import { isFocus } from './focus'
import type { RuleStatus } from './firewall-status'

/** How long until it closes or opens its pages by itself, ms: the smaller, the sooner it matters. Closed ones come last. */
function untilItsEnd({ passUntil, isSpent, leftMs, closesAt }: RuleStatus, at: number): number {
  if (passUntil !== null) return passUntil - at
  if (isSpent) return Infinity
  return Math.min(leftMs ?? Number.MAX_VALUE, closesAt === null ? Number.MAX_VALUE : closesAt - at)
}

const isAlwaysFirst = ({ rule, isSpent }: RuleStatus): boolean =>
  isFocus(rule.bound) || (isSpent && rule.bound.type === 'cutoff')

/**
 * The rules that concern today in the order of their urgency at an instant, and the first `most` of them: those about
 * the page in front, then those nearest to their end. A focus hour comes before all, and a closed cutoff is always among
 * the first.
 */
export function urgentRules(
  rules: readonly RuleStatus[],
  at: number,
  most: number,
): { all: RuleStatus[]; first: RuleStatus[] } {
  const all = rules
    .filter(({ rule, concernsToday }) => rule.isOn && concernsToday)
    .map((status) => ({ status, end: untilItsEnd(status, at) }))
    .sort(
      (a, b) =>
        Number(isFocus(b.status.rule.bound)) - Number(isFocus(a.status.rule.bound)) ||
        Number(b.status.isInFront) - Number(a.status.isInFront) ||
        a.end - b.end ||
        0,
    )
    .map(({ status }) => status)
  const first = new Set(all.filter(isAlwaysFirst).slice(0, most))
  for (const status of all) if (first.size < most) first.add(status)
  return { all, first: all.filter((status) => first.has(status)) }
}
