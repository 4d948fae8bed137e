/** Compares the spans in the database with the pages that were in front. */
import type { Span } from '../../../domain/record/span'
import type { TestBrowser } from '../../e2e/harness/test-browser.ts'
import { openSpan } from '../../e2e/open-span.ts'

/** Closed spans and the one in progress, in order of time. */
export async function recordedSpans(browser: TestBrowser): Promise<Span[]> {
  const closed = (await browser.readDatabase('spans')) as Span[]
  const open = await openSpan(browser)
  return [...closed, ...(open ? [open] : [])].sort((a, b) => a.start - b.start)
}

/** A surface in front, and since when in epoch ms. */
export interface InFront {
  surface: string
  from: number
}

export interface Missed {
  /** Covered by no span. */
  lostMs: number
  /** Covered by a span of another surface. */
  misplacedMs: number
}

/** How much of each stay in front, until the next one, is lost or misplaced. */
export const missedOf = (stays: readonly InFront[], spans: readonly Span[]): Missed[] =>
  stays.slice(0, -1).map(({ surface, from }, index) => {
    const to = stays[index + 1]!.from
    const all = recordedMs(spans, from, to)
    const own = spans.filter((span) => span.surface === surface)
    return { lostMs: to - from - all, misplacedMs: all - recordedMs(own, from, to) }
  })

/** How much of the time from one instant to another is recorded, ms. */
export const recordedMs = (spans: readonly Span[], from: number, to: number): number =>
  spans.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0)
