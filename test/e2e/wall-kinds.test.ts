/** Walls other than that of a used-up allowance: pause before entry, closed hours, private and restored windows. */
import { beforeAll, describe, expect, test } from 'vitest'
import { EVERY_DAY } from '../../domain/firewall/rule'
import { BROWSERS, LASTING_BROWSERS } from './harness/browsers.ts'
import { launchChromium } from './harness/chromium.ts'
import { command } from './harness/fill.ts'
import { evaluatePrivileged } from './harness/firefox-privileged.ts'
import { launchFirefox } from './harness/firefox.ts'
import { until } from './harness/until.ts'
import { openSpan, recording, useLastingScene, useScene } from './scene.ts'
import {
  activate,
  CLOSED,
  closeTab,
  FEED,
  putRule,
  ruleOf,
  tabIsAt,
  tabsNow,
  tryToGo,
  reloadWall,
  wallsAre,
} from './wall-scene.ts'

const GECKO = 'zeitwert@zeitwert.app'
/** Does what the switch for private windows on Firefox's add-ons page does. */
const LET_IN = `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
  await ExtensionPermissions.add('${GECKO}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] })
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  await (await AddonManager.getAddonByID('${GECKO}')).reload()
  return true
})()`

const ALWAYS = ruleOf({
  strictness: 'pause',
  targets: [{ type: 'site', site: 'reddit.com' }],
  bound: { type: 'hours', are: 'blocked', ranges: EVERY_DAY([{ from: 0, to: 1440 }]) },
})

/** Closed from a minute ago until an hour from now, across midnight or not. */
function cutoffNow() {
  const now = new Date()
  const minutes = now.getHours() * 60 + now.getMinutes()
  return ruleOf({
    targets: [{ type: 'kind', kind: 'video' }],
    bound: {
      type: 'hours',
      are: 'blocked',
      ranges: EVERY_DAY([{ from: (minutes + 1439) % 1440, to: ((minutes + 60) % 1440) + 1 }]),
    },
  })
}

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  test('a pause must be waited out, a reload does not shorten it, and then every tab is open', async () => {
    const { browser } = scene
    await putRule(browser, ALWAYS)
    const page = await browser.newPage()
    const began = Date.now()
    await tryToGo(browser, page, FEED)
    const [tab] = await wallsAre(browser, 1)
    const wall = await reloadWall(browser, tab!.id)
    const enter = { command: 'enter', input: null }
    await wall.evaluate((message) => chrome.runtime.sendMessage(message), enter)
    await wallsAre(browser, 1)
    await until(
      'the pause is over',
      async () => {
        await wall.evaluate((message) => chrome.runtime.sendMessage(message), enter).catch(() => undefined) // the page may be gone
        return (await tabsNow(browser)).some(({ id, url }) => id === tab!.id && url.includes('reddit.com'))
      },
      15_000,
    )
    expect(Date.now() - began).toBeGreaterThanOrEqual(4_500)
    await tabIsAt(browser, tab!.id, FEED)
    const other = await browser.newPage()
    await browser.goto(other, 'https://old.reddit.com/')
    await recording(browser, 'reddit.com')
    await wallsAre(browser, 0)
  })

  test('closed hours close an open page at once', async () => {
    const { browser } = scene
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.netflix.com/')
    await recording(browser, 'netflix.com')
    await putRule(browser, cutoffNow())
    const [tab] = await wallsAre(browser, 1)
    await closeTab(browser, tab!.id)
  })

  test('a limited page still gets a wall while recording is paused', async () => {
    const { browser } = scene
    await command(browser, 'changeSettings', { pausedUntil: 'resumed' })
    const page = await browser.newPage()
    await tryToGo(browser, page, 'https://www.netflix.com/')
    await wallsAre(browser, 1)
    await command(browser, 'changeSettings', { pausedUntil: null })
  })

  test('changing the kind of a site does not open it today', async () => {
    const { browser } = scene
    await command(browser, 'changeSurface', { surface: 'netflix.com', change: { kind: 'learning' } })
    const [tab] = await wallsAre(browser, 1)
    await closeTab(browser, tab!.id)
    const page = await browser.newPage()
    await tryToGo(browser, page, 'https://www.netflix.com/')
    await wallsAre(browser, 1)
  })

  test('a private window without the extension is neither recorded nor closed', async () => {
    const { browser } = scene
    const hidden = await browser.openPrivatePage('https://www.netflix.com/')
    await until('nothing is recorded', async () => !(await openSpan(browser)))
    await command(browser, 'recordChanged', null)
    expect(await hidden.evaluate(() => location.host)).toMatch(/^www\.netflix\.com/)
    await hidden.close()
  })
})

