/** Whether a rule is there already. */
import type { Rule } from './rule'

const scopeOf = ({ targets, except, bound, after, carriesOver }: Rule): string =>
  JSON.stringify([targets, except, bound, after ?? null, carriesOver ?? false])

/**
 * Whether a rule with another id that is on has the same targets, exceptions, bound and conditions, however strict it is.
 */
export const isThere = (rule: Rule, rules: readonly Rule[]): boolean =>
  rules.some((other) => other.id !== rule.id && other.isOn && scopeOf(other) === scopeOf(rule))
