/** Export, import and deletion for the Data section. They run in the page; afterwards the worker reads the record again. */
import type { DataProps } from '../../components/data/data-section'
import type { LeftFile } from '../../components/devices/left-file'
import type { Days } from '../../components/data/days-fields'
import { decimalMark } from '../../components/figure/numbers'
import type { Bulk } from '../../domain/file/bulk'
import type { ExportKind } from '../../domain/file/export-file'
import { ownError } from '../../domain/own-error'
import { isFocusId } from '../../domain/firewall/focus'
import { totalsOfRows } from '../../domain/file/foreign/foreign-rows'
import { spreadsheetCsv } from '../../domain/file/spreadsheet-csv'
import type { History } from '../../domain/record/history'
import { addDays, type Day, personDay, startOfDay } from '../../domain/time/local-time'
import type { Period } from '../../domain/time/period'
import { quartersBySurface } from '../../domain/record/rating'
import { dayLines, DAYS_HEADER, spanLines, SPANS_HEADER } from '../../domain/file/record-csv'
import type { SealedDay } from '../../domain/record/sealed-day'
import type { Settings } from '../../domain/settings/settings'
import { surfaceBook } from '../../domain/surface/surface-book'
import type { Valuing } from '../../domain/statement/tally'
import { pricing } from '../../domain/value/hour-price'
import { t } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { type Forgotten, send } from '../../platform/messages'
import { stopSavingDownloads } from '../../platform/downloads'
import { saveFile } from '../../platform/save-file'
import { readBackup } from '../../storage/bulk/backup'
import { deviceId } from '../../storage/said/device'
import { deleteRange, eraseEverything, recordedIn } from '../../storage/bulk/erase'
import { exportDayTable, exportFile, exportTable } from '../../storage/bulk/export'
import { importFile } from '../../storage/bulk/import'
import { previewDays } from '../../storage/bulk/foreign-days'
import { importForeign, totalsOfTool } from '../../storage/bulk/import-foreign'
import { allRules } from '../../storage/firewall/limits'
import { liveBackupFolder } from '../../storage/record/live-backups'
import { allRatings } from '../../storage/record/known-surfaces'
import { allOpinions } from '../../storage/said/opinions'
import { previewImport } from '../../storage/bulk/preview-import'
import { allRates } from '../../storage/said/rates'
import { undoImport } from '../../storage/bulk/undo-import'
import { exportAll } from '../../storage/bulk/weekly-backup'
import { DOWNLOADS, othersIn } from './backup-places'
import { removeOwnFile } from './devices-folder'
import { fileForActivityWatch, fileForTimeTracker } from './leaving-files'
import { readFiles } from './read-files'

/** Waits for the work; whether it succeeds or fails, the worker then reads everything again. */
async function thenNotifyWorker<Result>(
  work: Promise<Result>,
  forgotten: Forgotten | null = null,
): Promise<Result> {
  try {
    return await work
  } finally {
    await send('recordChanged', forgotten && { forgotten })
  }
}

const saveSettings = (change: Partial<Settings>) => send('changeSettings', change)

async function valuingBy({ currency, dayStartHour }: Settings): Promise<Valuing> {
  const [opinions, ratings, rates] = await Promise.all([allOpinions(), allRatings(), allRates()])
  const priceAt = pricing(rates, currency, dayStartHour)
  return { profileOf: surfaceBook(opinions, quartersBySurface(ratings)), priceAt, dayStartHour }
}

async function fileOfDays(kind: ExportKind, days: Days, settings: Settings, bulk: Bulk): Promise<Blob> {
  const { dayStartHour, currency } = settings
  const range = { ...days, dayStartHour }
  if (kind === 'json') {
    const head = { exportedAt: Date.now(), device: await deviceId(), settings: null }
    return exportFile({ head, range, ...bulk })
  }
  if (kind === 'time-tracker.json') return fileForTimeTracker(range, bulk)
  if (kind === 'activitywatch.json') return fileForActivityWatch(range, bulk)
  const sheet = kind.replace('.spreadsheet', '') as ExportKind
  if (sheet !== kind) {
    const table = await fileOfDays(sheet, days, settings, bulk)
    return new Blob([spreadsheetCsv(await table.text(), decimalMark())], { type: 'text/csv' })
  }
  const valuing = await valuingBy(settings)
  if (kind === 'days.csv') {
    const linesOf = (history: History, batch: Period) => dayLines(history, batch, valuing, currency)
    return exportDayTable({ range, header: DAYS_HEADER, linesOf, ...bulk })
  }
  const linesOf = (sealed: readonly SealedDay[]) => spanLines(sealed, valuing, currency)
  return exportTable({ range, header: SPANS_HEADER, linesOf, ...bulk })
}

