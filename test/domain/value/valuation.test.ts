import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HourTypes } from '../../../domain/value/hour-types'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import type { Span } from '../../../domain/record/span'
import { FROM_THE_BEGINNING, plainHourMinor, pricing, type Rate } from '../../../domain/value/hour-price'
import { minorDigits, rescale } from '../../../domain/value/minor-units'
import { Account, PARTS_OF_A_MINOR_UNIT, returnOf, toMinor } from '../../../domain/value/valuation'
import { yieldMinor } from '../../../domain/value/yield'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

const always = (amountMinor: number, currency = 'EUR', hourTypes: HourTypes | null = null): Rate => ({
  from: FROM_THE_BEGINNING,
  amountMinor,
  currency,
  hourTypes,
})

const accountOf = (spans: readonly Span[], rates: readonly Rate[], currency: string, dayStartHour = 4) => {
  const account = new Account()
  const priceAt = pricing(rates, currency, dayStartHour)
  for (const span of spans) account.add(span, priceAt)
  return account
}

const figures = (account: Account, worthQuarters: number) => {
  const cost = account.cost() ?? 0n
  return { cost: toMinor(cost), returned: toMinor(returnOf(cost, worthQuarters)) }
}

describe('cost and return, calculated by hand', () => {
  test.each<[sum: string, rate: Rate, ms: number, quarters: number, cost: number, returned: number]>([
    ['1 h × 25,00 € = 25,00 €, × 0 = 0', always(2500), HOUR_MS, 0, 2500, 0],
    ['1 h × 25,00 € = 25,00 €, × 1½ = 37,50 €', always(2500), HOUR_MS, 6, 2500, 3750],
    ['42 min = 0,7 h × 30,00 € = 21,00 €, × ½ = 10,50 €', always(3000), 42 * MINUTE_MS, 2, 2100, 1050],
    ['1 min × 25,00 € ÷ 60 = 0,41⅔ € → 0,42 €, × 2 = 0,83⅓ €', always(2500), MINUTE_MS, 8, 42, 83],
    ['1 s × 36,00 € ÷ 3600 = 0,01 €, × 1 = 0,01 €', always(3600), 1_000, 4, 1, 1],
    ['½ s × 36,00 € ÷ 3600 = ½ ct → 1 ct, × ½ = ¼ ct → 0', always(3600), 500, 2, 1, 0],
    ['499 ms × 36,00 € = 0,499 ct → 0, × 2 = 0,998 ct → 1 ct', always(3600), 499, 8, 0, 1],
    ['1 ms × 36,00 € = 0,001 ct → 0', always(3600), 1, 4, 0, 0],
    ['an hour that costs nothing: 0', always(0), HOUR_MS, 8, 0, 0],
    ['90 min × ¥3,000 = ¥4,500, × ½ = ¥2,250', always(3000, 'JPY'), 90 * MINUTE_MS, 2, 4500, 2250],
    ['1 min × ¥1,234 ÷ 60 = ¥20.57 → ¥21', always(1234, 'JPY'), MINUTE_MS, 4, 21, 21],
    ['20 min × 7.500 KWD ÷ 3 = 2.500 KWD, × 1½ = 3.750', always(7500, 'KWD'), 20 * MINUTE_MS, 6, 2500, 3750],
    [
      '8 h × Rp 100.000,00 = Rp 800.000,00',
      always(10_000_000, 'IDR'),
      8 * HOUR_MS,
      4,
      80_000_000,
      80_000_000,
    ],
    [
      '1 h × 10,00 €, × 14⁄3 quarters: 4,67 ÷ 4 = 11,675 € → 11,68 €',
      always(1000),
      HOUR_MS,
      14 / 3,
      1000,
      1168,
    ],
  ])('%s', (_sum, rate, ms, quarters, cost, returned) => {
    const span = spanOf({ start: '2026-11-23T10:00:00Z', ms })
    expect(figures(accountOf([span], [rate], rate.currency), quarters)).toEqual({ cost, returned })
  })
})

