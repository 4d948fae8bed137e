import { expect, test } from 'vitest'
import { revaluedSince } from '../../domain/issued-statement'

const TOTALS = { timeMs: 1000, costMinor: 10, returnMinor: 5, netMinor: -5, yieldMinor: 1 }
const ISSUED = {
  period: '2026-11',
  issuedAt: 7,
  timeMs: 1000,
  costMinor: 10,
  returnMinor: 5,
  currency: 'EUR',
}

test.each([
  ['was never issued', null, TOTALS, 'EUR', null],
  ['has the same figures', ISSUED, TOTALS, 'EUR', null],
  ['has other time', ISSUED, { ...TOTALS, timeMs: 999 }, 'EUR', 7],
  ['costs something else', ISSUED, { ...TOTALS, costMinor: 11 }, 'EUR', 7],
  ['was rated anew', ISSUED, { ...TOTALS, returnMinor: 6 }, 'EUR', 7],
  ['is in another currency', ISSUED, TOTALS, 'USD', 7],
])('a statement that %s', (_, issued, now, currency, since) => {
  expect(revaluedSince(issued, now, currency)).toBe(since)
})
