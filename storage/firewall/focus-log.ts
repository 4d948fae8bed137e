/** The rows that are kept of focus hours, in the store `log`. They begin and end together with their rules. */
import { isFocus, isFocusId } from '../../domain/firewall/focus'
import { type FocusRow, timesOf } from '../../domain/firewall/focus-row'
import type { StoredRule } from '../../domain/firewall/rule'
import { turnedAwayIn } from '../../domain/firewall/turned-away'
import { DAY_MS } from '../../domain/time/local-time'
import type { Watchable } from '../../domain/watchable'
import { db, type LogEntry, type Tables } from '../base/db'
import { inTime } from '../base/in-time'
import { live } from '../base/live-query'
import { FIRST_KEY, LAST_KEY } from '../base/table'
import { refuseLate } from '../base/refuse-late'

const isRow = (entry: LogEntry): entry is FocusRow => entry.type === 'focus'

/** Writes the rule of a focus hour that begins, and its row. */
export const beginFocus = (stored: StoredRule, row: FocusRow): Promise<void> =>
  inTime((isLate) =>
    db.transaction('rw', [db.limits, db.log], async (tx) => {
      await tx.limits.put(stored)
      await tx.log.add(row)
      refuseLate(isLate)
    }),
  )

/** Deletes the rule of a focus hour and its row: it counts as never begun. */
export const takeBackFocusRow = (id: string): Promise<void> =>
  inTime((isLate) =>
    db.transaction('rw', [db.limits, db.log], async (tx) => {
      await tx.limits.delete(id)
      await tx.log.filter((entry) => isRow(entry) && entry.id === id).delete()
      refuseLate(isLate)
    }),
  )

const change = (id: string, changes: Partial<FocusRow>, tx: Tables): Promise<number> =>
  tx.log
    .filter((entry) => isRow(entry) && entry.id === id)
    .replace((entry) => ({ ...entry, ...changes }) as LogEntry)

/** Writes the rule of a focus hour that goes on longer, and its row. */
export const lengthenFocusRow = (stored: StoredRule): Promise<void> =>
  inTime((isLate) =>
    db.transaction('rw', [db.limits, db.log], async (tx) => {
      await tx.limits.put(stored)
      if (isFocus(stored.rule.bound)) await change(stored.id, timesOf(stored.rule.bound), tx)
      refuseLate(isLate)
    }),
  )

/** How many visits a focus hour turned away. */
export async function turnedAwayBy(id: string, tx: Tables = db): Promise<number> {
  const rows = await tx.usage.where('[rule+day]').between([id, FIRST_KEY], [id, LAST_KEY]).toArray()
  return turnedAwayIn(rows, id)
}

/**
 * Completes the rows of those rules that are focus hours; to be called in the transaction that deletes the rules. A row
 * that was erased meanwhile stays so.
 */
export async function endFocusRows(rules: readonly string[], tx: Tables): Promise<void> {
  for (const id of rules.filter(isFocusId)) {
    const bound = (await tx.limits.get(id))?.rule.bound
    if (!bound || !isFocus(bound)) continue
    const turnedAway = await turnedAwayBy(id, tx)
    await change(id, { ...timesOf(bound), turnedAway, endedAt: bound.endsAt }, tx)
  }
}

/** How far back the last choice is looked for. */
const LAST_CHOICE_MS = 90 * DAY_MS

/** The row of the focus hour that began last, of the last three months; null if there is none. */
export const lastFocusRow = (now: number): Promise<FocusRow | null> =>
  inTime(async () => {
    const since = db.log.where('at').above(now - LAST_CHOICE_MS)
    return ((await since.filter(isRow).last()) as FocusRow | undefined) ?? null
  })

/** The rows of the focus hours that began from one instant to before another, the earliest first. */
export const liveFocusRows = (from: number, until: number): Watchable<FocusRow[]> =>
  live([db.log], async () => {
    const entries = await db.log.where('at').between(from, until, true, false).toArray()
    return entries.filter(isRow)
  })
