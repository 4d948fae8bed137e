/** Counts what an import would change, without changing anything. */
import type { Bulk } from '../../domain/file/bulk'
import { sharedMs } from '../../domain/file/day-merge'
import { spansIn } from '../../domain/file/export-days'
import type { ExportContent } from '../../domain/file/export-file'
import type { ImportPreview } from '../../domain/file/import-preview'
import { changesOf, type ImportMode, settingsToWrite } from '../../domain/file/row-merge'
import type { SealedDay } from '../../domain/record/sealed-day'
import type { Settings } from '../../domain/settings/settings'
import { batchesOf, type DaysHere, daysHere, mergeWith } from './import-days'
import { rowsHere } from './import-rows'
import { loadSettings } from '../said/settings'
import { openSpan } from '../record/history'
import { storedDays } from '../record/stored-days'

const NOTHING_HERE: DaysHere = { days: new Map(), open: null }

/** How long another device, in the file or here, recorded at the same time as a day of the file, ms. */
function sharedWithOthers(day: SealedDay, batch: readonly SealedDay[], { days }: DaysHere): number {
  const inFile = batch.filter((other) => other.day === day.day)
  const later = inFile.filter(({ device }) => device > day.device)
  const fileDevices = new Set(inFile.map(({ device }) => device))
  const onlyHere = [...days.values()].flatMap(({ whole }) =>
    whole !== null && whole.day === day.day && !fileDevices.has(whole.device) ? [whole] : [],
  )
  return [...later, ...onlyHere].reduce((sum, other) => sum + sharedMs(day, other), 0)
}

async function countSpans(): Promise<number> {
  let count = 0
  for await (const days of storedDays()) for (const { starts } of days) count += starts.length
  return count
}

export async function previewImport(
  content: ExportContent,
  mode: ImportMode,
  at: number,
  { onProgress, signal }: Bulk,
): Promise<ImportPreview> {
  const sums = { added: 0, known: 0, differing: 0, sharedMs: 0 }
  const batches = await batchesOf(content.days, 'merge')
  for (const [index, { names, days }] of batches.entries()) {
    signal.throwIfAborted()
    const here = await daysHere(names, (await openSpan()) ?? null)
    for (const day of days) {
      const { addedCount, known, differing } = mergeWith(here, day)
      sums.added += addedCount
      sums.known += known
      sums.differing += differing
      sums.sharedMs += sharedWithOthers(day, days, mode === 'merge' ? here : NOTHING_HERE)
    }
    onProgress((index + 1) / batches.length)
  }
  const changes = changesOf(await rowsHere(), content.rows, mode, at)
  const settings = settingsToWrite(await loadSettings(), content.settings, mode)
  const replaced = { added: spansIn(content.days) - sums.known, differing: 0 }
  return {
    ...sums,
    ...(mode === 'replace' && replaced),
    gone: mode === 'replace' ? (await countSpans()) - sums.known : 0,
    rows: changes.map(({ store, put, gone }) => ({ store, written: put.length, gone: gone.length })),
    settings: Object.keys(settings) as (keyof Settings)[],
  }
}
