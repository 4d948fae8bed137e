import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDay, DAY_MS, HOUR_MS, MINUTE_MS, type OffsetAt } from '../../../domain/time/local-time'
import { cutByDay } from '../../../domain/record/cut-by-day'
import { reshape, type Span, spanId } from '../../../domain/record/span'
import { DEVICE, spanOf } from '../../fixtures/spans'
import { offsetIn, ZONES } from '../../fixtures/zone'

/** The local beginning and end of a span and the offset that it carries. */
const described = ({ start, end, utcOffsetMinutes: minutes }: Span): string => {
  const local = (at: number) =>
    new Date(at + minutes * MINUTE_MS).toISOString().slice(0, 19).replace('T', ' ')
  return `${local(start)} – ${local(end)} (${minutes})`
}

const spanIn = (offsetAt: OffsetAt, from: string, to: string): Span => {
  const start = Date.parse(from)
  return spanOf({ start, ms: Date.parse(to) - start, utcOffsetMinutes: offsetAt(start) })
}

describe('a span is cut at local midnights and where the clock changes', () => {
  test.each<[rule: string, zone: string, from: string, to: string, pieces: string[]]>([
    [
      'a span inside a day stays as it is',
      'Europe/Berlin',
      '2026-11-23T10:00:00Z',
      '2026-11-23T11:00:00Z',
      ['2026-11-23 11:00:00 – 2026-11-23 12:00:00 (60)'],
    ],
    [
      'a span that ends at midnight stays as it is',
      'Europe/Berlin',
      '2026-11-23T22:00:00Z',
      '2026-11-23T23:00:00Z',
      ['2026-11-23 23:00:00 – 2026-11-24 00:00:00 (60)'],
    ],
    [
      'a span that begins at midnight stays as it is',
      'Europe/Berlin',
      '2026-11-23T23:00:00Z',
      '2026-11-23T23:30:00Z',
      ['2026-11-24 00:00:00 – 2026-11-24 00:30:00 (60)'],
    ],
    [
      'a span across midnight is cut in two',
      'Europe/Berlin',
      '2026-11-23T22:59:00Z',
      '2026-11-23T23:01:00Z',
      ['2026-11-23 23:59:00 – 2026-11-24 00:00:00 (60)', '2026-11-24 00:00:00 – 2026-11-24 00:01:00 (60)'],
    ],
    [
      'a span across several midnights is cut at each',
      'America/New_York',
      '2026-11-23T04:00:00Z',
      '2026-11-25T06:00:00Z',
      [
        '2026-11-22 23:00:00 – 2026-11-23 00:00:00 (-300)',
        '2026-11-23 00:00:00 – 2026-11-24 00:00:00 (-300)',
        '2026-11-24 00:00:00 – 2026-11-25 00:00:00 (-300)',
        '2026-11-25 00:00:00 – 2026-11-25 01:00:00 (-300)',
      ],
    ],
    [
      'a span across the hour skipped in spring is cut in two offsets',
      'Europe/Berlin',
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:30:00Z',
      ['2026-03-29 01:30:00 – 2026-03-29 02:00:00 (60)', '2026-03-29 03:00:00 – 2026-03-29 03:30:00 (120)'],
    ],
    [
      'a span across the hour repeated in autumn is cut in two offsets',
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      ['2026-10-25 02:30:00 – 2026-10-25 03:00:00 (120)', '2026-10-25 02:00:00 – 2026-10-25 02:30:00 (60)'],
    ],
    [
      'a clock change at the end of a span does not cut it',
      'Europe/Berlin',
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:00:00Z',
      ['2026-03-29 01:30:00 – 2026-03-29 02:00:00 (60)'],
    ],
    [
      'a span is cut at midnights before and after a clock change',
      'Europe/Berlin',
      '2026-10-24T21:00:00Z',
      '2026-10-25T23:30:00Z',
      [
        '2026-10-24 23:00:00 – 2026-10-25 00:00:00 (120)',
        '2026-10-25 00:00:00 – 2026-10-25 03:00:00 (120)',
        '2026-10-25 02:00:00 – 2026-10-26 00:00:00 (60)',
        '2026-10-26 00:00:00 – 2026-10-26 00:30:00 (60)',
      ],
    ],
    [
      'a span is cut at a skipped midnight',
      'America/Sao_Paulo',
      '2017-10-15T02:30:00Z',
      '2017-10-15T03:30:00Z',
      [
        '2017-10-14 23:30:00 – 2017-10-15 00:00:00 (-180)',
        '2017-10-15 01:00:00 – 2017-10-15 01:30:00 (-120)',
      ],
    ],
    [
      'a repeated evening hour belongs to its day both times',
      'America/Sao_Paulo',
      '2018-02-18T01:30:00Z',
      '2018-02-18T03:30:00Z',
      [
        '2018-02-17 23:30:00 – 2018-02-18 00:00:00 (-120)',
        '2018-02-17 23:00:00 – 2018-02-18 00:00:00 (-180)',
        '2018-02-18 00:00:00 – 2018-02-18 00:30:00 (-180)',
      ],
    ],
    [
      'a span is cut at a clock change of half an hour',
      'Australia/Lord_Howe',
      '2026-10-03T15:20:00Z',
      '2026-10-03T15:40:00Z',
      ['2026-10-04 01:50:00 – 2026-10-04 02:00:00 (630)', '2026-10-04 02:30:00 – 2026-10-04 02:40:00 (660)'],
    ],
    [
      'a skipped date gets no piece',
      'Pacific/Apia',
      '2011-12-30T09:30:00Z',
      '2011-12-30T10:30:00Z',
      ['2011-12-29 23:30:00 – 2011-12-30 00:00:00 (-600)', '2011-12-31 00:00:00 – 2011-12-31 00:30:00 (840)'],
    ],
  ])('%s', (_rule, zone, from, to, pieces) => {
    const offsetAt = offsetIn(zone)
    const span = spanIn(offsetAt, from, to)
    expect(cutByDay(span, offsetAt, span.end).map(described)).toEqual(pieces)
  })
})

