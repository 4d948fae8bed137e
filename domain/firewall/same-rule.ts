/** Whether a rule is there already. */
import type { Rule } from './rule'

const scopeOf = ({ targets, except, bound, after, carriesOver }: Rule): string =>
  JSON.stringify([targets, except, bound, after ?? null, carriesOver ?? false])

/** Whether two rules have the same targets, exceptions, bound and conditions, however strict they are and whether they are on. */
export const isSameScope = (one: Rule, other: Rule): boolean => scopeOf(one) === scopeOf(other)

/**
 * Whether a rule with another id that is on has the same targets, exceptions, bound and conditions, however strict it is.
 */
export const isThere = (rule: Rule, rules: readonly Rule[]): boolean =>
  rules.some((other) => other.id !== rule.id && other.isOn && isSameScope(other, rule))
