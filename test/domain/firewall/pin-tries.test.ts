import { expect, test } from 'vitest'
import { afterWrong, NO_TRIES, triesAt, waitAfter } from '../../../domain/firewall/pin-tries'
import { DAY_MS, HOUR_MS } from '../../../domain/time/local-time'

test('the wait doubles from 30 seconds with the third wrong PIN, up to an hour', () => {
  const seconds = [1, 2, 3, 4, 5, 9, 10, 50].map((wrong) => waitAfter(wrong) / 1000)
  expect(seconds).toEqual([0, 0, 30, 60, 120, 1920, 3600, 3600])
})

test('within the day after which a forgotten PIN goes, fewer than 40 can be tried', () => {
  let [tries, at, count] = [NO_TRIES, 0, 0]
  for (; at < DAY_MS; at = Math.max(at, tries.nextAt)) {
    tries = afterWrong(tries, at)
    count += 1
  }
  expect(count).toBeLessThan(40)
})

test('a clock that is set back makes no wait longer', () => {
  const tries = { wrong: 4, nextAt: 10 * DAY_MS }
  expect(triesAt(tries, HOUR_MS)).toEqual({ wrong: 4, nextAt: HOUR_MS + 60_000 })
  expect(triesAt(tries, 10 * DAY_MS - 1)).toEqual(tries)
})
