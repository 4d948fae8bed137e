import { expect, test } from 'vitest'
import { isQuiet, needsPassphrase } from '../../../domain/devices/devices-status'
import { DAY_MS } from '../../../domain/time/local-time'

const NOW = Date.UTC(2026, 10, 30, 12)

test.each([
  ['just now', 0, false],
  ['a moment less than 30 days ago', 30 * DAY_MS - 1, false],
  ['30 days ago', 30 * DAY_MS, true],
  ['in the future, by its own clock', -DAY_MS, false],
])('a device heard of %s is quiet: %#', (_when, ago, quiet) => {
  expect(isQuiet(NOW - ago, NOW)).toBe(quiet)
})

test.each([
  ['full', false],
  ['refused', false],
  ['renewed', true],
  ['locked', true],
] as const)('after the trouble %s a passphrase is asked for: %s', (type, needs) => {
  expect(needsPassphrase({ type, at: NOW })).toBe(needs)
})

test('without trouble no passphrase is asked for', () => {
  expect(needsPassphrase(null)).toBe(false)
})
