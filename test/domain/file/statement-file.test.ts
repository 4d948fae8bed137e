import { expect, test } from 'vitest'
import { periodOf } from '../../../domain/time/period'
import { statementFileName } from '../../../domain/file/statement-file'

test.each([
  [periodOf('day', '2026-11-26', 0), 'zeitwert-2026-11-26.md'],
  [periodOf('week', '2026-11-26', 0), 'zeitwert-2026-W48.md'],
  [periodOf('week', '2027-01-01', 0), 'zeitwert-2026-W53.md'],
  [periodOf('week', '2026-01-07', 0), 'zeitwert-2026-W02.md'],
  [periodOf('week', '2026-11-26', 6), 'zeitwert-2026-11-22-week.md'],
  [periodOf('month', '2026-11-26', 0), 'zeitwert-2026-11.md'],
  [periodOf('quarter', '2026-11-26', 0), 'zeitwert-2026-Q4.md'],
  [periodOf('year', '2026-11-26', 0), 'zeitwert-2026.md'],
  [{ unit: 'dates', first: '2026-11-01', last: '2026-11-26' } as const, 'zeitwert-2026-11-01_2026-11-26.md'],
])('the file name for %o is %s', (period, name) => {
  expect(statementFileName(period, 'md')).toBe(name)
})
