/**
 * Reads a file from outside, which may be damaged or hostile. The content returned is valid; each flaw is
 * reported with its place.
 */
import { readDays } from './export-days'
import {
  DEVICES_FORMAT,
  EXPORT_FORMAT,
  EXPORT_STORES,
  EXPORT_VERSION,
  type ExportContent,
  type ExportRows,
  type ExportStore,
} from './export-file'
import { addFlaw, type ExportFlaw, firstOf, hostilePart, type Refusal, TooManyFlaws } from './export-flaw'
import {
  MOST_DAYS,
  MOST_LOGGED_RULES,
  MOST_NAME_LENGTH,
  MOST_PARTS,
  MOST_PARTS_OF_A_ROW,
  MOST_PARTS_OF_RULES,
  MOST_ROWS,
  MOST_RULE_ROWS,
  MOST_UNKNOWN,
} from './most'
import { flawInRow } from './export-rows'
import { isTooMuchJson } from './json-size'
import { keyOfTotal } from '../record/day-total'
import { readSettings, type Settings } from '../settings/settings'
import { isRuleRow } from '../firewall/rule-history'
import type { UsageRow } from '../firewall/usage-row'

export type Reading =
  | { content: ExportContent; bad: ExportFlaw[] }
  /** `detail` is the version of a newer file, else empty. */
  | { refused: Refusal; detail: string }

const KNOWN = new Set<string>([
  'format',
  'version',
  'exportedAt',
  'device',
  'settings',
  'days',
  ...EXPORT_STORES,
])

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The list with this name, up to its most entries; empty if the file does not have it. */
function listIn(file: Fields, name: string, most: number, bad: ExportFlaw[]): readonly unknown[] {
  if (!Object.hasOwn(file, name)) return []
  const list = file[name]
  if (Array.isArray(list)) return firstOf(list as unknown[], most, name, bad)
  addFlaw(bad, { path: name, flaw: 'not_list' })
  return []
}

/** The key of a row, for stores that hold each key once. */
const KEYS: Partial<Record<ExportStore, (row: never) => string | undefined>> = {
  surfaces: ({ surface }: ExportRows['surfaces'][number]) => surface,
  rates: ({ from }: ExportRows['rates'][number]) => from,
  limits: ({ id }: ExportRows['limits'][number]) => id,
  usage: ({ rule, day }: ExportRows['usage'][number]) => `${rule} ${day}`,
  statements: ({ period }: ExportRows['statements'][number]) => period,
  commitments: ({ id }: ExportRows['commitments'][number]) => id,
  totals: (total: ExportRows['totals'][number]) => keyOfTotal(total).join(' '),
  log: (row: ExportRows['log'][number]) => (isRuleRow(row) ? `${row.id} ${row.at}` : undefined),
}

function rowsIn(file: Fields, store: ExportStore, bad: ExportFlaw[]): unknown[] {
  const keyOf = KEYS[store] as ((row: unknown) => string | undefined) | undefined
  const seen = new Set<string>()
  const budget = { parts: store === 'limits' ? MOST_PARTS_OF_RULES : MOST_PARTS }
  return listIn(file, store, MOST_ROWS[store], bad).filter((row, index) => {
    const path = `${store}[${index}]`
    const ofRow = { parts: Math.min(budget.parts, MOST_PARTS_OF_A_ROW) }
    budget.parts -= ofRow.parts
    const flaw = flawInRow(store, row, path, ofRow)
    budget.parts += Math.max(0, ofRow.parts)
    const key = flaw ? '' : keyOf?.(row)
    const isTwice = key !== undefined && seen.has(key)
    if (flaw ?? isTwice) addFlaw(bad, flaw || { path, flaw: 'twice' })
    else if (key !== undefined) seen.add(key)
    return !flaw && !isTwice
  })
}

/** The log without rows of rules beyond the most that are read. */
function withFewRules(log: ExportRows['log'], bad: ExportFlaw[]): ExportRows['log'] {
  const ids = new Set<string>()
  let count = 0
  const left = log.filter((row) => {
    if (!isRuleRow(row)) return true
    if (count === MOST_RULE_ROWS || (ids.size === MOST_LOGGED_RULES && !ids.has(row.id))) return false
    ids.add(row.id)
    count += 1
    return true
  })
  if (left.length < log.length) addFlaw(bad, { path: 'log', flaw: 'too_many' })
  return left
}

