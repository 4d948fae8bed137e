/** What the extension's database holds of a stretch of time. */
import type { Span } from '../../../domain/span'
import type { TestBrowser } from '../../e2e/harness/test-browser.ts'

/** Closed spans and the one in progress, in order of time. */
export async function recordedSpans(browser: TestBrowser): Promise<Span[]> {
  const closed = (await browser.readDatabase('spans')) as Span[]
  const open = (await browser.readDatabase('open')) as Span[]
  return [...closed, ...open].sort((a, b) => a.start - b.start)
}

/** How much of the time from one instant to another is recorded, ms. */
export const recordedMs = (spans: readonly Span[], from: number, to: number): number =>
  spans.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0)
