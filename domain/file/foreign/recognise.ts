/** Tells from the content of a file, not from its name, which tool wrote it, and reads it. */
import type { Day } from '../../time/local-time'
import { isTooMuchJson } from '../json-size'
import { DAYS_HEADER, SPANS_HEADER } from '../record-csv'
import { isActivityWatch, readActivityWatch } from './activitywatch'
import type { Binary } from './decode'
import { flawOfTable } from './foreign-checks'
import {
  type ForeignRefusal,
  type ForeignRefused,
  type ForeignTable,
  refusedAs,
  type Tool,
  type ToolAnswer,
  TooManyTimes,
} from './foreign-table'
import { firstLines, TooManyLines } from './lines'
import { isLeechBlock, isLeechBlockText, readLeechBlock } from './leechblock'
import { isRescueTime, isRescueTimeJson, readRescueTime } from './rescuetime'
import { isStayFree, readStayFree } from './stayfree'
import { isTimeTracker, isTimeTrackerCsv, readTimeTracker, readTimeTrackerCsv } from './time-tracker'
import { isWatt, isWattCsv, readWatt, readWattCsv } from './watt'
import { isWebtime, isWebtimeCsv, readWebtime, readWebtimeCsv } from './webtime'

interface Reader<Input> {
  is: (input: Input) => boolean
  read: (input: Input) => ToolAnswer
}

/** One line a tool. Nothing else knows them by name. */
const OF_JSON: readonly Reader<unknown>[] = [
  { is: isTimeTracker, read: readTimeTracker },
  { is: isWatt, read: readWatt },
  { is: isWebtime, read: readWebtime },
  { is: isLeechBlock, read: readLeechBlock },
  { is: isActivityWatch, read: readActivityWatch },
  { is: isRescueTimeJson, read: readRescueTime },
]

const OF_TEXT: readonly Reader<string>[] = [
  { is: isLeechBlockText, read: readLeechBlock },
  { is: isWattCsv, read: readWattCsv },
  { is: isRescueTime, read: readRescueTime },
  { is: isWebtimeCsv, read: readWebtimeCsv },
  { is: isTimeTrackerCsv, read: readTimeTrackerCsv },
  { is: isStayFree, read: readStayFree },
]

const namesIn = (file: unknown): Set<string> =>
  new Set(typeof file === 'object' && file !== null ? Object.keys(file).slice(0, 200) : [])

/** What a parsed file is that is known, but not read. */
function knownJson(file: unknown): ForeignRefusal | null {
  const names = namesIn(file)
  const first = namesIn(Array.isArray(file) ? (file as unknown[])[0] : null)
  if (names.has('Browser History') || (first.has('url') && first.has('visitTime'))) return 'visits'
  if (String((file as { format?: unknown } | null)?.format).startsWith('zeitwert')) return 'ownTable'
  return null
}

/** The same of other texts. */
function knownText(text: string): ForeignRefusal | null {
  const lines = firstLines(text, 20)
  const [first = ''] = lines
  if ([SPANS_HEADER, DAYS_HEADER].some((header) => first === header.trim())) return 'ownTable'
  if (lines.some((line) => /^https?:\/\/\S+\t/.test(line) || /\tU?\d{12,17}(?:\.\d+)?(?:\t|$)/.test(line)))
    return 'visits'
  return null
}

/** The tool of a text in JSON that breaks off: its first names tell. */
const BEGINNINGS: readonly [tool: Tool, pattern: RegExp][] = [
  [
    'time-tracker',
    /"__(?:meta|stat|timer)__|"20\d{6}[^"]+"\s*:\s*\{\s*"(?:focus|total|time|run)"|"host"\s*:[^{}]*"date"\s*:\s*"\d{8}"/,
  ],
  ['watt', /"summaryTime"|"favicon"/],
  ['activitywatch', /"buckets"\s*:|"type"\s*:\s*"(?:web\.tab\.current|currentwindow|afkstatus)"/],
  ['leechblock', /"(?:setName|sites)1"\s*:/],
  ['rescuetime', /"row_headers"\s*:/],
  ['webtime', /"content"\s*:\s*\{\s*"domains"|"domains"\s*:/],
]

const toolOfBeginning = (text: string): Tool | null =>
  BEGINNINGS.find(([, pattern]) => pattern.test(text.slice(0, 2000)))?.[0] ?? null

function readJson(text: string): ToolAnswer {
  if (isTooMuchJson(text)) return refusedAs('tooMany', null)
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    const tool = toolOfBeginning(text)
    return refusedAs(tool ? 'cutOff' : 'unknown', tool)
  }
  const reader = OF_JSON.find(({ is }) => is(file))
  return reader ? reader.read(file) : refusedAs(knownJson(file) ?? 'unknown', null)
}

function readText(text: string): ToolAnswer {
  const known = knownText(text)
  if (known) return refusedAs(known, null)
  const reader = OF_TEXT.find(({ is }) => is(text))
  return reader ? reader.read(text) : refusedAs('unknown', null)
}

/** Older programs of a Mac end lines with CR alone. */
const withLines = (text: string): string => (text.includes('\n') ? text : text.replaceAll('\r', '\n'))

/** The tables of a text that are possible on this day of the person, or why there is none. Never throws. */
export function readForeign(text: string, today: Day): { tables: ForeignTable[] } | ForeignRefused {
  try {
    const isJson = /^\s*[[{]/.test(text.slice(0, 2000))
    const answer = isJson ? readJson(text) : readText(withLines(text))
    if (!('tables' in answer)) return answer
    const flaws = answer.tables.map((table) => flawOfTable(table, today))
    const tables = answer.tables.filter((_, index) => flaws[index] === null)
    return tables.length > 0 ? { tables } : (flaws[0] as ForeignRefused)
  } catch (error) {
    if (error instanceof TooManyLines || error instanceof TooManyTimes) return refusedAs('tooMany', null)
    throw error
  }
}

/** Why a file without text is refused. */
export const refusedBinary = (binary: Binary): ForeignRefused =>
  refusedAs(binary === 'packed' ? 'sheet' : binary, null)
