/** Lays out the visits of a day to scale, in rows of equal length. */
import type { Interval } from '../time/interval'
import type { DayVisit } from './day-visits'
import { HOUR_MS } from '../time/local-time'

/** A part of a visit as it is drawn, epoch ms. */
export interface Piece extends Interval {
  /** The visit's index. */
  visit: number
  /** Spans that overlap, such as those of two devices, are drawn in different lanes. */
  lane: number
}

export interface StripRow extends Interval {
  pieces: Piece[]
}

export interface Strip {
  rows: StripRow[]
  /** The time that a full row covers; the last row may be shorter. */
  rowMs: number
  lanes: number
}

/** Puts every span into the first lane that is free at its start. */
function inLanes(visits: readonly DayVisit[]): { pieces: Piece[]; lanes: number } {
  const ends: number[] = []
  const pieces = visits
    .flatMap(({ spans }, visit) =>
      spans.map(({ start, end }) => ({ visit, from: start, until: end, lane: 0 })),
    )
    .sort((a, b) => a.from - b.from)
  for (const piece of pieces) {
    const free = ends.findIndex((end) => end <= piece.from)
    piece.lane = free === -1 ? ends.length : free
    ends[piece.lane] = piece.until
  }
  return { pieces, lanes: Math.max(1, ends.length) }
}

/** Widens short pieces so that they can be seen and clicked, but never over another piece of the lane. */
const widen = (pieces: readonly Piece[], row: Interval, leastMs: number): Piece[] =>
  [...Map.groupBy(pieces, ({ lane }) => lane).values()].flatMap((lane) => {
    let before = row.from
    return lane.map((piece, index) => {
      const next = lane[index + 1]?.from ?? row.until
      const until = Math.max(piece.until, Math.min(piece.from + leastMs, next))
      const from = Math.min(piece.from, Math.max(until - leastMs, before))
      before = until
      return { ...piece, from, until }
    })
  })

/**
 * Lays a day out in about `rowCount` rows of whole hours. A piece takes at least `leastShare` of a row if
 * there is room.
 */
export function stripOf(
  visits: readonly DayVisit[],
  { from, until }: Interval,
  rowCount: number,
  leastShare: number,
): Strip {
  const rowMs = Math.ceil((until - from) / rowCount / HOUR_MS) * HOUR_MS
  const { pieces, lanes } = inLanes(visits)
  const rows: StripRow[] = []
  for (let start = from; start < until; start += rowMs) {
    const row = { from: start, until: Math.min(start + rowMs, until) }
    const inRow = pieces
      .map((piece) => ({
        ...piece,
        from: Math.max(piece.from, row.from),
        until: Math.min(piece.until, row.until),
      }))
      .filter((piece) => piece.until > piece.from)
    rows.push({ ...row, pieces: widen(inRow, row, leastShare * rowMs) })
  }
  return { rows, rowMs, lanes }
}

/** The visit nearest to an instant of a row; null in a row without visits. */
export function visitNear({ pieces }: StripRow, at: number): number | null {
  const distance = ({ from, until }: Piece) => Math.max(from - at, at - until, 0)
  const [nearest] = pieces.toSorted((a, b) => distance(a) - distance(b))
  return nearest?.visit ?? null
}
