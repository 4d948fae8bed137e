import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLATFORM_TAKES } from '../../../domain/insight/data/platform-takes'
import { type Estimate, exchangeRatio, perDollarOf, type Take, takeOf } from '../../../domain/insight/take'
import type { Span } from '../../../domain/record/span'
import { type Region, REGIONS } from '../../../domain/settings/settings'
import { siteLines } from '../../../domain/statement/site-lines'
import { tally } from '../../../domain/statement/tally'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { scopeOf } from '../../fixtures/scope'
import { spanOf } from '../../fixtures/spans'

const at = (surface: string, start: string, minutes: number): Span =>
  spanOf({ surface, start, ms: minutes * MINUTE_MS })

const found = (
  spans: readonly Span[],
  region: Region | null = 'usCanada',
  facts?: Parameters<typeof scopeOf>[1],
): Take => {
  const take = takeOf(scopeOf(spans, facts), region)
  if ('lacks' in take) throw new Error(`It lacks ${take.lacks}.`)
  return take
}

const rounded = (estimate: Estimate | null) =>
  estimate && [estimate.low, estimate.central, estimate.high].map((value) => Math.round(value * 100) / 100)

const WEEK_SPANS = [
  at('instagram.com', '2026-11-16T10:00Z', 90),
  at('instagram.com/reels', '2026-11-17T10:00Z', 30),
  at('youtube.com/watch', '2026-11-18T10:00Z', 180),
  at('facebook.com', '2026-11-19T10:00Z', 60),
  at('google.com', '2026-11-20T10:00Z', 40),
  at('amazon.de', '2026-11-20T12:00Z', 20),
]

describe('a week at 25 € an hour', () => {
  test('a platform has its cost, what came back, and what it earned from the same hours', () => {
    const { lines } = found(WEEK_SPANS, 'europe')
    expect(
      lines.map(({ name, owner, timeMs, money, assumed, earned, grade }) => [
        name,
        owner,
        timeMs / HOUR_MS,
        money?.costMinor,
        money?.returnMinor,
        assumed,
        rounded(earned),
        grade,
      ]),
    ).toEqual([
      // Feeds are assumed to give back nothing. 2 h × 135 cents × 0.3 = 81.
      ['Instagram', 'Meta', 2, 5000, 0, 'wholly', [39, 81, 96], 'B'],
      // Videos are assumed to give back half. 3 h × 18 cents × 0.3 = 16.2, in whole cents.
      ['YouTube', 'Alphabet', 3, 7500, 3750, 'wholly', [9, 16, 19], 'D'],
      // 1 h × 120 cents × 0.3 = 36.
      ['Facebook', 'Meta', 1, 2500, 0, 'wholly', [23, 36, 42], 'B'],
    ])
  })

  test('sums stand for owners of several platforms, and for all', () => {
    const { owners, total } = found(WEEK_SPANS, 'europe')
    expect(owners.map(({ owner, money, earned }) => [owner, money?.netMinor, rounded(earned)])).toEqual([
      ['Meta', -7500, [62, 117, 138]],
    ])
    expect([total.timeMs / HOUR_MS, total.money?.netMinor, rounded(total.earned)]).toEqual([
      6,
      -11_250,
      [71, 133, 157],
    ])
  })

  test('known sites without a public figure are named, the most time first, other sites and work are not', () => {
    const others = ['my-own-site.org', 'github.com', 'coursera.org']
    const spans = others.map((surface, hour) => at(surface, `2026-11-21T1${hour}:00Z`, 60))
    expect(found([...WEEK_SPANS, ...spans]).unknown).toEqual(['Google', 'Amazon'])
  })

  test('the version of a platform for another country counts as the platform', () => {
    const spans = [at('pinterest.de', '2026-11-16T10:00Z', 30), at('pinterest.com', '2026-11-16T11:00Z', 30)]
    expect(found(spans).lines.map(({ name, timeMs }) => [name, timeMs / MINUTE_MS])).toEqual([
      ['Pinterest', 60],
    ])
  })

  test('a subscription earns the same in every region', () => {
    const spans = [at('netflix.com', '2026-11-16T10:00Z', 60)]
    for (const region of REGIONS) expect(rounded(found(spans, region).total.earned)).toEqual([16, 30, 40])
  })
})

describe('what is not known stays unknown', () => {
  test('without a region nothing is said about what platforms earned', () => {
    const { lines, total } = found(WEEK_SPANS, null)
    expect([...lines, total].map(({ earned }) => earned)).toEqual([null, null, null, null])
    expect(lines.map(({ grade }) => grade)).toEqual([null, null, null])
    expect(total.money?.costMinor).toBe(15_000)
  })

  test('without a rate nothing is said about cost, and the most time comes first', () => {
    const { lines, total } = found(WEEK_SPANS, 'usCanada', { hourMinor: null })
    expect(lines.map(({ name, money }) => [name, money])).toEqual([
      ['YouTube', null],
      ['Instagram', null],
      ['Facebook', null],
    ])
    expect(total.unpricedMs).toBe(6 * HOUR_MS)
    expect(rounded(total.earned)).toEqual([235, 444, 523])
  })

  test('without a minute on any platform of the table there is no finding', () => {
    const spans = [
      at('github.com', '2026-11-16T10:00Z', 600),
      at('youtube.com', '2026-11-17T10:00Z', 0.9),
      at('youtube.com', '2026-11-09T10:00Z', 600),
    ]
    expect(takeOf(scopeOf(spans), 'world')).toMatchObject({ lacks: 'platforms', have: 0, need: 1 })
  })

  test('a return that rests partly on the person’s own word is partly assumed', () => {
    const opinions = [{ surface: 'instagram.com', worthQuarters: 2 }]
    const { lines, total } = found(WEEK_SPANS, null, { opinions })
    expect(lines.map(({ name, assumed }) => [name, assumed])).toEqual([
      ['YouTube', 'wholly'],
      ['Instagram', 'partly'],
      ['Facebook', 'wholly'],
    ])
    expect(total.assumed).toBe('partly')
  })
})

