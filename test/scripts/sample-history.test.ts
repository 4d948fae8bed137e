import { describe, expect, test } from 'vitest'
import { sampleHistory } from '../../scripts/demo/sample-history.ts'
import { coverage } from '../../domain/coverage'
import { addDays, DAY_MS, personDay } from '../../domain/local-time'
import { periodOf, shiftPeriod } from '../../domain/period'
import { MEDIAN_OF } from '../../domain/period-statement'
import type { Span } from '../../domain/span'
import { UTC } from '../fixtures/rules'

/** Evenings of a week, whatever its weekday. */
const EVENINGS = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 10, 23 + day, 20, 30))

const dayOf = ({ start }: Span) => personDay(start, 0, 4)
const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)
const { kindOf } = coverage([])

describe.each(EVENINGS)('the sample history on the evening %#', (now) => {
  const spans = sampleHistory('device', now, UTC)
  const today = personDay(now, 0, 4)
  const first = spans.map(dayOf).sort()[0] as string

  test.each([0, 6])(
    'reaches back to the last of the weeks that a median is of, with week start %d',
    (start) => {
      const lastWeek = shiftPeriod(periodOf('week', today, start), -1)
      expect(first <= shiftPeriod(lastWeek, -MEDIAN_OF).first).toBe(true)
    },
  )

  test('holds less of feeds in its last four weeks than in the four before', () => {
    const since = addDays(today, -28)
    const feeds = spans.filter(({ surface }) => kindOf(surface) === 'feed')
    const before = feeds.filter((span) => dayOf(span) < since && dayOf(span) >= addDays(since, -28))
    expect(lengthOf(feeds.filter((span) => dayOf(span) >= since)) / lengthOf(before)).toBeLessThan(0.95)
  })

  test('has no two visits at once, and none that is still to come', () => {
    const inOrder = spans.toSorted((a, b) => a.start - b.start)
    expect(inOrder.every(({ start }, i) => start >= (inOrder[i - 1]?.end ?? now - 80 * DAY_MS))).toBe(true)
    expect(inOrder.every(({ end }) => end < now)).toBe(true)
  })
})
