/** A Firefox that never remembers history gives extensions no database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchFirefox } from './harness/firefox.ts'
import { type StandInServer, startStandInServer } from './harness/stand-in-server.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { ruleOf } from './wall-scene.ts'

describe('Firefox that never remember history', () => {
  const scene = {} as { server: StandInServer; browser: TestBrowser }
  // No welcome page comes: being let into private windows is not an installation.
  beforeAll(async () => {
    scene.server = await startStandInServer({})
    scene.browser = await launchFirefox({ port: scene.server.port, neverRemembers: true })
  })
  afterAll(async () => {
    await scene.browser?.close()
    await scene.server?.close()
  })

  test.each([
    'popup.html',
    'dashboard.html#/today',
    'dashboard.html#/firewall',
    'dashboard.html#/settings',
    'welcome.html',
  ])('%s says that nothing can be recorded and how to change that', async (path) => {
    const page = await scene.browser.openExtensionPage(path)
    const words = await until('the page says what is so, once', () =>
      page.evaluate(() => {
        const text = document.body.textContent
        return text.split('never remember history').length === 2 && text
      }),
    )
    expect(words).not.toMatch(/Restarting|kept in memory|Reload it|InvalidState|mutation/)
    await page.close()
  })

  test('a rule is refused in words of our own', async () => {
    const request = { command: 'putRule', input: { rule: ruleOf(), pin: null } }
    const answer: unknown = await scene.browser.evaluate((sent) => chrome.runtime.sendMessage(sent), request)
    expect(answer).toEqual({ failed: 'error_never_remembers' })
  })
})
