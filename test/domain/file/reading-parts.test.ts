import { describe, expect, test } from 'vitest'
import type { AnyReading } from '../../../domain/file/read-any'
import { joinParts, type ReadingPart, readingParts } from '../../../domain/file/reading-parts'
import { contentOf, good, read } from '../../fixtures/good-file'

const joined = (parts: Iterable<ReadingPart>): (AnyReading | null)[] => [...parts].map(joinParts())

const many = (count: number, more: object) =>
  Array.from({ length: count }, (_, at) => ({ at, type: 'resume', ...more }))

describe('the parts of a reading', () => {
  test.each([
    ['a file with something in every part', good()],
    ['a file with flaws', { ...good(), log: [{ at: 'x' }] }],
    ['a file with many rows', { ...good(), log: many(30_000, { more: [1, 2, 3] }) }],
    ['a file of another program', { format: 'other' }],
  ])('of %s make the same reading again', (_what, file) => {
    const reading = read(file)
    const steps = joined(readingParts(reading))
    expect(steps.pop()).toEqual(reading)
    expect(steps.every((step) => step === null)).toBe(true)
  })

  test('of a file of another tool make the same tables again', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({
      day: '2026-11-20',
      surface: `a${at}.example`,
      ms: at + 1,
      opens: null,
    }))
    const reading: AnyReading = {
      foreign: [
        { source: 'watt', rows, left: [], limits: [], kinds: [], apps: [], days: [], notes: [] },
        {
          source: 'watt',
          rows: rows.slice(0, 3),
          left: [],
          limits: [],
          kinds: [],
          apps: [],
          days: [],
          notes: [],
        },
      ],
    }
    const steps = joined(readingParts(reading))
    expect(steps.length).toBeGreaterThan(4)
    expect(steps.pop()).toEqual(reading)
  })

  test('hold few values each, also if rows have many', () => {
    const file = { ...good(), log: many(200, { more: Array.from({ length: 1000 }, () => ({})) }) }
    const reading = read(file)
    expect(contentOf(reading).rows.log).toHaveLength(200)
    const sizes = [...readingParts(reading)].map((part) => ('rows' in part ? part.rows.length : 0))
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20)
  })
})