describe('after travel the new zone holds from the last instant observed in the old one', () => {
  const begun = spanOf({ start: '2026-11-23T20:00:00Z', ms: 5 * HOUR_MS, utcOffsetMinutes: 60 })
  const inTokyo = offsetIn('Asia/Tokyo')

  test.each<[rule: string, knownUntil: string, pieces: string[]]>([
    [
      'observed for an hour',
      '2026-11-23T21:00:00Z',
      ['2026-11-23 21:00:00 – 2026-11-23 22:00:00 (60)', '2026-11-24 06:00:00 – 2026-11-24 10:00:00 (540)'],
    ],
    [
      'observed beyond the old midnight',
      '2026-11-24T00:00:00Z',
      [
        '2026-11-23 21:00:00 – 2026-11-24 00:00:00 (60)',
        '2026-11-24 00:00:00 – 2026-11-24 01:00:00 (60)',
        '2026-11-24 09:00:00 – 2026-11-24 10:00:00 (540)',
      ],
    ],
    [
      'observed to the end',
      '2026-11-24T01:00:00Z',
      ['2026-11-23 21:00:00 – 2026-11-24 00:00:00 (60)', '2026-11-24 00:00:00 – 2026-11-24 02:00:00 (60)'],
    ],
    [
      'observed beyond the end',
      '2026-11-25T00:00:00Z',
      ['2026-11-23 21:00:00 – 2026-11-24 00:00:00 (60)', '2026-11-24 00:00:00 – 2026-11-24 02:00:00 (60)'],
    ],
    ['never observed', '2026-11-23T20:00:00Z', ['2026-11-24 05:00:00 – 2026-11-24 10:00:00 (540)']],
    [
      'observed only before the start',
      '2026-11-23T19:00:00Z',
      ['2026-11-24 05:00:00 – 2026-11-24 10:00:00 (540)'],
    ],
  ])('%s', (_rule, knownUntil, pieces) => {
    expect(cutByDay(begun, inTokyo, Date.parse(knownUntil)).map(described)).toEqual(pieces)
  })

  test('a span with travel and a clock change is cut at both', () => {
    const span = spanOf({ start: '2026-10-24T23:00:00Z', ms: 3 * HOUR_MS, utcOffsetMinutes: 180 })
    const known = Date.parse('2026-10-24T23:30:00Z')
    expect(cutByDay(span, offsetIn('Europe/Berlin'), known).map(described)).toEqual([
      '2026-10-25 02:00:00 – 2026-10-25 02:30:00 (180)',
      '2026-10-25 01:30:00 – 2026-10-25 03:00:00 (120)',
      '2026-10-25 02:00:00 – 2026-10-25 03:00:00 (60)',
    ])
  })
})

