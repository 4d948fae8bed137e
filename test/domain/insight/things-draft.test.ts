import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  EMPTY_THING,
  mayGrow,
  readThings,
  type ThingDraft,
  type ThingFlaws,
} from '../../../domain/insight/things-draft'
import { areYearThings } from '../../../domain/settings/year-things'

const book: ThingDraft = { known: 'books', name: 'Books', takes: 'time', amount: '6' }
const h100: ThingDraft = { known: 'h100', name: 'H100', takes: 'money', amount: '' }
const lesson: ThingDraft = { known: null, name: ' Lesson ', takes: 'money', amount: '40,50' }

const read = (drafts: readonly ThingDraft[], currency = 'EUR') =>
  readThings(drafts, { currency, separator: ',', signs: [currency] })

describe('a typed list', () => {
  test('hours become minutes, and amounts minor units of the currency', () => {
    expect(read([book, { ...h100, amount: '2,50' }, lesson]).things).toEqual([
      { known: 'books', name: '', minutes: 360, price: null },
      { known: 'h100', name: '', minutes: null, price: { amountMinor: 250, currency: 'EUR' } },
      { known: null, name: 'Lesson', minutes: null, price: { amountMinor: 4050, currency: 'EUR' } },
    ])
    expect(read([{ ...lesson, amount: '40' }], 'JPY').things).toMatchObject([
      { price: { amountMinor: 40, currency: 'JPY' } },
    ])
  })

  test('the H100 may wait for its price, and no other thing may', () => {
    expect(read([h100]).things).toEqual([{ known: 'h100', name: '', minutes: null, price: null }])
    expect(read([{ ...lesson, amount: '' }]).flaws).toEqual(new Map([[0, { price: 'empty' }]]))
  })

  test('a blank row is left out', () => {
    expect(read([EMPTY_THING, book])).toMatchObject({ things: [{ known: 'books' }], flaws: new Map() })
    expect(read([]).things).toEqual([])
  })

  test.each<[string, Partial<ThingDraft>, ThingFlaws]>([
    ['no name', { name: ' ', amount: '6' }, { name: 'empty' }],
    ['no hours', { name: 'Walk' }, { hours: 'empty' }],
    ['too few hours', { name: 'Walk', amount: '0,05' }, { hours: 'tooSmall' }],
    ['too many hours', { name: 'Walk', amount: '10001' }, { hours: 'tooLarge' }],
    ['no number', { name: 'Walk', amount: 'some' }, { hours: 'notANumber' }],
    ['neither name nor number', { amount: 'some' }, { name: 'empty', hours: 'notANumber' }],
    [
      'a price in another currency',
      { name: 'Walk', takes: 'money', amount: '$9' },
      { price: 'otherCurrency' },
    ],
    ['a price of zero', { name: 'Walk', takes: 'money', amount: '0' }, { price: 'zero' }],
  ])('%s is said of its row, and nothing is saved', (_name, change, flaws) => {
    expect(read([book, { ...EMPTY_THING, ...change }])).toEqual({
      things: null,
      flaws: new Map([[1, flaws]]),
    })
  })

  test('it can grow up to twelve rows', () => {
    expect(mayGrow(Array.from({ length: 11 }, () => book))).toBe(true)
    expect(mayGrow(Array.from({ length: 12 }, () => book))).toBe(false)
  })
})

test('whatever is typed, a list without flaws passes the check of the settings', () => {
  const draft = fc.record<ThingDraft>({
    known: fc.constantFrom(null, 'books', 'h100'),
    name: fc.string({ maxLength: 40 }),
    takes: fc.constantFrom('time', 'money'),
    amount: fc.oneof(
      fc.string(),
      fc.float({ min: 0, max: 20_000, noNaN: true }).map((hours) => hours.toFixed(2)),
    ),
  })
  fc.assert(
    fc.property(
      fc.array(draft, { maxLength: 12 }),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      (drafts, currency) => {
        const { things, flaws } = readThings(drafts, { currency, separator: '.', signs: [] })
        expect(things === null).toBe(flaws.size > 0)
        if (things) expect(areYearThings(things)).toBe(true)
      },
    ),
  )
})
