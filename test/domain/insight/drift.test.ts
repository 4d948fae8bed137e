import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Drift, driftOf, driftShare, mostDrifting } from '../../../domain/insight/drift'
import { scopeOf, WEEK } from '../../fixtures/scope'
import { ratingOf, ratingsArbitrary, ratingsOf } from '../../fixtures/ratings'

const found = (...facts: Parameters<typeof scopeOf>): Drift => {
  const finding = driftOf(scopeOf(...facts))
  if ('lacks' in finding) throw new Error(`It lacks ${finding.lacks}.`)
  return finding
}

/** Fifteen answers of which four drifted, three of those after 22:00. */
const FIFTEEN = [
  ...ratingsOf(3, { surface: 'youtube.com/shorts', drifted: true, hour: 22 }),
  ...ratingsOf(2, { surface: 'youtube.com/shorts', drifted: false, hour: 1 }),
  ...ratingsOf(1, { surface: 'github.com', drifted: true, hour: 12 }),
  ...ratingsOf(5, { surface: 'github.com', drifted: false, hour: 17 }),
  ...ratingsOf(4, { surface: 'wikipedia.org', drifted: false, hour: 9 }),
]

describe('visits', () => {
  test('that drifted are counted by surface and by part of the day, from five answers a row', () => {
    const { surfaces, parts, ...all } = found([], { ratings: FIFTEEN })
    expect(all).toEqual({
      drifted: 4,
      visits: 15,
      period: { unit: 'dates', first: '2026-09-28', last: '2026-11-22' },
    })
    expect(surfaces.map(({ profile, drifted, visits }) => [profile.surface, drifted, visits])).toEqual([
      ['youtube.com/shorts', 3, 5],
      ['github.com', 1, 6],
    ])
    expect(parts).toEqual([
      { part: { from: 12, to: 18 }, drifted: 1, visits: 6 },
      { part: { from: 22, to: 4 }, drifted: 3, visits: 5 },
    ])
  })

  test('answers without a word on drift do not count', () => {
    const ratings = [...FIFTEEN, ...ratingsOf(20, { drifted: null })]
    expect(found([], { ratings }).visits).toBe(15)
  })

  test('below ten answers there is no finding, only what is missing', () => {
    expect(driftOf(scopeOf([], { ratings: FIFTEEN.slice(0, 9) }))).toMatchObject({
      lacks: 'drift',
      have: 9,
      need: 10,
    })
  })

  test('of the eight weeks up to the end of the period count, by the person’s day', () => {
    const at = (instant: string) => ratingOf({ drifted: false, at: Date.parse(instant) })
    const edges = [
      at('2026-09-28T02:59:59Z'), // before the start of the day
      at('2026-09-28T03:00:00Z'),
      at('2026-11-23T02:59:59Z'),
      at('2026-11-23T03:00:00Z'), // after the end of the last day
    ]
    expect(found([], { ratings: [...FIFTEEN, ...edges], period: WEEK }).visits).toBe(17)
  })

  test('of a whole year count if that is the period', () => {
    const period = { unit: 'year', first: '2026-01-01', last: '2026-12-31' } as const
    const ratings = [...FIFTEEN, ratingOf({ drifted: false, at: Date.parse('2026-01-01T10:00:00Z') })]
    expect(found([], { ratings, period })).toMatchObject({
      visits: 16,
      period: { first: '2026-01-01', last: '2026-11-23' },
    })
  })

  test('an answer whose hour was deleted counts in no part of the day', () => {
    const { hour: _hour, ...said } = ratingOf({ drifted: true })
    const { visits, parts } = found([], { ratings: [...FIFTEEN, said] })
    expect(visits).toBe(16)
    expect(parts.reduce((sum, part) => sum + part.visits, 0)).toBe(11)
  })
})

describe('the part of the day that drifts most', () => {
  test('has the highest share', () => {
    expect(mostDrifting(found([], { ratings: FIFTEEN }))).toEqual({ from: 22, to: 4 })
  })

  test('is not named if no part is above the share of all visits', () => {
    const ratings = ratingsOf(12, { drifted: true, hour: 20 })
    expect(mostDrifting(found([], { ratings }))).toBeNull()
    expect(mostDrifting(found([], { ratings: ratingsOf(12, { drifted: false }) }))).toBeNull()
  })

  test('is not named if two parts have the same share', () => {
    const part = (hour: number) => [
      ...ratingsOf(2, { drifted: true, hour }),
      ...ratingsOf(3, { drifted: false, hour }),
    ]
    const ratings = [...part(9), ...part(23), ...ratingsOf(5, { drifted: false, hour: 14 })]
    expect(mostDrifting(found([], { ratings }))).toBeNull()
  })
})

test('for any answers, no row has fewer than five, shares lie between 0 and 1, and lengths change nothing', () => {
  fc.assert(
    fc.property(ratingsArbitrary, (ratings) => {
      const scope = scopeOf([], { ratings })
      const finding = driftOf(scope)
      const shortened = ratings.map((rating) => ({ ...rating, ms: 60_000 }))
      expect(JSON.stringify(driftOf(scopeOf([], { ratings: shortened })))).toBe(JSON.stringify(finding))
      if ('lacks' in finding) {
        expect(finding.have).toBeLessThan(10)
        return
      }
      for (const row of [finding, ...finding.surfaces, ...finding.parts]) {
        expect(row.visits).toBeGreaterThanOrEqual(5)
        expect(driftShare(row)).toBeGreaterThanOrEqual(0)
        expect(driftShare(row)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('the order of answers does not change the finding', () => {
  fc.assert(
    fc.property(ratingsArbitrary, (ratings) => {
      const [one, other] = [ratings, ratings.toReversed()].map((all) =>
        driftOf(scopeOf([], { ratings: all })),
      )
      expect(JSON.stringify(other)).toBe(JSON.stringify(one))
    }),
  )
})
