import { describe, expect, test } from 'vitest'
import type { Pass } from '../../../domain/firewall/pass'
import { standingOf } from '../../../domain/firewall/limits'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { emergencyOf, emergencyReadyAt, isEmergencyReady, passesOf } from '../../../domain/firewall/passes'
import type { Rule } from '../../../domain/firewall/rule'
import type { Rate } from '../../../domain/value/hour-price'
import { minutes, ruleOf, termsAt, used } from '../../fixtures/rules'

/** Monday. */
const NOON = Date.UTC(2026, 10, 23, 12)
const standing = (more: Partial<Rule> = {}, usedMinutes = 10) =>
  standingOf(ruleOf({ id: 'r', bound: minutes(10), ...more }), used(usedMinutes), [], NOON, termsAt(NOON))

const taken = (more: Partial<Pass>): Pass => ({
  rule: 'r',
  type: 'minute',
  day: '2026-11-23',
  at: NOON,
  until: NOON,
  priceMinor: null,
  currency: null,
  ...more,
})
const offered = (passes: Pass[] = [], more: Partial<Rule> = {}, rates?: Rate[]) =>
  passesOf(standing(more), passes, NOON, termsAt(NOON, rates && { rates })).map(
    ({ type, until, priceMinor }) => [type, until, priceMinor],
  )

describe('passes at a wall', () => {
  test('are a minute, a quarter of an hour and the rest of the day, each with its price', () => {
    expect(offered()).toEqual([
      ['minute', NOON + MINUTE_MS, 100],
      ['quarter', NOON + 15 * MINUTE_MS, 1500],
      // The rest of the day is priced per hour.
      ['day', Date.UTC(2026, 10, 24, 4), 6000],
    ])
  })

  test('are priced by the hour types that they reach into', () => {
    const hourTypes = {
      percent: { work: 100, free: 50, night: 50 },
      work: Array.from({ length: 7 }, () => ({ from: 0, to: 12 })),
      night: null,
    }
    const rates = [{ from: '1970-01-01', amountMinor: 6000, currency: 'EUR', hourTypes }]
    expect(offered([], {}, rates).map(([, , price]) => price)).toEqual([50, 750, 3000])
  })

  test('have no price without a rate', () => {
    expect(offered([], {}, []).map(([, , price]) => price)).toEqual([null, null, null])
  })

  test.each<[what: string, passes: Pass[], types: string[]]>([
    ['include the minute once a day', [taken({})], ['quarter', 'day']],
    [
      'include the minute again on the next day',
      [taken({ day: '2026-11-22' })],
      ['minute', 'quarter', 'day'],
    ],
    ['include the minute for each rule', [taken({ rule: 'other' })], ['minute', 'quarter', 'day']],
    [
      'include the longer ones any number of times',
      [taken({ type: 'quarter' }), taken({ type: 'quarter' })],
      ['minute', 'quarter', 'day'],
    ],
  ])('%s', (_what, passes, types) => {
    expect(offered(passes).map(([type]) => type)).toEqual(types)
  })

  test('are not offered for a rule that is not used up, a pause or a lock', () => {
    expect(passesOf(standing({}, 9), [], NOON, termsAt(NOON))).toEqual([])
    expect(offered([], { strictness: 'pause' })).toEqual([])
    expect(offered([], { strictness: 'lock' })).toEqual([])
  })
})

describe('the emergency pass', () => {
  const emergency = (passes: Pass[] = [], more: Partial<Rule> = {}) =>
    emergencyOf(standing({ strictness: 'lock', ...more }), passes, NOON, termsAt(NOON))

  test('lasts ten minutes and has a price', () => {
    expect(emergency()).toEqual({
      type: 'emergency',
      until: NOON + 10 * MINUTE_MS,
      priceMinor: 1000,
      currency: 'EUR',
    })
  })

  test.each<[what: string, passes: Pass[], more: Partial<Rule>, isOffered: boolean]>([
    [
      'is not offered after it was taken this week',
      [taken({ type: 'emergency', day: '2026-11-23' })],
      {},
      false,
    ],
    ['is offered again in another week', [taken({ type: 'emergency', day: '2026-11-22' })], {}, true],
    ['is offered for each rule', [taken({ type: 'emergency', rule: 'other' })], {}, true],
    ['is not offered if it was given up', [], { hasEmergency: false }, false],
    ['is not offered at a wall', [], { strictness: 'wall' }, false],
  ])('%s', (_what, passes, more, isOffered) => {
    expect(emergency(passes, more) !== null).toBe(isOffered)
  })

  test.each<[afterMs: number, readyInMs: number | null, isReady: boolean]>([
    [0, 60_000, false],
    [59_999, 1, false],
    [60_000, 0, true],
    [60_000 + 10 * MINUTE_MS - 1, -(10 * MINUTE_MS - 1), true],
    [60_000 + 10 * MINUTE_MS, null, false],
  ])('%d ms after the request, is ready in %s ms (ready now: %s)', (after, readyIn, isReady) => {
    const readyAt = emergencyReadyAt(NOON, NOON + after)
    expect(readyAt === null ? null : readyAt - NOON - after).toBe(readyIn)
    expect(isEmergencyReady(NOON, NOON + after)).toBe(isReady)
  })

  test('is not ready if nobody asked for it', () => {
    expect(isEmergencyReady(undefined, NOON)).toBe(false)
  })
})
