/** Checks what every other end-to-end test assumes about its browsers. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { SOUND } from './harness/sound.ts'
import { until } from './harness/until.ts'
import { useScene } from './scene.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch, { pages: { 'www.youtube.com/watch': SOUND } })
  let page: Page
  beforeAll(async () => {
    page = await scene.browser.newPage()
  })

  const activeTab = async () => {
    const [tab] = await scene.browser.evaluate(() => chrome.tabs.query({ active: true }))
    return tab
  }
  const activeHost = async () => new URL((await activeTab())?.url ?? '').hostname
  const hasFocus = async () => (await scene.browser.evaluate(() => chrome.windows.getLastFocused())).focused

  test('a page is visited under its real host name', async () => {
    await scene.browser.goto(page, 'https://www.youtube.com/watch?v=1')
    expect(await activeHost()).toBe('www.youtube.com')
    expect(scene.server.requests('www.youtube.com')).toContainEqual({
      host: 'www.youtube.com',
      path: '/watch',
    })
  })

  test('only a page that plays a sound is audible', async () => {
    await until('the tab is audible', async () => (await activeTab())?.audible)
    await scene.browser.goto(page, 'https://www.youtube.com/shorts/1')
    await until('the tab is silent', async () => (await activeTab())?.audible === false)
  })

  test('the real popup opens over the page and closes', async () => {
    const popup = await scene.browser.openPopup()
    expect(await popup.evaluate((view) => view.location.pathname)).toBe('/popup.html')
    expect(await activeHost()).toBe('www.youtube.com')
    await popup.close()
  })

  test('a killed worker starts again with the next event', async () => {
    await scene.browser.killWorker()
    await page.evaluate(() => history.pushState({}, '', '/shorts/2'))
    await until('the worker is awake', () => scene.browser.isWorkerAwake())
  })

  test('a private window takes the focus and does not appear in lists', async () => {
    const hidden = await scene.browser.openPrivatePage('https://www.wikipedia.org/')
    const focused = async () => {
      const windows = await scene.browser.evaluate(() => chrome.windows.getAll())
      return windows.some((window) => window.focused)
    }
    await until('no listed window has the focus', async () => !(await focused()))
    const tabs = await scene.browser.evaluate(() => chrome.tabs.query({}))
    expect(tabs.filter(({ url }) => url?.includes('wikipedia'))).toEqual([])
    await hidden.close()
    await until('the other window has the focus again', focused)
  })

  test('another program can take the focus and return it', async () => {
    await until('the browser has the focus', hasFocus)
    await scene.display.focusOtherProgram()
    await until('the browser has lost the focus', async () => !(await hasFocus()))
    await scene.display.focusBrowser()
    await until('the browser has the focus again', hasFocus)
  })

  test('a suspended browser does not answer until it is resumed', async () => {
    scene.browser.suspend()
    const answer = activeTab()
    expect(await Promise.race([answer, sleep(500, 'no answer')])).toBe('no answer')
    scene.browser.resume()
    expect(await answer).toBeDefined()
  })

  test('an emptied browser has no data, no page and no window of before', async () => {
    const { browser } = scene
    const kept = () =>
      browser.evaluate(async () => ({
        local: await chrome.storage.local.get('left'),
        sync: await chrome.storage.sync.get(null),
        page: localStorage.getItem('left'),
        databases: (await indexedDB.databases()).filter(({ name }) => name === 'left'),
      }))
    const boundsOf = async () => {
      const [{ left, top, width, height } = {}] = await browser.evaluate(() => chrome.windows.getAll())
      return { left, top, width, height }
    }
    const first = await boundsOf()
    await browser.evaluate(async () => {
      await chrome.storage.local.set({ left: 1 })
      await chrome.storage.sync.set({ left: 1 })
      localStorage.setItem('left', '1')
      await new Promise((resolve) => indexedDB.open('left').addEventListener('success', resolve))
    })
    // Firefox gives a maximized window an earlier size at first.
    await until('the window is elsewhere', async () => {
      await browser.evaluate(async () => {
        const [{ id } = {}] = await chrome.windows.getAll()
        await chrome.windows.update(id!, { left: 200, top: 150, width: 640, height: 500 })
      })
      const { left, width } = await boundsOf()
      return left !== first.left && width !== first.width
    })
    await browser.openPrivatePage('https://www.wikipedia.org/')
    await browser.empty()
    await browser.install()
    expect(await kept()).toEqual({ local: {}, sync: {}, page: null, databases: [] })
    expect(await boundsOf()).toEqual(first)
    await until('only an empty page, the welcome and the page of the test are open', async () => {
      const tabs = await browser.evaluate(() => chrome.tabs.query({}))
      const names = tabs.map(({ url = '' }) => url.split('/').at(-1))
      return names.sort().join(' ') === 'about:blank manifest.json welcome.html'
    })
  })
})
