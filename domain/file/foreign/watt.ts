/**
 * Web Activity Time Tracker. Backup (JSON): a list of `url`, `counter` and `days` with `date`, `summary` in seconds and
 * `counter`, which are visits. CSV: `Date,WebSite,Time(sec),Sessions`, an empty line after each day, nothing quoted. Dates
 * are `M/D/YYYY` since version 2; version 1 wrote them as the browser's language does.
 */
import { dayIn, type DateOrder, ordersOf } from './foreign-dates'
import { collectTable, type ForeignTable, refusedAs, type ToolAnswer } from './foreign-table'
import { hostIn } from './hosts'
import { plainNumber, firstLines, linesIn, remembering, wholeIn } from './lines'

const TOOL = 'watt'

type Fields = Record<string, unknown>

interface Row {
  date: unknown
  host: unknown
  seconds: number | null
  visits: number | null
}

function tableIn(rows: readonly Row[], order: DateOrder): ForeignTable {
  const table = collectTable(TOOL)
  const dayOf = remembering((text) => dayIn(text, order))
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
  const dates = new Set(rows.flatMap(({ date }) => (typeof date === 'string' && /\d/.test(date) ? date : [])))
  const orders = isMonthFirst ? (['mdy'] as const) : ordersOf(dates)
  if (orders.length === 0) return refusedAs(rows.length === 0 ? 'nothing' : 'unreadable', TOOL)
  return { tables: orders.map((order) => tableIn(rows, order)) }
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

/** From the left the date, from the right visits and seconds: addresses of files hold commas. */
const LINE = /^([\d./-]{6,10}\.?),(.+),(\d+),(\d+)$/
/** Version 1: host, date and seconds. */
const LINE_1 = /^(.+),([\d./-]{6,10}\.?),(\d+)$/

const isHeaderOf2 = (line: string): boolean => /^date,website,time\(sec\),sessions$/i.test(line)
const isHeaderOf1 = (line: string): boolean => /^domain,date,time\(sec\)$/i.test(line)

/** Whether a text is a table of this tool. */
export function isWattCsv(text: string): boolean {
  const [header = ''] = firstLines(text, 1)
  return isHeaderOf2(header) || isHeaderOf1(header)
}

/** Reads a table. */
export function readWattCsv(text: string): ToolAnswer {
  const isFirst = isHeaderOf1(firstLines(text, 1)[0] ?? '')
  const rows: Row[] = []
  let isHeader = true
  for (const line of linesIn(text)) {
    if (!isHeader) {
      const [, a = '', b = '', c = '', d = ''] = (isFirst ? LINE_1 : LINE).exec(line) ?? []
      rows.push(
        isFirst
          ? { host: a, date: b, seconds: wholeIn(c), visits: null }
          : { date: a, host: b, seconds: wholeIn(c), visits: wholeIn(d) },
      )
    }
    isHeader = false
  }
  const isMonthFirst = rows.every(({ date }) => date === '' || dayIn(String(date), 'mdy') !== null)
  return tablesIn(rows, !isFirst && isMonthFirst)
}
