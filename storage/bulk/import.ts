/** Imports a parsed file: merges it with the database or replaces what is there. */
import type { ExportContent } from '../../domain/file/export-file'
import { type ImportMode, settingsToWrite } from '../../domain/file/row-merge'
import { restThat } from '../../domain/record/deletion'
import type { Settings } from '../../domain/settings/settings'
import { db } from '../base/db'
import { batchesOf, importBatch } from './import-days'
import { importFirewallRows, importRecordRows, totalBatches, writeTotals } from './import-rows'
import { exclusively } from '../base/lock'
import { deleteFromHeld } from '../said/session'
import { writeLoss } from '../said/loss'
import { loadSettings } from '../said/settings'
import type { SaveSettings } from './undo-import'
import { atOnce, type ImportOptions, undoably, type Writing } from './undoably'

/**
 * Writes the file, one batch of days per transaction, each with its backup. If it is cancelled or fails, it is undone.
 */
export const importFile = (content: ExportContent, mode: ImportMode, options: ImportOptions): Promise<void> =>
  undoably({ ...options, hasLimits: content.rows.limits.length > 0 }, async (writing) => {
    await write(content, mode, writing)
    // Whoever brings a backup back knows of the loss.
    await writeLoss(null)
  })

async function write(content: ExportContent, mode: ImportMode, writing: Writing): Promise<void> {
  const { at, lastSealed, saveSettings, backUp, onProgress, signal } = writing
  await importSettings(content.settings, mode, saveSettings, backUp)
  if (mode === 'replace') await dropUnsettled(at)
  await atOnce(async (tx) => backUp(await importRecordRows(content.rows, mode, at, tx), tx))
  for (const batch of await totalBatches(content.rows, mode, at)) {
    signal.throwIfAborted()
    await atOnce(async (tx) => backUp([await writeTotals(batch, tx)], tx))
  }
  const batches = await batchesOf(content.days, mode)
  for (const [index, batch] of batches.entries()) {
    signal.throwIfAborted()
    await atOnce(async (tx) => {
      const days = await importBatch(batch, { mode, at }, lastSealed, tx)
      await backUp(
        days.map((day) => ({ type: 'day', ...day })),
        tx,
      )
    })
    onProgress((index + 1) / batches.length)
  }
  signal.throwIfAborted()
  // Last, because what is added to the firewall cannot be undone.
  await atOnce(async (tx) => backUp(await importFirewallRows(content.rows, mode, at, tx), tx))
}

/** What was recorded before the import and is not settled yet would come back beside the file. */
async function dropUnsettled(at: number): Promise<void> {
  const since = restThat(({ end }) => end > at)
  await exclusively(() => deleteFromHeld(since))
  await atOnce(async (tx) => {
    const state = await tx.state.get('now')
    if (state) await tx.state.put({ ...state, recent: state.recent.flatMap(since) }, 'now')
  })
}

/** Backs the settings up before the change, because the worker saves them outside this transaction. */
async function importSettings(
  file: Settings | null,
  mode: ImportMode,
  saveSettings: SaveSettings,
  backUp: Writing['backUp'],
): Promise<void> {
  const here = await loadSettings()
  const after = settingsToWrite(here, file, mode)
  const keys = Object.keys(after) as (keyof Settings)[]
  if (keys.length === 0) return
  const before = Object.fromEntries(keys.map((key) => [key, here[key]]))
  await backUp([{ type: 'settings', before, after }], db)
  await saveSettings(after)
}
