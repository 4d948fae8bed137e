/** Reads the days of a file into columns, and finds the flaws in them. */
import { addFlaw, type ExportFlaw, firstOf, type FlawName } from './export-flaw'
import { MOST_OFFSETS_A_DAY, MOST_SPANS_A_DAY, MOST_SURFACES_A_DAY } from './most'
import { isDay } from '../time/local-time'
import { dayKey } from '../record/sealed-day'
import { isDevice, isInstant, isSurface } from './row-fields'
import { DAY_MS, type Day, MINUTE_MS } from '../time/local-time'
import type { SealedDay } from '../record/sealed-day'
import type { Origin } from '../record/span'

const ORIGINS = new Set<unknown>(['measured', 'entered', 'imported'] satisfies Origin[])

/** Minutes. No place on earth is further from UTC. */
const MOST_OFFSET = 18 * 60

type Offsets = [fromEpochMs: number, minutes: number][]

const areOffsets = (value: unknown): value is Offsets =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MOST_OFFSETS_A_DAY &&
  value.every(
    (pair, index) =>
      Array.isArray(pair) &&
      pair.length === 2 &&
      Number.isSafeInteger(pair[0]) &&
      Number.isInteger(pair[1]) &&
      Math.abs(pair[1]) <= MOST_OFFSET &&
      (index === 0 || pair[0] > value[index - 1][0]),
  )

/** The fields of a day, before its spans are checked. */
interface DayHead {
  day: Day
  device: string
  surfaces: string[]
  offsets: Offsets
  spans: unknown[]
}

function flawInHead(entry: Record<string, unknown>, path: string): ExportFlaw | null {
  const flaw = (key: string, name: FlawName): ExportFlaw => ({ path: `${path}.${key}`, flaw: name })
  const missing = ['day', 'device', 'offsets', 'surfaces', 'spans'].find((key) => !Object.hasOwn(entry, key))
  if (missing !== undefined) return flaw(missing, 'missing')
  const { day, device, offsets, surfaces, spans } = entry
  if (!isDay(day)) return flaw('day', 'not_day')
  if (!isDevice(device)) return flaw('device', 'not_text')
  if (!areOffsets(offsets)) return flaw('offsets', 'not_list')
  if (!Array.isArray(surfaces) || surfaces.length > MOST_SURFACES_A_DAY) return flaw('surfaces', 'not_list')
  const wrong = surfaces.findIndex((surface) => !isSurface(surface))
  if (wrong >= 0) return flaw(`surfaces[${wrong}]`, 'not_surface')
  return Array.isArray(spans) ? null : flaw('spans', 'not_list')
}

type Row = [surface: number, start: number, end: number, origin?: Origin]

/** The flaw of a span by itself; null if it has none. */
function flawInSpan(row: unknown, surfaces: number): FlawName | null {
  if (!Array.isArray(row) || row.length < 3 || row.length > 4) return 'not_span'
  const [surface, start, end, origin] = row
  if (!Number.isInteger(surface) || surface < 0 || surface >= surfaces) return 'not_listed'
  if (!isInstant(start) || !isInstant(end)) return 'not_day'
  if (end <= start) return 'ends_before'
  return row.length === 3 || ORIGINS.has(origin) ? null : 'not_choice'
}

/** The indices of the good spans, in the order of their starts. */
function inOrder(spans: readonly unknown[], good: readonly number[]): number[] {
  const startOf = (row: number) => (spans[row] as Row)[1]
  const isSorted = good.every(
    (row, index) => index === 0 || startOf(good[index - 1] as number) <= startOf(row),
  )
  return isSorted ? [...good] : good.toSorted((a, b) => startOf(a) - startOf(b))
}

/** The good rows; the flaws of the others are added to `bad`. */
function rowsOf({ day, surfaces, offsets, spans }: DayHead, most: number, path: string, bad: ExportFlaw[]) {
  const refuse = (row: number, flaw: FlawName) => void addFlaw(bad, { path: `${path}.spans[${row}]`, flaw })
  const good: number[] = []
  const count = firstOf(spans, most, `${path}.spans`, bad).length
  for (let row = 0; row < count; row += 1) {
    const flaw = flawInSpan(spans[row], surfaces.length)
    if (flaw) refuse(row, flaw)
    else good.push(row)
  }
  const midnight = Date.parse(day)
  const kept: { row: Row; minutes: number }[] = []
  let offset = 0
  let lastEnd = -Infinity
  for (const index of inOrder(spans, good)) {
    const row = spans[index] as Row
    const [, start, end] = row
    while (offset + 1 < offsets.length && start >= (offsets[offset + 1]?.[0] as number)) offset += 1
    const minutes = (offsets[offset] as [number, number])[1]
    const local = start + minutes * MINUTE_MS
    const isOfDay = local >= midnight && end - start <= midnight + DAY_MS - local
    if (!isOfDay) refuse(index, 'other_day')
    else if (start < lastEnd) refuse(index, 'overlaps')
    else {
      kept.push({ row, minutes })
      lastEnd = end
    }
  }
  return kept
}

/** Makes columns of rows, as `seal` makes them of spans. */
function columnsOf({ day, device, surfaces }: DayHead, rows: ReturnType<typeof rowsOf>): SealedDay {
  const from = (rows[0] as { row: Row }).row[1]
  const names = [...new Set(rows.map(({ row }) => surfaces[row[0]] as string))]
  const indexOf = new Map(names.map((name, index) => [name, index]))
  const offsets: Offsets = []
  for (const { row, minutes } of rows) if (offsets.at(-1)?.[1] !== minutes) offsets.push([row[1], minutes])
  const origins = rows.map(({ row }) => row[3] ?? 'measured')
  return {
    day,
    device,
    surfaces: names,
    offsets,
    from,
    surface: Uint16Array.from(rows, ({ row }) => indexOf.get(surfaces[row[0]] as string) as number),
    starts: Uint32Array.from(rows, ({ row }) => row[1] - from),
    lengths: Uint32Array.from(rows, ({ row }) => row[2] - row[1]),
    ...(origins.some((origin) => origin !== 'measured') && { origins }),
  }
}

/** Reads the list of days. Flaws are added to `bad` and left out. A day of a device may come only once. */
export function readDays(list: readonly unknown[], bad: ExportFlaw[]): SealedDay[] {
  const seen = new Set<string>()
  const days: SealedDay[] = []
  const spansOn = new Map<Day, number>()
  list.forEach((entry, index) => {
    const path = `days[${index}]`
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
      return void addFlaw(bad, { path, flaw: 'not_record' })
    const flaw = flawInHead(entry as Record<string, unknown>, path)
    if (flaw) return void addFlaw(bad, flaw)
    const head = entry as DayHead
    const key = dayKey(head)
    if (seen.has(key)) return void addFlaw(bad, { path, flaw: 'twice' })
    seen.add(key)
    const before = spansOn.get(head.day) ?? 0
    const rows = rowsOf(head, MOST_SPANS_A_DAY - before, path, bad)
    spansOn.set(head.day, before + rows.length)
    if (rows.length > 0) days.push(columnsOf(head, rows))
    return undefined
  })
  return days
}

/** How many spans days hold. */
export const spansIn = (days: readonly SealedDay[]): number =>
  days.reduce((sum, { starts }) => sum + starts.length, 0)
