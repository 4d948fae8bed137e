import { describe, expect, test } from 'vitest'
import { SUGGESTED_HOUR_TYPES } from '../../../domain/value/suggested-hour-types'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import {
  type DayFacts,
  dayFigures,
  isRunning,
  openUntil,
  withoutDouble,
} from '../../../domain/statement/today'
import { spanOf } from '../../fixtures/spans'
import { totalOf } from '../../fixtures/totals'

const NOON = Date.parse('2026-11-23T11:00:00Z')

const open = spanOf({ surface: 'youtube.com', start: NOON - 10 * MINUTE_MS, ms: 10 * MINUTE_MS })

const facts: DayFacts = {
  spans: [spanOf({ surface: 'github.com', start: '2026-11-23T08:00:00Z', ms: HOUR_MS })],
  opinions: [{ surface: 'github.com', worthQuarters: 8 }],
  // (5 × 0 + 5 × 4) ÷ 10 = 2 quarters
  ratings: new Map([['youtube.com', [4, 4, 4, 4, 4]]]),
  rates: [{ from: '1970-01-01', amountMinor: 6000, currency: 'EUR', hourTypes: null }],
}

const settings = { currency: 'EUR', dayStartHour: 4 }

describe('the span in progress', () => {
  test.each([
    ['runs on from a checkpoint just written', 0, true, 0],
    ['runs on a second after its checkpoint', 1_000, true, 1_000],
    ['runs on three beats after its checkpoint', 15_000, true, 15_000],
    ['stops more than three beats after its checkpoint', 15_001, false, 0],
    ['stops an hour after its checkpoint', HOUR_MS, false, 0],
    ['adds no time after the clock was set back', -5_000, true, 0],
  ])('%s (%d ms)', (_rule, ageMs, running, ranOnMs) => {
    expect(isRunning(open, open.end + ageMs)).toBe(running)
    expect(openUntil(open, open.end + ageMs) - open.end).toBe(ranOnMs)
  })
})

describe("today's figures", () => {
  test('include the closed spans and the span in progress up to now', () => {
    const { statement, hourMinor } = dayFigures(facts, open, NOON + 5_000, '2026-11-23', settings)
    expect(statement.surfaces.map(({ profile, timeMs }) => [profile.surface, timeMs])).toEqual([
      ['github.com', HOUR_MS],
      ['youtube.com', 10 * MINUTE_MS + 5_000],
    ])
    // 60,00 € + 605 s × 60,00 € ÷ 3600 = 70,08 €; 120,00 € + half of 10,08 € = 125,04 €
    expect(statement.total.money).toEqual({ costMinor: 7008, returnMinor: 12504, netMinor: 5496 })
    expect(hourMinor).toBe(6000)
  })

  test('include the day totals that the page gives, at the plain rate', () => {
    const rates = [{ ...facts.rates[0]!, hourTypes: SUGGESTED_HOUR_TYPES }]
    const totals = [totalOf({ day: '2026-11-23', surface: 'youtube.com', minutes: 30 })]
    const { statement } = dayFigures(
      { ...facts, spans: [], rates, totals },
      null,
      NOON,
      '2026-11-23',
      settings,
    )
    expect(statement.surfaces.map(({ timeMs, money }) => [timeMs, money?.costMinor])).toEqual([
      [30 * MINUTE_MS, 3000],
    ])
  })

  test('include a span whose checkpoints have stopped only up to the last one', () => {
    const { statement } = dayFigures(facts, open, NOON + MINUTE_MS, '2026-11-23', settings)
    expect(statement.total.timeMs).toBe(HOUR_MS + 10 * MINUTE_MS)
  })

  test('include only the part of the span in progress that lies in the day', () => {
    const start = Date.parse('2026-11-23T02:50:00Z')
    const night = spanOf({ surface: 'youtube.com', start, ms: 20 * MINUTE_MS })
    const figures = (day: string) => dayFigures({ ...facts, spans: [] }, night, night.end, day, settings)
    expect(figures('2026-11-22').statement.total.timeMs).toBe(10 * MINUTE_MS)
    expect(figures('2026-11-23').statement.total.timeMs).toBe(10 * MINUTE_MS)
  })

  test('have only time while no currency is set', () => {
    const figures = dayFigures(facts, open, NOON, '2026-11-23', { ...settings, currency: null })
    expect(figures.statement.total.money).toBeNull()
    expect(figures.statement.unpricedMs).toBe(HOUR_MS + 10 * MINUTE_MS)
    expect(figures.hourMinor).toBeNull()
  })

  test('are in the currency of the settings, whatever the currency of the rate', () => {
    const { statement, hourMinor } = dayFigures(facts, null, NOON, '2026-11-23', {
      ...settings,
      currency: 'JPY',
    })
    expect(statement.total.money?.costMinor).toBe(60)
    expect(hourMinor).toBe(60)
  })

  test('are empty before the first page of the day', () => {
    const { statement } = dayFigures({ ...facts, spans: [] }, null, NOON, '2026-11-23', settings)
    expect(statement.total).toEqual({ timeMs: 0, money: null, assumed: 'no' })
  })

  test('count a span once if it is still reported as in progress after it closed', () => {
    const closed = { ...facts, spans: [...facts.spans, open] }
    expect(withoutDouble(open, closed.spans)).toBeNull()
    expect(withoutDouble(open, facts.spans)).toBe(open)
    expect(withoutDouble(null, facts.spans)).toBeNull()
    const { statement } = dayFigures(closed, open, NOON + 5_000, '2026-11-23', settings)
    expect(statement.total.timeMs).toBe(HOUR_MS + 10 * MINUTE_MS)
  })

  test.each([
    ['a rate from the beginning', '1970-01-01', 'EUR', true],
    ['a rate from today', '2026-11-23', 'EUR', true],
    ['a rate from tomorrow', '2026-11-24', 'EUR', false],
    ['a rate without a currency', '1970-01-01', null, false],
  ])(
    'know before the first minute whether an hour has a price, with %s',
    (_case, from, currency, hasRate) => {
      const rate = { from, amountMinor: 6000, currency: 'EUR', hourTypes: SUGGESTED_HOUR_TYPES }
      const empty = { ...facts, spans: [], rates: [rate] }
      const figures = dayFigures(empty, null, NOON, '2026-11-23', { ...settings, currency })
      expect(figures).toMatchObject({ hasRate, hourMinor: null })
    },
  )

  test('describe any surface, even one without time', () => {
    const { profileOf } = dayFigures(facts, null, NOON, '2026-11-23', settings)
    expect(profileOf('youtube.com').worth).toEqual({ worthQuarters: 2, source: 'rated' })
    expect(profileOf('github.com').worth).toEqual({ worthQuarters: 8, source: 'own' })
  })
})
