/** Reads a file that a person chose: an export of ours, or what another tool wrote. */
import type { Opinion } from '../surface/opinion'
import { surfaceRules } from '../surface/surface-rules'
import type { Day } from '../time/local-time'
import { type Reading, readExport } from './export-read'
import { textIn } from './foreign/decode'
import { importOf } from './foreign/foreign-import'
import type { ForeignImport } from './foreign/foreign-rows'
import { type ForeignRefused, refusedAs } from './foreign/foreign-table'
import { readForeign, refusedBinary } from './foreign/recognise'
import { MOST_ROWS } from './most'

/** `foreign` is what the file would bring: once, or twice if its dates can be read in two ways. */
export type AnyReading = Reading | { foreign: ForeignImport[] } | { foreignRefused: ForeignRefused }

/** What the reading of a foreign file depends on: the person's day and what they said of sites. */
export interface ReadingFor {
  today: Day
  opinions: readonly Opinion[]
}

const isSomething = ({ rows, limits }: ForeignImport): boolean => rows.length > 0 || limits.length > 0

/** What a text of another tool brings, or why it is refused. */
function foreignReading(text: string, { today, opinions }: ReadingFor): AnyReading {
  const answer = readForeign(text, today)
  if ('refusal' in answer) return { foreignRefused: answer }
  const rules = surfaceRules(opinions)
  const foreign = answer.tables.map((table) => importOf(table, rules)).filter(isSomething)
  const source = answer.tables[0]?.source ?? null
  if (foreign.length === 0) return { foreignRefused: refusedAs('nothing', source) }
  return foreign.some(({ rows }) => rows.length > MOST_ROWS.totals)
    ? { foreignRefused: refusedAs('tooMany', source) }
    : { foreign }
}

/** Reads the bytes of a file, whichever program wrote it. Never throws. */
export function readAny(bytes: Uint8Array, by: ReadingFor): AnyReading {
  const read = textIn(bytes)
  if ('binary' in read) return { foreignRefused: refusedBinary(read.binary) }
  const own = readExport(read.text)
  if (!('refused' in own) || (own.refused !== 'not_json' && own.refused !== 'other_program')) return own
  const foreign = foreignReading(read.text, by)
  const isUnknown =
    'foreignRefused' in foreign &&
    foreign.foreignRefused.tool === null &&
    ['unknown', 'tooMany'].includes(foreign.foreignRefused.refusal)
  // What looks like JSON is rather a broken export of ours.
  return isUnknown && (own.refused === 'other_program' || /^\s*[[{]/.test(read.text.slice(0, 1000)))
    ? own
    : foreign
}
