import type { Pass } from '../../domain/firewall/pass'
import { DAY_MS } from '../../domain/time/local-time'
import { endedAt } from '../../domain/firewall/passes'
import type { StoredRule } from '../../domain/firewall/rule'
import { db, type Tables } from '../base/db'
import { inTime } from '../base/in-time'
import { refuseLate } from '../base/refuse-late'
import { live } from '../base/live-query'
import { endFocusRows } from './focus-log'
import { logRules, type RuleInstant, endGoneRules } from './rule-log'
import type { Watchable } from '../../domain/watchable'

/**
 * Writes `rules`, deletes those in `gone`, of which focus hours have come to their end, and logs a loosening, and how the
 * rules stand from now on.
 */
export const writeRules = (
  rules: readonly StoredRule[],
  gone: readonly string[],
  now: RuleInstant,
  weakened: { rule: string; from: number } | null = null,
  limitMs?: number,
): Promise<void> =>
  inTime(
    (isLate) =>
      db.transaction('rw', [db.limits, db.usage, db.log], async (tx) => {
        await endFocusRows(gone, tx)
        await logRules(rules, gone, now, tx)
        await tx.limits.bulkPut(rules)
        await tx.limits.bulkDelete(gone)
        if (weakened) await tx.log.add({ at: now.at, type: 'weaken', ...weakened })
        refuseLate(isLate)
      }),
    limitMs,
  )

/** All rules as stored. */
export const allRules = (): Promise<StoredRule[]> => db.limits.toArray()

/** Stores passes that were taken. */
export const addPasses = (passes: readonly Pass[]): Promise<void> =>
  inTime((isLate) =>
    db.transaction('rw', [db.overrides], async (tx) => {
      await tx.overrides.bulkAdd(passes)
      refuseLate(isLate)
    }),
  )

/** A pass lasts until the end of the person's day at most. */
const LONGEST_PASS_MS = 2 * DAY_MS

const endRunning = (at: number, rule: string | null, tx: Tables = db): Promise<number> =>
  tx.overrides
    .where('at')
    .above(at - LONGEST_PASS_MS)
    .filter((pass) => rule === null || pass.rule === rule)
    .replace((pass) => ({ ...pass, ...endedAt(pass, at) }))

/** Ends the running passes of a rule at an instant. */
export const endPasses = (at: number, rule: string): Promise<unknown> => inTime(() => endRunning(at, rule))

/** After the clock was set back: ends all running passes, and rules whose end lies ahead in the log. */
export const clockSetBack = (now: RuleInstant, limitMs?: number): Promise<void> =>
  inTime(
    (isLate) =>
      db.transaction('rw', [db.overrides, db.limits, db.log], async (tx) => {
        await endRunning(now.at, null, tx)
        await endGoneRules(now, tx)
        refuseLate(isLate)
      }),
    limitMs,
  )

/** Emits whenever rules, use here or elsewhere, or passes change. The number itself means nothing. */
export function liveRuleChanges(): Watchable<number> {
  let changes = 0
  return live([db.limits, db.usage, db.overrides, db.devices], async () => {
    await Promise.all([db.limits.toArray(), db.usage.count(), db.overrides.count(), db.devices.count()])
    changes += 1
    return changes
  })
}
