/** Walks through recorded history, sealed or not, without creating an object for each span. */
import type { LocalInterval } from '../time/interval'
import { type Day, DAY_MS, HOUR_MS, MINUTE_MS } from '../time/local-time'
import type { DayTotal } from './day-total'
import { deviceOfSource } from './total-source'
import { dayKey, type SealedDay } from './sealed-day'
import type { Span } from './span'

/** What is recorded of some days. */
export interface History {
  /** Closed spans of calendar days: in columns where a day is sealed, else in rows, both in order of time. */
  sealed: readonly SealedDay[]
  recent: readonly Span[]
  /** Day totals that count beside the spans (see `settledTotals`); absent if there are none. */
  totals?: readonly DayTotal[]
}

/** The record of this browser alone: spans, no day totals. The same object if there are none. */
export const withoutTotals = (history: History): History =>
  history.totals ? { sealed: history.sealed, recent: history.recent } : history

/** What a device recorded of it: spans, no day totals. */
export const spansOfDevice = ({ sealed, recent }: History, device: string): History => ({
  sealed: sealed.filter((day) => day.device === device),
  recent: recent.filter((span) => span.device === device),
})

/** The record without what these devices recorded, be it spans or day totals. The same object if there are none. */
export function withoutDevices(history: History, devices: ReadonlySet<string>): History {
  if (devices.size === 0) return history
  const { sealed, recent, totals } = history
  const isKept = ({ device }: { device: string }) => !devices.has(device)
  const spans = { sealed: sealed.filter(isKept), recent: recent.filter(isKept) }
  return totals
    ? { ...spans, totals: totals.filter(({ source }) => !devices.has(deviceOfSource(source) ?? '')) }
    : spans
}

/** Day totals alone. */
export const onlyTotals = ({ totals = [] }: History): History => ({ sealed: [], recent: [], totals })

/** `from` and `until` are local ms, `offsetMs` ahead of UTC; `day` counts the person's days since 1970-01-01. */
export type Visitor = (
  surface: string,
  day: number,
  from: number,
  until: number,
  device: string,
  offsetMs: number,
) => void

/**
 * Visits a stretch, cut at the starts of the person's days and at the ends of the extent. Called a million times for
 * a long history, so it creates no objects.
 */
function tell(
  { from, until }: LocalInterval,
  dayStartMs: number,
  visit: Visitor,
  surface: string,
  device: string,
  start: number,
  end: number,
  offsetMs: number,
): void {
  const last = Math.min(end + offsetMs, until)
  for (let at = Math.max(start + offsetMs, from); at < last;) {
    const day = Math.floor((at - dayStartMs) / DAY_MS)
    const stop = Math.min(last, (day + 1) * DAY_MS + dayStartMs)
    visit(surface, day, at, stop, device, offsetMs)
    at = stop
  }
}

/** Whether a calendar day lies outside the extent, so that its spans can be skipped. */
const isOutside = (day: string, { from, until }: LocalInterval): boolean => {
  const midnight = Date.parse(day)
  return midnight >= until || midnight + DAY_MS <= from
}

/**
 * Visits every stretch inside the extent, device by device in order of time. A span that was rewritten after its day
 * was sealed counts once, in its latest version.
 */
export function eachStretch(
  history: History,
  extent: LocalInterval,
  dayStartHour: number,
  visit: Visitor,
): void {
  const dayStartMs = dayStartHour * HOUR_MS
  const rewritten = Map.groupBy(history.recent, dayKey)
  for (const sealed of history.sealed) {
    if (isOutside(sealed.day, extent)) continue
    const { surfaces, surface, starts, lengths, offsets, from, device } = sealed
    const again = new Set(rewritten.get(dayKey(sealed))?.map(({ start }) => start))
    let offset = 0
    for (let row = 0; row < starts.length; row += 1) {
      const start = from + (starts[row] as number)
      while (offset + 1 < offsets.length && start >= (offsets[offset + 1]?.[0] as number)) offset += 1
      if (again.size > 0 && again.has(start)) continue
      const name = surfaces[surface[row] as number] as string
      const offsetMs = (offsets[offset]?.[1] ?? 0) * MINUTE_MS
      tell(extent, dayStartMs, visit, name, device, start, start + (lengths[row] as number), offsetMs)
    }
  }
  for (const { surface, device, start, end, utcOffsetMinutes } of history.recent) {
    tell(extent, dayStartMs, visit, surface, device, start, end, utcOffsetMinutes * MINUTE_MS)
  }
}

/** Recorded ms of some calendar days, by surface. Sums columns, because the days may hold a million spans. */
export function timesOfDays(history: History, days: ReadonlySet<Day>): Map<Day, Map<string, number>> {
  const times = new Map([...days].map((day) => [day, new Map<string, number>()]))
  const rewritten = Map.groupBy(history.recent, dayKey)
  for (const sealed of history.sealed) {
    const ofDay = times.get(sealed.day)
    if (!ofDay) continue
    const again = new Set(rewritten.get(dayKey(sealed))?.map(({ start }) => start))
    const sums = new Float64Array(sealed.surfaces.length)
    for (let row = 0; row < sealed.lengths.length; row += 1) {
      if (again.size > 0 && again.has(sealed.from + (sealed.starts[row] as number))) continue
      const index = sealed.surface[row] as number
      sums[index] = (sums[index] as number) + (sealed.lengths[row] as number)
    }
    sealed.surfaces.forEach((surface, index) => addTo(ofDay, surface, sums[index] as number))
  }
  for (const { day, surface, start, end } of history.recent) {
    const ofDay = times.get(day)
    if (ofDay) addTo(ofDay, surface, end - start)
  }
  return times
}

const addTo = (times: Map<string, number>, surface: string, ms: number) =>
  times.set(surface, (times.get(surface) ?? 0) + ms)