test('a reshaped span has the id and the day of its new start, and keeps the rest', () => {
  const span = spanOf({
    surface: 'youtube.com/shorts',
    start: '2026-11-23T22:30:00Z',
    ms: HOUR_MS,
    origin: 'imported',
  })
  const midnight = Date.parse('2026-11-23T23:00:00Z')
  expect(reshape(span, midnight, span.end)).toEqual({
    id: 'desk:1795474800000',
    day: '2026-11-24',
    device: 'desk',
    site: 'youtube.com',
    surface: 'youtube.com/shorts',
    start: 1795474800000,
    end: span.end,
    utcOffsetMinutes: 60,
    origin: 'imported',
  })
})

describe('at any time in any zone', () => {
  /** The zones in which a span begins and ends, and the share of it observed in the first. */
  interface Journey {
    from: string
    to: string
    stretch: { start: number; ms: number }
    known: number
  }

  const zone = fc.constantFrom(...ZONES)
  const stretch = fc.record({
    start: fc.integer({ min: Date.UTC(2017, 0, 1), max: Date.UTC(2030, 0, 1) }),
    ms: fc.oneof(
      fc.integer({ min: 1, max: HOUR_MS }),
      fc.integer({ min: 1, max: 3 * DAY_MS }),
      fc.integer({ min: 1, max: 60 * DAY_MS }),
    ),
  })
  const journey: fc.Arbitrary<Journey> = fc.record({
    from: zone,
    to: zone,
    stretch,
    known: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
  })

  const cut = ({ from, to, stretch: { start, ms }, known }: Journey) => {
    const span = spanOf({ start, ms, utcOffsetMinutes: offsetIn(from)(start) })
    return { span, pieces: cutByDay(span, offsetIn(to), start + Math.round(known * ms)) }
  }

  test('the pieces cover the span without gaps or overlaps, and none is empty', () => {
    fc.assert(
      fc.property(journey, (travelled) => {
        const { span, pieces } = cut(travelled)
        expect(pieces[0]?.start).toBe(span.start)
        expect(pieces.at(-1)?.end).toBe(span.end)
        pieces.forEach((piece, i) => {
          expect(piece.end).toBeGreaterThan(piece.start)
          if (i > 0) expect(piece.start).toBe(pieces[i - 1]?.end)
        })
      }),
    )
  })

  test('a piece lies in the one calendar day that it carries', () => {
    fc.assert(
      fc.property(journey, (travelled) => {
        for (const { day, start, end, utcOffsetMinutes } of cut(travelled).pieces) {
          expect(calendarDay(start, utcOffsetMinutes)).toBe(day)
          expect(calendarDay(end - 1, utcOffsetMinutes)).toBe(day)
        }
      }),
    )
  })

  test("a piece has an id of device and start and the span's other fields", () => {
    fc.assert(
      fc.property(journey, (travelled) => {
        const { span, pieces } = cut(travelled)
        for (const piece of pieces) {
          const { start, end, day, utcOffsetMinutes } = piece
          const id = spanId(DEVICE, start)
          expect(piece).toEqual({ ...span, id, start, end, day, utcOffsetMinutes })
        }
      }),
    )
  })

  test('without travel a piece carries the offset in force from its first ms to its last', () => {
    fc.assert(
      fc.property(zone, stretch, (name, { start, ms }) => {
        fc.pre(ms < 3 * DAY_MS)
        const offsetAt = offsetIn(name)
        const span = spanOf({ start, ms, utcOffsetMinutes: offsetAt(start) })
        for (const piece of cutByDay(span, offsetAt, span.end)) {
          expect(offsetAt(piece.start)).toBe(piece.utcOffsetMinutes)
          expect(offsetAt(piece.end - 1)).toBe(piece.utcOffsetMinutes)
        }
      }),
    )
  })
})