describe('the exchange ratio', () => {
  const { total } = found([at('instagram.com', '2026-11-16T10:00Z', 120)])

  test('is cost ÷ earned, in the same currency', () => {
    // 50.00 ÷ 1.30, ÷ 2.70, ÷ 3.20
    expect(rounded(exchangeRatio(total, 'USD', perDollarOf('USD', null)))).toEqual([15.63, 18.52, 38.46])
  })

  test('takes the typed rate', () => {
    const typed = { day: '2026-11-20', currency: 'EUR', perDollar: 9200 }
    // 50.00 € ÷ (2.70 US$ × 0.92)
    expect(exchangeRatio(total, 'EUR', perDollarOf('EUR', typed))?.central).toBeCloseTo(20.13, 2)
    const yen = { ...typed, currency: 'JPY', perDollar: 1_500_000 }
    // 5000 ¥ ÷ (2.70 US$ × 150)
    expect(exchangeRatio(total, 'JPY', perDollarOf('JPY', yen))?.central).toBeCloseTo(12.35, 2)
  })

  test('is unknown without a rate for this currency, without a region, or if some time has no price', () => {
    const typed = { day: '2026-11-20', currency: 'EUR', perDollar: 9200 }
    expect(perDollarOf('EUR', null)).toBeNull()
    expect(perDollarOf('CHF', typed)).toBeNull()
    expect(exchangeRatio(total, 'EUR', null)).toBeNull()
    expect(exchangeRatio({ ...total, earned: null }, 'USD', 10_000)).toBeNull()
    expect(exchangeRatio({ ...total, unpricedMs: 1 }, 'USD', 10_000)).toBeNull()
    expect(exchangeRatio({ ...total, money: null }, 'USD', 10_000)).toBeNull()
  })
})

describe('for any visits', () => {
  const sites = [
    ...PLATFORM_TAKES.map(({ site }) => site),
    'instagram.com/reels',
    'pinterest.de',
    'google.com',
  ]
  const spans = fc
    .array(
      fc.record({
        surface: fc.constantFrom(...sites),
        ms: fc.integer({ min: 1, max: HOUR_MS }),
        hour: fc.integer({ min: 0, max: 140 }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((rows) =>
      [...new Map(rows.map((row) => [row.hour, row])).values()].map(({ surface, ms, hour }) =>
        spanOf({ surface, ms, start: Date.parse('2026-11-16T05:00Z') + hour * HOUR_MS }),
      ),
    )

  test('lines add up to the total and to the sites of the statement, and low ≤ central ≤ high', () => {
    fc.assert(
      fc.property(spans, fc.constantFrom(...REGIONS), (some, region) => {
        const scope = scopeOf(some, { hourMinor: 2533 })
        const take = takeOf(scope, region)
        if ('lacks' in take) return
        const { lines, total } = take
        const added = (figure: (line: Take['total']) => number) =>
          lines.reduce((sum, line) => sum + figure(line), 0)
        expect(added(({ timeMs }) => timeMs)).toBe(total.timeMs)
        expect(added(({ money }) => money!.costMinor)).toBe(total.money!.costMinor)
        expect(added(({ money }) => money!.returnMinor)).toBe(total.money!.returnMinor)
        for (const figure of ['low', 'central', 'high'] as const)
          expect(added(({ earned }) => earned![figure])).toBe(total.earned![figure])

        const stated = siteLines(tally(scope.history, scope.extent, scope.valuing), [], 'sites')
        const google = stated.find(({ key }) => key === 'google.com')?.money?.costMinor ?? 0
        const all = stated.reduce((sum, { money }) => sum + money!.costMinor, 0)
        expect(total.money!.costMinor).toBe(all - google)
        for (const { earned } of [...lines, total]) {
          expect(earned!.low).toBeLessThanOrEqual(earned!.central)
          expect(earned!.central).toBeLessThanOrEqual(earned!.high)
        }
      }),
    )
  })

  test('the order of spans does not change the finding', () => {
    fc.assert(
      fc.property(spans, (some) => {
        const { history, ...scope } = scopeOf(some)
        const reversed = { ...scope, history: { ...history, recent: history.recent.toReversed() } }
        const [one, other] = [takeOf({ ...scope, history }, 'world'), takeOf(reversed, 'world')]
        expect('lacks' in other ? other : other.total).toEqual('lacks' in one ? one : one.total)
      }),
    )
  })
})
