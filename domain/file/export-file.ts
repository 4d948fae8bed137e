/** The export file, which holds everything (see docs/formats.md). */
import type { Pass } from '../firewall/pass'
import type { Day } from '../time/local-time'
import type { DayTotal } from '../record/day-total'
import type { Opinion } from '../surface/opinion'
import type { Rating } from '../record/rating'
import type { StoredRule } from '../firewall/rule'
import type { SealedDay } from '../record/sealed-day'
import type { Commitment } from '../statement/commitment'
import type { Settings } from '../settings/settings'
import type { UsageRow } from '../firewall/usage-row'
import type { Rate } from '../value/hour-price'

export const EXPORT_FORMAT = 'zeitwert'
export const EXPORT_VERSION = 1

/** Of the file that carries what devices exchange (see devices/devices-file.ts). */
export const DEVICES_FORMAT = 'zeitwert-devices'

/** Larger files are refused: five busy years take a third of this. */
export const MOST_BYTES = 100_000_000

/** The rows of the stores that the file holds unchanged. */
export interface ExportRows {
  surfaces: Opinion[]
  rates: Rate[]
  ratings: Rating[]
  limits: StoredRule[]
  usage: UsageRow[]
  overrides: Pass[]
  statements: { period: string }[]
  totals: DayTotal[]
  commitments: Commitment[]
  log: { at: number; type: string }[]
}

export const EXPORT_STORES = [
  'surfaces',
  'rates',
  'ratings',
  'limits',
  'usage',
  'overrides',
  'statements',
  'totals',
  'commitments',
  'log',
] as const satisfies readonly (keyof ExportRows)[]
export type ExportStore = (typeof EXPORT_STORES)[number]

/** The content read from a file. */
export interface ExportContent {
  exportedAt: number | null
  /** Null in the file of a date range, which holds only days and day totals. */
  settings: Settings | null
  days: SealedDay[]
  rows: ExportRows
  /** Parts that this version does not know. */
  unknown: string[]
}

export interface ExportHead {
  exportedAt: number
  device: string
  settings: Settings | null
}

/** The JSON text before the stores, without the closing brace. */
export const headText = ({ exportedAt, device, settings }: ExportHead): string =>
  JSON.stringify({
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exportedAt: new Date(exportedAt).toISOString(),
    device,
    ...(settings && { settings }),
  }).slice(0, -1)

/** A day on one line: `[surfaceIndex, startEpochMs, endEpochMs, origin?]` for each of its spans. */
export function dayText({ day, device, offsets, surfaces, from, ...columns }: SealedDay): string {
  const head = JSON.stringify({ day, device, offsets, surfaces }).slice(0, -1)
  const spans = Array.from(columns.starts, (startsAfter, row) => {
    const start = from + startsAfter
    const origin = columns.origins?.[row] ?? 'measured'
    const end = start + (columns.lengths[row] as number)
    return `[${columns.surface[row]},${start},${end}${origin === 'measured' ? '' : `,"${origin}"`}]`
  })
  return `${head},"spans":[${spans.join()}]}`
}

/** Tools whose own import reads what we write for them. */
export type LeavingTool = 'time-tracker' | 'activitywatch'

/** Formats of an export; a spreadsheet has the separators of the person's region. */
export type ExportKind = 'json' | `${LeavingTool}.json` | `${'spans' | 'days'}${'' | '.spreadsheet'}.csv`

/** `zeitwert-2026-11-26.json`; a range has both dates. */
export const exportName = (kind: ExportKind, first: Day, last = first): string => {
  const days = first === last ? first : `${first}_${last}`
  return kind === 'json' ? `zeitwert-${days}.json` : `zeitwert-${days}-${kind}`
}
