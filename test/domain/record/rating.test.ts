import { expect, test } from 'vitest'
import { dayOfRating, quartersBySurface, type Rating, withoutVisit } from '../../../domain/record/rating'

const rating = (facts: Partial<Rating> = {}): Rating => ({
  surface: 'a.com',
  at: Date.parse('2026-11-23T02:30:00Z'),
  worthQuarters: 4,
  ...facts,
})

test('a rating belongs to the person’s day on which it was given', () => {
  expect(dayOfRating(rating({ utcOffsetMinutes: 60 }), 4)).toBe('2026-11-22')
  expect(dayOfRating(rating({ utcOffsetMinutes: 120 }), 4)).toBe('2026-11-23')
  expect(dayOfRating(rating(), 0)).toBe('2026-11-23')
})

test('worths are listed by surface', () => {
  const ratings = [rating(), rating({ surface: 'b.com', worthQuarters: 0 }), rating({ worthQuarters: 8 })]
  expect(quartersBySurface(ratings)).toEqual(
    new Map([
      ['a.com', [4, 8]],
      ['b.com', [0]],
    ]),
  )
})

test('an answer at a pause has no worth, but names its surface', () => {
  const { worthQuarters: _worth, ...atPause } = rating({ drifted: true })
  expect(quartersBySurface([atPause])).toEqual(new Map([['a.com', []]]))
  expect(quartersBySurface([atPause, rating()])).toEqual(new Map([['a.com', [4]]]))
})

test('without its visit, a rating holds only what was said', () => {
  expect(withoutVisit(rating({ drifted: true, utcOffsetMinutes: 60, hour: 22, ms: 1000 }))).toEqual(
    rating({ drifted: true, utcOffsetMinutes: 60 }),
  )
})
