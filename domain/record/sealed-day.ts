import type { Day } from '../time/local-time'
import { siteOf } from '../surface/surface'
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
  /** Absent if every span was measured. */
  origins?: Origin[]
}

/** One key for each calendar day and device. */
export const dayKey = ({ day, device }: Pick<SealedDay, 'day' | 'device'>): string => `${day} ${device}`

/** The spans of a sealed day, in order of time. */
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

/** The spans of a day; empty without one. */
export const spansOf = (day: SealedDay | null): Span[] => (day ? unseal(day) : [])
