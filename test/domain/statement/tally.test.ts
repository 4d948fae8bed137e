import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { History } from '../../../domain/record/history'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { extentOf, periodOf } from '../../../domain/time/period'
import { seal } from '../../../domain/record/sealing'
import { cutByDay } from '../../../domain/record/cut-by-day'
import { type Span } from '../../../domain/record/span'
import { statementOf, statementOfAccounts } from '../../../domain/statement/statement'
import { spansOfDay } from '../../../domain/record/clip-days'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { tally, type SurfaceTally } from '../../../domain/statement/tally'
import { pricing } from '../../../domain/value/hour-price'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

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
