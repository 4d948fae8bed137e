/** The passes that were taken lately, for their list. */
import type { PassesTaken } from '../../domain/firewall/pass'
import { everyRule } from '../../domain/firewall/rule-history'
import { DAY_MS } from '../../domain/time/local-time'
import type { Watchable } from '../../domain/watchable'
import { db } from '../base/db'
import { live } from '../base/live-query'
import { ruleHistory } from './rule-log'

/** A week has 13 days at most, when its first weekday was changed. */
const LATELY_MS = 15 * DAY_MS

/** The passes of at least this week, also those of rules that are gone. */
export const livePassesTaken = (): Watchable<PassesTaken> =>
  live([db.overrides, db.limits, db.log], async () => {
    const passes = await db.overrides
      .where('at')
      .aboveOrEqual(Date.now() - LATELY_MS)
      .toArray()
    if (passes.length === 0) return { passes, rules: [] }
    return { passes, rules: everyRule(await db.limits.toArray(), await ruleHistory()) }
  })
