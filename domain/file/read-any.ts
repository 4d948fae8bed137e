/** Reads files that a person chose: an export of ours, or what another tool wrote. */
import type { Opinion } from '../surface/opinion'
import { surfaceRules } from '../surface/surface-rules'
import type { Day, OffsetAt } from '../time/local-time'
import { type Reading, readExport } from './export-read'
import { joinedBuckets } from './foreign/activitywatch'
import { daysOfBuckets } from './foreign/activitywatch-spans'
import { textIn } from './foreign/decode'
import { importOf } from './foreign/foreign-import'
import type { ForeignImport } from './foreign/foreign-rows'
import { collectLeft, type ForeignRefused, type ForeignTable, refusedAs } from './foreign/foreign-table'
import { readForeign, refusedBinary } from './foreign/recognise'
import { MOST_ROWS } from './most'

/** `foreign` is what the file would bring: once, or twice if its dates can be read in two ways. */
export type AnyReading = Reading | { foreign: ForeignImport[] } | { foreignRefused: ForeignRefused }

/** What the reading of a foreign file depends on: the person's day and clock, and what they said of sites. */
export interface ReadingFor {
  today: Day
  opinions: readonly Opinion[]
  offsetAt: OffsetAt
}

/** A file of another tool, before our own rules are applied. */
interface Tables {
  tables: ForeignTable[]
}

const isSomething = ({ rows, limits, days, apps }: ForeignImport): boolean =>
  rows.length + limits.length + days.length + apps.length > 0

/** What a table brings: hosts as surfaces, and events as spans. */
function broughtBy(table: ForeignTable, by: ReadingFor): ForeignImport | ForeignRefused {
  const rules = surfaceRules(by.opinions)
  const brought = importOf(table, rules)
  if (!table.buckets) return brought
  const spans = daysOfBuckets(table.buckets, rules, by)
  return 'refusal' in spans ? spans : { ...brought, ...spans, left: [...brought.left, ...spans.left] }
}

/** What tables of another tool bring, or why they are refused. */
function foreignReading({ tables }: Tables, by: ReadingFor): AnyReading {
  const brought = tables.map((table) => broughtBy(table, by))
  const refused = brought.find((one) => 'refusal' in one)
  if (refused) return { foreignRefused: refused }
  const foreign = brought.flatMap((one) => ('refusal' in one || !isSomething(one) ? [] : one))
  const source = tables[0]?.source ?? null
  if (foreign.length === 0) return { foreignRefused: refusedAs('nothing', source) }
  return foreign.some(({ rows }) => rows.length > MOST_ROWS.totals)
    ? { foreignRefused: refusedAs('tooMany', source) }
    : { foreign }
}

/** Reads the bytes of one file, whichever program wrote it. Never throws. */
function readOne(bytes: Uint8Array, today: Day): Reading | Tables | { foreignRefused: ForeignRefused } {
  const read = textIn(bytes)
  if ('binary' in read) return { foreignRefused: refusedBinary(read.binary) }
  const own = readExport(read.text)
  if (!('refused' in own) || (own.refused !== 'not_json' && own.refused !== 'other_program')) return own
  const foreign = readForeign(read.text, today)
  if ('tables' in foreign) return foreign
  const isUnknown = foreign.tool === null && ['unknown', 'tooMany'].includes(foreign.refusal)
  // What looks like JSON is rather a broken export of ours.
  return isUnknown && (own.refused === 'other_program' || /^\s*[[{]/.test(read.text.slice(0, 1000)))
    ? own
    : { foreignRefused: foreign }
}

/** Several files as one: only parts of one export of ActivityWatch can be that. */
function joined(all: readonly ReturnType<typeof readOne>[]): ReturnType<typeof readOne> {
  const [first] = all
  if (first && all.length === 1) return first
  const refused = all.find((one) => 'foreignRefused' in one || 'refused' in one)
  if (refused) return refused
  const tables = all.flatMap((one) => ('tables' in one ? one.tables : []))
  const buckets = tables.flatMap((table) => (table.buckets ? [table.buckets] : []))
  const [table] = tables
  if (!table || buckets.length < all.length) return { foreignRefused: refusedAs('several', null) }
  const left = collectLeft()
  for (const { why, ms, rows } of tables.flatMap((one) => one.left)) left.add(why, ms, '', rows)
  return { tables: [{ ...table, left: left.done(), buckets: joinedBuckets(buckets) }] }
}

/** Reads files one after the other, so that only one of them is held as text. */
export function readingFiles(by: ReadingFor) {
  const all: ReturnType<typeof readOne>[] = []
  return {
    add: (bytes: Uint8Array): void => void all.push(readOne(bytes, by.today)),
    done: (): AnyReading => {
      const whole = joined(all)
      return 'tables' in whole ? foreignReading(whole, by) : whole
    },
  }
}

/** Reads the bytes of a file. */
export function readAny(bytes: Uint8Array, by: ReadingFor): AnyReading {
  const files = readingFiles(by)
  files.add(bytes)
  return files.done()
}
