import { describe, expect, test } from 'vitest'
import { firstDayOfNew, flawOfDay, heirOf } from '../../domain/rate-history'
import { FROM_THE_BEGINNING, type Rate } from '../../domain/valuation'

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
    [FROM_THE_BEGINNING, '2026-03-01', 'noDay'],
    [FROM_THE_BEGINNING, FROM_THE_BEGINNING, null],
    [FROM_THE_BEGINNING, null, 'noDay'],
  ])('%j in place of %j: %s', (from, replaces, flaw) => {
    expect(flawOfDay(from, replaces, RATES)).toBe(flaw)
  })

  test('the first rate holds from the beginning', () => {
    expect(flawOfDay(FROM_THE_BEGINNING, null, [])).toBeNull()
    expect(flawOfDay(FROM_THE_BEGINNING, FROM_THE_BEGINNING, [rate(FROM_THE_BEGINNING)])).toBeNull()
  })
})

describe('a new rate', () => {
  test('holds for all time where it is the first', () => {
    expect(firstDayOfNew([], '2026-11-23')).toBe(FROM_THE_BEGINNING)
  })
  test('leaves the days before today to the rates that there are', () => {
    expect(firstDayOfNew(RATES, '2026-11-23')).toBe('2026-11-23')
  })
})

describe('when a rate is deleted', () => {
  test('the next one inherits the beginning', () => {
    expect(heirOf(FROM_THE_BEGINNING, RATES)?.from).toBe('2026-03-01')
    expect(heirOf(FROM_THE_BEGINNING, [...RATES].toReversed())?.from).toBe('2026-03-01')
  })
  test('a later one leaves none', () => {
    expect(heirOf('2026-03-01', RATES)).toBeNull()
  })
  test('the only one leaves none', () => {
    expect(heirOf(FROM_THE_BEGINNING, [rate(FROM_THE_BEGINNING)])).toBeNull()
  })
})
