/** A file that has been read, put beside what is here or in its place. */
import type { Bulk } from '../../domain/file/bulk'
import type { ExportContent } from '../../domain/file/export-file'
import type { OffsetAt } from '../../domain/time/local-time'
import { type ImportMode, settingsToWrite } from '../../domain/file/row-merge'
import { lastSealableDay } from '../../domain/record/sealing'
import type { Settings } from '../../domain/settings/settings'
import { beginBackup, type ImportChange, settle } from './backup'
import { db } from '../base/db'
import { batchesOf, importBatch } from './import-days'
import { importFirewallRows, importRecordRows } from './import-rows'
import { importing } from './in-bulk'
import { exclusively } from '../base/lock'
import { loadSettings } from '../said/settings'
import { type SaveSettings, undoFrom } from './undo-import'

interface ImportWish extends Bulk {
  at: number
  offsetAt: OffsetAt
  /** When the next day of the person's begins: until then it can be undone. */
  until: number
  saveSettings: SaveSettings
}

/**
 * Writes the file, a batch of days in each transaction, each with what it changes. Where it is given up or fails, it
 * is undone.
 */
export const importFile = (content: ExportContent, mode: ImportMode, wish: ImportWish): Promise<void> =>
  importing(async () => {
    const { at, offsetAt, until, saveSettings, onProgress } = wish
    const lastSealed = lastSealableDay(at, offsetAt(at))
    const { head, from, keep } = await beginBackup({ at, until, lastSealed })
    try {
      await write(content, mode, { ...wish, lastSealed, keep })
      await settle(head, false)
    } catch (error) {
      await undoFrom(from, head, saveSettings, onProgress)
      throw error
    }
  })

interface Writing extends ImportWish {
  lastSealed: string
  keep: (changes: readonly ImportChange[]) => Promise<void>
}

async function write(content: ExportContent, mode: ImportMode, writing: Writing): Promise<void> {
  const { at, lastSealed, saveSettings, keep, onProgress, signal } = writing
  const atOnce = (work: () => Promise<void>) =>
    exclusively(() => db.transaction('rw', db.tables, work)) as Promise<void>

  await importSettings(content.settings, mode, saveSettings, keep)
  await atOnce(async () => keep(await importRecordRows(content.rows, mode, at)))
  const batches = await batchesOf(content.days, mode)
  for (const [index, batch] of batches.entries()) {
    signal.throwIfAborted()
    await atOnce(async () => {
      const days = await importBatch(batch, { mode, at }, lastSealed)
      await keep(days.map((day) => ({ type: 'day', ...day })))
    })
    onProgress((index + 1) / batches.length)
  }
  signal.throwIfAborted()
  // Last, for these are not taken back.
  await atOnce(() => importFirewallRows(content.rows, mode, at))
}

/** What they were is kept first: they are saved elsewhere. */
async function importSettings(
  file: Settings | null,
  mode: ImportMode,
  saveSettings: SaveSettings,
  keep: Writing['keep'],
): Promise<void> {
  const here = await loadSettings()
  const after = settingsToWrite(here, file, mode)
  const keys = Object.keys(after) as (keyof Settings)[]
  if (keys.length === 0) return
  await keep([{ type: 'settings', before: Object.fromEntries(keys.map((key) => [key, here[key]])), after }])
  await saveSettings(after)
}
