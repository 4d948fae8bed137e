import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totalsWithin } from '../../../domain/record/day-total'
import { type History, onlyTotals, withoutTotals } from '../../../domain/record/history'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { extentOf, periodOf } from '../../../domain/time/period'
import { seal } from '../../../domain/record/sealing'
import { cutByDay } from '../../../domain/record/cut-by-day'
import { type Span } from '../../../domain/record/span'
import { statementOf, statementOfAccounts } from '../../../domain/statement/statement'
import { spansOfDay } from '../../../domain/record/clip-days'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { accountsOf, tally, type SurfaceTally } from '../../../domain/statement/tally'
import { pricing } from '../../../domain/value/hour-price'
import { SUGGESTED_HOUR_TYPES } from '../../../domain/value/suggested-hour-types'
import { spanOf, spansArbitrary } from '../../fixtures/spans'
import { totalOf, totalsArbitrary } from '../../fixtures/totals'

const RATES = [
  { from: '1970-01-01', amountMinor: 2500, currency: 'EUR', hourTypes: null },
  { from: '2026-11-21', amountMinor: 3100, currency: 'EUR', hourTypes: null },
]
const priceAt = () => pricing(RATES, 'EUR', 4)
const valuing = (dayStartHour = 4) => ({ profileOf: surfaceBook([]), priceAt: priceAt(), dayStartHour })

const recent = (...spans: Span[]): History => ({ sealed: [], recent: spans })
const sealedOf = (spans: readonly Span[]): History => ({
  sealed: [...Map.groupBy(spans, ({ day, device }) => `${day} ${device}`).values()].map(seal),
  recent: [],
})

const day = (date: string, dayStartHour = 4) => extentOf(periodOf('day', date, 0), dayStartHour)
const opensOf = (tallies: readonly SurfaceTally[]) =>
  Object.fromEntries(
    tallies.map(({ profile, parts }) => [
      profile.surface,
      [...parts.values()].reduce((sum, { opens }) => sum + opens, 0),
    ]),
  )

const at = (time: string, minutes: number, surface = 'example.com', device = 'desk') =>
  spanOf({ surface, start: `2026-11-23T${time}:00Z`, ms: minutes * MINUTE_MS, device })

describe('visits of a tally', () => {
  test('go on over gaps of five minutes and start again after longer ones', () => {
    const history = recent(at('08:00', 5), at('08:10', 5), at('08:20', 5), at('08:26', 1))
    expect(opensOf(tally(history, day('2026-11-23'), valuing()))).toEqual({ 'example.com': 1 })
    const later = recent(at('08:00', 5), at('08:11', 5))
    expect(opensOf(tally(later, day('2026-11-23'), valuing()))).toEqual({ 'example.com': 2 })
  })

  test('do not count as opens if they began before the period', () => {
    const history = recent(at('02:50', 9), at('03:01', 10))
    expect(opensOf(tally(history, day('2026-11-23'), valuing()))).toEqual({ 'example.com': 0 })
  })

  test('count separately for two devices', () => {
    const history = recent(at('08:00', 5), at('08:06', 5, 'example.com', 'laptop'))
    expect(opensOf(tally(history, day('2026-11-23'), valuing()))).toEqual({ 'example.com': 2 })
  })

  test('go on over the repeated hour in autumn', () => {
    const before = spanOf({ start: '2026-10-25T00:50Z', ms: 10 * MINUTE_MS, utcOffsetMinutes: 120 })
    const after = spanOf({ start: '2026-10-25T01:00Z', ms: 10 * MINUTE_MS, utcOffsetMinutes: 60 })
    const tallies = tally(recent(before, after), day('2026-10-24'), valuing())
    expect(opensOf(tallies)).toEqual({ 'example.com': 1 })
    expect(tallies[0]?.parts.get(0)?.account.timeMs).toBe(20 * MINUTE_MS)
  })
})

test('a span across the day start is cut there', () => {
  const history = recent(at('02:30', 60))
  const whole = { from: day('2026-11-22').from, until: day('2026-11-23').until }
  const [line] = tally(history, whole, valuing(), (number) => number)
  const first = Date.parse('2026-11-22') / DAY_MS
  expect([...(line?.parts ?? [])].map(([part, { account }]) => [part, account.timeMs / MINUTE_MS])).toEqual([
    [first, 30],
    [first + 1, 30],
  ])
})

test('a span rewritten after its day was sealed counts once, in its last version', () => {
  const before = at('08:00', 30)
  const after = { ...before, end: before.start + 10 * MINUTE_MS }
  const history = { ...sealedOf([before, at('09:00', 5)]), recent: [after] }
  const [line] = tally(history, day('2026-11-23'), valuing())
  expect(line?.parts.get(0)?.account.timeMs).toBe(15 * MINUTE_MS)
})

