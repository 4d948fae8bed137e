import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timesInYear, type YearPace, wholeDaysOf, yearPaceOf } from '../../../domain/insight/year-pace'
import { H100_PRICE } from '../../../domain/insight/h100-price'
import { addDays, isDay, HOUR_MS } from '../../../domain/time/local-time'
import { WEEK } from '../../fixtures/scope'

/** A period of so many days that is over. */
const daysOver = (days: number) => {
  const first = '2025-01-06'
  const last = addDays(first, days - 1)
  return {
    period: { unit: 'dates' as const, first, last },
    today: addDays(last, 1),
    recordedSince: '2024-01-01',
  }
}

const BOOK = { minutes: 360, price: null }
const priced = (amountMinor: number, currency = 'EUR') => ({
  minutes: null,
  price: { amountMinor, currency },
})

describe('the days that a year is taken from', () => {
  test.each([
    ['a week that is over has seven', '2026-11-23', '2026-08-03', 7],
    ['today is not over', '2026-11-22', '2026-08-03', 6],
    ['days before the first record do not count', '2026-11-23', '2026-11-19', 4],
    ['a week that has just begun has none', '2026-11-16', '2026-08-03', 0],
    ['a week before the first record has none', '2026-11-23', '2026-11-30', 0],
    ['without a record there are none', '2026-11-23', null, 0],
  ])('%s', (_name, today, recordedSince, days) => {
    expect(wholeDaysOf({ period: WEEK, today, recordedSince })).toBe(days)
  })
})

describe('a year', () => {
  test('is 365 such days', () => {
    // A week: €70 lost, 14 h at a loss. A day: €10 and 2 h. A year: €3,650 and 730 h.
    expect(yearPaceOf(-7000, 14 * HOUR_MS, daysOver(7))).toEqual({
      days: 7,
      netMinor: -365_000,
      lossMs: 730 * HOUR_MS,
    })
  })

  test('needs seven days', () => {
    expect(yearPaceOf(-7000, 14 * HOUR_MS, daysOver(6))).toMatchObject({ lacks: 'days', have: 6, need: 7 })
  })

  test('grows with what it is taken from, and keeps the sign', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100 * HOUR_MS }),
        fc.integer({ min: 7, max: 400 }),
        (netMinor, lossMs, days) => {
          const year = yearPaceOf(netMinor, lossMs, daysOver(days)) as YearPace
          expect(Math.abs((year.netMinor * days) / 365 - netMinor)).toBeLessThanOrEqual(days / 365)
          expect(year.netMinor * netMinor).toBeGreaterThanOrEqual(0)
          expect(Math.abs((year.lossMs * days) / 365 - lossMs)).toBeLessThanOrEqual(days / 365)
        },
      ),
    )
  })
})

describe('things', () => {
  const year = { netMinor: -365_000, lossMs: 730 * HOUR_MS }

  test('of time share the time at a loss', () => {
    // 730 h ÷ 6 h
    expect(timesInYear(BOOK, year, 'EUR')).toBeCloseTo(121.667, 3)
    expect(timesInYear(BOOK, { ...year, lossMs: 0 }, 'EUR')).toBe(0)
  })

  test('with a price divide the net, at a loss or a profit', () => {
    // €3,650 ÷ €2.50
    expect(timesInYear(priced(250), year, 'EUR')).toBe(1460)
    expect(timesInYear(priced(250), { ...year, netMinor: 365_000 }, 'EUR')).toBe(1460)
  })

  test('keep the number of their price in another currency', () => {
    expect(timesInYear(priced(250_00), { ...year, netMinor: -1000 }, 'JPY')).toBe(4)
  })

  test('without a price are not counted', () => {
    expect(timesInYear({ minutes: null, price: null }, year, 'EUR')).toBeNull()
    expect(timesInYear(priced(40), year, 'JPY')).toBeNull()
  })
})

test('the price of an H100 is a range of amounts with a grade, a source and a date', () => {
  expect(H100_PRICE.lowMinor).toBeLessThan(H100_PRICE.highMinor)
  expect([H100_PRICE.lowMinor, H100_PRICE.highMinor].every(Number.isInteger)).toBe(true)
  expect(H100_PRICE.currency).toMatch(/^[A-Z]{3}$/)
  expect(H100_PRICE.grade).toMatch(/^[A-D]$/)
  expect(H100_PRICE.source).not.toBe('')
  expect(isDay(H100_PRICE.collected)).toBe(true)
})
