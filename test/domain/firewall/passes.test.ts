import { describe, expect, test } from 'vitest'
import type { Pass } from '../../../domain/firewall/pass'
import { standingOf } from '../../../domain/firewall/limits'
import { MINUTE_MS } from '../../../domain/time/local-time'
import {
  askedFor,
  emergencyOf,
  isReady,
  notAskedFor,
  passesOf,
  readyAt,
} from '../../../domain/firewall/passes'
import type { WaitedPass } from '../../../domain/firewall/passes'
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
})

describe('a pass that one waits for', () => {
  test.each<[type: WaitedPass, afterMs: number, readyInMs: number | null, isNow: boolean]>([
    ['emergency', 0, 60_000, false],
    ['emergency', 59_999, 1, false],
    ['emergency', 60_000, 0, true],
    ['emergency', 60_000 + 10 * MINUTE_MS - 1, -(10 * MINUTE_MS - 1), true],
    ['emergency', 60_000 + 10 * MINUTE_MS, null, false],
    ['day', 0, 10_000, false],
    ['day', 9_999, 1, false],
    ['day', 10_000, 0, true],
    ['day', 69_999, -59_999, true],
    ['day', 70_000, null, false],
  ])('(%s) is ready %d ms after the request in %s ms (ready now: %s)', (type, after, readyIn, isNow) => {
    const asked = askedFor({}, type, 'r', NOON)
    const from = readyAt(asked, type, 'r', NOON + after)
    expect(from === null ? null : from - NOON - after).toBe(readyIn)
    expect(isReady(asked, type, 'r', NOON + after)).toBe(isNow)
  })

  test('is not ready if nobody asked for it, or only for another rule or pass', () => {
    const asked = askedFor(askedFor({}, 'emergency', 'r', NOON), 'day', 'other', NOON)
    expect([{}, asked].map((one) => isReady(one, 'day', 'r', NOON + 20_000))).toEqual([false, false])
  })

  test('is ready neither sooner nor later if it is asked for again', () => {
    const again = askedFor(askedFor({}, 'day', 'r', NOON), 'day', 'r', NOON + 9_000)
    expect(readyAt(again, 'day', 'r', NOON + 9_000)).toBe(NOON + 10_000)
  })

  test('must be waited for anew once its time is over or the wait was ended', () => {
    const first = askedFor({}, 'day', 'r', NOON)
    expect(readyAt(askedFor(first, 'day', 'r', NOON + 70_000), 'day', 'r', NOON + 70_000)).toBe(NOON + 80_000)
    expect(notAskedFor(first, 'day', 'r')).toEqual({})
  })

  test('must be asked for anew once the clock was set back', () => {
    const asked = askedFor({}, 'day', 'r', NOON)
    expect(readyAt(asked, 'day', 'r', NOON - 1)).toBeNull()
    expect(readyAt(askedFor(asked, 'day', 'r', NOON - 1), 'day', 'r', NOON)).toBe(NOON + 9_999)
  })

  test('is neither the minute nor the quarter of an hour', () => {
    expect((['minute', 'quarter'] as const).map((type) => isReady({}, type, 'r', NOON))).toEqual([true, true])
  })
})