describe('for any history', () => {
  test('a day adds up to its statement, sealed or not', () => {
    fc.assert(
      fc.property(spansArbitrary(), fc.integer({ min: 0, max: 23 }), (spans, dayStartHour) => {
        const pieces = spans.flatMap((span) => cutByDay(span, () => 60, span.end))
        const extent = extentOf(periodOf('day', '2026-11-21', 0), dayStartHour)
        const expected = statementOf(
          spansOfDay(pieces, '2026-11-21', dayStartHour),
          surfaceBook([]),
          pricing(RATES, 'EUR', dayStartHour),
        )
        for (const history of [recent(...pieces), sealedOf(pieces)]) {
          const tallies = tally(history, extent, {
            profileOf: surfaceBook([]),
            priceAt: pricing(RATES, 'EUR', dayStartHour),
            dayStartHour,
          })
          const accounts = new Map(tallies.map(({ profile, parts }) => [profile, parts.get(0)!.account]))
          expect(statementOfAccounts(accounts).total).toEqual(expected.total)
        }
      }),
    )
  })

  test('parts add up to the whole, in time and in opens', () => {
    fc.assert(
      fc.property(spansArbitrary(), (spans) => {
        const extent = { from: day('2026-11-18').from, until: day('2026-12-10').until }
        const history = sealedOf(spans)
        const whole = tally(history, extent, valuing())
        const byHour = tally(history, extent, valuing(), (_, local) => Math.floor(local / HOUR_MS))
        const timeOf = (tallies: readonly SurfaceTally[]) =>
          tallies
            .flatMap(({ parts }) => [...parts.values()])
            .reduce((sum, { account }) => sum + account.timeMs, 0)
        expect(timeOf(byHour)).toBe(timeOf(whole))
        expect(timeOf(whole)).toBe(spans.reduce((sum, { start, end }) => sum + end - start, 0))
        expect(opensOf(byHour)).toEqual(opensOf(whole))
      }),
    )
  })
})

describe('day totals in a tally', () => {
  const WEEK = { unit: 'week', first: '2026-11-16', last: '2026-11-22' } as const
  const extent = extentOf(WEEK, 4)
  const typed = totalOf({ day: '2026-11-20', surface: 'example.com', minutes: 30 })
  const counted = (history: History, valued = valuing()) => tally(history, extent, valued)
  const minutesOf = (tallies: readonly SurfaceTally[]) =>
    Object.fromEntries(
      tallies.map(({ profile, parts }) => [
        profile.surface,
        [...parts.values()].reduce((sum, { account }) => sum + account.timeMs, 0) / MINUTE_MS,
      ]),
    )

  test('add to the time of their surface, with or without spans', () => {
    const span = spanOf({ start: '2026-11-18T08:00:00Z', ms: 10 * MINUTE_MS })
    const other = totalOf({ surface: 'github.com', minutes: 5 })
    const history = { ...recent(span), totals: [typed, other] }
    expect(minutesOf(counted(history))).toEqual({ 'example.com': 40, 'github.com': 5 })
    expect(minutesOf(counted(withoutTotals(history)))).toEqual({ 'example.com': 10 })
    expect(minutesOf(counted(onlyTotals(history)))).toEqual({ 'example.com': 30, 'github.com': 5 })
  })

  test('belong to the part of their day', () => {
    const tallies = tally({ ...recent(), totals: [typed] }, extent, valuing(), (number) => number)
    expect([...(tallies[0]?.parts.keys() ?? [])]).toEqual([Date.parse('2026-11-20') / DAY_MS])
  })

  test('cost the plain rate of their day, whatever the types of its hours', () => {
    const rates = [
      { from: '1970-01-01', amountMinor: 2000, currency: 'EUR', hourTypes: SUGGESTED_HOUR_TYPES },
      { from: '2026-11-21', amountMinor: 4000, currency: 'EUR', hourTypes: null },
    ]
    const valued = { ...valuing(), priceAt: pricing(rates, 'EUR', 4) }
    const later = { ...typed, day: '2026-11-21', surface: 'github.com' }
    const lines = statementOfAccounts(accountsOf(counted({ ...recent(), totals: [typed, later] }, valued)))
    expect(lines.surfaces.map(({ profile, money }) => [profile.surface, money?.costMinor])).toEqual([
      ['example.com', 1000],
      ['github.com', 2000],
    ])
    const bare = { ...valuing(), priceAt: pricing([], 'EUR', 4) }
    const unpriced = statementOfAccounts(accountsOf(counted({ ...recent(), totals: [typed] }, bare)))
    expect([unpriced.total.money, unpriced.unpricedMs]).toEqual([null, 30 * MINUTE_MS])
  })

  test('count opens only of a source that counts visits', () => {
    const rows = [
      { ...typed, source: 'time-tracker', opens: 9 } as const,
      { ...typed, source: 'watt', surface: 'github.com', opens: 4 } as const,
    ]
    expect(opensOf(counted({ ...recent(), totals: rows }))).toEqual({ 'example.com': 0, 'github.com': 4 })
  })

  test('do not count by the hour', () => {
    const hourOf = (_: number, localMs: number) => Math.floor(localMs / HOUR_MS)
    expect(tally({ ...recent(), totals: [typed] }, extent, valuing(), hourOf, HOUR_MS)).toEqual([])
  })

  test('do not change anything if there are none', () => {
    fc.assert(
      fc.property(spansArbitrary(), (spans) => {
        expect(counted({ ...recent(...spans), totals: [] })).toEqual(counted(recent(...spans)))
      }),
    )
  })

  test('add exactly their time to the total, in any order', () => {
    fc.assert(
      fc.property(spansArbitrary(), totalsArbitrary(), (spans, totals) => {
        const timeOf = (history: History) => statementOfAccounts(accountsOf(counted(history))).total.timeMs
        const own = recent(...spans)
        const inside = totalsWithin(totals, extent, 4).reduce((sum, { ms }) => sum + ms, 0)
        expect(timeOf({ ...own, totals })).toBe(timeOf(own) + inside)
        const reversed = { ...own, totals: totals.toReversed() }
        expect(statementOfAccounts(accountsOf(counted(reversed))).total).toEqual(
          statementOfAccounts(accountsOf(counted({ ...own, totals }))).total,
        )
      }),
    )
  })
})
