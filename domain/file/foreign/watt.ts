/**
 * Web Activity Time Tracker. Backup (JSON): a list of `url`, `counter` and `days` with `date`, `summary` in seconds and
 * `counter`, which are visits. CSV: `Date,WebSite,Time(sec),Sessions`, an empty line after each day, nothing quoted. Dates
 * are `M/D/YYYY` since version 2; version 1 wrote them as the browser's language does.
 */
import { type DateReading, monthFirst, readingsOf } from './foreign-dates'
import { collectTable, type ForeignTable, refusedAs, type ToolAnswer } from './foreign-table'
import { hostIn } from './hosts'
import { delimiterIn, firstLines, linesIn, plainCells, plainNumber, remembering, wholeIn } from './lines'

const TOOL = 'watt'

type Fields = Record<string, unknown>

interface Row {
  date: unknown
  host: unknown
  seconds: number | null
  visits: number | null
}

function tableIn(rows: readonly Row[], reading: DateReading): ForeignTable {
  const table = collectTable(TOOL)
  const dayOf = remembering(reading)
  for (const { date, host, seconds, visits } of rows) {
    const day = typeof date === 'string' ? dayOf(date) : null
    if (day === null || typeof host !== 'string' || host === '' || seconds === null)
      table.leave('unreadable', 0)
    else table.add({ day, host: hostIn(host), ms: Math.round(seconds * 1000), opens: visits })
  }
  return table.done()
}

/** One table, or two if each date can be read in two ways. Rows without a date are left out. */
function tablesIn(rows: readonly Row[], isMonthFirst: boolean): ToolAnswer {
  const dates = new Set(
    rows.flatMap(({ date }) => (typeof date === 'string' && /\p{Nd}/u.test(date) ? date : [])),
  )
  const readings = isMonthFirst ? [monthFirst] : readingsOf(dates)
  if (readings.length === 0) return refusedAs(rows.length === 0 ? 'nothing' : 'unreadable', TOOL)
  return { tables: readings.map((reading) => tableIn(rows, reading)) }
}

/** Whether a parsed file is a backup. */
export const isWatt = (file: unknown): boolean =>
  Array.isArray(file) &&
  typeof file[0] === 'object' &&
  file[0] !== null &&
  'url' in file[0] &&
  ('days' in file[0] || 'summaryTime' in file[0])

/** Reads a parsed backup. */
export function readWatt(file: unknown): ToolAnswer {
  const rows = (file as unknown[]).flatMap((site): Row[] => {
    const { url, days } = (site ?? {}) as Fields
    if (!Array.isArray(days)) return [{ host: url, date: null, seconds: null, visits: null }]
    return (days as unknown[]).map((one) => {
      const { date, summary, counter } = (one ?? {}) as Fields
      return { host: url, date, seconds: plainNumber(summary), visits: plainNumber(counter) }
    })
  })
  return tablesIn(rows, false)
}

/** Numbers, and the signs for year, month and day in Chinese, Japanese and Russian. */
const DATE = String.raw`[\p{Nd}./\-\u5e74\u6708\u65e5\u0433\s\u200e\u200f]{6,30}`

/** From the left the date, from the right visits and seconds: addresses of files hold commas. */
const lineOf2 = (by: string): RegExp =>
  new RegExp(`^"?(${DATE})"?${by}"?(.+?)"?${by}"?(\\d+)"?${by}"?(\\d+)"?$`, 'u')
/** Version 1: host, date and seconds. */
const lineOf1 = (by: string): RegExp => new RegExp(`^"?(.+?)"?${by}"?(${DATE})"?${by}"?(\\d+)"?$`, 'u')

const HEADERS = ['domain,date,time(sec)', 'date,website,time(sec),sessions']

/** Which version wrote a table, and what stands between its cells: a spreadsheet may have saved it anew. */
function writtenAs(text: string): { version: number; delimiter: string } {
  const [header = ''] = firstLines(text, 1)
  const delimiter = delimiterIn(header)
  const cells = plainCells(header, delimiter).filter(Boolean).join(',').toLowerCase()
  return { version: HEADERS.indexOf(cells) + 1, delimiter }
}

/** Whether a text is a table of this tool. */
export const isWattCsv = (text: string): boolean => writtenAs(text).version > 0

/** Reads a table. */
export function readWattCsv(text: string): ToolAnswer {
  const { version, delimiter } = writtenAs(text)
  const pattern = version === 1 ? lineOf1(delimiter) : lineOf2(delimiter)
  const rows: Row[] = []
  let isHeader = true
  for (const line of linesIn(text)) {
    if (!isHeader) {
      const [, a = '', b = '', c = '', d = ''] = pattern.exec(line) ?? []
      rows.push(
        version === 1
          ? { host: a, date: b, seconds: wholeIn(c), visits: null }
          : { date: a, host: b, seconds: wholeIn(c), visits: wholeIn(d) },
      )
    }
    isHeader = false
  }
  const isMonthFirst = rows.every(({ date }) => date === '' || monthFirst(String(date)) !== null)
  return tablesIn(rows, version === 2 && isMonthFirst)
}
