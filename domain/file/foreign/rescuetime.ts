/**
 * RescueTime: CSV of `Date`, `Time Spent (seconds)`, …, `Activity`, …, in steps of five minutes, an hour or a day; `Date` is
 * the local start of a step. An activity is a host, a program, or a name of RescueTime's own. Its interface for programs
 * gives the same as JSON (`row_headers`, `rows`); the archive of everything is a CSV without a header.
 */
import Papa from 'papaparse'
import { isHost } from '../../surface/host'
import { addDays, type Day, isDate, weekday } from '../../time/local-time'
import { type DateReading, isNumbered, readingsOf } from './foreign-dates'
import { collectTable, type ForeignTable, refusedAs, type ToolAnswer } from './foreign-table'
import { hostIn } from './hosts'
import { delimiterIn, firstLines, linesIn, remembering, wholeIn } from './lines'

const TOOL = 'rescuetime'

/** RescueTime's own names of sites. */
const NAMED: Readonly<Record<string, string>> = {
  gmail: 'mail.google.com',
  'google documents': 'docs.google.com',
  'google docs': 'docs.google.com',
  'google spreadsheets': 'docs.google.com',
  'google sheets': 'docs.google.com',
  'google presentations': 'docs.google.com',
  'google slides': 'docs.google.com',
  'google drive': 'drive.google.com',
  'google calendar': 'calendar.google.com',
  'google maps': 'maps.google.com',
  'google keep': 'keep.google.com',
  'google meet': 'meet.google.com',
  'google news': 'news.google.com',
  'google translate': 'translate.google.com',
}

/** Files that a system runs look like hosts. */
const RUNS = /\.(?:exe|bat|cmd|msc|msi|dmg|jar|pkg|lnk)$/i

/** Android names apps the other way round, so that they look like hosts. */
const ANDROID = /^(?:com|org|net|android)\.[^.]+\./

/** The host that an activity is; null for a program. */
function hostOfActivity(activity: string): string | null {
  const named = NAMED[activity.trim().toLowerCase()]
  if (named !== undefined) return named
  const host = hostIn(activity)
  if (ANDROID.test(host)) return null
  return host.includes('.') && !RUNS.test(host) && isHost(host) ? host : null
}

const cellsOf = (line: string, delimiter: string): string[] =>
  line.includes('"') ? (Papa.parse<string[]>(line, { delimiter }).data[0] ?? []) : line.split(delimiter)

type Rows = Iterable<readonly string[]>

function* rowsIn(text: string): Generator<string[]> {
  const delimiter = delimiterIn(firstLines(text, 1)[0] ?? '')
  for (const line of linesIn(text)) yield cellsOf(line, delimiter)
}

function* afterFirst(rows: Rows): Generator<readonly string[]> {
  let isFirst = true
  for (const row of rows) {
    if (!isFirst) yield row
    isFirst = false
  }
}

const firstRows = (text: string): string[][] => {
  const lines = firstLines(text, 1)
  return lines.map((line) => cellsOf(line, delimiterIn(line)))
}

interface Columns {
  date: number
  seconds: number
  activity: number
}

const columnsOf = (header: readonly string[]): Columns => {
  const names = header.map((name) => name.trim().toLowerCase())
  return {
    date: names.indexOf('date'),
    seconds: names.indexOf('time spent (seconds)'),
    activity: names.indexOf('activity'),
  }
}

/** The archive of everything has no header: start of the hour with its offset, activity, details, two categories, seconds. */
const ARCHIVED: Columns = { date: 0, activity: 1, seconds: 5 }

const isArchived = (row: readonly string[]): boolean =>
  row.length === 6 &&
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}$/.test(row[0] ?? '') &&
  wholeIn(row[5]) !== null

/** The rows of a report and its columns; null if they are of no report. */
function reportIn(rows: Rows): { columns: Columns; hasHeader: boolean } | null {
  for (const first of rows) {
    if (isArchived(first)) return { columns: ARCHIVED, hasHeader: false }
    const columns = columnsOf(first)
    return columns.seconds >= 0 ? { columns, hasHeader: true } : null
  }
  return null
}

