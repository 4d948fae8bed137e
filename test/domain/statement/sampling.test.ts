import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Span } from '../../../domain/record/span'
import { visitsOf } from '../../../domain/statement/day-visits'
import { type VisitQuestion, type Sampling, sampled } from '../../../domain/statement/sampling'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { spanOf } from '../../fixtures/spans'

/** The day begins at 4:00, an hour ahead of UTC; its parts at 4:00, 12:00 and 20:00. */
const DAY = '2026-11-23'
const DAY_START_HOUR = 4
const instant = (clock: string, day = DAY) => Date.parse(`${day}T${clock}:00+01:00`)

const at = (surface: string, clock: string, minutes: number, facts: Partial<Span> = {}): Span => ({
  ...spanOf({ surface, start: instant(clock, facts.day), ms: minutes * MINUTE_MS }),
  ...facts,
})

const looked = (spans: readonly Span[], clock: string, random = 0, before: Sampling | null = null) =>
  sampled(
    before,
    visitsOf(spans, surfaceBook([]), null),
    { at: instant(clock), day: DAY, dayStartHour: DAY_START_HOUR },
    random,
  )

const surfaceOf = ({ question }: Sampling): string | undefined => question?.surface

describe('a visit is drawn', () => {
  test('with its surface, times and attention, without the gaps', () => {
    const spans = [at('a.com', '09:00', 10), at('b.com', '09:10', 2), at('a.com', '09:12', 5)]
    const { question, asked } = looked(spans, '10:00')
    expect(question).toEqual({
      surface: 'a.com',
      start: instant('09:00'),
      end: instant('09:17'),
      utcOffsetMinutes: 60,
      ms: 15 * MINUTE_MS,
    } satisfies VisitQuestion)
    expect(asked).toEqual([0])
  })

  test('from one minute on', () => {
    const short = { ...at('a.com', '09:00', 1), end: instant('09:00') + MINUTE_MS - 1 }
    expect(looked([short], '10:00').question).toBeNull()
    expect(surfaceOf(looked([at('a.com', '09:00', 1)], '10:00'))).toBe('a.com')
  })

  test('only once it is over: five minutes after its last second', () => {
    const spans = [at('a.com', '09:00', 10)]
    expect(looked(spans, '09:15').question).toBeNull()
    expect(surfaceOf(looked(spans, '09:16'))).toBe('a.com')
  })

  test('if it was measured, not entered or imported', () => {
    for (const origin of ['entered', 'imported'] as const)
      expect(looked([at('a.com', '09:00', 10, { origin })], '10:00').question).toBeNull()
  })

  test('if it ended on this day of the person: a night belongs to the day before', () => {
    const night = at('a.com', '03:40', 10)
    const across = at('a.com', '03:55', 10)
    expect(looked([night], '10:00').question).toBeNull()
    expect(surfaceOf(looked([across], '10:00'))).toBe('a.com')
  })

  test('not if a moved clock puts its end into the future', () => {
    expect(looked([at('a.com', '11:00', 10)], '10:00').question).toBeNull()
  })
})

describe('at most three questions a day, one in each part', () => {
  const spans = [
    at('early.com', '04:30', 10),
    at('morning.com', '11:30', 10),
    at('noon.com', '12:00', 10),
    at('evening.com', '21:00', 10),
  ]
  const answered = (sampling: Sampling): Sampling => ({ ...sampling, question: null })

  test('a question that waits stays, and nothing else is drawn', () => {
    const first = looked(spans, '11:50', 0)
    expect(surfaceOf(first)).toBe('early.com')
    expect(looked(spans, '22:00', 0.9, first)).toBe(first)
  })

  test('the latest part comes first, then the ones before, then nothing', () => {
    let sampling = looked(spans, '22:00')
    const surfaces = [surfaceOf(sampling)]
    for (let step = 0; step < 3; step += 1) {
      sampling = looked(spans, '22:00', 0.99, answered(sampling))
      surfaces.push(surfaceOf(sampling))
    }
    expect(surfaces).toEqual(['evening.com', 'noon.com', 'morning.com', undefined])
    expect(sampling.asked).toEqual([2, 1, 0])
  })

  test('a part that has had its question gets no other, however many visits follow', () => {
    const first = answered(looked(spans.slice(0, 1), '05:00'))
    expect(looked(spans.slice(0, 2), '11:59', 0, first).question).toBeNull()
  })

  test('at the start of the next day the question lapses and all parts are open again', () => {
    const before: Sampling = { ...looked(spans, '22:00'), day: '2026-11-22', asked: [0, 1, 2] }
    expect(looked([], '04:00', 0, before)).toEqual({ day: DAY, asked: [], question: null })
    expect(surfaceOf(looked(spans.slice(0, 1), '05:00', 0, before))).toBe('early.com')
  })
})

describe('the chance of a visit', () => {
  /** Visits in the morning, one after another, with at least six minutes between them. */
  const visitsOfMorning = fc
    .array(fc.integer({ min: MINUTE_MS, max: 20 * MINUTE_MS }), { minLength: 1, maxLength: 16 })
    .map((lengths) => {
      let start = instant('04:10')
      return lengths.map((ms, index) => {
        const span = spanOf({ surface: `s${index}.com`, start, ms })
        start = span.end + 6 * MINUTE_MS
        return span
      })
    })

  test('is 1 ÷ n for each of n visits, whatever their lengths', () => {
    fc.assert(
      fc.property(visitsOfMorning, (spans) => {
        const draws = spans.map((_, index) => surfaceOf(looked(spans, '12:30', (index + 0.5) / spans.length)))
        expect(draws).toEqual(spans.map(({ surface }) => surface))
      }),
    )
  })

  test('does not change if its length does', () => {
    fc.assert(
      fc.property(
        visitsOfMorning,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (spans, random) => {
          const shortened = spans.map((span) => ({ ...span, end: span.start + MINUTE_MS }))
          expect(surfaceOf(looked(shortened, '12:30', random))).toBe(
            surfaceOf(looked(spans, '12:30', random)),
          )
        },
      ),
    )
  })

  test('goes by the number of visits, not by their time: 3,000 days of 15 short visits and 5 long ones', () => {
    let start = instant('04:10')
    const spans = Array.from({ length: 20 }, (_, index) => {
      const isLong = index % 4 === 0
      const span = spanOf({
        surface: isLong ? 'long.com' : 'short.com',
        start,
        ms: (isLong ? 40 : 1) * MINUTE_MS,
      })
      start = span.end + 6 * MINUTE_MS
      return span
    })
    const random = numbers(7)
    const draws = Array.from({ length: 3000 }, () => surfaceOf(looked(spans, '12:30', random())))
    const share = draws.filter((surface) => surface === 'short.com').length / draws.length
    expect(share).toBeGreaterThan(0.72)
    expect(share).toBeLessThan(0.78)
  })
})

/** Pseudo-random numbers from 0 to 1 (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
}
