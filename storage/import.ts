/** A file that has been read, put beside what is here or in its place: first looked at, then written. */
import type { Bulk } from '../domain/bulk'
import { mergeDay, oneRecord, sharedMs } from '../domain/day-merge'
import { spansIn } from '../domain/export-days'
import { EXPORT_STORES, type ExportContent, type ExportRows, type ExportStore } from '../domain/export-file'
import type { ImportPreview } from '../domain/import-preview'
import type { Day, OffsetAt } from '../domain/local-time'
import {
  changesOf,
  FIREWALL_STORES,
  type ImportMode,
  rowsToWrite,
  settingsToWrite,
} from '../domain/row-merge'
import type { SealedDay } from '../domain/sealed-day'
import { lastSealableDay } from '../domain/sealing'
import type { Settings } from '../domain/settings'
import type { Span } from '../domain/span'
import { bringBack, endBackup, keepBackup, type SaveSettings } from './backup'
import { db } from './db'
import { importing } from './in-bulk'
import { exclusively } from './lock'
import { loadSettings } from './settings'
import { storedDays } from './stored-days'

/** Calendar days at a time: a third of a second of the lock. */
const DAYS_AT_ONCE = 60

const idOf = ({ day, device }: { day: Day; device: string }): string => `${day} ${device}`

