import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HourYield, hourYieldOf, knownWeeks } from '../../../domain/insight/hour-yield'
import type { Span } from '../../../domain/record/span'
import type { Period } from '../../../domain/time/period'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { pricing } from '../../../domain/value/hour-price'
import { totalOf } from '../../fixtures/totals'
import { scopeOf } from '../../fixtures/scope'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

const at = (surface: string, start: string, minutes: number): Span =>
  spanOf({ surface, start, ms: minutes * MINUTE_MS })

type Facts = Parameters<typeof scopeOf>[1]

const found = (spans: readonly Span[], facts?: Facts): HourYield => {
  const finding = hourYieldOf(scopeOf(spans, facts))
  if ('lacks' in finding) throw new Error(`It lacks ${finding.lacks}.`)
  return finding
}

/** At 25 € an hour: learning gives back 1½, video ½, feeds 0, unless the person says otherwise. */
const WEEK_OF_SIX_HOURS = [
  at('coursera.org', '2026-11-16T10:00Z', 120),
  at('youtube.com/watch', '2026-11-17T18:00Z', 120),
  at('instagram.com', '2026-11-18T18:00Z', 120),
]

describe('a week', () => {
  test('return ÷ hours, beside cost ÷ hours', () => {
    // 2 h × 25 € × (1½ + ½ + 0) = 100 € in 6 h; 150 € ÷ 6 h.
    expect(found(WEEK_OF_SIX_HOURS)).toMatchObject({
      pricedMs: 6 * HOUR_MS,
      yieldMinor: 1667,
      priceMinor: 2500,
      costMinor: 15_000,
      returnMinor: 10_000,
      netMinor: -5000,
    })
  })

  test('the person’s own word and ratings make one part, assumed worths the other', () => {
    const opinions = [{ surface: 'coursera.org', worthQuarters: 8 }]
    const ratings = [0, 2].map((worthQuarters) => ({ surface: 'instagram.com', at: 0, worthQuarters }))
    // Two ratings beside five at the assumed 0 are worth 2 ÷ 7 = 0.29 quarters.
    // Own: 2 h × 25 € × (2 + 0.29 ÷ 4) = 103.63 € in 6 h. Assumed: 2 h × 25 € × ½ = 25 € in 6 h.
    expect(found(WEEK_OF_SIX_HOURS, { opinions, ratings })).toMatchObject({
      yieldMinor: 2144,
      ownMinor: 1727,
      assumedMinor: 417,
      surfaces: 3,
      assumedSurfaces: 1,
    })
  })

  test('surfaces at a profit and at a loss are apart, the largest first, and what is even is in neither', () => {
    const { profit, loss, lossMs } = found([
      ...WEEK_OF_SIX_HOURS,
      at('github.com', '2026-11-19T10:00Z', 600),
      at('wikipedia.org', '2026-11-19T22:00Z', 30),
    ])
    const shown = (lines: typeof profit) =>
      lines.map(({ profile, money }) => [profile.surface, money?.netMinor])
    expect(shown(profit)).toEqual([
      ['coursera.org', 2500],
      ['wikipedia.org', 625],
    ])
    expect(shown(loss)).toEqual([
      ['instagram.com', -5000],
      ['youtube.com/watch', -2500],
    ])
    expect(lossMs).toBe(4 * HOUR_MS)
  })

  test('the price is exact where cents would not divide evenly', () => {
    expect(found([spanOf({ start: '2026-11-16T10:00Z', ms: 30 * MINUTE_MS + 1000 })])).toMatchObject({
      yieldMinor: 2500,
      priceMinor: 2500,
    })
  })

  test('time without a rate counts for neither side of the division', () => {
    const scope = scopeOf(WEEK_OF_SIX_HOURS)
    const rates = [{ from: '2026-11-18', amountMinor: 2500, currency: 'EUR', hourTypes: null }]
    const valuing = { ...scope.valuing, priceAt: pricing(rates, 'EUR', 4) }
    expect(hourYieldOf({ ...scope, valuing })).toMatchObject({
      pricedMs: 2 * HOUR_MS,
      unpricedMs: 4 * HOUR_MS,
      yieldMinor: 0,
      priceMinor: 2500,
      surfaces: 1,
      loss: [{ profile: { surface: 'instagram.com' } }],
      lossMs: 2 * HOUR_MS,
    })
  })
})

describe('too little', () => {
  test('without a rate there is no figure', () => {
    expect(hourYieldOf(scopeOf(WEEK_OF_SIX_HOURS, { hourMinor: null }))).toMatchObject({
      lacks: 'rate',
      have: 0,
      need: 1,
    })
    expect(hourYieldOf(scopeOf([], { hourMinor: null }))).toMatchObject({ lacks: 'rate' })
  })

  test('below half an hour there is none either', () => {
    expect(hourYieldOf(scopeOf([at('github.com', '2026-11-16T10:00Z', 29)]))).toMatchObject({
      lacks: 'minutes',
      have: 29,
      need: 30,
    })
    expect(hourYieldOf(scopeOf([]))).toMatchObject({ lacks: 'minutes', have: 0, need: 30 })
  })

  test('only time with a price counts for the half hour', () => {
    const scope = scopeOf(WEEK_OF_SIX_HOURS)
    const rates = [{ from: '2026-11-20', amountMinor: 2500, currency: 'EUR', hourTypes: null }]
    const valuing = { ...scope.valuing, priceAt: pricing(rates, 'EUR', 4) }
    expect(hourYieldOf({ ...scope, valuing })).toMatchObject({ lacks: 'pricedMinutes', have: 0, need: 30 })
  })

  test('one week is no trend, and the rest still stands', () => {
    const { weeks, yieldMinor } = found(WEEK_OF_SIX_HOURS)
    expect(weeks).toMatchObject({ lacks: 'weeks', have: 1, need: 2 })
    expect(yieldMinor).toBe(1667)
  })

  test('less than a week is no pace for a year, and the rest still stands', () => {
    const { year, yieldMinor } = found(WEEK_OF_SIX_HOURS, { today: '2026-11-22' })
    expect(year).toMatchObject({ lacks: 'days', have: 6, need: 7 })
    expect(yieldMinor).toBe(1667)
  })
})