/** Whether a text is a report of this tool. */
export const isRescueTime = (text: string): boolean => reportIn(firstRows(text)) !== null

/** The answer of its interface for programs: the same table, as lists. */
const tableOfJson = (file: unknown): string[][] | null => {
  const { row_headers: header, rows } = (file ?? {}) as { row_headers?: unknown; rows?: unknown }
  if (!Array.isArray(header) || !Array.isArray(rows)) return null
  return [header, ...(rows as unknown[])].map((row) => (Array.isArray(row) ? row.map(String) : []))
}

/** The same of a parsed file. */
export const isRescueTimeJson = (file: unknown): boolean => {
  const table = tableOfJson(file)
  return table !== null && reportIn(table) !== null
}

/** The date and the time of a step's start. */
function startIn(text: string): [date: string, time: string] {
  const [, date = '', time = ''] = /^\s*(\S+?)(?:[T\s]\s*(\d.*))?$/s.exec(text) ?? []
  return [date, time]
}

const MIDNIGHT = /^(?:0?0:00(?::00)?|12:00(?::00)?\s?AM)?$/i

/** Whether the rows are weeks or months: all begin at midnight, and the days are too far apart. */
function isTooCoarse(times: ReadonlySet<string>, days: readonly Day[]): boolean {
  if (days.length < 2 || [...times].some((time) => !MIDNIGHT.test(time))) return false
  const isApart = days.every((day, index) => index === 0 || day >= addDays(days[index - 1] as Day, 7))
  const isAlike = (partOf: (day: Day) => number) => new Set(days.map(partOf)).size === 1
  return isApart && (isAlike(weekday) || isAlike((day) => Number(day.slice(8))))
}

const asDay: DateReading = (date) => (isDate(date) ? date : null)

/** How the dates are written: as the tool does, or in one or two ways as a spreadsheet did. */
function readingsIn(rows: Rows, { date }: Columns): DateReading[] {
  const dates = new Set<string>()
  for (const row of rows) {
    const [written] = startIn(row[date] ?? '')
    if (isDate(written)) return [asDay]
    if (isNumbered(written) && dates.size < 10_000) dates.add(written)
  }
  const readings = readingsOf(dates)
  return readings.length > 0 ? readings : [asDay]
}

function tableIn(rows: Rows, columns: Columns, reading: DateReading): ForeignTable | null {
  const table = collectTable(TOOL)
  const [times, days] = [new Set<string>(), new Set<Day>()]
  const dayOf = remembering((date) => reading(date) ?? '')
  const hostOf = remembering((activity) => hostOfActivity(activity) ?? '')
  for (const cells of rows) {
    const [date, time] = startIn(cells[columns.date] ?? '')
    const activity = cells[columns.activity] ?? ''
    const [day, seconds] = [dayOf(date), wholeIn(cells[columns.seconds]?.trim())]
    if (day === '' || seconds === null || activity === '') {
      table.leave('unreadable', 0)
      continue
    }
    days.add(day)
    if (times.size < 10_000) times.add(time)
    const host = hostOf(activity)
    if (host === '') table.leave('program', seconds * 1000, activity)
    else table.add({ day, host, ms: seconds * 1000, opens: null })
  }
  return isTooCoarse(times, [...days].toSorted()) ? null : table.done()
}

/** Reads a report, as a text or parsed. Only one by day and activity says how long a site was used on a day. */
export function readRescueTime(file: unknown): ToolAnswer {
  const list = typeof file === 'string' ? null : tableOfJson(file)
  const rows = (): Rows => list ?? rowsIn(String(file))
  const report = reportIn(rows())
  if (!report || report.columns.date < 0 || report.columns.activity < 0) return refusedAs('otherReport', TOOL)
  const { columns, hasHeader } = report
  const body = (): Rows => (hasHeader ? afterFirst(rows()) : rows())
  const tables = readingsIn(body(), columns).map((reading) => tableIn(body(), columns, reading))
  const fine = tables.flatMap((table) => table ?? [])
  return fine.length > 0 ? { tables: fine } : refusedAs('otherReport', TOOL)
}
