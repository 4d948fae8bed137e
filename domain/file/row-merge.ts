/** Which rows of a file an import writes, and which rows here it removes. */
import { EXPORT_STORES, type ExportRows, type ExportStore } from './export-file'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { type DayTotal, keyOfTotal } from '../record/day-total'
import { siteOf } from '../surface/surface'
import { MOST_ROWS } from './most'
import { ownError } from '../own-error'
import { withoutNext } from '../firewall/rule-changes'
import { beside, isRuleRow, missingRow, type RuleEntry } from '../firewall/rule-history'
import { written } from '../written'
import { largerUse, usageKey, type UsageRow } from '../firewall/usage-row'

/** Merging adds the file to the rows here; replacing puts the file in their place. */
export type ImportMode = 'merge' | 'replace'

/** An import only adds to these stores, so that a file cannot get around a limit or a promise; what it added stays when it is undone. */
export const FIREWALL_STORES: readonly ExportStore[] = ['limits', 'usage', 'overrides', 'commitments']

const missing = <Row>(here: readonly Row[], file: readonly Row[], keyOf: (row: Row) => string): Row[] => {
  const keys = new Set(here.map(keyOf))
  return file.filter((row) => !keys.has(keyOf(row)))
}

/**
 * The rows of the file that are missing here, for stores with equal rows: there are to be as many as in the
 * file.
 */
function missingCopies<Row>(here: readonly Row[], file: readonly Row[]): Row[] {
  if (here.length === 0) return [...file]
  const copies = new Map<string, number>()
  for (const text of here.map(written)) copies.set(text, (copies.get(text) ?? 0) + 1)
  return file.filter((row) => {
    const text = written(row)
    const left = copies.get(text) ?? 0
    copies.set(text, left - 1)
    return left <= 0
  })
}

/** Opinions from here take precedence over those of the file, field by field. */
function opinionsToWrite(here: ExportRows['surfaces'], file: ExportRows['surfaces']): ExportRows['surfaces'] {
  const own = new Map(here.map((opinion) => [opinion.surface, opinion]))
  return file.flatMap((opinion) => {
    const before = own.get(opinion.surface)
    const merged = { ...opinion, ...before }
    return before && written(before) === written(merged) ? [] : [merged]
  })
}

type Limits = ExportRows['limits']

const isToGo = ({ next }: Limits[number]): boolean => next !== null && next.value === null

/** The rules here whose deletion waits although the file has them for good: it is withdrawn, which only tightens. */
function staying(here: Limits, file: Limits): Limits {
  const kept = new Set(file.filter((stored) => !isToGo(stored)).map(({ id }) => id))
  return here.filter((stored) => isToGo(stored) && kept.has(stored.id)).map(withoutNext)
}

/** A row of a file for a rule that exists here: it must not open the rule, so what came first is left out. */
const withoutFirst = (row: UsageRow): UsageRow =>
  Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'firstMs')) as unknown as UsageRow

/** An import never lowers use, and never says that what has to come first was done. */
function usageToWrite(here: ExportRows, file: readonly UsageRow[]): UsageRow[] {
  const existing = new Set(here.limits.map(({ id }) => id))
  const own = new Map(here.usage.map((row) => [usageKey(row), row]))
  return file.flatMap((given) => {
    const row = existing.has(given.rule) ? withoutFirst(given) : given
    const before = own.get(usageKey(row))
    if (!before) return [row]
    const most = { ...row, ...largerUse(before, row) }
    return written(most) === written(before) ? [] : [most]
  })
}

/** The totals of a file beside those here that may be about the same time. */
function totalsBeside(here: readonly DayTotal[], file: readonly DayTotal[]): TotalsChange {
  const keyOf = (total: DayTotal) => keyOfTotal(total).join(' ')
  const own = new Map(here.map((total) => [keyOf(total), total]))
  const isDividedAlike = here.length === file.length && file.every((total) => own.has(keyOf(total)))
  // What the person typed stands for itself.
  if (here.length === 0 || isDividedAlike || file[0]?.source === 'entered')
    return { put: file.filter((total) => total.ms > (own.get(keyOf(total))?.ms ?? 0)), gone: [] }
  const sumOf = (totals: readonly DayTotal[]) => totals.reduce((sum, { ms }) => sum + ms, 0)
  if (sumOf(file) <= sumOf(here)) return { put: [], gone: [] }
  const kept = new Set(file.map(keyOf))
  return { put: file, gone: here.filter((total) => !kept.has(keyOf(total))) }
}

interface TotalsChange {
  put: readonly DayTotal[]
  gone: readonly DayTotal[]
}

/**
 * Of two totals with the same key the larger counts: the last day of an older file has grown since. Where a tool's time on
 * a site was divided into other parts here than in the file, the larger sum stays, or the site would count twice.
 */
function totalsToMerge(here: readonly DayTotal[], file: readonly DayTotal[]): TotalsChange {
  const groupOf = ({ source, day, surface }: DayTotal) => `${source} ${day} ${siteOf(surface)}`
  const own = Map.groupBy(here, groupOf)
  const changes = [...Map.groupBy(file, groupOf)].map(([key, some]) => totalsBeside(own.get(key) ?? [], some))
  return { put: changes.flatMap(({ put }) => put), gone: changes.flatMap(({ gone }) => gone) }
}