test('minutes typed for days before the record began do not count in the year', () => {
  const period: Period = { unit: 'dates', first: '2026-11-09', last: '2026-11-22' }
  const facts = { period, recordedSince: '2026-11-16' }
  const scope = scopeOf(WEEK_OF_SIX_HOURS, facts)
  const typed = totalOf({ day: '2026-11-10', surface: 'instagram.com', minutes: 600 })
  const finding = hourYieldOf({ ...scope, history: { ...scope.history, totals: [typed] } }) as HourYield
  expect(finding.year).toEqual(found(WEEK_OF_SIX_HOURS, facts).year)
})

describe('eight weeks', () => {
  const earlier = [
    at('instagram.com', '2026-09-29T10:00Z', 60),
    at('github.com', '2026-09-30T10:00Z', 60),
    at('instagram.com', '2026-11-03T10:00Z', 29),
  ]

  test('each stands alone, and one with too little time is left open', () => {
    const { weeks } = found([...earlier, ...WEEK_OF_SIX_HOURS])
    const shown = 'lacks' in weeks ? [] : weeks
    expect(shown.map(({ week, earning }) => [week.last, earning?.yieldMinor ?? null])).toEqual([
      ['2026-10-04', 1250],
      ['2026-10-11', null],
      ['2026-10-18', null],
      ['2026-10-25', null],
      ['2026-11-01', null],
      ['2026-11-08', null],
      ['2026-11-15', null],
      ['2026-11-22', 1667],
    ])
  })

  test('the known ones say how many weeks they lie before the last one', () => {
    const yields = knownWeeks(found([...earlier, ...WEEK_OF_SIX_HOURS]))
    expect(yields.map(({ ago, earning }) => [ago, earning.yieldMinor])).toEqual([
      [7, 1250],
      [0, 1667],
    ])
    expect(knownWeeks(found(WEEK_OF_SIX_HOURS))).toEqual([])
  })
})

describe('a year at this pace', () => {
  test('is the net and the time at a loss of the days that are over, × 365 ÷ days', () => {
    // −50 € and 4 h in 7 days.
    expect(found(WEEK_OF_SIX_HOURS).year).toEqual({
      days: 7,
      netMinor: Math.round((-5000 * 365) / 7),
      lossMs: Math.round((4 * HOUR_MS * 365) / 7),
    })
  })

  test('today is left out until it is over', () => {
    const period: Period = { unit: 'dates', first: '2026-11-09', last: '2026-11-22' }
    const spans = [...WEEK_OF_SIX_HOURS, at('instagram.com', '2026-11-22T10:00Z', 300)]
    expect(found(spans, { period, today: '2026-11-22' }).year).toEqual({
      days: 13,
      netMinor: Math.round((-5000 * 365) / 13),
      lossMs: Math.round((4 * HOUR_MS * 365) / 13),
    })
  })
})

const PERIOD: Period = { unit: 'dates', first: '2026-11-16', last: '2026-12-15' }
const opinionsArbitrary = fc.subarray([
  { surface: 'youtube.com', worthQuarters: 8 },
  { surface: 'github.com', worthQuarters: 3 },
  { surface: 'wikipedia.org', worthQuarters: 0 },
])

test('for any spans, the parts make the yield, and every figure keeps its bounds', () => {
  fc.assert(
    fc.property(spansArbitrary(), opinionsArbitrary, (spans, opinions) => {
      const finding = hourYieldOf(scopeOf(spans, { period: PERIOD, today: '2026-12-16', opinions }))
      if ('lacks' in finding) {
        expect(finding.lacks).toBe('minutes')
        expect(finding.have).toBeLessThan(30)
        return
      }
      for (const { earning } of [{ earning: finding }, ...knownWeeks(finding)]) {
        expect(earning.pricedMs).toBeGreaterThanOrEqual(30 * MINUTE_MS)
        expect(earning.ownMinor + earning.assumedMinor).toBe(earning.yieldMinor)
        expect(Math.min(earning.ownMinor, earning.assumedMinor)).toBeGreaterThanOrEqual(0)
        expect(earning.priceMinor).toBe(2500)
        expect(earning.yieldMinor).toBeLessThanOrEqual(2 * 2500)
      }
      expect(finding.lossMs).toBeLessThanOrEqual(finding.pricedMs)
      expect(finding.profit.length + finding.loss.length).toBeLessThanOrEqual(finding.surfaces)
      expect(finding.returnMinor - finding.costMinor).toBe(finding.netMinor)
    }),
  )
})

test('the order of spans does not change the finding', () => {
  fc.assert(
    fc.property(spansArbitrary(), (spans) => {
      const { history, ...scope } = scopeOf(spans, { period: PERIOD, today: '2026-12-16' })
      const reversed = { ...scope, history: { ...history, recent: history.recent.toReversed() } }
      expect(hourYieldOf(reversed)).toEqual(hourYieldOf({ ...scope, history }))
    }),
  )
})
