import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  deviceOfStamp,
  followingStamp,
  isFollowing,
  isStamp,
  msOfStamp,
  nextStamp,
  undated,
} from '../../../domain/devices/stamp'
import { DAY_MS } from '../../../domain/time/local-time'
import { NOW, ONE, stampAt, TWO } from './word-of'

const instants = fc.integer({ min: 0, max: Date.UTC(2999, 11, 31) })
const devices = fc.constantFrom(ONE, TWO)

test('a stamp says when it was said, and by whom', () => {
  const stamp = nextStamp('', NOW, 'ab12cd34')
  expect(stamp).toHaveLength(21)
  expect(msOfStamp(stamp)).toBe(NOW)
  expect(deviceOfStamp(stamp)).toBe('ab12cd34')
  expect(isFollowing(stamp)).toBe(false)
})

test('stamps sort by time, whatever their number of digits', () => {
  const times = [0, 1, 35, 36, 1295, 1296, 1e9, NOW, NOW + 1, Date.UTC(2100, 0, 1), Date.UTC(2999, 11, 31)]
  const stamps = times.slice(1).map((ms) => stampAt(ms))
  expect(stamps.toSorted()).toEqual(stamps)
})

test('what was said before the devices met is earlier than every dated word, and tells who said it', () => {
  expect(undated(TWO) < nextStamp('', 1, ONE)).toBe(true)
  expect(deviceOfStamp(undated(TWO))).toBe(TWO)
  expect(msOfStamp(undated(TWO))).toBe(0)
  expect(isStamp(undated(TWO))).toBe(true)
})

test('a stamp is later than all heard of, at any clock', () => {
  fc.assert(
    fc.property(instants, instants, devices, devices, fc.boolean(), (said, now, one, two, follows) => {
      const heard = follows ? followingStamp(stampAt(said, one)) : stampAt(said, one)
      const next = nextStamp(heard, now, two)
      expect(next > heard).toBe(true)
      expect(isStamp(next)).toBe(true)
      expect(isFollowing(next)).toBe(false)
      expect(msOfStamp(next)).toBeGreaterThanOrEqual(Math.min(now, msOfStamp(heard)))
    }),
  )
})

test('a clock that was set back by a year goes on where the latest word was', () => {
  const latest = stampAt(NOW)
  const next = nextStamp(latest, NOW - 365 * DAY_MS, ONE)
  expect(msOfStamp(next)).toBe(NOW)
  expect(next > latest).toBe(true)
})

test.each([-1, 0, Number.NaN, Date.UTC(3000, 0, 1), 1e15])('a clock that shows %d is not believed', (now) => {
  const latest = stampAt(NOW)
  expect(nextStamp(latest, now, ONE) > latest).toBe(true)
  expect(msOfStamp(nextStamp(latest, now, ONE))).toBe(NOW)
  const first = nextStamp('', now, ONE)
  expect(isStamp(first)).toBe(true)
  expect(first > undated('ffffffff')).toBe(true)
})

test('words of one millisecond are counted, and after 46,656 of them the next millisecond begins', () => {
  let stamp = stampAt(NOW)
  const seen = [stamp]
  for (let count = 0; count < 46_656; count += 1) seen.push((stamp = nextStamp(stamp, NOW, ONE)))
  expect(msOfStamp(seen.at(-2)!)).toBe(NOW)
  expect(msOfStamp(stamp)).toBe(NOW + 1)
  expect(seen.toSorted()).toEqual(seen)
  expect(seen.every(isStamp)).toBe(true)
})

test('what follows from a word is later than it, and earlier than any word after it', () => {
  const stamp = stampAt(NOW)
  expect(followingStamp(stamp) > stamp).toBe(true)
  expect(followingStamp(stamp) < nextStamp(stamp, NOW, '00000000')).toBe(true)
  expect(isFollowing(followingStamp(stamp))).toBe(true)
  expect(followingStamp(followingStamp(stamp))).toBe(followingStamp(stamp))
  expect(deviceOfStamp(followingStamp(stamp))).toBe(ONE)
})

test.each([
  '',
  null,
  undefined,
  7,
  Number.NaN,
  {},
  [],
  stampAt(NOW).slice(1),
  `${stampAt(NOW)}0`,
  stampAt(NOW).toUpperCase(),
  `${stampAt(NOW).slice(0, -1)}2`,
  `-${stampAt(NOW).slice(1)}`,
  ` ${stampAt(NOW).slice(1)}`,
  stampAt(NOW, 'zzzzzzzz'),
  `${stampAt(NOW)}\n`,
  // The year 5188: a later word could not be written.
  `zzzzzzzzzzzz${ONE}0`,
  stampAt(Date.UTC(3000, 0, 1) - 1).replace(/^.{9}/, Date.UTC(3000, 0, 1).toString(36).padStart(9, '0')),
])('%j is no stamp', (value) => {
  expect(isStamp(value)).toBe(false)
})
