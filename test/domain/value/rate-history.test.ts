import { describe, expect, test } from 'vitest'
import {
  firstDayOfNew,
  flawOfDay,
  heirOf,
  isStillThere,
  onlyPriceOf,
  ratesIn,
} from '../../../domain/value/rate-history'
import { SUGGESTED_HOUR_TYPES } from '../../../domain/value/suggested-hour-types'
import { FROM_THE_BEGINNING, type Rate } from '../../../domain/value/hour-price'

const rate = (from: string): Rate => ({ from, amountMinor: 2500, currency: 'EUR', hourTypes: null })
const RATES = [rate(FROM_THE_BEGINNING), rate('2026-03-01'), rate('2026-07-01')]

describe('the day from which a rate holds', () => {
  test.each([
    ['2026-04-01', null, null],
    ['2026-04-01', '2026-03-01', null],
    ['2026-03-01', '2026-03-01', null],
    ['2026-03-01', null, 'dayTaken'],
    ['2026-07-01', '2026-03-01', 'dayTaken'],
    ['', null, 'noDay'],
    ['2026-13-01', null, 'noDay'],
    ['1.3.2026', null, 'noDay'],
    ['1900-01-01', null, 'tooEarly'],
    [FROM_THE_BEGINNING, '2026-03-01', 'tooEarly'],
    [FROM_THE_BEGINNING, FROM_THE_BEGINNING, null],
    [FROM_THE_BEGINNING, null, 'tooEarly'],
    ['1970-01-02', null, null],
  ])('%j in place of %j gives %s', (from, replaces, flaw) => {
    expect(flawOfDay(from, replaces, RATES)).toBe(flaw)
  })

  test('can be the beginning for the first rate', () => {
    expect(flawOfDay(FROM_THE_BEGINNING, null, [])).toBeNull()
    expect(flawOfDay(FROM_THE_BEGINNING, FROM_THE_BEGINNING, [rate(FROM_THE_BEGINNING)])).toBeNull()
  })
})

describe('a new rate', () => {
  test('holds from the beginning if it is the first', () => {
    expect(firstDayOfNew([], '2026-11-23')).toBe(FROM_THE_BEGINNING)
  })
  test('holds from today if there are others', () => {
    expect(firstDayOfNew(RATES, '2026-11-23')).toBe('2026-11-23')
  })
})

describe('when a rate is deleted', () => {
  test('the next one holds from the beginning if it was the first', () => {
    expect(heirOf(FROM_THE_BEGINNING, RATES)?.from).toBe('2026-03-01')
    expect(heirOf(FROM_THE_BEGINNING, [...RATES].toReversed())?.from).toBe('2026-03-01')
  })
  test('no other rate changes if it was a later one', () => {
    expect(heirOf('2026-03-01', RATES)).toBeNull()
  })
  test('no other rate changes if it was the only one', () => {
    expect(heirOf(FROM_THE_BEGINNING, [rate(FROM_THE_BEGINNING)])).toBeNull()
  })
})

describe('a rate that is being edited', () => {
  const opened: Rate = { ...rate('2026-03-01'), hourTypes: SUGGESTED_HOUR_TYPES }
  test('is still there if it is stored unchanged', () => {
    expect(isStillThere(opened, [rate(FROM_THE_BEGINNING), structuredClone(opened)])).toBe(true)
  })
  test.each<[string, Rate[]]>([
    ['it was deleted', RATES.slice(0, 1)],
    ['another one holds from its day', [{ ...opened, amountMinor: 3000 }]],
    ['its hours differ', [{ ...opened, hourTypes: null }]],
    ['its currency differs', [{ ...opened, currency: 'USD' }]],
    ['it was moved to another day', [{ ...opened, from: '2026-04-01' }]],
  ])('is gone if %s', (_why, rates) => {
    expect(isStillThere(opened, rates)).toBe(false)
  })
})

describe('the rates of a period', () => {
  const of = (first: string, last: string) => ratesIn(RATES, 'EUR', { unit: 'dates', first, last })

  test.each([
    ['2026-01-01', '2026-02-28', [FROM_THE_BEGINNING]],
    ['2026-03-01', '2026-03-31', ['2026-03-01']],
    ['2026-02-28', '2026-03-01', [FROM_THE_BEGINNING, '2026-03-01']],
    ['2026-01-01', '2026-12-31', RATES.map(({ from }) => from)],
    ['2027-01-01', '2027-12-31', ['2026-07-01']],
  ])('from %s to %s are those that held on one of its days', (first, last, expected) => {
    expect(of(first, last).map(({ from }) => from)).toEqual(expected)
  })

  test('have the same number in the currency in use, without an exchange', () => {
    const [yen] = ratesIn(RATES, 'JPY', { unit: 'dates', first: '2026-04-01', last: '2026-04-30' })
    expect(yen).toMatchObject({ amountMinor: 25, currency: 'JPY' })
  })

  test('give a single price only if one rate held throughout and every hour cost the same', () => {
    const only = (first: string, last: string, rates = of(first, last)) =>
      onlyPriceOf(rates, { unit: 'dates', first, last })
    expect(only('2026-04-01', '2026-04-30')).toBe(2500)
    expect(only('2026-01-01', '2026-12-31')).toBeNull()
    expect(only('2026-02-01', '2026-04-30', [rate('2026-03-01')])).toBeNull()
    const typed = { ...rate('2026-03-01'), hourTypes: SUGGESTED_HOUR_TYPES }
    expect(only('2026-04-01', '2026-04-30', [typed])).toBeNull()
    expect(only('2026-04-01', '2026-04-30', [])).toBeNull()
  })
})
