/** Undoing an import: what it did goes, what was recorded, said and corrected since stays. */
import type { Bulk } from '../../domain/file/bulk'
import { undoDay } from '../../domain/file/day-undo'
import { isFromTheBeginning } from '../../domain/value/rate-history'
import { undoRow, settingsToUndo } from '../../domain/file/row-undo'
import type { Settings } from '../../domain/settings/settings'
import { FROM_THE_BEGINNING } from '../../domain/value/valuation'
import {
  type BackupHead,
  type BackupKey,
  dropChanges,
  type ImportChange,
  lastImport,
  readChanges,
  type RowsChange,
  settle,
  type SettingsChange,
  backupSteps,
} from './backup'
import { db } from '../base/db'
import { dayHere, writeDay } from './import-days'
import { importing } from './in-bulk'
import { exclusively } from '../base/lock'
import { allRates } from '../said/rates'
import { loadSettings } from '../said/settings'

/** Settings are saved by the worker, as those are that the person changes. */
export type SaveSettings = (change: Partial<Settings>) => Promise<unknown>

async function undoRows({ store, rows }: RowsChange, hadRates: boolean): Promise<void> {
  const table = db.table(store)
  const hasOwnKeys = table.schema.primKey.keyPath !== null
  for (const change of rows) {
    const now: unknown = await table.get(change.key)
    const row = undoRow(store, change, now)
    if (row === undefined) await table.delete(change.key)
    else if (row !== now) await table.put(row, hasOwnKeys ? undefined : change.key)
  }
  if (store === 'rates' && !hadRates) await beginWithFirstRate()
}

/** Without the import the first rate that was given since would have been the first of all. */
async function beginWithFirstRate(): Promise<void> {
  const [first] = await allRates()
  if (!first || isFromTheBeginning(first)) return
  await db.rates.delete(first.from)
  await db.rates.put({ ...first, from: FROM_THE_BEGINNING })
}

/** They are saved elsewhere. The currency stays where it is that of the first rates that were given since. */
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

async function undoChange(change: ImportChange, { lastSealed, hadRates }: BackupHead): Promise<void> {
  if (change.type === 'rows') await undoRows(change, hadRates)
  if (change.type !== 'day') return
  const here = await dayHere(change)
  await writeDay(change, here, undoDay(change, here.whole), lastSealed)
}

/** Takes a step back, and lets go of it, in one transaction. */
const undoStep = (keys: readonly BackupKey[], changes: readonly ImportChange[], head: BackupHead) =>
  exclusively(() =>
    db.transaction('rw', db.tables, async () => {
      await Promise.all(changes.map((change) => undoChange(change, head)))
      await dropChanges(keys)
    }),
  )

/** Undoes an import from one of its steps on, the last step first; settings at last, for they go by what is left. */
export async function undoFrom(
  step: number,
  head: BackupHead,
  saveSettings: SaveSettings,
  onProgress: Bulk['onProgress'],
): Promise<void> {
  await settle(head, true)
  const steps = (await backupSteps(head.imported, step)).toReversed()
  const ofSettings: [BackupKey[], SettingsChange][] = []
  for (const [index, keys] of steps.entries()) {
    const changes = await readChanges(keys)
    const [first] = changes
    if (first?.type === 'settings') ofSettings.push([keys, first])
    else await undoStep(keys, changes, head)
    onProgress((index + 1) / steps.length)
  }
  for (const [keys, change] of ofSettings) {
    await undoSettings(change, head, saveSettings)
    await dropChanges(keys)
  }
  await settle(head, true)
}

/**
 * Undoes an import that is still the last one; false where that is too late. Where it is cut short, it can be done
 * again: it goes on where it was.
 */
export const undoImport = (
  { imported, at }: { imported: number; at: number },
  saveSettings: SaveSettings,
  onProgress: Bulk['onProgress'],
): Promise<boolean> =>
  importing(async () => {
    const last = await lastImport(at)
    if (last?.imported !== imported) return false
    await undoFrom(0, last, saveSettings, onProgress)
    return true
  })
