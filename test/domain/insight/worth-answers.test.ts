import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type WorthAnswers, worthAnswersOf } from '../../../domain/insight/worth-answers'
import { scopeOf } from '../../fixtures/scope'
import { ratingOf, ratingsArbitrary, ratingsOf } from '../../fixtures/ratings'

const found = (...facts: Parameters<typeof scopeOf>): WorthAnswers => {
  const finding = worthAnswersOf(scopeOf(...facts))
  if ('lacks' in finding) throw new Error(`It lacks ${finding.lacks}.`)
  return finding
}

test('answers are counted by surface, the most first, each with its worth beside the assumed one', () => {
  const ratings = [
    ...ratingsOf(5, { worthQuarters: 6 }),
    ...ratingsOf(2, { worthQuarters: 8 }),
    ...ratingsOf(3, { worthQuarters: 4 }),
    ratingOf({ surface: 'wikipedia.org', worthQuarters: 0 }),
  ]
  const { surfaces, ...all } = found([], { ratings, asked: 14 })
  expect(all).toEqual({ worthIt: 7, answered: 11, asked: 14 })
  expect(
    surfaces.map(({ profile, worthIt, saidQuarters, rated, assumedQuarters }) => [
      profile.surface,
      worthIt,
      saidQuarters,
      rated.count,
      rated.worthQuarters,
      assumedQuarters,
    ]),
  ).toEqual([
    // (5 × 0 + 30 + 16 + 12) ÷ 15 = 3.866…
    ['youtube.com', 7, 58, 10, 3.87, 0],
    // (5 × 6 + 0) ÷ 6 = 5
    ['wikipedia.org', 0, 0, 1, 5, 6],
  ])
})

test('below five answers there is no finding, only what is missing', () => {
  expect(worthAnswersOf(scopeOf([], { ratings: ratingsOf(4), asked: 9 }))).toMatchObject({
    lacks: 'ratings',
    have: 4,
    need: 5,
  })
  expect(worthAnswersOf(scopeOf([]))).toMatchObject({ have: 0 })
})

test('answers at a pause say nothing of the worth', () => {
  const atPause = ratingsOf(9, { drifted: true }).map(({ worthQuarters: _worth, ...said }) => said)
  const finding = found([], { ratings: [...ratingsOf(5), ...atPause], asked: 7 })
  expect([finding.answered, finding.asked, finding.surfaces[0]?.rated.count]).toEqual([5, 7, 5])
})

test('answers from any time count, not only those of the period', () => {
  const ratings = ratingsOf(5, { at: Date.parse('2026-08-01T10:00:00Z') })
  expect(found([], { ratings }).answered).toBe(5)
})

test('where the own word counts, the answers still say what they would give', () => {
  const opinions = [{ surface: 'youtube.com', worthQuarters: 0 }]
  const [surface] = found([], { ratings: ratingsOf(5, { worthQuarters: 8 }), opinions }).surfaces
  expect(surface?.profile.worth).toEqual({ worthQuarters: 0, source: 'own' })
  expect(surface?.rated.worthQuarters).toBe(4)
})

test('answers about a surface that was joined to another one since are left out', () => {
  const opinions = [{ surface: 'youtube.com', joined: 'wikipedia.org' }]
  const ratings = [...ratingsOf(3), ...ratingsOf(5, { surface: 'wikipedia.org' })]
  expect(found([], { ratings, opinions })).toMatchObject({ answered: 5, surfaces: [{ rated: { count: 5 } }] })
})

test('with imported answers never more are answered than asked', () => {
  expect(found([], { ratings: ratingsOf(8), asked: 0 }).asked).toBe(8)
})

test('for any answers, counts add up, and the worth shown is the worth that prices the time', () => {
  fc.assert(
    fc.property(ratingsArbitrary, (ratings) => {
      const finding = worthAnswersOf(scopeOf([], { ratings }))
      if ('lacks' in finding) {
        expect(ratings.length).toBeLessThan(5)
        return
      }
      const { surfaces, answered, worthIt } = finding
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
      expect(sum(surfaces.map(({ rated }) => rated.count))).toBe(answered)
      expect(sum(surfaces.map((one) => one.worthIt))).toBe(worthIt)
      for (const { profile, rated, worthIt: own } of surfaces) {
        expect(profile.worth).toEqual({ worthQuarters: rated.worthQuarters, source: 'rated' })
        expect(own).toBeLessThanOrEqual(rated.count)
      }
    }),
  )
})

test('the order of answers does not change the finding', () => {
  fc.assert(
    fc.property(ratingsArbitrary, (ratings) => {
      const shown = (all: typeof ratings) => {
        const finding = worthAnswersOf(scopeOf([], { ratings: all }))
        return 'lacks' in finding
          ? finding
          : finding.surfaces.map(({ profile, rated }) => [profile.surface, rated.count, rated.worthQuarters])
      }
      expect(shown(ratings.toReversed())).toEqual(shown(ratings))
    }),
  )
})
