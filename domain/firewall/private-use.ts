/** Use in private windows. It counts like any other, and is kept in memory alone. */
import type { ElsewhereUse } from './elsewhere'
import { type FirewallNow, withCounts } from './firewall-state'
import type { GuardMemory } from './guard-memory'
import { withAttention } from './joint-session'
import type { Count } from './meter'
import { byUsageKey } from './usage-row'

/** The use in private windows after more was counted there, beside that `elsewhere`. */
export function countedPrivately(
  { privateUse, privateSessions }: GuardMemory,
  counts: readonly Count[],
  firewall: FirewallNow,
  elsewhere: readonly ElsewhereUse[],
): Pick<GuardMemory, 'privateUse' | 'privateSessions'> {
  const rows = withCounts(byUsageKey(privateUse), counts, firewall)
  const touched = new Set(counts.map(({ rule }) => rule))
  const before = { ...firewall.state.sessions, ...privateSessions }
  const sessions = withAttention(before, counts, firewall, elsewhere)
  const own = Object.entries(sessions).filter(([id]) => touched.has(id) || privateSessions[id])
  return { privateUse: [...rows.values()], privateSessions: Object.fromEntries(own) }
}
