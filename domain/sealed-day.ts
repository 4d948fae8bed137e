import { addDays, DAY_MS, type Day, MINUTE_MS } from './local-time'
import { siteOf } from './surface'
import { type Origin, type Span, spanId } from './span'

/** A calendar day in columns: row i is a span of `lengths[i]` ms that began `starts[i]` ms after `from`. */
export interface SealedDay {
  day: Day
  device: string
  surfaces: string[]
  /** Epoch ms from which a UTC offset in minutes holds. */
  offsets: [fromEpochMs: number, minutes: number][]
  /** Epoch ms of the first start. */
  from: number
  /** Indexes into `surfaces`. */
  surface: Uint16Array
  starts: Uint32Array
  lengths: Uint32Array
  /** Only where some span was not measured. */
  origins?: Origin[]
}

/** A calendar day is sealed this long after its end: no clock on earth can add to it any more. */
const SEALED_AFTER_MS = 1.5 * DAY_MS

/** The last calendar day that may be sealed at an instant. */
export const lastSealableDay = (at: number, utcOffsetMinutes: number): Day =>
  addDays(new Date(at + utcOffsetMinutes * MINUTE_MS - SEALED_AFTER_MS).toISOString().slice(0, 10), -1)

/** Puts the spans of one day and device into columns. Throws if there are none. */
export function seal(spans: readonly Span[]): SealedDay {
  const rows = spans.toSorted((a, b) => a.start - b.start)
  const first = rows[0]
  if (!first) throw new Error('a day without spans is not sealed')
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

/** The spans of a sealed day, as they were, in order of time. */
export function unseal(sealed: SealedDay): Span[] {
  const { day, device, surfaces, offsets, from } = sealed
  let offset = 0
  return Array.from(sealed.starts, (startsAfter, row) => {
    const start = from + startsAfter
    while (offset + 1 < offsets.length && start >= (offsets[offset + 1]?.[0] ?? Infinity)) offset += 1
    const surface = surfaces[sealed.surface[row] ?? 0] as string
    return {
      id: spanId(device, start),
      day,
      device,
      site: siteOf(surface),
      surface,
      start,
      end: start + (sealed.lengths[row] ?? 0),
      utcOffsetMinutes: offsets[offset]?.[1] ?? 0,
      origin: sealed.origins?.[row] ?? 'measured',
    }
  })
}
