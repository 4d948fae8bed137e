/** What a statement needs besides the record: how rules were used in the period, and when it was first issued. */
import type { IssuedStatement } from '../../domain/statement/issued-statement'
import type { FirewallRecord } from '../../domain/statement/judged-rules'
import { DAY_MS, type Day } from '../../domain/time/local-time'
import { db } from '../base/db'
import { ruleHistory } from '../firewall/rule-log'
import { live } from '../base/live-query'
import type { Watchable } from '../../domain/watchable'

/** All rules and how they changed, with their use and passes on the person's days from `first` to `last`. */
export const liveFirewallRecord = (first: Day, last: Day): Watchable<FirewallRecord> =>
  live([db.limits, db.usage, db.overrides, db.log], async () => {
    const [rules, usage, passes, history] = await Promise.all([
      db.limits.toArray(),
      db.usage.where('day').between(first, last, true, true).toArray(),
      // The person's day may begin before or end after the calendar day of the same name.
      db.overrides
        .where('at')
        .between(Date.parse(first) - DAY_MS, Date.parse(last) + 3 * DAY_MS)
        .toArray(),
      ruleHistory(),
    ])
    return { rules, usage, passes, history }
  })

/** When the statement of a period was first issued, and its totals then; null if it never was. */
export const liveIssued = (period: string): Watchable<IssuedStatement | null> =>
  live([db.statements], async () => (await db.statements.get(period)) ?? null)

/** Remembers when a statement was issued and its figures. Only the first time is kept. */
export const rememberIssued = (issued: IssuedStatement): Promise<void> =>
  db.transaction('rw', [db.statements], async (tx) => {
    if (!(await tx.statements.get(issued.period))) await tx.statements.add(issued)
  })
