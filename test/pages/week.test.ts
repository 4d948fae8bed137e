/** The statement of a period: its figures, what it suggests, and its exports. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StoredRule } from '../../domain/firewall/rule'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { click, openOwnPage, textOf } from '../e2e/own-page.ts'
import { plain } from '../fixtures/plain.ts'
import { PLACES } from './harness/page-scene.ts'
import { LAST_WEEK, seedWeeks } from './week-page.ts'

/** The text that the page puts on the clipboard when this button is clicked. */
async function copied(page: Page, words: string): Promise<string> {
  await page.evaluate(() => {
    const written: string[] = []
    Object.assign(globalThis, { written })
    navigator.clipboard.writeText = async (text) => void written.push(text)
  })
  await click(page, words)
  return until('the text is copied', () =>
    page.evaluate(() => (globalThis as unknown as { written: string[] }).written[0]),
  )
}

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page
  beforeAll(async () => {
    await seedWeeks(scene.browser)
    page = await openOwnPage(scene.browser, 'dashboard.html#/week')
  })
  afterAll(() => page.close())

  test('the page shows last week in figures, each compared with the week before', async () => {
    const figures = plain(await textOf(page, '.of-period'))
    expect(figures).toContain('3 h 30 min')
    expect(figures).toContain('3 h 0 min more')
    for (const amount of ['€126.00', '€72.00', '−€54.00']) expect(figures).toContain(amount)
    expect(plain(await textOf(page, '[aria-labelledby=dearest]'))).toContain(
      'Reddit2:302 hours 30 minutes−90.00',
    )
    expect(plain(await textOf(page, '[aria-labelledby=best]'))).toContain('Coursera1:001 hour+36.00')
  })

  test('what was found follows in sentences, and each links to its card', async () => {
    const found = await until('the findings are there', () => textOf(page, '.findings'))
    expect(plain(found)).toContain('Reddit cost you €90.00 and gave back nothing (assumed).')
    // The lead says it.
    expect(plain(found)).not.toContain('An hour of your attention')
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('.lead a, .findings a')].map((link) => link.getAttribute('href')),
    )
    expect(links).toEqual(['yield', 'take', 'owners', 'clean'].map((card) => `#/insights/last-week/${card}`))
    await click(page, 'Who holds your attention')
    await until('its card has the focus', () =>
      page.evaluate(() => document.activeElement?.id === 'owners-title'),
    )
    await page.evaluate(() => history.back())
    await until('the statement is shown again', async () =>
      plain(await textOf(page, 'h1')).startsWith('Week '),
    )
  })

  test('the URL of a month or a year shows its statement in the same form', async () => {
    const month = LAST_WEEK.first.slice(0, 7)
    for (const period of [month, month.slice(0, 4)]) {
      await page.evaluate((hash) => (location.hash = hash), `#/week/${period}`)
      await until(`${period} is stated`, async () => {
        const heading = await textOf(page, 'h1')
        return heading?.includes(month.slice(0, 4)) && /^\d/.test(heading) === (period !== month)
      })
      expect(plain(await textOf(page, '[data-kind=feed]'))).toContain('−')
    }
    await page.evaluate(() => history.go(-2))
    await until('the week is shown again', async () => plain(await textOf(page, 'h1')).startsWith('Week '))
  })

  test('a copied statement says that it was revalued after the worth of a site changed', async () => {
    const markdown = await until('the button is there', () => copied(page, 'Copy as Markdown'))
    expect(markdown).toMatch(/^# /)
    expect(plain(markdown)).toContain('Reddit')
    await until(
      'the issue is remembered',
      async () => (await scene.browser.readDatabase('statements')).length === 1,
    )
    expect(plain(await textOf(page, '.issued'))).not.toContain('Revalued')
    await command(scene.browser, 'changeSurface', { surface: 'reddit.com', change: { worthQuarters: 4 } })
    await until('the page says so', async () => plain(await textOf(page, '.issued')).includes('Revalued'))
    expect(await copied(page, 'Copy as Markdown')).toContain('evalued')
    await command(scene.browser, 'changeSurface', { surface: 'reddit.com', change: { worthQuarters: null } })
  })

  test('accepting a suggestion sets a rule in one click', async () => {
    await until('a limit is suggested', async () =>
      plain(await textOf(page, '.suggestion')).includes('it was usually'),
    )
    await click(page, 'Limit to 20 min a day')
    const [stored] = (await until('the rule is stored', async () => {
      const rules = await scene.browser.readDatabase('limits')
      return rules.length > 0 && rules
    })) as StoredRule[]
    expect(stored?.rule).toMatchObject({ targets: [{ type: 'kind', kind: 'feed' }], strictness: 'wall' })
    await until(
      'the card says what was limited, and suggests nothing else',
      async () =>
        plain(await textOf(page, '.suggestion')) === 'Feeds: limited to 20 min a day.See it under Firewall',
    )
  })
})

describe.each(PLACES)('$name in German', ({ usePages }) => {
  const scene = usePages({ lang: 'de' })

  test('the statement is in German on the page and as Markdown', async () => {
    await seedWeeks(scene.browser)
    const page = await openOwnPage(scene.browser, 'dashboard.html#/week')
    expect(plain(await textOf(page, 'main'))).toContain('Größte Verluste')
    expect(plain(await textOf(page, '.of-period'))).toContain('126,00 €')
    const markdown = plain(await copied(page, 'Als Markdown kopieren'))
    expect(markdown).toContain('Größte Verluste')
    expect(markdown).toContain('126,00 €')
    await page.close()
  })
})
