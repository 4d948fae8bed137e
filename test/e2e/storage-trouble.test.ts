import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { minutes } from '../fixtures/rules'
import { BROWSERS } from './harness/browsers.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { choose, openOwnPage, press, textOf } from './own-page.ts'
import { closedSpans, pass, recording, useScene } from './scene.ts'
import { seedVisits, setRate, storedSettings } from './seed.ts'
import { CLOSED, FEED, putRule, ruleOf, tryToGo, wallsAre } from './wall-scene.ts'

/** Blocks the database: a deletion waits for an open connection, so nobody else can open it. */
const block = (browser: TestBrowser): Promise<void> =>
  browser.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('zeitwert')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          ;(globalThis as { blocker?: IDBDatabase }).blocker = opening.result
          const deleting = indexedDB.deleteDatabase('zeitwert')
          deleting.addEventListener('blocked', () => resolve())
        })
      }),
  )

const title = (browser: TestBrowser) => browser.evaluate(() => chrome.action.getTitle({}))

const unblock = (browser: TestBrowser): Promise<void> =>
  browser.evaluate(() => (globalThis as { blocker?: IDBDatabase }).blocker?.close())

/** Clicks the button with this tooltip, which is its name, once it exists. */
const clickTitled = (page: Page, tooltip: string): Promise<boolean> =>
  until(`there is a button “${tooltip}”`, () =>
    page.evaluate((name) => {
      const button = document.querySelector<HTMLElement>(`button[title="${name}"]`)
      button?.click()
      return button !== null
    }, tooltip),
  )

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  test('a blocked database is reported by the icon and the popup, and no time is lost', async () => {
    const { browser } = scene
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.zeit.de/')
    const { start } = await recording(browser, 'zeit.de')

    await block(browser)
    await browser.goto(page, 'https://www.coursera.org/')
    await until('the icon says that nothing can be saved', async () =>
      (await title(browser)).includes('cannot save'),
    )
    await pass(2)
    const moved = Date.now()
    await browser.goto(page, 'https://www.example.org/')
    const popup = await browser.openPopup()
    const words = await until('the popup says what happened and what to do', () =>
      popup.evaluate((view) => view.document.querySelector('[role=alert]')?.textContent),
    )
    expect(words).toContain('nothing can be saved')
    await popup.close()

    await unblock(browser)
    await until(
      'the icon is back to normal',
      async () => !(await title(browser)).includes('cannot save'),
      20_000,
    )
    const last = await recording(browser, 'example.org')
    const spans = await closedSpans(browser)
    expect(spans.map(({ surface }) => surface)).toEqual(['zeit.de', 'coursera.org'])
    expect(spans[0]?.start).toBe(start)
    expect(spans[1]?.end).toBe(last.start)
    // A look may wait for the last attempt to write, and for the one before.
    expect(Math.abs((spans[1]?.end ?? 0) - moved)).toBeLessThan(5000)
  })
})

describe.each(BROWSERS)('$name with pages open', ({ launch }) => {
  const scene = useScene(launch)

  test('a blocked database makes forgetting fail with a message; everything that needs no database works', async () => {
    const { browser } = scene
    const site = '.site-editor'
    const visited = await browser.newPage()
    await browser.goto(visited, 'https://www.zeit.de/')
    await recording(browser, 'zeit.de')
    const before = await openOwnPage(browser, 'dashboard.html#/sites/this-month/zeit.de')
    await until('the site can be edited', () => before.$(site))
    await block(browser)
    await press(before, 'Forget everywhere', site)
    const said = await until('the page says what is wrong', () =>
      textOf(before, `${site} .removal .save-note.failed`),
    )
    expect(said).toContain('The database did not answer in time.')
    await before.close()

    const settings = await browser.openExtensionPage('dashboard.html#/settings')
    await choose(settings, 'On the icon', 'Nothing')
    await until('the setting is stored', async () => (await storedSettings(browser)).badge === 'none')
    await press(settings, 'Pause', '#pause')
    await press(settings, '1 hour', '#pause')
    await until('the pause is stored', async () => Number((await storedSettings(browser)).pausedUntil) > 0)
    await settings.close()

    const popup = await browser.openExtensionPage('popup.html')
    await until('the popup says what is wrong', () => textOf(popup, '[role=alert]'))
    await clickTitled(popup, 'Resume')
    await until('the pause is over', async () => (await storedSettings(browser)).pausedUntil === null)
    await clickTitled(popup, 'Hide money')
    await until('money is hidden', async () => (await storedSettings(browser)).moneyHidden)
    await popup.close()
    await unblock(browser)
  })
})

describe.each(BROWSERS)('$name with a limit', ({ launch }) => {
  const scene = useScene(launch)

  test('a blocked database opens no limit and forgets no use in the next life of the worker', async () => {
    const { browser } = scene
    await setRate(browser)
    await seedVisits(browser, [{ surface: 'coursera.org', seconds: 30, minutesAgo: 20 }])
    const study = [{ type: 'site', site: 'coursera.org' }] as const
    await putRule(browser, ruleOf({ targets: study, bound: minutes(1) }))
    await putRule(browser, CLOSED)
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.zeit.de/')
    await recording(browser, 'zeit.de')
    await block(browser)
    await browser.goto(page, 'https://www.coursera.org/')
    await until('the icon says that nothing can be saved', async () =>
      (await title(browser)).includes('cannot save'),
    )
    await pass(15)
    await browser.goto(page, 'https://www.coursera.org/learn')
    await until('use is held', () =>
      browser.evaluate(async () => 'heldGuard' in (await chrome.storage.session.get('heldGuard'))),
    )
    await browser.killWorker()
    await browser.goto(page, 'https://www.coursera.org/browse')
    // Without what was held, 30 seconds would still be left.
    await wallsAre(browser, 1, 25_000)
    const other = await browser.newPage()
    await tryToGo(browser, other, FEED)
    await wallsAre(browser, 2)
    const popup = await browser.openExtensionPage('popup.html')
    await until('the popup lists the limits', () => textOf(popup, '.limits li'))
    await popup.close()
    await unblock(browser)
  })
})