describe("a rate holds from the start of one of the person's days", () => {
  const rates: Rate[] = [
    { from: '2026-11-23', amountMinor: 2000, currency: 'EUR', hourTypes: null },
    { from: '2026-11-24', amountMinor: 6000, currency: 'EUR', hourTypes: null },
  ]

  test.each<
    [sum: string, start: string, ms: number, dayStart: number, offset: number, cost: number, unpriced: number]
  >([
    [
      '3:00 to 4:00, before the first day starts: no price',
      '2026-11-23T02:00:00Z',
      HOUR_MS,
      4,
      60,
      0,
      HOUR_MS,
    ],
    ['4:00 to 5:00: 1 h × 20,00 €', '2026-11-23T03:00:00Z', HOUR_MS, 4, 60, 2000, 0],
    [
      '3:30 to 4:30: ½ h without a price, ½ h × 20,00 €',
      '2026-11-23T02:30:00Z',
      HOUR_MS,
      4,
      60,
      1000,
      HOUR_MS / 2,
    ],
    ['0:00 to 1:00 the night after still costs 20,00 €', '2026-11-23T23:00:00Z', HOUR_MS, 4, 60, 2000, 0],
    [
      '3:30 to 4:30: ½ h × 20,00 € + ½ h × 60,00 € = 40,00 €',
      '2026-11-24T02:30:00Z',
      HOUR_MS,
      4,
      60,
      4000,
      0,
    ],
    ['a day from midnight: 0:00 to 1:00 costs 60,00 €', '2026-11-23T23:00:00Z', HOUR_MS, 0, 60, 6000, 0],
    ['local time counts: 4:00 in New York is 9:00 UTC', '2026-11-24T08:30:00Z', HOUR_MS, 4, -300, 4000, 0],
    ['years later the last rate holds', '2036-11-24T08:00:00Z', HOUR_MS, 4, 60, 6000, 0],
  ])('%s', (_sum, start, ms, dayStart, utcOffsetMinutes, cost, unpricedMs) => {
    const account = accountOf([spanOf({ start, ms, utcOffsetMinutes })], rates, 'EUR', dayStart)
    expect(figures(account, 4).cost).toBe(cost)
    expect(account.unpricedMs).toBe(unpricedMs)
    expect(account.timeMs).toBe(ms)
  })

  test("a person's first rate holds for all history", () => {
    const span = spanOf({ start: '1969-07-20T20:17:00Z', ms: HOUR_MS })
    expect(figures(accountOf([span], [always(2500)], 'EUR'), 4).cost).toBe(2500)
  })

  test('the order of rates does not matter', () => {
    const spans = ['2026-11-22T10:00:00Z', '2026-11-23T10:00:00Z', '2026-11-24T10:00:00Z'].map((start) =>
      spanOf({ start, ms: HOUR_MS }),
    )
    expect(accountOf(spans, rates.toReversed(), 'EUR').cost()).toBe(accountOf(spans, rates, 'EUR').cost())
  })

  test('without a rate there is time but no cost', () => {
    const account = accountOf([spanOf({ start: '2026-11-23T10:00:00Z', ms: HOUR_MS })], [], 'EUR')
    expect(account.cost()).toBeNull()
    expect(account.timeMs).toBe(HOUR_MS)
  })
})

describe('hour types price an hour by a percent of the rate', () => {
  const office = { from: 9, to: 12 }
  const types: HourTypes = {
    percent: { work: 200, free: 100, night: 50 },
    work: [office, office, office, office, office, null, null],
    night: { from: 22, to: 6 },
  }
  const rate = always(1000, 'EUR', types)

  test.each<[sum: string, start: string, ms: number, cost: number]>([
    ['Monday 10:00–11:00 at work: 10,00 € × 200 %', '2026-11-23T09:00:00Z', HOUR_MS, 2000],
    ['Monday 11:30–12:30: ½ h × 20,00 € + ½ h × 10,00 €', '2026-11-23T10:30:00Z', HOUR_MS, 1500],
    ['Monday 8:00–13:00: 2 free × 10,00 € + 3 at work × 20,00 €', '2026-11-23T07:00:00Z', 5 * HOUR_MS, 8000],
    ['Monday 21:30–22:30: ½ h × 10,00 € + ½ h × 5,00 €', '2026-11-23T20:30:00Z', HOUR_MS, 750],
    ['Tuesday 0:00–1:00 at night: 10,00 € × 50 %', '2026-11-23T23:00:00Z', HOUR_MS, 500],
    ['Tuesday 5:00–7:00: 1 h × 5,00 € + 1 h × 10,00 €', '2026-11-24T04:00:00Z', 2 * HOUR_MS, 1500],
    ['Sunday 10:00–11:00 is free: 10,00 €', '2026-11-29T09:00:00Z', HOUR_MS, 1000],
    ['36 s of night: 36⁄3600 h × 5,00 € = 5 ct', '2026-11-23T23:00:00Z', 36_000, 5],
  ])('%s', (_sum, start, ms, cost) => {
    expect(figures(accountOf([spanOf({ start, ms })], [rate], 'EUR'), 4).cost).toBe(cost)
  })

  test('a new rate changes the price within an hour type', () => {
    // Tuesday 3:00–5:00 is all night; the rate of 100,00 € holds from 4:00, when the day starts.
    const rates = [rate, { ...rate, from: '2026-11-24', amountMinor: 10_000 }]
    const span = spanOf({ start: '2026-11-24T02:00:00Z', ms: 2 * HOUR_MS })
    expect(figures(accountOf([span], rates, 'EUR'), 4).cost).toBe(500 + 5000)
  })

  test('a single hour type gives a single price', () => {
    const nights: HourTypes = { ...types, work: [], night: { from: 0, to: 24 } }
    const priceAt = pricing([always(1000, 'EUR', nights)], 'EUR', 4)
    expect(priceAt(Date.parse('2026-11-23T10:00:00Z')).price).toEqual({ amountMinor: 1000, percent: 50 })
  })
})