/** If a PIN is set, limits stay; the person deletes them by hand. A focus hour that runs goes on and ends by itself. */
async function erase(): Promise<{ hasLimits: boolean; left: LeftFile | null }> {
  const { rules, pin } = await send('firewall', null)
  const limits = rules.filter(({ id }) => !isFocusId(id))
  if (!pin.isSet) for (const { id } of limits) await send('removeRule', { id, pin: null })
  await stopSavingDownloads()
  // First: afterwards nobody knows the folder, nor the name that this device had.
  const left = await removeOwnFile()
  // Through the worker, which would else send and bring back what is erased here.
  await send('eraseDevice', null)
  return { ...(await thenNotifyWorker(eraseEverything(), 'all')), left }
}

const dayNow = (dayStartHour: number): Day => {
  const now = Date.now()
  return personDay(now, localOffset(now), dayStartHour)
}

/** When the person's next day begins. */
const nextDayAt = (dayStartHour: number): number =>
  startOfDay(addDays(dayNow(dayStartHour), 1), dayStartHour, localOffset)

/** The actions of the Data section under the current settings. */
export const dataActions = (settings: Settings): DataProps['actions'] => ({
  exportAll: async (bulk) => {
    const at = Date.now()
    const file = await exportAll({ at, offset: localOffset(at), settings }, DOWNLOADS, bulk)
    if (!file) throw ownError('error_import_runs')
    return file.name
  },
  exportDays: async (kind, days, name, bulk) => saveFile(name, await fileOfDays(kind, days, settings, bulk)),
  read: async (files, bulk) => {
    const opinions = await allOpinions()
    return readFiles(files, { today: dayNow(settings.dayStartHour), opinions }, bulk)
  },
  othersIn,
  onFolder: (onChange) => {
    const watched = liveBackupFolder().subscribe({ next: onChange, error: onChange })
    return () => watched.unsubscribe()
  },
  hereOf: async ([reading], bulk) => {
    const here = reading ? await totalsOfTool(reading.source) : []
    const [opinions, stored] = await Promise.all([allOpinions(), allRules()])
    const spans = await previewDays(reading?.days ?? [], bulk)
    return { here, opinions, rules: stored.map(({ rule }) => rule), spans }
  },
  bring: ({ source, rows, browser, ...rest }, bulk) => {
    const [at, until] = [Date.now(), nextDayAt(settings.dayStartHour)]
    const totals = totalsOfRows(rows, { source, batch: at, browser })
    const options = { at, offsetAt: localOffset, until, saveSettings, ...bulk }
    return thenNotifyWorker(importForeign({ totals, browser, ...rest }, options))
  },
  preview: (content, mode, bulk) => previewImport(content, mode, Date.now(), bulk),
  import: (content, mode, bulk) => {
    const until = nextDayAt(settings.dayStartHour)
    return thenNotifyWorker(
      importFile(content, mode, { at: Date.now(), offsetAt: localOffset, until, saveSettings, ...bulk }),
    )
  },
  undoable: () => readBackup(Date.now()),
  undo: async ({ imported }, onProgress) => {
    // The page may have been open since yesterday, and another one may have imported something since.
    const undone = await thenNotifyWorker(undoImport({ imported, at: Date.now() }, saveSettings, onProgress))
    if (!undone) throw new Error(t('data_undo_gone'))
    return undone.staying
  },
  undoableUntil: () => nextDayAt(settings.dayStartHour),
  recordedIn: ({ first, last }) => recordedIn(first, last, settings.dayStartHour),
  deleteDays: ({ first, last }) => {
    const isRecent = last >= addDays(dayNow(settings.dayStartHour), -1)
    return thenNotifyWorker(deleteRange(first, last, settings.dayStartHour), isRecent ? 'all' : null)
  },
  erase,
})
