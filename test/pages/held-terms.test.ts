/** A setting that limits go by, changed on its page, holds for them only later. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { FirewallRow } from '../../domain/firewall/firewall-state'
import { until } from '../e2e/harness/until.ts'
import { fillIn, openOwnPage } from '../e2e/own-page.ts'
import { setRate, storedSettings } from '../e2e/seed.ts'
import { putRule, ruleOf } from '../e2e/wall-scene.ts'
import { PLACES } from './harness/page-scene.ts'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  beforeAll(async () => {
    await setRate(scene.browser)
    await putRule(scene.browser, ruleOf())
  })
  afterEach(() => page.close())

  test('“Away after” changed on the settings page does not change a limit at once', async () => {
    const { browser } = scene
    page = await openOwnPage(browser, 'dashboard.html#/settings')
    await fillIn(page, 'Away after', '15')
    await page.keyboard.press('Tab')
    await until('it is saved', async () => (await storedSettings(browser)).idleSeconds === 15)
    const terms = await until('the change waits for limits', async () => {
      const [row] = (await browser.readDatabase('guard')) as FirewallRow[]
      return row?.terms?.next?.wanted.includes('idleSeconds') && row.terms
    })
    expect(terms.held.idleSeconds).toBe(120)
    expect(terms.next!.from - Date.now()).toBeGreaterThan(11 * 3_600_000)
  })
})