function settingsIn(file: Fields, bad: ExportFlaw[]): Settings | null {
  if (!Object.hasOwn(file, 'settings')) return null
  const stored = file['settings']
  if (!isFields(stored)) {
    addFlaw(bad, { path: 'settings', flaw: 'not_record' })
    return null
  }
  const hostile = hostilePart(stored, 'settings')
  if (hostile) {
    addFlaw(bad, hostile)
    return null
  }
  const settings = readSettings(stored)
  for (const [key, value] of Object.entries(settings))
    if (Object.hasOwn(stored, key) && JSON.stringify(stored[key]) !== JSON.stringify(value))
      addFlaw(bad, { path: `settings.${key}`, flaw: 'not_choice' })
  return settings
}

/** Rows of earlier versions name no currency: their amounts are in the currency of the file's settings. */
const withCurrency = (row: UsageRow, settings: Settings | null): UsageRow =>
  row.amount !== null && row.currency === undefined ? { ...row, currency: settings?.currency ?? null } : row

function exportedAtIn(file: Fields, bad: ExportFlaw[]): number | null {
  const { exportedAt } = file
  const at = typeof exportedAt === 'string' ? Date.parse(exportedAt) : NaN
  if (!Number.isNaN(at)) return at
  addFlaw(bad, { path: 'exportedAt', flaw: 'not_day' })
  return null
}

/** The unknown names at the top level, which are left out. Hostile names are added to `bad` instead. */
function unknownIn(file: Fields, bad: ExportFlaw[]): string[] {
  const names = Object.keys(file)
    .filter((name) => !KNOWN.has(name))
    .slice(0, MOST_UNKNOWN)
    .map((name) => name.slice(0, MOST_NAME_LENGTH))
  return names.filter((name) => {
    const hostile = hostilePart({ [name]: null }, '')
    if (hostile) addFlaw(bad, { path: name, flaw: 'hostile_key' })
    return !hostile
  })
}

function parsed(text: string): { file: unknown } | { refused: Refusal; detail: string } {
  if (isTooMuchJson(text)) return { refused: 'not_json', detail: '' }
  try {
    return { file: JSON.parse(text) as unknown }
  } catch {
    return { refused: 'not_json', detail: '' }
  }
}

/** Reads the parts of a file of ours. */
function contentIn(file: Fields): Reading {
  const bad: ExportFlaw[] = []
  const rows = Object.fromEntries(
    EXPORT_STORES.map((store) => [store, rowsIn(file, store, bad)]),
  ) as unknown as ExportRows
  const exportedAt = exportedAtIn(file, bad)
  const settings = settingsIn(file, bad)
  return {
    content: {
      exportedAt,
      settings,
      days: readDays(listIn(file, 'days', MOST_DAYS, bad), bad),
      rows: {
        ...rows,
        usage: rows.usage.map((row) => withCurrency(row, settings)),
        log: withFewRules(rows.log, bad),
      },
      unknown: unknownIn(file, bad),
    },
    bad,
  }
}

/** Reads the text of a file. Never throws. Parts that `bad` names are left out or have their default. */
export function readExport(text: string): Reading {
  if (text.trim() === '') return { refused: 'empty', detail: '' }
  const json = parsed(text.replace(/^\ufeff/, ''))
  if ('refused' in json) return json
  const { file } = json
  if (isFields(file) && file['format'] === DEVICES_FORMAT) return { refused: 'devices', detail: '' }
  const isOurs = isFields(file) && file['format'] === EXPORT_FORMAT && Number.isInteger(file['version'])
  if (!isOurs || Number(file['version']) < 1) return { refused: 'other_program', detail: '' }
  if (Number(file['version']) > EXPORT_VERSION) return { refused: 'newer', detail: String(file['version']) }
  try {
    return contentIn(file)
  } catch (error) {
    if (error instanceof TooManyFlaws) return { refused: 'too_many_flaws', detail: '' }
    throw error
  }
}
