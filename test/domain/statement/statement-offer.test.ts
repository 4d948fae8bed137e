import { expect, test } from 'vitest'
import { lastDayOver } from '../../../domain/statement/statement-offer'

test.each([
  ['2026-11-23', 0, '2026-11-22'],
  ['2026-11-29', 0, '2026-11-22'],
  ['2026-11-30', 0, '2026-11-29'],
  ['2026-11-22', 6, '2026-11-21'],
  ['2026-11-21', 6, '2026-11-14'],
  ['2027-01-01', 0, '2026-12-27'],
])('on %s, with weeks from weekday %i, the last week that is over ended on %s', (today, weekStart, last) => {
  expect(lastDayOver(today, weekStart)).toBe(last)
})
