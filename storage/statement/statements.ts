/** What a statement needs beside the record: how rules were used in a period, and when it was issued last. */
import type { IssuedStatement } from '../../domain/statement/issued-statement'
import type { FirewallRecord } from '../../domain/statement/limits-kept'
import { DAY_MS, type Day } from '../../domain/time/local-time'
import { db } from '../base/db'
import { live } from '../base/live-query'
import type { Watchable } from '../../domain/watchable'

/** The rules that are there, and what was used and passed on the person's days from `first` to `last`. */
export const liveFirewallRecord = (first: Day, last: Day): Watchable<FirewallRecord> =>
  live(async () => {
    const [rules, usage, passes] = await Promise.all([
      db.limits.toArray(),
      db.usage.where('day').between(first, last, true, true).toArray(),
      // A day may begin and end in other calendar days than it is called by.
      db.overrides
        .where('at')
        .between(Date.parse(first) - DAY_MS, Date.parse(last) + 3 * DAY_MS)
        .toArray(),
    ])
    return { rules, usage, passes }
  })

/** When the statement of a period was issued first, and with which totals; null if it never was. */
export const liveIssued = (period: string): Watchable<IssuedStatement | null> =>
  live(async () => (await db.statements.get(period)) ?? null)

/** Remembers that a statement was issued, and with which figures; the first time counts. */
export const rememberIssued = (issued: IssuedStatement): Promise<void> =>
  db.transaction('rw', db.statements, async () => {
    if (!(await db.statements.get(issued.period))) await db.statements.add(issued)
  })
