import { expect, test } from 'vitest'
import { lastWeekOver } from '../../domain/statement-offer'

test.each([
  ['2026-11-23', 0, '2026-11-16'],
  ['2026-11-29', 0, '2026-11-16'],
  ['2026-11-30', 0, '2026-11-23'],
  ['2026-11-22', 6, '2026-11-15'],
  ['2026-11-21', 6, '2026-11-08'],
  ['2027-01-01', 0, '2026-12-21'],
])('on %s, with weeks from weekday %i, the last week that is over began on %s', (today, weekStart, first) => {
  expect(lastWeekOver(today, weekStart)).toBe(first)
})
