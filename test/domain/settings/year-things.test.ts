import { describe, expect, test } from 'vitest'
import { areYearThings, MOST_THINGS, USUAL_THINGS } from '../../../domain/settings/year-things'

const BOOK = { known: 'books', name: '', minutes: 360, price: null }
const LESSON = { known: null, name: 'Lesson', minutes: null, price: { amountMinor: 4000, currency: 'EUR' } }

describe('a list of things', () => {
  test.each<[string, unknown]>([
    ['the usual one', USUAL_THINGS],
    ['an empty one', []],
    ['things of time and of money', [BOOK, LESSON]],
    ['a thing of money without a price yet', [{ ...LESSON, price: null }]],
    ['as many as allowed', Array.from({ length: MOST_THINGS }, () => BOOK)],
  ])('%s is valid, also after it was stored as JSON', (_name, list) => {
    expect(areYearThings(list)).toBe(true)
    expect(areYearThings(JSON.parse(JSON.stringify(list)))).toBe(true)
  })

  test.each<[string, unknown]>([
    ['text', 'books'],
    ['null in the list', [null]],
    ['one more than allowed', Array.from({ length: MOST_THINGS + 1 }, () => BOOK)],
    ['a thing nobody knows', [{ ...BOOK, known: 'yachts' }]],
    ['a known thing with a name', [{ ...BOOK, name: 'Novels' }]],
    ['a thing without a name', [{ ...LESSON, name: ' ' }]],
    ['a name that is too long', [{ ...LESSON, name: 'x'.repeat(41) }]],
    ['a thing of less than six minutes', [{ ...BOOK, minutes: 5 }]],
    ['a thing of part of a minute', [{ ...BOOK, minutes: 6.5 }]],
    ['a thing of more than 10,000 hours', [{ ...BOOK, minutes: 600_001 }]],
    ['a thing of time and of money', [{ ...LESSON, minutes: 60 }]],
    ['a price of nothing', [{ ...LESSON, price: { amountMinor: 0, currency: 'EUR' } }]],
    ['a price without a currency', [{ ...LESSON, price: { amountMinor: 100 } }]],
  ])('%s is not', (_name, list) => {
    expect(areYearThings(list)).toBe(false)
  })
})
