import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../domain/firewall/rule'
import { visitToday } from '../../../domain/firewall/visit-today'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { viewOf } from '../../fixtures/guard-view'
import { hours, ruleOf } from '../../fixtures/rules'
import { spanOf } from '../../fixtures/spans'

/** Monday. */
const NOON = Date.UTC(2026, 10, 23, 12)
const SHORTS = 'youtube.com/shorts'

const ago = (minutesAgo: number, minutes: number, surface = SHORTS) =>
  spanOf({ surface, start: NOON - minutesAgo * MINUTE_MS, ms: minutes * MINUTE_MS, utcOffsetMinutes: 0 })

const visitOf = (spans: readonly ReturnType<typeof ago>[], more: Partial<Rule> = {}) =>
  visitToday(
    viewOf([], NOON),
    ruleOf({ strictness: 'pause', ...more }),
    { surface: SHORTS, since: NOON },
    spans,
  )

describe('a pause stands', () => {
  test('before the first visit of today, if nothing is recorded', () => {
    expect(visitOf([])).toEqual({ number: 1, ms: 0, amountMinor: null, currency: 'EUR' })
  })

  test('before the next visit; the earlier ones have taken time and money', () => {
    expect(visitOf([ago(120, 10), ago(90, 10), ago(30, 12)])).toEqual({
      number: 4,
      ms: 32 * MINUTE_MS,
      amountMinor: 3200,
      currency: 'EUR',
    })
  })

  test('before the next visit, if short breaks divide one visit', () => {
    expect(visitOf([ago(60, 10), ago(46, 10)]).number).toBe(2)
  })

  test('before the visit that goes on, if it began within five minutes', () => {
    expect(visitOf([ago(60, 10), ago(4, 4)]).number).toBe(2)
  })

  test('before the next visit, if the page was only there on its way to the wall', () => {
    const turnedBack = spanOf({ surface: SHORTS, start: NOON - MINUTE_MS, ms: 1999, utcOffsetMinutes: 0 })
    expect(visitOf([ago(60, 10), turnedBack])).toMatchObject({ number: 2, ms: 10 * MINUTE_MS })
  })

  test.each<[what: string, more: Partial<Rule>, number: number]>([
    ['the part of the site', {}, 2],
    ['the whole site, if the rule names it', { targets: [{ type: 'site', site: 'youtube.com' }] }, 3],
  ])('before a visit to %s', (_what, more, number) => {
    const others = [ago(90, 5, 'youtube.com/watch'), ago(30, 5, 'reddit.com')]
    expect(visitOf([ago(60, 10), ...others], more).number).toBe(number)
  })

  test('before the first visit of today, if the earlier ones were before the start of the day', () => {
    const early = spanOf({ surface: SHORTS, start: NOON - hours(9), ms: hours(0.5), utcOffsetMinutes: 0 })
    expect(visitOf([early]).number).toBe(1)
  })
})