describe('Chromium with restored tabs', () => {
  const scene = useLastingScene((options) => launchChromium({ ...options, args: ['--restore-last-session'] }))

  test('a restored limited page gets a wall once it is visible', async () => {
    const hidden = await scene.browser.newPage()
    await scene.browser.goto(hidden, FEED)
    const front = await scene.browser.newPage()
    await putRule(scene.browser, CLOSED)
    await tryToGo(scene.browser, front, FEED)
    await wallsAre(scene.browser, 1)
    await scene.browser.close()
    await scene.startAgain()

    const { browser } = scene
    const [left] = await wallsAre(browser, 1)
    await browser.evaluate((id) => chrome.tabs.reload(id), left!.id) // the driver installs the extension late
    const feed = await until('the feed is back', async () =>
      (await tabsNow(browser)).find(({ active, url }) => !active && url.includes('reddit.com')),
    )
    await activate(browser, feed.id)
    await wallsAre(browser, 2)
  })
})

describe('Chromium with an app window', () => {
  const scene = useScene((options) => launchChromium({ ...options, args: [`--app=${FEED}`] }))

  test('a limited page in the app window gets a wall', async () => {
    const { browser } = scene
    const app = await until('the app window is there', () =>
      browser.evaluate(async () => {
        const [window] = await chrome.windows.getAll({ populate: true, windowTypes: ['app'] })
        return window?.tabs?.[0]?.id
      }),
    )
    await putRule(browser, CLOSED)
    const [wall] = await wallsAre(browser, 1)
    expect(wall?.id).toBe(app)
  })
})

describe('Firefox', () => {
  const scene = useScene(launchFirefox)

  test('a limited page in a reopened tab gets a wall', async () => {
    const { browser } = scene
    const page = await browser.newPage()
    await browser.goto(page, FEED)
    await page.close()
    await putRule(browser, CLOSED)
    await evaluatePrivileged(browser.driver, 'void SessionStore.undoCloseTab(window, 0)')
    await wallsAre(browser, 1)
  })
})

describe('Firefox with access to private windows', () => {
  const scene = useScene(launchFirefox)

  test('a closed page in a private window gets a wall', async () => {
    const { browser } = scene
    await putRule(browser, CLOSED)
    await evaluatePrivileged(browser.driver, LET_IN)
    // Reloading the extension closed the page through which the harness evaluates.
    const own = await browser.openExtensionPage('manifest.json')
    await browser.openPrivatePage(FEED)
    await until('the private tab is at the wall', () =>
      own.evaluate(async () =>
        (await chrome.tabs.query({})).some(({ incognito, url }) => incognito && url?.endsWith('/wall.html')),
      ),
    )
  })
})

describe.each(LASTING_BROWSERS)('$name, killed and restarted', ({ launch }) => {
  const scene = useLastingScene(launch)

  beforeAll(async () => {
    await putRule(scene.browser, CLOSED)
    await scene.browser.kill()
    await scene.startAgain()
  })

  test('keeps its rules', async () => {
    const { browser } = scene
    const page = await browser.newPage()
    await tryToGo(browser, page, FEED)
    await wallsAre(browser, 1)
  })
})
