/** What of a file's rows has to be written beside the rows that are here. */
import { EXPORT_STORES, type ExportRows, type ExportStore } from './export-file'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { largerUse, usageKey, type UsageRow } from '../firewall/usage-row'

/** Merging adds to what is here; replacing puts the file in its place. */
export type ImportMode = 'merge' | 'replace'

/** What the firewall goes by is only ever added to: a file is no way around a limit. */
export const FIREWALL_STORES: readonly ExportStore[] = ['limits', 'usage', 'overrides']

/** The same for the same fields, in whatever order they stand. */
export const written = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

const missing = <Row>(here: readonly Row[], file: readonly Row[], keyOf: (row: Row) => string): Row[] => {
  const keys = new Set(here.map(keyOf))
  return file.filter((row) => !keys.has(keyOf(row)))
}

/** Rows that may be there several times over: as often as the file has them. */
function missingCopies<Row>(here: readonly Row[], file: readonly Row[]): Row[] {
  const copies = new Map<string, number>()
  for (const row of here) copies.set(written(row), (copies.get(written(row)) ?? 0) + 1)
  return file.filter((row) => {
    const left = copies.get(written(row)) ?? 0
    copies.set(written(row), left - 1)
    return left <= 0
  })
}

/** What was said here goes before what the file says. */
function opinionsToWrite(here: ExportRows['surfaces'], file: ExportRows['surfaces']): ExportRows['surfaces'] {
  const own = new Map(here.map((opinion) => [opinion.surface, opinion]))
  return file.flatMap((opinion) => {
    const before = own.get(opinion.surface)
    const merged = { ...opinion, ...before }
    return before && written(before) === written(merged) ? [] : [merged]
  })
}

/** Use only grows. */
function usageToWrite(here: readonly UsageRow[], file: readonly UsageRow[]): UsageRow[] {
  const own = new Map(here.map((row) => [usageKey(row), row]))
  return file.flatMap((row) => {
    const before = own.get(usageKey(row))
    if (!before) return [row]
    const most = { ...row, ...largerUse(before, row) }
    return written(most) === written(before) ? [] : [most]
  })
}

/** A pass from a file opens no limit that is here. */
function passesToWrite(here: ExportRows, file: ExportRows, at: number): ExportRows['overrides'] {
  const bound = new Set(here.limits.map(({ id }) => id))
  const passes = missing(here.overrides, file.overrides, (pass) => `${pass.rule} ${pass.at} ${pass.type}`)
  return passes.map((pass) => (bound.has(pass.rule) ? { ...pass, until: Math.min(pass.until, at) } : pass))
}

/** The rows of a file that have to be written at an instant, beside those that are here. */
function rowsToAdd(here: ExportRows, file: ExportRows, at: number): ExportRows {
  return {
    limits: missing(here.limits, file.limits, ({ id }) => id),
    usage: usageToWrite(here.usage, file.usage),
    overrides: passesToWrite(here, file, at),
    surfaces: opinionsToWrite(here.surfaces, file.surfaces),
    rates: missing(here.rates, file.rates, ({ from }) => from),
    ratings: missingCopies(here.ratings, file.ratings),
    statements: missing(here.statements, file.statements, ({ period }) => period),
    log: missingCopies(here.log, file.log),
  }
}

/** What an import does to the rows of a store: which of the file are written, and which that are here go. */
export interface StoreChanges {
  store: ExportStore
  put: readonly unknown[]
  gone: readonly unknown[]
}

/** What an import at an instant does to the rows of every store. */
export function changesOf(here: ExportRows, file: ExportRows, mode: ImportMode, at: number): StoreChanges[] {
  const adding = rowsToAdd(here, file, at)
  return EXPORT_STORES.map((store) => {
    if (mode === 'merge' || FIREWALL_STORES.includes(store)) return { store, put: adding[store], gone: [] }
    const [own, wanted]: [readonly unknown[], readonly unknown[]] = [here[store], file[store]]
    return { store, put: missingCopies(own, wanted), gone: missingCopies(wanted, own) }
  })
}

/** A pause is of its moment, and a welcome was given: neither comes from a file. */
const OF_HERE = new Set<keyof Settings>(['pausedUntil', 'welcomed'])

/** The settings that a file changes: all that differ, or, merged, those that nobody has said anything of here. */
export function settingsToWrite(here: Settings, file: Settings | null, mode: ImportMode): Partial<Settings> {
  if (file === null) return {}
  const keys = (Object.keys(here) as (keyof Settings)[]).filter((key) => {
    const isUsual = written(here[key]) === written(DEFAULT_SETTINGS[key])
    return !OF_HERE.has(key) && written(here[key]) !== written(file[key]) && (mode === 'replace' || isUsual)
  })
  return Object.fromEntries(keys.map((key) => [key, file[key]]))
}
