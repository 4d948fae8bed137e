/** The form of a focus hour, and the rule that it leads to. */
import type { Page } from 'puppeteer-core'
import { afterEach, describe, expect, test } from 'vitest'
import type { StoredRule } from '../../domain/firewall/rule'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { openOwnPage, press } from '../e2e/own-page.ts'
import { hasWords } from './focus-hour-page.ts'
import { PLACES } from './harness/page-scene.ts'

describe.each(PLACES)('$name in German', ({ usePages }) => {
  const scene = usePages({ lang: 'de' })
  let page: Page

  const rules = async () => (await scene.browser.readDatabase('limits')) as StoredRule[]

  afterEach(() => page.close())

  test('leads to a rule for the same time on every weekday', async () => {
    const { browser } = scene
    page = await openOwnPage(browser, 'popup.html#focus')
    const path = await until('the link is there', () =>
      page.evaluate(() => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('.focus-form a')]
        return links.find(({ textContent }) => textContent.startsWith('Jeden Werktag'))?.getAttribute('href')
      }),
    )
    await page.close()
    page = await openOwnPage(browser, 'dashboard.html#/today')
    await page.evaluate((hash) => void (location.hash = hash), path.replace(/^.*#/, '#'))
    await hasWords(page, '.formed', /Alles außer Arbeit und Lernen: Mo–Fr \d+:\d+–\d+:\d+ gesperrt/)
    await press(page, 'Speichern')
    await until('the rule is stored', async () => (await rules()).length === 1)
    expect((await rules())[0]?.rule).toMatchObject({ bound: { type: 'hours', are: 'blocked' } })
    await command(browser, 'removeRule', { id: (await rules())[0]!.id, pin: null })
  })
})
