/** Stretches of ActivityWatch as spans: by our own rules for sites, each moment once. */
import { cutByDay } from '../../record/cut-by-day'
import { dayKey, type SealedDay } from '../../record/sealed-day'
import { seal } from '../../record/sealing'
import { type Span, spanId } from '../../record/span'
import { placeOf } from '../../surface/address'
import { siteOf } from '../../surface/surface'
import type { SurfaceRules } from '../../surface/surface-rules'
import type { Interval } from '../../time/interval'
import { addDays, calendarDay, type Day, type OffsetAt } from '../../time/local-time'
import { subtract } from '../../time/interval'
import { MOST_DAYS, MOST_SPANS_A_DAY, MOST_SURFACES_A_DAY } from '../most'
import { isSurface } from '../row-fields'
import type { AwBucket } from './activitywatch-events'
import { type AwNote, type AwStretch, stretchesIn } from './activitywatch-cuts'
import { FIRST_FOREIGN_DAY } from './foreign-checks'
import { collectLeft, type ForeignRefused, type LeftOut, refusedAs } from './foreign-table'
import { remembering } from './lines'

const TOOL = 'activitywatch'

/** The name of a browser's record among devices. */
export const awDevice = (bucket: string): string => `aw:${bucket.replaceAll(/[^\w.-]/g, '-').slice(0, 64)}`

/** The time, place and device of what becomes a span. */
interface Piece extends Interval {
  surface: string
  device: string
}

/** Pieces of one device, in order, those of one surface that follow each other as one. */
function joinedPieces(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last && last.until === piece.from && last.surface === piece.surface) last.until = piece.until
    else result.push({ ...piece })
  }
  return result
}

/** The pieces of all devices: where two say something of the same moment, the one with more time counts. */
function eachMomentOnce(pieces: readonly Piece[]): Piece[] {
  const sumOf = (some: readonly Piece[]) => some.reduce((sum, { from, until }) => sum + until - from, 0)
  const devices = [...Map.groupBy(pieces, ({ device }) => device).values()].toSorted(
    (a, b) => sumOf(b) - sumOf(a),
  )
  const [first = [], ...others] = devices
  let kept = joinedPieces(first)
  for (const own of others) {
    const free = joinedPieces(own).flatMap((piece) =>
      subtract(piece, kept).map((part) => ({ ...piece, ...part })),
    )
    kept = [...kept, ...free].toSorted((a, b) => a.from - b.from)
  }
  return kept
}

function spansOf({ surface, device, from, until }: Piece, offsetAt: OffsetAt): Span[] {
  const utcOffsetMinutes = offsetAt(from)
  const span: Span = {
    id: spanId(device, from),
    day: calendarDay(from, utcOffsetMinutes),
    device,
    site: siteOf(surface),
    surface,
    start: from,
    end: until,
    utcOffsetMinutes,
    origin: 'imported',
  }
  return cutByDay(span, offsetAt, until)
}

/** What days of spans would bring, or why they are refused. */
export type AwReading = { days: SealedDay[]; left: LeftOut[]; notes: AwNote[] } | ForeignRefused

function flawOfDays(days: readonly SealedDay[], today: Day): ForeignRefused | null {
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  if (first === undefined || last === undefined) return refusedAs('nothing', TOOL)
  if (first < FIRST_FOREIGN_DAY) return refusedAs('tooEarly', TOOL, { day: first })
  if (last > addDays(today, 1)) return refusedAs('tooLate', TOOL, { day: last })
  const isFull = days.some(
    ({ starts, surfaces }) => starts.length > MOST_SPANS_A_DAY || surfaces.length > MOST_SURFACES_A_DAY,
  )
  return isFull || days.length > MOST_DAYS ? refusedAs('tooMany', TOOL) : null
}

/** How days are cut, and until when they can be. */
export interface AwClock {
  offsetAt: OffsetAt
  today: Day
}

/** The days that buckets bring. An address becomes its surface here and goes no further. */
export function daysOfBuckets(
  buckets: readonly AwBucket[],
  { splits, isExcluded }: Pick<SurfaceRules, 'splits' | 'isExcluded'>,
  { offsetAt, today }: AwClock,
): AwReading {
  const left = collectLeft()
  const found = stretchesIn(buckets, left)
  if (typeof found === 'string') return refusedAs(found, TOOL)
  const surfaceOf = remembering((address) => placeOf(address, splits)?.surface ?? '')
  const pieceOf = ({ address, bucket, from, until }: AwStretch): Piece[] => {
    const surface = surfaceOf(address)
    if (!isSurface(surface)) left.add('noSite', until - from)
    else if (isExcluded(surface)) left.add('excluded', until - from)
    else return [{ surface, device: awDevice(bucket), from, until }]
    return []
  }
  const pieces = eachMomentOnce(found.stretches.flatMap(pieceOf))
  const spans = pieces.flatMap((piece) => spansOf(piece, offsetAt))
  const days = [...Map.groupBy(spans, dayKey).values()].map(seal).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return flawOfDays(days, today) ?? { days, left: left.done(), notes: found.notes }
}
