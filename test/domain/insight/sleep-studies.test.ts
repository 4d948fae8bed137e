import { expect, test } from 'vitest'
import { LESS_SLEEP_MINUTES, lessSleep, SLEEP_STUDIES } from '../../../domain/insight/sleep-studies'
import { isDay, MINUTE_MS } from '../../../domain/time/local-time'

test.each(SLEEP_STUDIES)('$name has a year, a grade, a date, and a range in order', (study) => {
  expect(study.year).toBeGreaterThan(2000)
  expect(study.grade).toBe('B')
  expect(isDay(study.checked)).toBe(true)
  if (study.lessMinutes) expect(study.lessMinutes.low).toBeLessThanOrEqual(study.lessMinutes.high)
})

test('the range reaches from the lowest to the highest study', () => {
  expect(LESS_SLEEP_MINUTES).toEqual({ low: 5, high: 24 })
})

test('an hour and a half after the bedtime goes with 7.5 to 36 minutes less sleep', () => {
  expect(lessSleep(90 * MINUTE_MS)).toEqual({ lowMs: 7.5 * MINUTE_MS, highMs: 36 * MINUTE_MS })
  expect(lessSleep(0)).toEqual({ lowMs: 0, highMs: 0 })
})
