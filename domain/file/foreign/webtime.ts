/**
 * Webtime Tracker. CSV: `Domain` and a column a day, whole seconds, zero where nothing was; the first day may stand twice
 * in the header. Backup (JSON): `content.domains.<host>.days.<YYYY-MM-DD>.seconds`, beside the SHA-256
 * of the content as it was written. It counts no visits.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { isDate } from '../../time/local-time'
import { type DateReading, isNumbered, readingsOf } from './foreign-dates'
import { collectTable, type ForeignTable, refusedAs, type ToolAnswer } from './foreign-table'
import { hostIn } from './hosts'
import { plainNumber, delimiterIn, firstLines, linesIn, plainCells, wholeIn } from './lines'

const TOOL = 'webtime'

type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

/** Whether a parsed file is a backup. */
export const isWebtime = (file: unknown): boolean => 'domains' in fieldsOf(fieldsOf(file)['content'])

const DIGEST = /^[\da-f]{64}$/i

/** Whether a backup names a checksum that its content does not have. A file without one says nothing. */
function isChanged(file: unknown): boolean {
  const named = fieldsOf(fieldsOf(file)['hash'])['sha256']
  if (typeof named !== 'string' || !DIGEST.test(named)) return false
  const digestWith = (indent: string | number): string =>
    bytesToHex(sha256(utf8ToBytes(JSON.stringify(fieldsOf(file)['content'], null, indent))))
  // However it was indented.
  return ![0, 2, 4, '\t'].some((indent) => digestWith(indent) === named.toLowerCase())
}

/** Reads a parsed backup. */
export function readWebtime(file: unknown): ToolAnswer {
  const table = collectTable(TOOL)
  const domains = fieldsOf(fieldsOf(fieldsOf(file)['content'])['domains'])
  for (const [host, domain] of Object.entries(domains)) {
    for (const [day, facts] of Object.entries(fieldsOf(fieldsOf(domain)['days']))) {
      const seconds = plainNumber(fieldsOf(facts)['seconds'])
      if (seconds === null || !isDate(day)) table.leave('unreadable', 0)
      else if (seconds > 0)
        table.add({ day, host: hostIn(host), ms: Math.round(seconds * 1000), opens: null })
    }
  }
  return { tables: [{ ...table.done(), isChanged: isChanged(file) }] }
}

/** The first line of a table: the name of its first column, and its days. A spreadsheet may leave empty cells at the end. */
function headerIn(text: string): [name: string, ...days: string[]] {
  const [header = ''] = firstLines(text, 1)
  const [name = '', ...days] = plainCells(header, delimiterIn(header))
  return [name, ...days.slice(0, days.findLastIndex((day) => day !== '') + 1)]
}

/** Whether a text is a table with a column a day. */
export function isWebtimeCsv(text: string): boolean {
  const [name, ...days] = headerIn(text)
  return /^domain$/i.test(name) && days.length > 0 && days.every(isNumbered)
}

/** The seconds of a line by column; each day counts once, though it may stand in two columns. */
function addLine(
  table: ReturnType<typeof collectTable>,
  host: string,
  cells: readonly string[],
  days: readonly string[],
): void {
  const bySecond = new Map<string, number>()
  for (const [index, day] of days.entries()) {
    const cell = cells[index]
    const seconds = cell === '' || day === '' ? 0 : wholeIn(cell)
    if (seconds === null) table.leave('unreadable', 0)
    else if (seconds > 0) bySecond.set(day, Math.max(bySecond.get(day) ?? 0, seconds))
  }
  for (const [day, seconds] of bySecond) table.add({ day, host, ms: seconds * 1000, opens: null })
}

function tableIn(text: string, reading: DateReading): ForeignTable {
  const table = collectTable(TOOL)
  let [delimiter, days]: [string, string[] | null] = [',', null]
  for (const line of linesIn(text)) {
    if (days === null) {
      delimiter = delimiterIn(line)
      days = plainCells(line, delimiter)
        .slice(1)
        .map((day) => reading(day) ?? '')
      continue
    }
    const [host = '', ...cells] = plainCells(line, delimiter)
    if (host === '') table.leave('unreadable', 0)
    else addLine(table, hostIn(host), cells, days)
  }
  return table.done()
}

/** Reads a table; a spreadsheet may have written its dates anew. */
export function readWebtimeCsv(text: string): ToolAnswer {
  const [, ...days] = headerIn(text)
  const readings = readingsOf(days)
  if (readings.length === 0) return refusedAs('unreadable', TOOL)
  return { tables: readings.map((reading) => tableIn(text, reading)) }
}
