/** Where a rule was used: here, and on which other devices. */
import type { FirewallNow } from './firewall-state'
import { isFocus } from './focus'
import { isHours } from './hours'
import type { Bound, Rule } from './rule'
import { inCurrency, type OtherUse, usedIn } from './rule-standings'
import type { Use } from './use'

export interface UsedWhere {
  here: Use
  /** Other devices by name, the one that used most first; not empty. */
  elsewhere: readonly { name: string; used: Use }[]
}

/** Less is not shown. */
const LEAST_MS = 1000

/** How much was used in the unit of a bound: ms, visits or minor units; 0 for what is not worth a word. */
export function amountOfUse({ type }: Bound, { ms, opens, amountMinor }: Use): number {
  if (type === 'opens') return opens
  return type === 'money' ? Math.round(amountMinor ?? 0) : ms < LEAST_MS ? 0 : ms
}

/**
 * What a rule used where in its period; null if nothing was used elsewhere. Rules with hours and focus hours close by the
 * clock, so that it does not matter where they were used.
 */
export function usedWhere(firewall: FirewallNow, rule: Rule, others: OtherUse): UsedWhere | null {
  const { bound } = rule
  if (others.elsewhere.length === 0 || isHours(bound) || isFocus(bound)) return null
  const now = inCurrency(rule, firewall.currency)
  const elsewhere = others.elsewhere
    .map(({ name, rows }) => ({ name, used: usedIn(firewall, now, rows) }))
    .filter(({ used }) => amountOfUse(bound, used) > 0)
    .toSorted((a, b) => amountOfUse(bound, b.used) - amountOfUse(bound, a.used))
  if (elsewhere.length === 0) return null
  return { here: usedIn(firewall, now, [...firewall.usage.values(), ...others.rows]), elsewhere }
}