/** The days of a file in order, by calendar day, a batch at a time. */
function batchesOf(days: readonly SealedDay[]): SealedDay[][] {
  const byDay = [...Map.groupBy(days, ({ day }) => day)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const batches: SealedDay[][] = []
  for (let at = 0; at < byDay.length; at += DAYS_AT_ONCE)
    batches.push(byDay.slice(at, at + DAYS_AT_ONCE).flatMap(([, ofDay]) => ofDay))
  return batches
}

/** What is here of the calendar days of a batch. */
async function hereOf(batch: readonly SealedDay[]) {
  const names = [...new Set(batch.map(({ day }) => day))]
  const [sealed, rows, open] = await Promise.all([
    Promise.all(
      names.map((day) => db.days.where('[day+device]').between([day, ''], [day, '\uffff']).toArray()),
    ),
    db.spans.where('day').anyOf(names).toArray(),
    db.openSpan.toCollection().first(),
  ])
  return {
    sealed: new Map(sealed.flat().map((day) => [idOf(day), day])),
    rows: Map.groupBy(rows, idOf),
    open: open ?? null,
  }
}

type Here = Awaited<ReturnType<typeof hereOf>>

const mergeWith = ({ sealed, rows, open }: Here, day: SealedDay) =>
  mergeDay(
    day,
    sealed.get(idOf(day)),
    rows.get(idOf(day)) ?? [],
    open && idOf(open) === idOf(day) ? open : null,
  )

const NOTHING_HERE: Here = { sealed: new Map(), rows: new Map(), open: null }

/** Time of a day of the file in which another device, of the file or here, recorded something, too. */
function sharedWithOthers(day: SealedDay, batch: readonly SealedDay[], here: Here): number {
  const inFile = batch.filter((other) => other.day === day.day && other.device > day.device)
  const fileDevices = new Set(batch.filter((other) => other.day === day.day).map(({ device }) => device))
  const ids = new Set([...here.sealed.keys(), ...here.rows.keys()])
  const onlyHere = [...ids].flatMap((id) => {
    const [of, device = ''] = id.split(' ')
    if (of !== day.day || fileDevices.has(device)) return []
    return oneRecord(here.sealed.get(id), here.rows.get(id) ?? []) ?? []
  })
  return [...inFile, ...onlyHere].reduce((sum, other) => sum + sharedMs(day, other), 0)
}

async function rowsHere(): Promise<ExportRows> {
  const rows = await Promise.all(
    EXPORT_STORES.map(async (store) => [store, (await db.table(store).toArray()) as unknown[]] as const),
  )
  return Object.fromEntries(rows) as unknown as ExportRows
}

async function countSpans(): Promise<number> {
  let count = 0
  for await (const days of storedDays()) for (const { starts } of days) count += starts.length
  return count
}

/** What an import would do, without doing it. */
export async function previewImport(
  content: ExportContent,
  mode: ImportMode,
  at: number,
  { onProgress, signal }: Bulk,
): Promise<ImportPreview> {
  const sums = { added: 0, known: 0, differing: 0, sharedMs: 0 }
  const batches = batchesOf(content.days)
  for (const [index, batch] of batches.entries()) {
    signal.throwIfAborted()
    const here = await hereOf(batch)
    for (const day of batch) {
      const { addedCount, known, differing } = mergeWith(here, day)
      sums.added += addedCount
      sums.known += known
      sums.differing += differing
      sums.sharedMs += sharedWithOthers(day, batch, mode === 'merge' ? here : NOTHING_HERE)
    }
    onProgress((index + 1) / batches.length)
  }
  const rows = await rowsHere()
  const settings = settingsToWrite(await loadSettings(), content.settings, mode)
  const replaced = { added: spansIn(content.days) - sums.known, differing: 0 }
  return {
    ...sums,
    ...(mode === 'replace' && replaced),
    gone: mode === 'replace' ? (await countSpans()) - sums.known : 0,
    rows: changesOf(rows, content.rows, mode, at),
    settings: Object.keys(settings) as (keyof Settings)[],
  }
}

/** Days that may be sealed go into one record, later ones stay in rows, as the worker leaves them. */
async function writeBatch(batch: readonly SealedDay[], lastSealed: Day): Promise<void> {
  const here = await hereOf(batch)
  const sealed: SealedDay[] = []
  const rows: Span[] = []
  const moved: string[] = []
  for (const day of batch) {
    const { whole, added } = mergeWith(here, day)
    if (whole === null) continue
    if (day.day > lastSealed) rows.push(...added())
    else {
      sealed.push(whole)
      moved.push(...(here.rows.get(idOf(day)) ?? []).map(({ id }) => id))
    }
  }
  await Promise.all([db.days.bulkPut(sealed), db.spans.bulkPut(rows), db.spans.bulkDelete(moved)])
}

/** Writes the rows of some stores; those of the others are left as they are. */
const writeRows = (
  stores: readonly ExportStore[],
  file: ExportRows,
  mode: ImportMode,
  at: number,
): Promise<void> =>
  db.transaction('rw', [...EXPORT_STORES.map((store) => db.table(store)), db.spans, db.days], async () => {
    const rows = rowsToWrite(await rowsHere(), file, mode, at)
    const isEmptied = mode === 'replace' && stores === RECORD_ROWS
    if (isEmptied) for (const store of [...stores, 'spans', 'days']) await db.table(store).clear()
    for (const store of stores) await db.table(store).bulkPut(rows[store])
  })

const RECORD_ROWS = EXPORT_STORES.filter((store) => !FIREWALL_STORES.includes(store))

interface ImportWish extends Bulk {
  at: number
  offsetAt: OffsetAt
  /** When the next day of the person's begins: until then it can be undone. */
  until: number
  saveSettings: SaveSettings
}

/** Of what there is to do, how much keeping the old state is. */
const KEEPING = 0.3

/**
 * Keeps the old state and writes the file, a batch of days in each transaction. Where it is given up or fails, the
 * old state comes back.
 */
export const importFile = (content: ExportContent, mode: ImportMode, wish: ImportWish): Promise<void> =>
  importing(() => importAll(content, mode, wish))

async function importAll(
  content: ExportContent,
  mode: ImportMode,
  { at, offsetAt, until, saveSettings, onProgress, signal }: ImportWish,
): Promise<void> {
  await keepBackup(at, until, { signal, onProgress: (done) => onProgress(done * KEEPING) })
  try {
    await exclusively(() => writeRows(RECORD_ROWS, content.rows, mode, at))
    const lastSealed = lastSealableDay(at, offsetAt(at))
    const batches = batchesOf(content.days)
    for (const [index, batch] of batches.entries()) {
      signal.throwIfAborted()
      await exclusively(() =>
        db.transaction('rw', [db.days, db.spans, db.openSpan], () => writeBatch(batch, lastSealed)),
      )
      onProgress(KEEPING + ((1 - KEEPING) * (index + 1)) / batches.length)
    }
    await saveSettings(settingsToWrite(await loadSettings(), content.settings, mode))
    // Last, for these are not taken back.
    await exclusively(() => writeRows(FIREWALL_STORES, content.rows, mode, at))
    await endBackup()
  } catch (error) {
    await bringBack(saveSettings, () => undefined)
    throw error
  }
}
