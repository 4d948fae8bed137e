import { expect, test, vi } from 'vitest'
import { axisStep, axisText, scaleOf } from '../../../components/trends/measure'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'

vi.mock('../../../platform/i18n', () => ({ locale: () => 'en', t: (key: string) => key }))

test.each([
  [0, '0\u202fh'],
  [15 * MINUTE_MS, '15\u202fmin'],
  [HOUR_MS, '1\u202fh'],
  [90 * MINUTE_MS, '1\u202fh\u00a030\u202fmin'],
  [24 * HOUR_MS, '24\u202fh'],
])('%d ms on the axis is %s', (ms, words) => {
  expect(axisText(ms, 'time', null)).toBe(words)
})

test('the lines of a time axis suit the highest stack', () => {
  const series = [{ values: [10 * MINUTE_MS, 40 * MINUTE_MS] }, { values: [5 * MINUTE_MS, 35 * MINUTE_MS] }]
  expect(axisStep(series, 'time', 'EUR')).toBe(15 * MINUTE_MS)
  expect(scaleOf('time', 'EUR')).toBe(MINUTE_MS)
})

test('an axis of amounts has whole units of the currency and no step of its own', () => {
  expect(axisStep([{ values: [1234] }], 'net', 'EUR')).toBeNull()
  expect(scaleOf('net', 'EUR')).toBe(100)
})

test('without bars an axis of time still has lines', () => {
  expect(axisStep([], 'time', null)).toBe(MINUTE_MS)
})
