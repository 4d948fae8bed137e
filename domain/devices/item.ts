/**
 * What a device puts into the area, in items that change apart: its use, with its name and the time; the words that are
 * its to send; its day totals, week by week. Only a device itself writes its items. The texts are compressed and
 * encrypted outside.
 */
import type { Session } from '../firewall/session'
import type { UsageRow } from '../firewall/usage-row'
import { isDay, type Day } from '../time/local-time'
import { readDeviceName } from './device-name'
import { fits, useRow } from '../file/said-rows'
import { isInstant, isName, isSurface } from '../file/row-fields'
import { heardWord, type SentWord } from './word-check'
import { MOST_RUNS, type Runs } from './lineage'
import type { Word } from './word'

/** The time of a day on a surface. */
export interface DayTime {
  day: Day
  surface: string
  ms: number
  opens: number
}

export interface UsePart {
  name: string
  /** Grows with each write, so that an older item is known as such. */
  seq: number
  /** The runs of the browser in which the device wrote (see lineage.ts). */
  runs: Runs
  /** When it was written, epoch ms. */
  at: number
  rows: UsageRow[]
  sessions: Record<string, Session>
}

/** The items of a device, as far as they could be read. */
export interface DeviceParts {
  id: string
  use: UsePart | null
  words: Word[]
  /** The first days of the weeks whose totals it sent. */
  weeks: Day[]
  totals: DayTime[]
  /** Whether everything on it was erased. */
  isErased: boolean
}

const PREFIX = 'zeitwert.'
const DAYS = 'days'

/** The key of an item. Parts: `use`, `words0` to `words31`, `days2026-11-23`, `erased`. */
export const itemKey = (device: string, part: string): string => `${PREFIX}${device}.${part}`

/** The device and the part of an item; null for other keys. */
export function itemNamed(key: string): { device: string; part: string } | null {
  const [, device, part] =
    /^zeitwert\.([\da-f]{8})\.(use|words\d{1,2}|days\d{4}-\d{2}-\d{2}|erased)$/.exec(key) ?? []
  return device !== undefined && part !== undefined ? { device, part } : null
}

/** Whether an item holds a week of day totals. */
export const isOfTotals = (key: string): boolean => itemNamed(key)?.part.startsWith('days') === true

export const useText = (use: UsePart): string => JSON.stringify(use)

export const wordsText = (words: readonly SentWord[]): string => JSON.stringify(words)

/** `{ "2026-11-23": { "youtube.com": [ms, opens] } }` */
export function totalsText(times: readonly DayTime[]): string {
  const days = Map.groupBy(times, ({ day }) => day)
  const ofDay = (own: readonly DayTime[]) => own.map(({ surface, ms, opens }) => [surface, [ms, opens]])
  return JSON.stringify(
    Object.fromEntries([...days].map(([day, own]) => [day, Object.fromEntries(ofDay(own))])),
  )
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const isSession = (value: unknown): value is Session => {
  const { startedAt, usedMs, lastAt, breakUntil } = (value ?? {}) as Record<string, unknown>
  return [startedAt, usedMs, lastAt].every(isCount) && (breakUntil === null || isCount(breakUntil))
}

const isRuns = (value: unknown): value is Runs =>
  Array.isArray(value) &&
  value.length <= MOST_RUNS &&
  value.every((one) => Array.isArray(one) && one.length === 2 && isName(one[0]) && isCount(one[1]))

const MOST_ROWS_OF_USE = 2000

function readUse(value: unknown): UsePart | null {
  const { name, seq, runs, at, rows, sessions } = (value ?? {}) as Record<string, unknown>
  if (typeof name !== 'string' || !isCount(seq) || !isRuns(runs) || !isInstant(at) || !Array.isArray(rows))
    return null
  const good = rows.slice(0, MOST_ROWS_OF_USE).filter((row) => fits(useRow, row))
  const going = Object.entries((sessions ?? {}) as object).filter(([id, one]) => isName(id) && isSession(one))
  return {
    name: readDeviceName(name),
    seq,
    runs,
    at,
    rows: good as UsageRow[],
    sessions: Object.fromEntries(going) as Record<string, Session>,
  }
}

const DAY_LIMIT_MS = 25 * 3_600_000

const isTime = (value: unknown): value is [ms: number, opens: number] =>
  Array.isArray(value) && value.length === 2 && value.every(isCount) && Number(value[0]) <= DAY_LIMIT_MS

const readTotals = (value: unknown): DayTime[] =>
  Object.entries((value ?? {}) as Record<string, object>).flatMap(([day, times]) =>
    isDay(day) && typeof times === 'object' && times !== null
      ? Object.entries(times).flatMap(([surface, time]: [string, unknown]) =>
          isSurface(surface) && isTime(time) && time[0] > 0
            ? [{ day, surface, ms: time[0], opens: time[1] }]
            : [],
        )
      : [],
  )

/** A part that cannot be read is as if it were not there. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** The items of the area by device. Other keys, and what cannot be true, are left out. */
export function devicesIn(texts: ReadonlyMap<string, string>): Map<string, DeviceParts> {
  const devices = new Map<string, DeviceParts>()
  for (const [key, text] of texts) {
    const named = itemNamed(key)
    if (!named) continue
    const { device, part } = named
    const parts = devices.get(device) ?? {
      id: device,
      use: null,
      words: [],
      weeks: [],
      totals: [],
      isErased: false,
    }
    devices.set(device, parts)
    const value = parsed(text)
    if (part === 'erased') parts.isErased = isInstant(value)
    if (part === 'use') parts.use = readUse(value)
    else if (part.startsWith(DAYS)) {
      parts.weeks.push(part.slice(DAYS.length))
      parts.totals.push(...readTotals(value))
    }
    if (part.startsWith('words') && Array.isArray(value))
      parts.words.push(...value.flatMap((sent) => heardWord(sent) ?? []))
  }
  return devices
}
