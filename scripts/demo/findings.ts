/** Reads last week's findings from the page of insights, as text on the screen. */
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { openBeside } from './pictures.ts'

export interface Finding {
  question: string
  answer: string
}

/** The finding of each card, in order. */
export async function readFindings(browser: TestBrowser): Promise<Finding[]> {
  const page = await openBeside(browser, 'dashboard.html#/insights')
  const findings = await page.evaluate(() => {
    const words = (card: Element, part: string) => card.querySelector(part)?.textContent.trim() ?? ''
    return [...document.querySelectorAll('.insight')].map((card) => ({
      question: words(card, 'h2'),
      answer: words(card, '.finding'),
    }))
  })
  await page.close()
  return findings
}
