/** Turns the spans of old days into columns; `unseal` in sealed-day.ts turns them back. */
import { addDays, DAY_MS, type Day, MINUTE_MS } from '../time/local-time'
import type { SealedDay } from './sealed-day'
import type { Span } from './span'

/** A calendar day is sealed this long after its end, when it is over in every time zone. */
const SEALED_AFTER_MS = 1.5 * DAY_MS

/** The last calendar day that may be sealed at an instant. */
export const lastSealableDay = (at: number, utcOffsetMinutes: number): Day =>
  addDays(new Date(at + utcOffsetMinutes * MINUTE_MS - SEALED_AFTER_MS).toISOString().slice(0, 10), -1)

/** Puts the spans of one day and device into columns. Throws if there are none. */
export function seal(spans: readonly Span[]): SealedDay {
  const rows = spans.toSorted((a, b) => a.start - b.start)
  const first = rows[0]
  if (!first) throw new Error('cannot seal a day without spans')
  const surfaces = [...new Set(rows.map((span) => span.surface))]
  const indexOf = new Map(surfaces.map((surface, index) => [surface, index]))
  const offsets: SealedDay['offsets'] = []
  for (const { start, utcOffsetMinutes } of rows) {
    if (offsets.at(-1)?.[1] !== utcOffsetMinutes) offsets.push([start, utcOffsetMinutes])
  }
  return {
    day: first.day,
    device: first.device,
    surfaces,
    offsets,
    from: first.start,
    surface: Uint16Array.from(rows, (span) => indexOf.get(span.surface) ?? 0),
    starts: Uint32Array.from(rows, (span) => span.start - first.start),
    lengths: Uint32Array.from(rows, (span) => span.end - span.start),
    ...(rows.some((span) => span.origin !== 'measured') && { origins: rows.map((span) => span.origin) }),
  }
}

/** The same; null if there are none. */
export const sealIfAny = (spans: readonly Span[]): SealedDay | null => (spans.length > 0 ? seal(spans) : null)
