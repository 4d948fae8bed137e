/**
 * StayFree, for phones. Its file is a binary spreadsheet; a table saved from it (CSV) is read: the first column is the app,
 * the second the device, then a column a day with `1h 10m 26s`. Header and units are in the person's language. The last
 * column and the last row are sums, which are not added.
 */
import Papa from 'papaparse'
import { type Day, HOUR_MS, MINUTE_MS } from '../../time/local-time'
import { type DateReading, isNumbered, plainDigits, readingsOf } from './foreign-dates'
import { collectTable, type ForeignTable, refusedAs, type ToolAnswer } from './foreign-table'
import { delimiterIn, firstLines, linesIn } from './lines'
import { isNamed, namedReadings } from './month-names'
import { type ForeignApp, siteOfApp } from './phone-apps'

const TOOL = 'stayfree'
const SECOND_MS = 1000

/**
 * The first letters of the units in the languages of the tool. What is longer comes first: `sa` is an hour in Turkish, `giây`
 * a second in Vietnamese, `mp` one in Hungarian.
 */
const UNITS: readonly [pattern: RegExp, ms: number][] = [
  [/^(?:giây|mp|másod|saniye|sekunti)/, SECOND_MS],
  [/^(?:h|st|sa|ho|o|ó|g|u|t|jam|ч|год|ώ|ω|س|時|小|시)/, HOUR_MS],
  [/^(?:m|dk|dak|p|м|хв|λ|د|分|분)/, MINUTE_MS],
  [/^(?:s|с|δ|ث|秒|초)/, SECOND_MS],
]

const PART = /^(\d{1,5})\s*(\p{L}+)\.?\s*/u

/** A time such as `1h 10m 26s`, `10 Min.` or `1:10:26`, ms; null if it is none. */
export function spokenMs(text: string): number | null {
  const clock = /^(\d{1,4}):(\d\d):(\d\d)$/.exec(text.trim())
  if (clock) {
    const [hours = 0, minutes = 0, seconds = 0] = clock.slice(1).map(Number)
    return hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS
  }
  let [rest, ms] = [plainDigits(text).trim().toLowerCase().slice(0, 60), 0]
  if (rest === '') return null
  for (let part = PART.exec(rest); part; part = PART.exec(rest)) {
    const [whole, count, unit = ''] = part
    const found = UNITS.find(([pattern]) => pattern.test(unit))
    if (!found) return null
    ms += Number(count) * found[1]
    rest = rest.slice(whole.length)
  }
  return rest === '' ? ms : null
}

const cellsOf = (line: string, delimiter: string): string[] =>
  (Papa.parse<string[]>(line, { delimiter }).data[0] ?? []).map((cell) => cell.trim())

/** The delimiter of a header that may hold dates with commas in quotes. */
const delimiterOf = (header: string): string => delimiterIn(header.replaceAll(/"[^"]*"/g, ''))

/** The cells of a header. A spreadsheet may leave empty ones at the end. */
function headerIn(line: string, delimiter: string): string[] {
  const cells = cellsOf(line, delimiter)
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

/** The ways to read the dates of a header: a month is a number or, in most languages, a name. */
function readingsIn(header: readonly string[]): DateReading[] {
  const numbered = header.filter(isNumbered)
  return numbered.length > 0 ? readingsOf(numbered) : namedReadings(header.filter(isNamed))
}

/** Whether a text is a table of this tool: its first line has a day in each column but the sum's, the rows spoken times. */
export function isStayFree(text: string): boolean {
  const [header = '', ...rows] = firstLines(text, 4)
  const delimiter = delimiterOf(header)
  const cells = headerIn(header, delimiter)
  const days = cells.slice(2, -1)
  if (days.length === 0 || !days.every((cell) => isNumbered(cell) || isNamed(cell))) return false
  if (readingsIn(cells).length === 0) return false
  return rows.some((row) => {
    const times = cellsOf(row, delimiter).slice(1).filter(Boolean)
    return times.length > 0 && times.filter((cell) => spokenMs(cell) !== null).length > times.length / 2
  })
}

interface AppRow {
  app: string
  cells: (number | null)[]
}

const sumOf = (cells: readonly (number | null)[]): number =>
  cells.reduce<number>((sum, ms) => sum + (ms ?? 0), 0)

/** The rows of apps. The last one is the sum of the others, give or take the seconds that were rounded away. */
function appRows(lines: readonly string[], delimiter: string, days: readonly (Day | '')[]): AppRow[] {
  const rows = lines.flatMap((line): AppRow[] => {
    const [app = '', ...cells] = cellsOf(line, delimiter)
    const times = cells.map((cell, index) => (days[index + 1] ? spokenMs(cell) : null))
    return times.some((ms) => ms !== null) ? [{ app, cells: times }] : []
  })
  const [last, others] = [rows.at(-1), rows.slice(0, -1)]
  if (!last || others.length === 0) return rows
  const sum = others.reduce((all, { cells }) => all + sumOf(cells), 0)
  return Math.abs(sumOf(last.cells) - sum) <= Math.max(sum / 50, MINUTE_MS) ? others : rows
}

function tableIn(lines: readonly string[], delimiter: string, reading: DateReading): ForeignTable {
  const [header = '', ...rest] = lines
  // The first column is the app.
  const days = cellsOf(header, delimiter).map((cell, index) => (index < 1 ? '' : (reading(cell) ?? '')))
  const table = collectTable(TOOL)
  const apps: ForeignApp[] = []
  for (const { app, cells } of appRows(rest, delimiter, days)) {
    const site = siteOfApp(app)
    const times = cells.flatMap((ms, index) => (ms ? { day: days[index + 1] as Day, ms } : []))
    if (site !== null) for (const time of times) table.add({ ...time, host: site, opens: null })
    else {
      table.leave('app', sumOf(cells), app)
      apps.push({ name: app, ms: sumOf(cells), times })
    }
  }
  return { ...table.done(), apps }
}

/** The most apps that a table may have, with the lines below them: no phone has more. */
const MOST_APPS = 5000

/** Reads a table. */
export function readStayFree(text: string): ToolAnswer {
  const lines: string[] = []
  for (const line of linesIn(text)) {
    if (lines.length > MOST_APPS) return refusedAs('tooMany', TOOL)
    lines.push(line)
  }
  const delimiter = delimiterOf(lines[0] ?? '')
  const readings = readingsIn(headerIn(lines[0] ?? '', delimiter))
  if (readings.length === 0) return refusedAs('unreadable', TOOL)
  return { tables: readings.map((reading) => tableIn(lines, delimiter, reading)) }
}
