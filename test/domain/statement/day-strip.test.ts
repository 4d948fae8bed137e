import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Piece, stripOf, visitNear } from '../../../domain/statement/day-strip'
import { visitsOf } from '../../../domain/statement/day-visits'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { spansOfDay } from '../../../domain/record/clip-days'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

const profileOf = surfaceBook([])
const FROM = Date.parse('2026-11-23T03:00:00Z')
const bounds = { from: FROM, until: FROM + 24 * HOUR_MS }

const span = (minute: number, minutes: number, facts: Partial<Parameters<typeof spanOf>[0]> = {}) =>
  spanOf({ ...facts, start: FROM + minute * MINUTE_MS, ms: minutes * MINUTE_MS })

const strip = (spans: ReturnType<typeof spanOf>[], rows = 1, leastShare = 0, within = bounds) =>
  stripOf(visitsOf(spans, profileOf, null), within, rows, leastShare)

/** Minutes from the start of the day. */
const drawn = (pieces: readonly Piece[]) =>
  pieces.map(({ from, until }) => [(from - FROM) / MINUTE_MS, (until - FROM) / MINUTE_MS])

describe('the strip of a day', () => {
  test('draws a span at its time and in its length', () => {
    expect(drawn(strip([span(60, 30), span(90, 5)]).rows[0]!.pieces)).toEqual([
      [60, 90],
      [90, 95],
    ])
  })

  test.each([
    { hours: 24, rows: 1, lengths: [24] },
    { hours: 24, rows: 4, lengths: [6, 6, 6, 6] },
    { hours: 23, rows: 4, lengths: [6, 6, 6, 5] },
    { hours: 25, rows: 4, lengths: [7, 7, 7, 4] },
    { hours: 30, rows: 2, lengths: [15, 15] },
  ])('draws $hours hours in $rows rows of whole hours at one scale', ({ hours, rows, lengths }) => {
    const { rows: made, rowMs } = strip([], rows, 0, { from: FROM, until: FROM + hours * HOUR_MS })
    expect(made.map(({ from, until }) => (until - from) / HOUR_MS)).toEqual(lengths)
    expect(rowMs / HOUR_MS).toBe(lengths[0])
  })

  test('draws a span that goes on in the next row in both rows', () => {
    const [first, second] = strip([span(350, 20)], 4).rows
    expect([drawn(first!.pieces), drawn(second!.pieces)]).toEqual([[[350, 360]], [[360, 370]]])
  })

  test('widens a short span, but only into free time', () => {
    const least = 10 / (24 * 60)
    expect(drawn(strip([span(60, 1)], 1, least).rows[0]!.pieces)).toEqual([[60, 70]])
    expect(drawn(strip([span(60, 1), span(65, 60)], 1, least).rows[0]!.pieces)).toEqual([
      [55, 65],
      [65, 125],
    ])
    expect(drawn(strip([span(30, 30), span(60, 1), span(61, 60)], 1, least).rows[0]!.pieces)).toEqual([
      [30, 60],
      [60, 61],
      [61, 121],
    ])
    expect(drawn(strip([span(24 * 60 - 1, 1)], 1, least).rows[0]!.pieces)).toEqual([[1430, 1440]])
  })

  test('draws spans of two devices at the same time in two lanes', () => {
    const { lanes, rows } = strip([span(0, 60), span(30, 60, { device: 'phone' }), span(60, 60)])
    expect([lanes, rows[0]!.pieces.map(({ lane }) => lane)]).toEqual([2, [0, 0, 1]])
  })

  test('never lets pieces of a lane overlap or leave their row, and lengths to scale add up', () => {
    fc.assert(
      fc.property(
        spansArbitrary(),
        fc.constantFrom(1, 2, 4),
        fc.constantFrom(0, 0.004, 0.016),
        (spans, rowCount, leastShare) => {
          const ofDay = spansOfDay(spans, '2026-11-20', 4)
          const within = {
            from: Date.parse('2026-11-20T03:00:00Z'),
            until: Date.parse('2026-11-21T03:00:00Z'),
          }
          const { rows } = strip(ofDay, rowCount, leastShare, within)
          for (const { from, until, pieces } of rows) {
            pieces.forEach((piece, index) => {
              expect(piece.from).toBeGreaterThanOrEqual(pieces[index - 1]?.until ?? from)
              expect(piece.until).toBeLessThanOrEqual(until)
              expect(piece.until).toBeGreaterThan(piece.from)
            })
          }
          const length = rows
            .flatMap(({ pieces }) => pieces)
            .reduce((sum, { from, until }) => sum + until - from, 0)
          const recorded = ofDay.reduce((sum, { start, end }) => sum + end - start, 0)
          if (leastShare === 0) expect(length).toBe(recorded)
          else expect(length).toBeGreaterThanOrEqual(recorded)
        },
      ),
    )
  })
})

describe('pointing at a row', () => {
  const row = strip([span(60, 30), span(120, 1, { surface: 'other.example' })]).rows[0]!
  const near = (minute: number) => visitNear(row, FROM + minute * MINUTE_MS)

  test('selects the visit there or the nearest one', () => {
    expect([60, 75, 100, 110, 120.5, 1000].map(near)).toEqual([0, 0, 0, 1, 1, 1])
  })

  test('selects nothing in a row without visits', () => {
    expect(visitNear(strip([]).rows[0]!, FROM)).toBeNull()
  })
})
