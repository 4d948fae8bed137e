import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { evaluatePrivileged } from './harness/firefox-privileged.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { closed, closedSpans, openSpan, pass, recording, useScene } from './scene.ts'

const openPrivately = {
  Chromium: async (browser: TestBrowser): Promise<Page> =>
    (await browser.driver.createBrowserContext()).newPage(),
  /** The driver of Firefox has containers instead, which are not private. */
  Firefox: async (browser: TestBrowser): Promise<Page> => {
    const known = new Set(await browser.driver.pages())
    await evaluatePrivileged(browser.driver, 'OpenBrowserWindow({ private: true }); true')
    return until('the private window is there', async () =>
      (await browser.driver.pages()).find((page) => !known.has(page)),
    )
  },
}

describe.each(BROWSERS)('$name', ({ name, launch }) => {
  const scene = useScene(launch)

  test('of two windows only the one in front is recorded', async () => {
    const { browser } = scene
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.zeit.de/')
    await recording(browser, 'zeit.de')
    const second = await browser.driver.newPage({ type: 'window' })
    await browser.goto(second, 'https://www.coursera.org/')
    await recording(browser, 'coursera.org')
    await closed(browser, 'zeit.de')
    await second.close()
    await recording(browser, 'zeit.de')
  })

  test('a private window is not seen', async () => {
    const { browser } = scene
    await recording(browser, 'zeit.de')
    const hidden = await openPrivately[name](browser)
    await browser.goto(hidden, 'https://www.wikipedia.org/')
    await until('nothing is open', async () => !(await openSpan(browser)))
    await pass(1)
    await hidden.close()
    await recording(browser, 'zeit.de')
    expect((await closedSpans(browser)).map(({ site }) => site)).not.toContain('wikipedia.org')
  })
})
