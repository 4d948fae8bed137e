/** Undoing an import: what it did goes, what was recorded, said and corrected since stays. */
import type { Bulk } from '../domain/bulk'
import { type DayChange, undoDay } from '../domain/day-undo'
import { undoRow, settingsToUndo } from '../domain/row-undo'
import type { Settings } from '../domain/settings'
import {
  changeKeys,
  dropBackup,
  dropChange,
  type ImportChange,
  markCutShort,
  readChange,
  readHead,
} from './backup'
import { db } from './db'
import { dayHere, writeDay } from './import-days'
import { importing } from './in-bulk'
import { exclusively } from './lock'
import { loadSettings } from './settings'

/** Settings are saved by the worker, as those are that the person changes. */
export type SaveSettings = (change: Partial<Settings>) => Promise<unknown>

async function undoDays(days: readonly DayChange[], lastSealed: string): Promise<void> {
  for (const change of days) {
    const here = await dayHere(change)
    await writeDay(change, here, undoDay(change, here.whole), lastSealed)
  }
}

async function undoRows({ store, rows }: ImportChange & { type: 'rows' }): Promise<void> {
  const table = db.table(store)
  const hasOwnKeys = table.schema.primKey.keyPath !== null
  for (const change of rows) {
    const now: unknown = await table.get(change.key)
    const row = undoRow(store, change, now)
    if (row === undefined) await table.delete(change.key)
    else if (row !== now) await table.put(row, hasOwnKeys ? undefined : change.key)
  }
}

/** Undoes what was changed from a key on, the last change first, each in one transaction. */
export async function undoFrom(
  from: number,
  saveSettings: SaveSettings,
  onProgress: Bulk['onProgress'],
): Promise<void> {
  const head = await readHead()
  if (!head) return
  const keys = (await changeKeys()).filter((key) => key >= from).toReversed()
  for (const [index, key] of keys.entries()) {
    const change = await readChange(key)
    if (change.type === 'settings') {
      const settings = settingsToUndo(change.before, change.after, await loadSettings())
      if (Object.keys(settings).length > 0) await saveSettings(settings)
      await dropChange(key)
    } else {
      await exclusively(() =>
        db.transaction('rw', db.tables, async () => {
          await (change.type === 'days' ? undoDays(change.days, head.lastSealed) : undoRows(change))
          await dropChange(key)
        }),
      )
    }
    onProgress((index + 1) / keys.length)
  }
  if ((await changeKeys()).length === 0) await dropBackup()
}

/** Undoes the last import. Where it is cut short, it can be done again: it goes on where it was. */
export const undoImport = (saveSettings: SaveSettings, onProgress: Bulk['onProgress']): Promise<void> =>
  importing(async () => {
    await markCutShort(true)
    await undoFrom(0, saveSettings, onProgress)
  })
