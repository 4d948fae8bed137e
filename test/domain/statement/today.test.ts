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

const NOON = Date.parse('2026-11-23T11:00:00Z')

const open = spanOf({ surface: 'youtube.com', start: NOON - 10 * MINUTE_MS, ms: 10 * MINUTE_MS })

const facts: DayFacts = {
  spans: [spanOf({ surface: 'github.com', start: '2026-11-23T08:00:00Z', ms: HOUR_MS })],
  opinions: [{ surface: 'github.com', worthQuarters: 8 }],
  ratings: new Map([['youtube.com', [0, 4]]]),
  rates: [{ from: '1970-01-01', amountMinor: 6000, currency: 'EUR', hourTypes: null }],
}

const settings = { currency: 'EUR', dayStartHour: 4 }

describe('the span in progress runs on while its checkpoints are fresh', () => {
  test.each([
    ['just written', 0, true, 0],
    ['a second ago', 1_000, true, 1_000],
    ['as late as three beats', 15_000, true, 15_000],
    ['later: whatever happened since is not known', 15_001, false, 0],
    ['an hour ago', HOUR_MS, false, 0],
    ['by a clock that was set back since', -5_000, true, 0],
  ])('%s (%d ms)', (_rule, ageMs, running, ranOnMs) => {
    expect(isRunning(open, open.end + ageMs)).toBe(running)
    expect(openUntil(open, open.end + ageMs) - open.end).toBe(ranOnMs)
  })
})

describe("today's figures", () => {
  test('are those of the closed spans and of the one in progress, up to now', () => {
    const { statement, hourMinor } = dayFigures(facts, open, NOON + 5_000, '2026-11-23', settings)
    expect(statement.surfaces.map(({ profile, timeMs }) => [profile.surface, timeMs])).toEqual([
      ['github.com', HOUR_MS],
      ['youtube.com', 10 * MINUTE_MS + 5_000],
    ])
    // 60,00 € + 605 s × 60,00 € ÷ 3600 = 70,08 €; 120,00 € + half of 10,08 € = 125,04 €
    expect(statement.total.money).toEqual({ costMinor: 7008, returnMinor: 12504, netMinor: 5496 })
    expect(hourMinor).toBe(6000)
  })

  test('hold only what is known of a span whose checkpoints have stopped', () => {
    const { statement } = dayFigures(facts, open, NOON + MINUTE_MS, '2026-11-23', settings)
    expect(statement.total.timeMs).toBe(HOUR_MS + 10 * MINUTE_MS)
  })

  test('hold of a span in progress only what is of the day', () => {
    const start = Date.parse('2026-11-23T02:50:00Z')
    const night = spanOf({ surface: 'youtube.com', start, ms: 20 * MINUTE_MS })
    const figures = (day: string) => dayFigures({ ...facts, spans: [] }, night, night.end, day, settings)
    expect(figures('2026-11-22').statement.total.timeMs).toBe(10 * MINUTE_MS)
    expect(figures('2026-11-23').statement.total.timeMs).toBe(10 * MINUTE_MS)
  })

  test('are time only while no currency is set', () => {
    const figures = dayFigures(facts, open, NOON, '2026-11-23', { ...settings, currency: null })
    expect(figures.statement.total.money).toBeNull()
    expect(figures.statement.unpricedMs).toBe(HOUR_MS + 10 * MINUTE_MS)
    expect(figures.hourMinor).toBeNull()
  })

  test('are in the currency that is set, whatever the rate was given in', () => {
    const { statement, hourMinor } = dayFigures(facts, null, NOON, '2026-11-23', {
      ...settings,
      currency: 'JPY',
    })
    expect(statement.total.money?.costMinor).toBe(60)
    expect(hourMinor).toBe(60)
  })

  test('are empty on a morning without a page', () => {
    const { statement } = dayFigures({ ...facts, spans: [] }, null, NOON, '2026-11-23', settings)
    expect(statement.total).toEqual({ timeMs: 0, money: null, assumed: 'no' })
  })

  test('count a span once that has closed before it was told that it is no longer in progress', () => {
    const closed = { ...facts, spans: [...facts.spans, open] }
    expect(withoutDouble(open, closed.spans)).toBeNull()
    expect(withoutDouble(open, facts.spans)).toBe(open)
    expect(withoutDouble(null, facts.spans)).toBeNull()
    const { statement } = dayFigures(closed, open, NOON + 5_000, '2026-11-23', settings)
    expect(statement.total.timeMs).toBe(HOUR_MS + 10 * MINUTE_MS)
  })

  test.each([
    ['the rate of all time', '1970-01-01', 'EUR', true],
    ['a rate from this very day', '2026-11-23', 'EUR', true],
    ['a rate from tomorrow', '2026-11-24', 'EUR', false],
    ['a rate but no currency', '1970-01-01', null, false],
  ])(
    'with %s, know before the first minute whether an hour has a price',
    (_case, from, currency, hasRate) => {
      const rate = { from, amountMinor: 6000, currency: 'EUR', hourTypes: SUGGESTED_HOUR_TYPES }
      const empty = { ...facts, spans: [], rates: [rate] }
      const figures = dayFigures(empty, null, NOON, '2026-11-23', { ...settings, currency })
      expect(figures).toMatchObject({ hasRate, hourMinor: null })
    },
  )

  test('describe any surface, also one without time', () => {
    const { profileOf } = dayFigures(facts, null, NOON, '2026-11-23', settings)
    expect(profileOf('youtube.com').worth).toEqual({ worthQuarters: 2, source: 'rated' })
    expect(profileOf('github.com').worth).toEqual({ worthQuarters: 8, source: 'own' })
  })
})
