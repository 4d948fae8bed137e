/** Undoes an import, but keeps what was recorded, said and corrected since. */
import type { Bulk } from '../../domain/file/bulk'
import { undoDay } from '../../domain/file/day-undo'
import { isFromTheBeginning } from '../../domain/value/rate-history'
import { undoRow, settingsToUndo } from '../../domain/file/row-undo'
import type { Settings } from '../../domain/settings/settings'
import { FROM_THE_BEGINNING } from '../../domain/value/hour-price'
import {
  type BackupHead,
  type BackupKey,
  dropChanges,
  type ImportChange,
  lastImport,
  markUnfinished,
  readChanges,
  type RowsChange,
  type SettingsChange,
  backupSteps,
} from './backup'
import { db, type Tables } from '../base/db'
import { dayHere, writeDay } from './import-days'
import { importing } from './in-bulk'
import { keepingCommitments } from './keeping-commitments'
import { exclusively } from '../base/lock'
import { logUndone } from '../firewall/rule-log'
import { allRates } from '../said/rates'
import { loadSettings } from '../said/settings'

/** Saves settings through the worker, as when the person changes them. */
export type SaveSettings = (change: Partial<Settings>) => Promise<unknown>

/** Returns how many rules stay, because they were switched on or changed since. */
async function undoRows({ store, rows }: RowsChange, hadRates: boolean, tx: Tables): Promise<number> {
  let staying = 0
  const table = tx.table(store)
  for (const change of rows) {
    const now: unknown = await table.get(change.key)
    const row = undoRow(store, change, now)
    const isAdded = store === 'limits' && change.before === undefined
    if (isAdded && row !== undefined) staying += 1
    else if (isAdded) await logUndone([String(change.key)], tx)
    if (row === undefined) await table.delete(change.key)
    else if (row !== now) await table.put(row, table.hasOwnKeys ? undefined : change.key)
  }
  if (store === 'rates' && !hadRates) await beginWithFirstRate(tx)
  return staying
}

/** Without the import, the first rate set since would have been the first of all and hold from the beginning. */
async function beginWithFirstRate(tx: Tables): Promise<void> {
  const [first] = await allRates(tx)
  if (!first || isFromTheBeginning(first)) return
  await tx.rates.delete(first.from)
  await tx.rates.put({ ...first, from: FROM_THE_BEGINNING })
}

/** The worker saves settings, outside any transaction. The currency stays if the first rates were set in it since. */
async function undoSettings(
  { before, after }: SettingsChange,
  { hadRates }: BackupHead,
  saveSettings: SaveSettings,
): Promise<void> {
  const { currency, ...others } = settingsToUndo(before, after, await loadSettings())
  const keepsCurrency = currency === undefined || (!hadRates && (await db.rates.count()) > 0)
  const settings = keepsCurrency ? others : { ...others, currency }
  if (Object.keys(settings).length > 0) await saveSettings(settings)
}

async function undoChange(
  change: ImportChange,
  { lastSealed, hadRates }: BackupHead,
  tx: Tables,
): Promise<number> {
  if (change.type === 'rows') return undoRows(change, hadRates, tx)
  if (change.type !== 'day') return 0
  const here = await dayHere(change, tx)
  await writeDay(change, here, undoDay(change, here.whole), lastSealed, tx)
  return 0
}

/** Undoes one step and deletes its backup in one transaction. Returns how many rules stay. */
const undoStep = (keys: readonly BackupKey[], changes: readonly ImportChange[], head: BackupHead) =>
  exclusively(() =>
    db.transaction('rw', db.tables, async (tx) => {
      const staying = await keepingCommitments(tx, () =>
        Promise.all(changes.map((change) => undoChange(change, head, tx))),
      )
      await dropChanges(keys, tx)
      return staying.reduce((sum, count) => sum + count, 0)
    }),
  )

/** Undoes an import back to `step`, last step first. Settings come last, because they depend on the rates left. Returns how many rules stay. */
export async function undoFrom(
  step: number,
  head: BackupHead,
  saveSettings: SaveSettings,
  onProgress: Bulk['onProgress'],
): Promise<number> {
  await markUnfinished(head)
  let staying = 0
  const steps = (await backupSteps(head.imported, step)).toReversed()
  const ofSettings: [BackupKey[], SettingsChange][] = []
  for (const [index, keys] of steps.entries()) {
    const changes = await readChanges(keys)
    const [first] = changes
    if (first?.type === 'settings') ofSettings.push([keys, first])
    else staying += await undoStep(keys, changes, head)
    onProgress((index + 1) / steps.length)
  }
  for (const [keys, change] of ofSettings) {
    await undoSettings(change, head, saveSettings)
    await dropChanges(keys)
  }
  // Deletes the head if every step was undone.
  await markUnfinished(head)
  return staying
}

/**
 * Undoes an import if it is still the newest; otherwise returns null. If undoing is cut short, the next call
 * continues where it stopped. Returns how many rules of another tool stay.
 */
export const undoImport = (
  { imported, at }: { imported: number; at: number },
  saveSettings: SaveSettings,
  onProgress: Bulk['onProgress'],
): Promise<{ staying: number } | null> =>
  importing(async () => {
    const last = await lastImport(at)
    if (last?.imported !== imported) return null
    return { staying: await undoFrom(0, last, saveSettings, onProgress) }
  })
