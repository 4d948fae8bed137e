import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costsOf, visitId, visitsOf } from '../../../domain/statement/day-visits'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { statementOf } from '../../../domain/statement/statement'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { FROM_THE_BEGINNING, pricing } from '../../../domain/value/hour-price'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

const profileOf = surfaceBook([
  { surface: 'b.example', joined: 'joined.example' },
  { surface: 'c.example', joined: 'joined.example' },
])
const rate = { from: FROM_THE_BEGINNING, amountMinor: 3333, currency: 'EUR', hourTypes: null }
const priceAt = pricing([rate], 'EUR', 4)

const from = (minute: number, minutes: number, facts: Partial<Parameters<typeof spanOf>[0]> = {}) =>
  spanOf({
    surface: 'a.example',
    ...facts,
    start: Date.parse('2026-11-23T09:00:00Z') + minute * MINUTE_MS,
    ms: minutes * MINUTE_MS,
  })

const summaryOf = (spans: ReturnType<typeof spanOf>[], running: string | null = null) =>
  visitsOf(spans, profileOf, running).map(({ profile, spans: own, timeMs }) => [
    profile.surface,
    own.length,
    timeMs / MINUTE_MS,
  ])

describe('visits of a day', () => {
  test('go on over a gap of five minutes and end with a longer one', () => {
    expect(summaryOf([from(0, 1), from(6, 1)])).toEqual([['a.example', 2, 2]])
    expect(summaryOf([from(0, 1), from(6.01, 1)])).toHaveLength(2)
  })

  test('can alternate, and are in the order of their starts', () => {
    const other = { surface: 'd.example' }
    expect(summaryOf([from(0, 2), from(2, 1, other), from(3, 2), from(5, 1, other)])).toEqual([
      ['a.example', 2, 4],
      ['d.example', 2, 2],
    ])
  })

  test('include all surfaces that count as one', () => {
    expect(summaryOf([from(0, 1, { surface: 'b.example' }), from(1, 1, { surface: 'c.example' })])).toEqual([
      ['joined.example', 2, 2],
    ])
  })

  test('keep entered spans, another device and the span in progress apart', () => {
    const running = from(3, 1)
    expect(
      summaryOf(
        [from(0, 1), from(1, 1, { origin: 'entered' }), from(2, 1, { device: 'phone' }), running],
        running.id,
      ),
    ).toHaveLength(4)
    const [entered] = visitsOf([from(1, 1, { origin: 'entered' })], profileOf, null)
    expect(entered?.isEntered).toBe(true)
  })

  test('have different ids for two devices at the same moment', () => {
    const visits = visitsOf([from(0, 1), from(0, 1, { device: 'phone' })], profileOf, null)
    expect(new Set(visits.map(visitId)).size).toBe(2)
  })

  test('hold every span exactly once, and their lengths add up', () => {
    fc.assert(
      fc.property(spansArbitrary(), (spans) => {
        const visits = visitsOf(spans, profileOf, null)
        expect(
          visits
            .flatMap((visit) => visit.spans)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(spans.map(({ id }) => id).toSorted())
        expect(visits.reduce((sum, { timeMs }) => sum + timeMs, 0)).toBe(
          spans.reduce((sum, { start, end }) => sum + end - start, 0),
        )
      }),
    )
  })

  test('have costs that add up to the cost of the day', () => {
    fc.assert(
      fc.property(spansArbitrary(), (spans) => {
        const costs = costsOf(visitsOf(spans, profileOf, null), priceAt)
        const total = statementOf(spans, profileOf, priceAt).total.money?.costMinor ?? 0
        expect(costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0)).toBe(total)
      }),
    )
  })

  test('have no cost if no rate held', () => {
    expect(costsOf(visitsOf([from(0, 1)], profileOf, null), pricing([], 'EUR', 4))).toEqual([null])
  })
})