describe('currencies', () => {
  test.each([
    ['EUR', 2],
    ['USD', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['CLP', 0],
    ['KWD', 3],
    ['BHD', 3],
    ['IDR', 2],
    ['HUF', 2],
    ['CHF', 2],
    ['RSD', 2],
    ['IQD', 3],
    ['CLF', 4],
  ])('%s has %d decimal places', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits)
  })

  test.each([
    ['25,00 € stays 25.00 $', 2500, 'EUR', 'USD', 2500],
    ['25,00 € becomes ¥25', 2500, 'EUR', 'JPY', 25],
    ['25,50 € becomes ¥26', 2550, 'EUR', 'JPY', 26],
    ['¥25 becomes 25,00 €', 25, 'JPY', 'EUR', 2500],
    ['7.125 KWD becomes 7,13 €', 7125, 'KWD', 'EUR', 713],
    ['7,13 € becomes 7.130 KWD', 713, 'EUR', 'KWD', 7130],
    ['Rp 100.000,00 becomes ¥100,000', 10_000_000, 'IDR', 'JPY', 100_000],
  ])('another currency keeps the number: %s', (_rule, amount, from, to, expected) => {
    expect(rescale(amount, from, to)).toBe(expected)
  })

  test('a change of currency prices all history with the same numbers', () => {
    const span = spanOf({ start: '2026-11-23T10:00:00Z', ms: 90 * MINUTE_MS })
    expect(figures(accountOf([span], [always(2500, 'EUR')], 'JPY'), 4).cost).toBe(38)
    expect(figures(accountOf([span], [always(2500, 'EUR')], 'KWD'), 4).cost).toBe(37_500)
  })
})

describe('the price of every hour of a day', () => {
  const types: HourTypes = { percent: { work: 100, free: 100, night: 100 }, work: [], night: null }
  const rates: Rate[] = [
    { from: '2026-11-01', amountMinor: 2000, currency: 'EUR', hourTypes: null },
    { from: '2026-11-23', amountMinor: 3000, currency: 'EUR', hourTypes: null },
    { from: '2026-12-01', amountMinor: 3000, currency: 'EUR', hourTypes: types },
  ]

  test.each([
    ['before the first rate', '2026-10-31', 'EUR', null],
    ['from its first day', '2026-11-01', 'EUR', 2000],
    ['until the day before the next rate', '2026-11-22', 'EUR', 2000],
    ['from the first day of the next rate', '2026-11-23', 'EUR', 3000],
    ['with hour types there is no single price', '2026-12-01', 'EUR', null],
    ['in another currency', '2026-11-23', 'JPY', 30],
  ])('%s: %s in %s is %s', (_rule, day, currency, expected) => {
    expect(plainHourMinor(rates, currency, day)).toBe(expected)
  })
})

