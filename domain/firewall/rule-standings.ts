/** How the rules stand: what each has used, and whether it is open. */
import { carriedOver } from './carry-over'
import { firstMsOf } from './comes-first'
import { type ElsewhereUse, sessionsOf } from './elsewhere'
import type { Use } from './use'
import type { FirewallRow, FirewallNow } from './firewall-state'
import { nextHeldAt } from './held-hours'
import { jointSession } from './joint-session'
import { type Standing, standingOf, type Usage } from './limits'
import type { Rule } from './rule'
import type { Session } from './session'
import { dayOfUse, useOf, type UsageRow } from './usage-row'
import { rowsInPeriod } from './use-in-period'
import { rescale } from '../value/minor-units'

/** Use beside that of the firewall state, which is never written to it. */
export interface OtherUse {
  /** In private windows. */
  rows: readonly UsageRow[]
  /** Sessions that went on there; they replace those of the firewall state. */
  sessions: FirewallRow['sessions']
  /** On other devices. */
  elsewhere: readonly ElsewhereUse[]
}

export const NO_OTHER_USE: OtherUse = { rows: [], sessions: {}, elsewhere: [] }

const allRows = ({ rows, elsewhere }: OtherUse): readonly UsageRow[] =>
  elsewhere.length === 0 ? rows : [...rows, ...elsewhere.flatMap((one) => one.rows)]

/** What rows of a rule add up to in its period: for a money rule in its own currency, else in the current one. */
export function usedIn(firewall: FirewallNow, rule: Rule, rows: readonly UsageRow[]): Use {
  const { at, terms } = firewall
  // A night may go on past the start of the next day.
  const day = dayOfUse(rule, { from: at, until: at + 1 }, terms.ration.day, firewall.calendar)
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
  { state, terms: { ration } }: FirewallNow,
  rule: Rule,
  rows: readonly UsageRow[],
): Pick<Usage, 'firstMs' | 'carried'> {
  if (!rule.after && !rule.carriesOver) return {}
  return {
    firstMs: firstMsOf(rows, rule.id, ration.day),
    carried: carriedOver(state.allowedBefore[rule.id], rule, rows, ration),
  }
}

/** The session of a rule, that of all devices together. */
function sessionOf({ state, at }: FirewallNow, { id, bound }: Rule, others: OtherUse): Session | null {
  const own = others.sessions[id] ?? state.sessions[id] ?? null
  const elsewhere = sessionsOf(others.elsewhere, id)
  if (bound.type !== 'sessions' || elsewhere.length === 0) return own
  return jointSession(own ? [own, ...elsewhere] : elsewhere, bound, at)
}

function usageOf(firewall: FirewallNow, rule: Rule, others: OtherUse): Usage {
  const { state, calendar, at } = firewall
  const rows = [...firewall.usage.values(), ...allRows(others)]
  return {
    used: usedIn(firewall, rule, rows),
    session: sessionOf(firewall, rule, others),
    heldUntil: state.heldUntil[rule.id] ?? null,
    heldFrom: nextHeldAt(state.nextClosed[rule.id], calendar.offsetAt(at)),
    ...besideUse(firewall, rule, rows),
  }
}

/** How a rule stands, with `others` in private windows and on other devices. */
export function standing(firewall: FirewallNow, rule: Rule, others = NO_OTHER_USE): Standing {
  const now = inCurrency(rule, firewall.currency)
  return standingOf(now, usageOf(firewall, now, others), firewall.passes, firewall.at, firewall.terms)
}

export const standings = (firewall: FirewallNow, others = NO_OTHER_USE): Standing[] =>
  firewall.rules.map(({ rule }) => standing(firewall, rule, others))
