/**
 * What the guard holds while it cannot write: its whole state, so that limits go on even if nothing can be read, and
 * what of it is not in the database yet.
 */
import type { FirewallRow, FirewallState } from './firewall-state'
import type { Pass } from './pass'
import { endedAt } from './passes'
import type { StoredRule } from './rule'
import { byUsageKey, largerUse, usageKey, type UsageRow } from './usage-row'

/** Changes that the passage of time made to rules and passes, and that are not written yet. */
export interface Owed {
  /** The ids of rules that changed or ended. */
  rules: readonly string[]
  /** When running passes ended because the clock was set back, epoch ms. */
  endPassesAt: readonly number[]
}

export const NOTHING_OWED: Owed = { rules: [], endPassesAt: [] }

export const owesNothing = ({ rules, endPassesAt }: Owed): boolean =>
  rules.length === 0 && endPassesAt.length === 0

/** What an advance of the firewall (see `advanceTo`) adds to what is owed. */
export function owedAfter(owed: Owed, before: FirewallState, after: FirewallState, at: number): Owed {
  const changed = after.rules.filter((rule) => !before.rules.includes(rule))
  const gone = before.rules.filter(({ id }) => !after.rules.some((rule) => rule.id === id))
  return {
    rules: [...new Set([...owed.rules, ...[...changed, ...gone].map(({ id }) => id)])],
    endPassesAt: after.passes === before.passes ? owed.endPassesAt : [...owed.endPassesAt, at],
  }
}

/** Plain data, for session storage. */
export interface HeldGuard {
  state: FirewallRow
  rules: readonly StoredRule[]
  usage: readonly UsageRow[]
  passes: readonly Pass[]
  owed: Owed
  /** The keys of the rows of use that are not written yet (see `usageKey`). */
  unsaved: readonly string[]
  /** Whether it began with a copy that may be older than the database: then the larger use counts. */
  isOld: boolean
}

export const heldGuard = (
  { state, rules, usage, passes }: FirewallState,
  rest: Pick<HeldGuard, 'owed' | 'unsaved' | 'isOld'>,
): HeldGuard => ({ state, rules, usage: [...usage.values()], passes, ...rest })

/** The firewall by what is held alone. */
export const firewallOf = ({ state, rules, usage, passes }: HeldGuard): FirewallState => ({
  state,
  rules,
  usage: byUsageKey(usage),
  passes,
})

/** What is held, over the rules, use and passes that can be read. A rule that is not stored any more stays gone. */
export function onStored(
  held: HeldGuard,
  stored: Pick<FirewallState, 'rules' | 'passes'> & { usage: readonly UsageRow[] },
): FirewallState {
  const usage = byUsageKey(stored.usage)
  const unsaved = new Set(held.unsaved)
  for (const row of held.usage) {
    const key = usageKey(row)
    if (unsaved.has(key)) usage.set(key, held.isOld ? largerUse(row, usage.get(key)) : row)
  }
  return {
    state: held.state,
    usage,
    rules: stored.rules.flatMap((rule) =>
      held.owed.rules.includes(rule.id) ? (held.rules.find(({ id }) => id === rule.id) ?? []) : rule,
    ),
    passes: held.owed.endPassesAt.reduce<readonly Pass[]>(
      (passes, at) => passes.map((pass) => endedAt(pass, at)),
      stored.passes,
    ),
  }
}

/** What is held without rules that were erased; null if no rule is left. */
export function withoutErased(held: HeldGuard, left: readonly string[]): HeldGuard | null {
  if (left.length === 0) return null
  const isLeft = (rule: string): boolean => left.includes(rule)
  return {
    ...held,
    rules: held.rules.filter(({ id }) => isLeft(id)),
    usage: held.usage.filter(({ rule }) => isLeft(rule)),
    passes: held.passes.filter(({ rule }) => isLeft(rule)),
  }
}
