import { describe, expect, test } from 'vitest'
import type { Pass } from '../../../domain/firewall/pass'
import { standingOf, type Usage } from '../../../domain/firewall/limits'
import { MINUTE_MS } from '../../../domain/time/local-time'
import type { Bound, Rule } from '../../../domain/firewall/rule'
import { countdown, leftText, nextClosing, nextWarningAt, warningOf } from '../../../domain/firewall/warnings'
import { cutoff, minutes, opens, ruleOf, termsAt, used } from '../../fixtures/rules'

const NOON = Date.UTC(2026, 10, 23, 12)
const standing = (bound: Bound, usage: Usage, more: Partial<Rule> = {}, passes: Pass[] = [], at = NOON) =>
  standingOf(ruleOf({ id: 'r', bound, ...more }), usage, passes, at, termsAt(at))

const warned = (...args: Parameters<typeof standing>) => {
  const warning = warningOf(standing(...args), args[4] ?? NOON)
  return warning && [warning.minutesLeft, warning.key.split(' ').at(-1)]
}

const quarter = (until: number): Pass => ({
  rule: 'r',
  type: 'quarter',
  day: '2026-11-23',
  at: NOON - MINUTE_MS,
  until,
  priceMinor: null,
  currency: null,
})

describe('a warning', () => {
  test.each<[what: string, bound: Bound, usage: Usage, more: Partial<Rule>, said: [number, string] | null]>([
    ['is not given with more than five minutes left', minutes(40), used(34.9), {}, null],
    ['is given five minutes before the end', minutes(40), used(35), {}, [5, '5']],
    ['is the same one with two and a half minutes left', minutes(40), used(37.5), {}, [3, '5']],
    ['is given one minute before the end', minutes(40), used(39), {}, [1, '1']],
    ['is not given at the wall', minutes(40), used(40), {}, null],
    [
      'is given when a rule that only notifies is used up',
      minutes(40),
      used(40),
      { strictness: 'notice' },
      [0, 'spent'],
    ],
    ['is not given at the start of an allowance of five minutes', minutes(5), used(0), {}, null],
    ['is given one minute before the end of an allowance of five', minutes(5), used(4), {}, [1, '1']],
    ['is not given for opens', opens(5), used(0, { opens: 4 }), {}, null],
  ])('%s', (_what, bound, usage, more, said) => {
    expect(warned(bound, usage, more)).toEqual(said)
  })

  test.each<[minutesBefore: number, said: [number, string] | null]>([
    [16, null],
    [15, [15, '15']],
    [6, [6, '15']],
    [5, [5, '5']],
    [1, [1, '1']],
  ])('%d minutes before a cutoff is %j', (before, said) => {
    const at = NOON - before * MINUTE_MS
    expect(warned(cutoff('12:00', '6:00'), used(0), {}, [], at)).toEqual(said)
  })

  test('is given before a cutoff by day, as before one at night', () => {
    const nine = Date.UTC(2026, 10, 23, 9)
    const before = (minutesBefore: number) =>
      warned(cutoff('9:00', '17:00'), used(0), {}, [], nine - minutesBefore * MINUTE_MS)
    expect([16, 15, 5, 1].map(before)).toEqual([null, [15, '15'], [5, '5'], [1, '1']])
  })

  test('is given a minute before a pass ends', () => {
    expect(warned(minutes(40), used(40), {}, [quarter(NOON + MINUTE_MS)])).toEqual([1, '1'])
  })

  test('is given again for each ration', () => {
    const tomorrow = NOON + 24 * 60 * MINUTE_MS
    const keys = [NOON, tomorrow].map((at) => warningOf(standing(minutes(40), used(39), {}, [], at), at)?.key)
    expect(new Set(keys).size).toBe(2)
  })
})

describe('the next warning', () => {
  test.each<[usedMinutes: number, inMinutes: number]>([
    [0, 35],
    [35, 1],
    [36, 1],
    [38.5, 0.5],
    [39, Infinity],
  ])('with %d of 40 minutes used is due in %d minutes', (usedMinutes, inMinutes) => {
    const next = nextWarningAt(standing(minutes(40), used(usedMinutes)), NOON)
    expect((next - NOON) / MINUTE_MS).toBe(inMinutes)
  })

  test('is known hours before a cutoff', () => {
    expect(nextWarningAt(standing(cutoff('22:00', '6:00'), used(0)), NOON)).toBe(
      Date.UTC(2026, 10, 23, 21, 45),
    )
  })
})

test.each<[msLeft: number[], text: string | null]>([
  [[], null],
  [[5 * MINUTE_MS + 1], null],
  [[5 * MINUTE_MS], '5m'],
  [[60_001], '2m'],
  [[60_000], '1m'],
  [[1], '1m'],
  [[0, -5], null],
  [[120_000, 600_000], '2m'],
])('with %j ms left, the icon shows %s', (left, text) => {
  const closings = left.map((ms) => NOON + ms)
  expect(countdown(nextClosing(closings, NOON), NOON)).toBe(text)
})

test.each<[ms: number, text: string]>([
  [1, '0:01'],
  [4_001, '0:05'],
  [65_000, '1:05'],
  [599_000, '9:59'],
  [600_000, '10m'],
  [600_001, '11m'],
  [119 * MINUTE_MS, '119m'],
  [120 * MINUTE_MS, '2h'],
  [25 * 60 * MINUTE_MS, '25h'],
])('%d ms left are written as %s', (ms, text) => {
  expect(leftText(ms)).toBe(text)
  expect(text.length).toBeLessThanOrEqual(4)
})
