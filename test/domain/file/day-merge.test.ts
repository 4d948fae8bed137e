import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeDay, oneRecord, sharedMs } from '../../../domain/file/day-merge'
import { HOUR_MS } from '../../../domain/time/local-time'
import { type SealedDay, unseal } from '../../../domain/record/sealed-day'
import { seal } from '../../../domain/record/sealing'
import type { Span } from '../../../domain/record/span'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

const DAY = '2026-11-20'

/** Days of one device without overlaps. */
const dayArbitrary: fc.Arbitrary<SealedDay> = spansArbitrary(12)
  .map((spans) => spans.filter(({ day }) => day === DAY))
  .filter((spans) => spans.length > 0)
  .map(seal)

const at = (hour: number, ms = HOUR_MS, surface = 'example.com'): Span =>
  spanOf({ surface, start: Date.parse(`${DAY}T0${hour}:00:00Z`), ms })

/** The time that spans cover, ms; overlaps count once. */
function covered(spans: readonly Span[]): number {
  let [sum, end] = [0, -Infinity]
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    sum += Math.max(0, span.end - Math.max(span.start, end))
    end = Math.max(end, span.end)
  }
  return sum
}

describe('merging a day of a file with the same day here', () => {
  test('covers the time of both, none of it twice', () => {
    fc.assert(
      fc.property(dayArbitrary, dayArbitrary, (file, here) => {
        const { whole } = mergeDay(file, here, [])
        const spans = unseal(whole ?? here)
        expect(covered(spans)).toBe(covered([...unseal(file), ...unseal(here)]))
        expect(spans.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(covered(spans))
      }),
    )
  })

  test('adds nothing the second time', () => {
    fc.assert(
      fc.property(dayArbitrary, dayArbitrary, (file, here) => {
        const { whole } = mergeDay(file, here, [])
        expect(mergeDay(file, whole ?? here, [])).toMatchObject({ whole: null, addedCount: 0 })
      }),
    )
  })

  test('gives the same result whether the day here is sealed or in rows', () => {
    fc.assert(
      fc.property(dayArbitrary, dayArbitrary, (file, here) => {
        const [sealed, rows] = [mergeDay(file, here, []), mergeDay(file, undefined, unseal(here))]
        expect(rows.added()).toEqual(sealed.added())
        expect(rows.whole).toEqual(sealed.whole)
      }),
    )
  })

  test('takes the day of the file unchanged if there is none here', () => {
    const file = seal([at(8), at(9)])
    expect(mergeDay(file, undefined, [])).toMatchObject({ whole: file, addedCount: 2, known: 0 })
  })

  test('counts the spans that exist, differ and are new', () => {
    const file = seal([at(6), at(7, HOUR_MS, 'other.example'), at(9)])
    expect(mergeDay(file, seal([at(6), at(7)]), [])).toMatchObject({ known: 1, differing: 1, addedCount: 1 })
  })

  test('keeps the time of the span in progress free, without adding that span', () => {
    const { whole, added } = mergeDay(seal([at(8)]), undefined, [], at(8, HOUR_MS / 2))
    expect(added().map(({ start, end }) => [start, end])).toEqual([
      [Date.parse(`${DAY}T08:30:00Z`), Date.parse(`${DAY}T09:00:00Z`)],
    ])
    expect(whole && unseal(whole)).toEqual(added())
  })
})

test('a day in columns and in rows is one record, with the last version of each span', () => {
  const rewritten = { ...at(9), end: at(9).end - 1000 }
  expect(oneRecord(seal([at(8), at(9)]), [rewritten])).toEqual(seal([at(8), rewritten]))
  expect(oneRecord(undefined, [])).toBeNull()
})

test('the time that two devices share is the same in both orders', () => {
  fc.assert(
    fc.property(dayArbitrary, dayArbitrary, (a, b) => {
      const shared = sharedMs(a, b)
      expect(sharedMs(b, a)).toBe(shared)
      const [ofA, ofB] = [covered(unseal(a)), covered(unseal(b))]
      expect(shared).toBe(ofA + ofB - covered([...unseal(a), ...unseal(b)]))
    }),
  )
})
