/** Notices that the browser lost the database or `storage.local`, and lets limits go on from their copy. */
import type { LimitsCopy } from '../../domain/firewall/limits-copy'
import { lossOf } from '../../domain/record/loss'
import type { Opinion } from '../../domain/surface/opinion'
import { db, type WithTransactions } from '../base/db'
import type { StoreName } from '../base/schema'
import { exclusivelyMarking } from '../base/lock'
import { readLimitsCopy } from '../firewall/limits-copy'
import { markOutside, outsideDatabase, writeLoss } from '../said/loss'

/** The key in the store `state` that marks a database which has been in use. */
const MARK = 'used'

/** Limits follow an exclusion, not since when it holds. */
const excludedAt = (opinion: Opinion, at: number): Opinion =>
  opinion.excluded === undefined ? opinion : { ...opinion, excluded: at }

/** The rows that limits need, by store. */
function rowsOf({ rules, usage, passes, state }: LimitsCopy, at: number): Record<string, readonly unknown[]> {
  const held = state.terms?.held
  return {
    limits: rules,
    usage,
    overrides: passes,
    rates: held?.rates ?? [],
    surfaces: (held?.opinions ?? []).map((opinion) => excludedAt(opinion, at)),
  }
}

const NEEDED = [db.state, db.guard, db.limits, db.usage, db.overrides, db.rates, db.surfaces]

/** Marks the database, and puts the copy of the limits into its empty stores. */
const begin = (opened: WithTransactions, copy: LimitsCopy | null, at: number): Promise<void> =>
  opened.transaction('rw', NEEDED, async (tx) => {
    await tx.table('state').put(true, MARK)
    if (copy === null) return
    if ((await tx.guard.count()) === 0) await tx.guard.put(copy.state, 'now')
    for (const [store, rows] of Object.entries(rowsOf(copy, at)))
      if (rows.length > 0 && (await tx.table(store as StoreName).count()) === 0)
        await tx.table(store as StoreName).bulkPut(rows)
  })

/** Compares the marks. Returns whether the database was lost. */
const check = (opened: WithTransactions): Promise<boolean> =>
  exclusivelyMarking(async () => {
    const at = Date.now()
    const inDatabase = (await opened.table('state').get(MARK)) !== undefined
    const { outside, hasSettings } = await outsideDatabase()
    if (inDatabase && outside) return false
    const of = lossOf({ inDatabase, outside, hasSettings })
    const copy = of === 'record' ? await readLimitsCopy() : null
    // The message comes first: a browser that is killed in between says it once more, and never stays silent.
    if (of) await writeLoss({ at, of, hasLimits: copy !== null })
    if (!inDatabase) await begin(opened, copy, at)
    if (!outside) await markOutside()
    return of === 'record'
  })

/**
 * Compares the marks each time the database is opened in the worker, before anything else is read from it. Calls back
 * if it was lost.
 */
export function watchForLoss(onLoss: () => void, report: (error: unknown) => void): void {
  db.onOpened(async (opened) => {
    try {
      if (await check(opened)) onLoss()
    } catch (error) {
      report(error)
    }
  })
}
