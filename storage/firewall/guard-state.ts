/** The stored state of the guard: read when the worker starts, written with each change. */
import type { Pass } from '../../domain/firewall/pass'
import type { Day } from '../../domain/time/local-time'
import type { FirewallRow } from '../../domain/firewall/firewall-state'
import type { StoredRule } from '../../domain/firewall/rule'
import type { UsageRow } from '../../domain/firewall/usage-row'
import { db } from '../base/db'
import { inTime } from '../base/in-time'

export interface StoredGuard {
  /** The row `now` of the store `guard`. */
  state: FirewallRow | null
  rules: StoredRule[]
  /** Use on all days since `sinceDay`. */
  usage: UsageRow[]
  passes: Pass[]
}

/**
 * Reads the stored state of the guard, with use since `sinceDay` and passes since `sinceMs`: those of rules that exist,
 * so that a file with many others does not slow each look.
 */
export const readGuard = (sinceDay: Day, sinceMs: number, limitMs?: number): Promise<StoredGuard> =>
  inTime(
    () =>
      db.transaction('r', [db.guard, db.limits, db.usage, db.overrides], async (tx) => {
        const [state, rules, usage, passes] = await Promise.all([
          tx.guard.get('now'),
          tx.limits.toArray(),
          tx.usage.where('day').aboveOrEqual(sinceDay).toArray(),
          tx.overrides.where('at').aboveOrEqual(sinceMs).toArray(),
        ])
        const known = new Set(rules.map(({ id }) => id))
        const ofRules = <Row extends { rule: string }>(rows: Row[]): Row[] =>
          rows.filter(({ rule }) => known.has(rule))
        return {
          state: (state as FirewallRow | undefined) ?? null,
          rules,
          usage: ofRules(usage),
          passes: ofRules(passes),
        }
      }),
    limitMs,
  )

/** Writes the state and the rows of use that have changed. */
export const writeGuard = (
  state: FirewallRow,
  usage: readonly UsageRow[],
  limitMs?: number,
): Promise<unknown> =>
  inTime(
    () =>
      db.transaction('rw', [db.guard, db.usage], async (tx) => {
        await tx.guard.put(state, 'now')
        await tx.usage.bulkPut(usage)
      }),
    limitMs,
  )
