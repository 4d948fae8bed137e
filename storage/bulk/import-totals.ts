/** Brings day totals of another tool in. */
import { totalsToBring } from '../../domain/file/foreign/bring'
import type { ToolSource } from '../../domain/file/foreign/foreign-table'
import { MOST_ROWS } from '../../domain/file/most'
import { ownError } from '../../domain/own-error'
import type { DayTotal } from '../../domain/record/day-total'
import { db } from '../base/db'
import { inBatches, writeTotals } from './import-rows'
import { checkDatabase } from './in-bulk'
import { atOnce, type ImportOptions, undoably } from './undoably'

/** The day totals that are here of a tool. */
export const totalsOfTool = (source: ToolSource): Promise<DayTotal[]> =>
  db.totals.where('[source+day+surface]').between([source, '', ''], [source, '\uffff', '\uffff']).toArray()

/**
 * Writes what the totals of a tool change, in batches, each with its backup. If it is cancelled or fails, it is undone.
 * Throws `error_too_many_totals` if there were more then than an export can hold.
 */
export async function importTotals(
  source: ToolSource,
  brought: readonly DayTotal[],
  options: ImportOptions,
): Promise<void> {
  await checkDatabase()
  await undoably(options, async ({ backUp, onProgress, signal }) => {
    const { put, gone, preview } = totalsToBring(await totalsOfTool(source), brought)
    if ((await db.totals.count()) + preview.added > MOST_ROWS.totals) throw ownError('error_too_many_totals')
    const batches = inBatches(put, gone)
    for (const [index, batch] of batches.entries()) {
      signal.throwIfAborted()
      await atOnce(async () => backUp([await writeTotals(batch)]))
      onProgress((index + 1) / batches.length)
    }
  })
}
