import type { Attention } from '../../domain/record/attention'
import type { Span } from '../../domain/record/span'
import { type Checkpoint, reached } from '../../domain/record/checkpoint.ts'
import type { TestBrowser } from './harness/test-browser.ts'

/** The span in progress up to its checkpoint, as the product's own pages read it. */
export async function openSpan(browser: TestBrowser): Promise<Span | undefined> {
  const { checkpoint } = await browser.evaluate(() => chrome.storage.local.get('checkpoint'))
  const [state] = (await browser.readDatabase('state')) as Attention[]
  return state?.open ? reached(state.open, (checkpoint as Checkpoint | undefined) ?? null) : undefined
}
