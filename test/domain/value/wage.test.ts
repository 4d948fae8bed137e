import { describe, expect, test } from 'vitest'
import { suggestedCurrency } from '../../../domain/value/region-currency'
import { netHourMinor, type PayPeriod } from '../../../domain/value/wage'

describe('pay gives a net hourly wage', () => {
  test.each<[amountMinor: number, per: PayPeriod, hours: number, kept: number, hourMinor: number]>([
    [2500, 'hour', 40, 100, 2500],
    [2500, 'hour', 40, 64, 1600],
    [5_200_000, 'year', 40, 100, 2500],
    [5_200_000, 'year', 40, 60, 1500],
    [260_000, 'month', 40, 100, 1500],
    [260_000, 'month', 20, 100, 3000],
    [300_000, 'month', 38.5, 65, 1169],
    [600_000_000, 'year', 40, 100, 288_462],
    [1, 'year', 40, 100, 0],
  ])(
    '%d a %s at %d h a week, %d %% kept, is %d an hour',
    (amountMinor, per, hoursAWeek, keptPercent, hour) => {
      expect(netHourMinor({ amountMinor, per, hoursAWeek, keptPercent })).toBe(hour)
    },
  )
})

describe('a language tag suggests a currency', () => {
  test.each([
    ['de-DE', 'EUR'],
    ['de', 'EUR'],
    ['de-CH', 'CHF'],
    ['en-US', 'USD'],
    ['en', 'USD'],
    ['en-GB', 'GBP'],
    ['id', 'IDR'],
    ['ja-JP', 'JPY'],
    ['sr-Latn-RS', 'RSD'],
    ['en-AQ', 'EUR'],
  ])('%s suggests %s', (tag, currency) => {
    expect(suggestedCurrency(tag)).toBe(currency)
  })
})
