/**
 * Time Tracker 4. Backup (JSON): `__stat__` with `host`, `date` as `YYYYMMDD`, `focus` in ms and `time`, which are page
 * loads. Records as CSV and JSON: whole seconds. The CSV quotes nothing, though names of sites hold commas, and its header
 * is in the person's language. Limits and categories stand beside the rows of a backup; passwords are never read.
 */
import type { Day } from '../../time/local-time'
import { compactDay } from './foreign-dates'
import { collectTable, refusedAs, type TableCollector, type ToolAnswer } from './foreign-table'
import { hostIn, isBrowserPage } from './hosts'
import { categoriesIn, limitsIn } from './time-tracker-limits'
import { isOlderBackup, newerBackup } from './time-tracker-older'
import { delimiterIn, firstLines, linesIn, plainNumber, remembering, wholeIn } from './lines'

const TOOL = 'time-tracker'

type Fields = Record<string, unknown>

interface Row {
  host: unknown
  date: unknown
  ms: number | null
  opens: number | null
}

interface Collecting {
  table: TableCollector
  dayOf: (text: string) => Day | null
}

const collecting = (): Collecting => ({ table: collectTable(TOOL), dayOf: remembering(compactDay) })

/** Adds a row, unless it is counted elsewhere too: a virtual site is also in its host, a tab group in its sites. */
function addRow({ table, dayOf }: Collecting, { host, date, ms, opens }: Row): void {
  const day = dayOf(String(date))
  if (typeof host !== 'string' || host === '' || day === null || ms === null) table.leave('unreadable', 0)
  else if (host.startsWith('_g_')) table.leave('group', ms)
  else if (/^__local_.*__$/.test(host)) table.add({ day, host: 'file:', ms, opens })
  else if (isBrowserPage(host.toLowerCase())) table.leave('browser', ms)
  else if (/[/*]/.test(host)) table.leave('part', ms, host)
  else table.add({ day, host: hostIn(host), ms, opens })
}

/** Whether a parsed file is a backup or a list of records. */
export const isTimeTracker = (file: unknown): boolean =>
  Array.isArray(file)
    ? isRecord(file[0])
    : typeof file === 'object' &&
      file !== null &&
      ('__stat__' in file || '__meta__' in file || isOlderBackup(file as Fields))

const isRecord = (row: unknown): row is Fields =>
  typeof row === 'object' && row !== null && 'focus' in row && 'time' in row

/** Reads a parsed backup. What a row does not name is none. */
function readBackup(file: Fields): ToolAnswer {
  const into = collecting()
  const { __stat__: rows } = file
  if (!Array.isArray(rows)) return refusedAs('otherReport', TOOL)
  for (const row of rows as unknown[]) {
    const { host, date, focus = 0, time = 0 } = (row ?? {}) as Fields
    const ms = plainNumber(focus)
    addRow(into, { host, date, ms: ms === null ? null : Math.round(ms), opens: plainNumber(time) })
  }
  return { tables: [{ ...into.table.done(), limits: limitsIn(file), categories: categoriesIn(file) }] }
}

/** Reads a parsed backup or list of records. */
export function readTimeTracker(file: unknown): ToolAnswer {
  const into = collecting()
  if (Array.isArray(file)) {
    const rows = file as unknown[]
    // Merged by date or by category, records name no day or no site.
    if (!rows.every((row) => isRecord(row) && 'host' in row && 'date' in row))
      return refusedAs('otherReport', TOOL)
    for (const { host, date, focus, time } of rows as Fields[]) {
      const seconds = typeof focus === 'string' ? wholeIn(focus) : plainNumber(focus)
      if (seconds === null && /^[\d.,]+$/.test(String(focus))) return refusedAs('otherUnit', TOOL)
      addRow(into, { host, date, ms: seconds === null ? null : seconds * 1000, opens: plainNumber(time) })
    }
    return { tables: [into.table.done()] }
  }
  const backup = file as Fields
  return readBackup('__stat__' in backup || !isOlderBackup(backup) ? backup : newerBackup(backup))
}

/** Date and domain from the left, visits and time from the right: what is between them may hold commas. */
const dated = (by: string): RegExp =>
  new RegExp(`^"?(\\d{8})"?${by}"?([^${by}"]*)"?${by}(?:.*${by})?"?([^${by}"]*)"?${by}"?(\\d+)"?$`)
const undated = (by: string): RegExp => new RegExp(`^[^${by}\\s]+(?:${by}.*)?${by}\\d+${by}\\d+$`)

const mostOf = (lines: readonly string[], pattern: RegExp): boolean =>
  lines.length > 0 && lines.filter((line) => pattern.test(line)).length > lines.length / 2

/** Whether a text is a table of records, also a merged one. The header is in any language, so only the rows tell. */
export function isTimeTrackerCsv(text: string): boolean {
  const [header = '', ...rows] = firstLines(text, 50)
  const by = delimiterIn(header)
  const columns = header.split(by).length
  if (columns < 3 || /\d/.test(header)) return false
  return mostOf(rows, dated(by)) || (columns <= 4 && mostOf(rows, undated(by)))
}

/** Reads a table of records. A spreadsheet may have saved it anew, with other delimiters and quotes. */
export function readTimeTrackerCsv(text: string): ToolAnswer {
  const [header = '', ...rows] = firstLines(text, 50)
  const by = delimiterIn(header)
  const pattern = dated(by)
  // By category there are four columns: date, category, time and visits. Without dates there are fewer.
  if (!mostOf(rows, pattern) || header.split(by).length < 5) return refusedAs('otherReport', TOOL)
  const into = collecting()
  let isHeader = true
  for (const line of linesIn(text)) {
    if (isHeader) {
      isHeader = false
      continue
    }
    const [, date = '', host = '', time = '', visits = ''] = pattern.exec(line) ?? []
    if (/^\d+[.,]\d+$/.test(time)) return refusedAs('otherUnit', TOOL)
    const seconds = wholeIn(time)
    addRow(into, { host, date, ms: seconds === null ? null : seconds * 1000, opens: wholeIn(visits) })
  }
  return { tables: [into.table.done()] }
}