/** A pass from a file does not open a limit that exists here. */
function passesToWrite(here: ExportRows, file: ExportRows, at: number): ExportRows['overrides'] {
  const existing = new Set(here.limits.map(({ id }) => id))
  const passes = missing(here.overrides, file.overrides, (pass) => `${pass.rule} ${pass.at} ${pass.type}`)
  return passes.map((pass) => (existing.has(pass.rule) ? { ...pass, until: Math.min(pass.until, at) } : pass))
}

type LogRows = ExportRows['log']

const notOfRules = (rows: LogRows): LogRows => rows.filter((row) => !isRuleRow(row))

/**
 * How rules stood, from a file: only before anything is known of them here, so that it changes no verdict, and never in
 * the future. Rules that are another one than the last row of them then says are known from now on.
 */
function ruleRowsToWrite(here: ExportRows, file: ExportRows, at: number): RuleEntry[] {
  const byRule = (rows: LogRows) => Map.groupBy(rows.filter(isRuleRow), ({ id }) => id)
  const [own, given] = [byRule(here.log), byRule(file.log)]
  const older = [...given].flatMap(([id, rows]) => {
    const known = own.get(id) ?? []
    const since = known.reduce((first, row) => Math.min(first, row.at), at + 1)
    return beside(
      known,
      rows.filter((row) => row.at < since),
    )
  })
  const olderOf = byRule(older)
  const rules = [...here.limits, ...missing(here.limits, file.limits, ({ id }) => id)]
  const now = rules.flatMap(
    (rule) => missingRow([...(olderOf.get(rule.id) ?? []), ...(own.get(rule.id) ?? [])], rule, at) ?? [],
  )
  return [...older, ...now]
}

/** A focus hour that is here stays as it is: a file may have it from before its end. */
function entriesToWrite(here: LogRows, file: LogRows): LogRows {
  const idOf = (row: { type: string; id?: unknown }): string | null =>
    row.type === 'focus' && typeof row.id === 'string' ? row.id : null
  const known = new Set(here.flatMap((row) => idOf(row) ?? []))
  return missingCopies(here, notOfRules(file)).filter((row) => !known.has(idOf(row) ?? ''))
}

/** The rows of a file to write at an instant in addition to the rows here. */
function rowsToAdd(here: ExportRows, file: ExportRows, at: number): ExportRows {
  return {
    limits: [...missing(here.limits, file.limits, ({ id }) => id), ...staying(here.limits, file.limits)],
    usage: usageToWrite(here, file.usage),
    overrides: passesToWrite(here, file, at),
    surfaces: opinionsToWrite(here.surfaces, file.surfaces),
    rates: missing(here.rates, file.rates, ({ from }) => from),
    // One answer may have been completed, or lost its hour, since the file was written.
    ratings: missing(here.ratings, file.ratings, (rating) => `${rating.surface} ${rating.at}`),
    statements: missing(here.statements, file.statements, ({ period }) => period),
    totals: [],
    commitments: missing(here.commitments, file.commitments, ({ id }) => id),
    log: [...entriesToWrite(here.log, file.log), ...ruleRowsToWrite(here, file, at)],
  }
}

/** What an import does to a store: `put` are the rows to write, `gone` the rows here to remove. */
export interface StoreChanges {
  store: ExportStore
  put: readonly unknown[]
  gone: readonly unknown[]
}

/** What an import at an instant does to every store. Throws `error_too_many_rules` if more rules came together than a file may have. */
export function changesOf(here: ExportRows, file: ExportRows, mode: ImportMode, at: number): StoreChanges[] {
  const adding = rowsToAdd(here, file, at)
  const added = missing(here.limits, file.limits, ({ id }) => id).length
  if (added > 0 && here.limits.length + added > MOST_ROWS.limits) throw ownError('error_too_many_rules')
  return EXPORT_STORES.map((store) => {
    if (mode === 'merge' && store === 'totals') return { store, ...totalsToMerge(here.totals, file.totals) }
    if (mode === 'merge' || FIREWALL_STORES.includes(store)) return { store, put: adding[store], gone: [] }
    const [own, wanted]: [readonly unknown[], readonly unknown[]] =
      store === 'log' ? [notOfRules(here.log), notOfRules(file.log)] : [here[store], file[store]]
    const put: readonly unknown[] = missingCopies(own, wanted)
    const ofRules = store === 'log' ? ruleRowsToWrite(here, file, at) : []
    return { store, put: [...put, ...ofRules], gone: missingCopies(wanted, own) }
  })
}

/** A file never changes these: they describe only this installation at this moment. */
const NEVER_IMPORTED = new Set<keyof Settings>(['pausedUntil', 'welcomed', 'thisDeviceAlone'])

/**
 * The settings that a file changes: replacing changes all that differ, merging only those that still have
 * their default here.
 */
export function settingsToWrite(here: Settings, file: Settings | null, mode: ImportMode): Partial<Settings> {
  if (file === null) return {}
  const keys = (Object.keys(here) as (keyof Settings)[]).filter((key) => {
    const isUsual = written(here[key]) === written(DEFAULT_SETTINGS[key])
    return (
      !NEVER_IMPORTED.has(key) && written(here[key]) !== written(file[key]) && (mode === 'replace' || isUsual)
    )
  })
  return Object.fromEntries(keys.map((key) => [key, file[key]]))
}
