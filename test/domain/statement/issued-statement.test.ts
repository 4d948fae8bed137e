import { describe, expect, test } from 'vitest'
import { checksumOf, issue, revaluedSince } from '../../../domain/statement/issued-statement'
import { periodOf } from '../../../domain/time/period'
import type { Kind } from '../../../domain/surface/kind'
import { statementFacts } from '../../fixtures/statement-facts'

const FACTS = statementFacts(periodOf('week', '2026-11-16', 0))
const { stated } = FACTS
const ISSUED = { ...issue('week-2026-11-16', FACTS), issuedAt: 7 }

const withOpening = (change: Partial<typeof stated.opening>) => ({
  ...stated,
  opening: { ...stated.opening, ...change },
})

test.each([
  ['is not revalued if it was never issued', null, stated, 'EUR', null],
  ['is not revalued with the same figures', ISSUED, stated, 'EUR', null],
  ['is revalued with another time', ISSUED, withOpening({ timeMs: 999 }), 'EUR', 7],
  ['is revalued with another cost', ISSUED, withOpening({ costMinor: 11 }), 'EUR', 7],
  ['is revalued with another return', ISSUED, withOpening({ returnMinor: 6 }), 'EUR', 7],
  ['is revalued in another currency', ISSUED, stated, 'USD', 7],
])('a statement %s', (_, issued, now, currency, since) => {
  expect(revaluedSince(issued, now, currency)).toBe(since)
})

describe('a statement with the same totals is revalued when', () => {
  const { statement } = stated
  const [first, ...others] = statement.surfaces
  const since = (changed: Partial<typeof statement>) =>
    revaluedSince(ISSUED, { ...stated, statement: { ...statement, ...changed } }, 'EUR')

  test('time moves from one site to another', () => {
    const profile = { ...first!.profile, surface: 'instagram.com', site: 'instagram.com' }
    expect(since({ surfaces: [{ ...first!, profile }, ...others] })).toBe(7)
  })

  test('a site changes its kind', () => {
    const kinds = statement.kinds.map((line) => ({ ...line, kind: 'games' as Kind }))
    expect(since({ kinds })).toBe(7)
  })
})

test('a statement issued without a checksum is compared by its totals', () => {
  const { checksum: _, ...old } = ISSUED
  expect(revaluedSince(old, { ...stated, statement: { ...stated.statement, kinds: [] } }, 'EUR')).toBeNull()
})

test('the order of lines does not change the checksum', () => {
  const { statement } = stated
  expect(checksumOf({ ...statement, surfaces: statement.surfaces.toReversed() })).toBe(checksumOf(statement))
})