describe('large sums stay exact', () => {
  test('five years at Rp 100.000,00 an hour, a span of 7,919,993 ms every three hours', () => {
    const ms = 7_919_993
    const first = Date.parse('2021-11-23T00:00:00Z')
    const spans = Array.from({ length: 5 * 365 * 8 }, (_, i) =>
      spanOf({ start: first + i * 3 * HOUR_MS, ms }),
    )
    const account = accountOf(spans, [always(10_000_000, 'IDR')], 'IDR')
    // 14,600 × 7,919,993 ms = 115,631,897,800 ms; × 10,000,000 ÷ 3,600,000 = 321,199,716,111.1 minor units
    expect(account.timeMs).toBe(115_631_897_800)
    expect(account.cost()).toBe((14_600n * 7_919_993n * 10_000_000n * PARTS_OF_A_MINOR_UNIT) / 3_600_000n)
    expect(toMinor(account.cost() ?? 0n)).toBe(321_199_716_111)
  })

  test('a thousand years at a thousand million an hour', () => {
    const ms = 1000 * 365 * 24 * HOUR_MS + 1
    const account = accountOf([spanOf({ start: 0, ms })], [always(100_000_000_000)], 'EUR')
    // 8,760,000 h × 10¹¹ = 876 × 10¹⁵, and 1 ms × 10¹¹ ÷ 3,600,000 = 27,777.7…
    const exact = (BigInt(ms) * 100_000_000_000n * PARTS_OF_A_MINOR_UNIT) / 3_600_000n
    expect(account.cost()).toBe(exact)
    expect((account.cost() ?? 0n) / PARTS_OF_A_MINOR_UNIT).toBe(876_000_000_000_027_777n)
  })
})

test.each([
  ['1 h with a return of 25,00 € yields 25,00 € an hour', 2500, HOUR_MS, 2500],
  ['20 min with a return of 10,00 € yield 30,00 € an hour', 1000, 20 * MINUTE_MS, 3000],
  ['7 min with a return of 1,00 € yield 8,57 € an hour', 100, 7 * MINUTE_MS, 857],
  ['1 h without a return yields 0', 0, HOUR_MS, 0],
  ['no time has no yield', 0, 0, null],
])('%s', (_sum, returned, ms, expected) => {
  expect(yieldMinor(returned, ms)).toBe(expected)
})

describe('for any record', () => {
  const rate = fc.record<Rate>({
    from: fc.constantFrom('1970-01-01', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-24'),
    amountMinor: fc.integer({ min: 0, max: 1_000_000_000 }),
    currency: fc.constant('EUR'),
    hourTypes: fc.option(
      fc.constant<HourTypes>({
        percent: { work: 130, free: 70, night: 33 },
        work: [{ from: 9, to: 17 }, null, { from: 22, to: 5 }, null, { from: 0, to: 24 }, null, null],
        night: { from: 23, to: 7 },
      }),
    ),
  })
  const rates = fc.uniqueArray(rate, { maxLength: 4, selector: ({ from }) => from })
  const dayStart = fc.integer({ min: 0, max: 23 })

  test('the price of a stretch is the price of each instant in it', () => {
    const minute = fc.integer({ min: -3000, max: 12_000 })
    fc.assert(
      fc.property(rates, dayStart, fc.array(minute, { minLength: 1 }), (own, hour, minutes) => {
        const priceAt = pricing(own, 'EUR', hour)
        for (const moment of minutes.map((m) => Date.parse('2026-11-20T00:00:00Z') + m * MINUTE_MS)) {
          const { from, until, price } = priceAt(moment)
          expect(from).toBeLessThanOrEqual(moment)
          expect(until).toBeGreaterThan(moment)
          const inReach = [from, moment, until - 1, (moment + until) / 2].filter(Number.isFinite)
          for (const other of inReach) expect(pricing(own, 'EUR', hour)(other).price).toEqual(price)
        }
      }),
    )
  })

  test('all time is counted, priced or not', () => {
    fc.assert(
      fc.property(spansArbitrary(), rates, dayStart, (spans, own, hour) => {
        const timeMs = spans.reduce((sum, { start, end }) => sum + end - start, 0)
        expect(accountOf(spans, own, 'EUR', hour).timeMs).toBe(timeMs)
      }),
    )
  })

  test('neither the order of spans nor cutting them changes their cost', () => {
    fc.assert(
      fc.property(spansArbitrary(), rates, dayStart, (spans, own, hour) => {
        const cost = accountOf(spans, own, 'EUR', hour).cost()
        expect(accountOf(spans.toReversed(), own, 'EUR', hour).cost()).toBe(cost)
        const halves = spans.flatMap((span) => {
          const middle = Math.ceil((span.start + span.end) / 2)
          return [
            { ...span, end: middle },
            { ...span, start: middle },
          ]
        })
        expect(accountOf(halves, own, 'EUR', hour).cost()).toBe(cost)
      }),
    )
  })
})
