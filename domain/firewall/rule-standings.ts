/** How the rules stand: what each has used, and whether it is open. */
import { carriedOver } from './carry-over'
import { firstMsOf } from './comes-first'
import type { Use } from './use'
import type { FirewallRow, FirewallNow } from './firewall-state'
import { nextHeldAt } from './held-hours'
import { type Standing, standingOf, type Usage } from './limits'
import type { Rule } from './rule'
import { dayOfUse, useOf, type UsageRow } from './usage-row'
import { rowsInPeriod } from './use-in-period'
import { rescale } from '../value/minor-units'

/** Use in private windows, which is never written to the database. */
export interface PrivateUse {
  rows: readonly UsageRow[]
  /** Sessions that went on there; they replace those of the firewall state. */
  sessions: FirewallRow['sessions']
}

const NO_PRIVATE_USE: PrivateUse = { rows: [], sessions: {} }

/** The use of a rule in its period: that of a money rule in its own currency, other use in the current one. */
export function usedBy(firewall: FirewallNow, rule: Rule, others: readonly UsageRow[] = []): Use {
  const { at, terms } = firewall
  // A night may go on past the start of the next day.
  const day = dayOfUse(rule, { from: at, until: at + 1 }, terms.ration.day, firewall.calendar)
  const rows = [...firewall.usage.values(), ...others]
  const currency = rule.bound.type === 'money' ? rule.bound.currency : firewall.currency
  return useOf(rowsInPeriod(rows, rule, { ...terms.ration, day }, firewall.calendar), currency)
}

/** A money rule in the current currency. Its amounts keep their numbers: 10 € becomes 10 ¥. */
export function inCurrency(rule: Rule, currency: string | null): Rule {
  const { bound } = rule
  if (bound.type !== 'money' || currency === null || currency === bound.currency) return rule
  const convert = (amount: number) => rescale(amount, bound.currency, currency)
  const allowance =
    bound.allowance.per === 'week'
      ? { ...bound.allowance, of: convert(bound.allowance.of) }
      : {
          ...bound.allowance,
          of: bound.allowance.of.map((amount) => (amount === null ? null : convert(amount))),
        }
  return { ...rule, bound: { ...bound, currency, allowance } }
}

/** What counts beside the use of a rule: the attention to what comes first, and what was carried over. */
function besideUse(
  { state, usage, terms: { ration } }: FirewallNow,
  rule: Rule,
  others: readonly UsageRow[],
): Pick<Usage, 'firstMs' | 'carried'> {
  if (!rule.after && !rule.carriesOver) return {}
  const rows = [...usage.values(), ...others]
  return {
    firstMs: firstMsOf(rows, rule.id, ration.day),
    carried: carriedOver(state.allowedBefore[rule.id], rule, rows, ration),
  }
}

export const usageOf = (firewall: FirewallNow, rule: Rule, others = NO_PRIVATE_USE): Usage => ({
  used: usedBy(firewall, rule, others.rows),
  session: others.sessions[rule.id] ?? firewall.state.sessions[rule.id] ?? null,
  heldUntil: firewall.state.heldUntil[rule.id] ?? null,
  heldFrom: nextHeldAt(firewall.state.nextClosed[rule.id], firewall.calendar.offsetAt(firewall.at)),
  ...besideUse(firewall, rule, others.rows),
})

/** How a rule stands, with the use in private windows as `others`. */
export function standing(firewall: FirewallNow, rule: Rule, others = NO_PRIVATE_USE): Standing {
  const now = inCurrency(rule, firewall.currency)
  return standingOf(now, usageOf(firewall, now, others), firewall.passes, firewall.at, firewall.terms)
}

export const standings = (firewall: FirewallNow, others = NO_PRIVATE_USE): Standing[] =>
  firewall.rules.map(({ rule }) => standing(firewall, rule, others))
