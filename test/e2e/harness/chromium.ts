import type { Browser, CDPSession, Page, Protocol } from 'puppeteer-core'
import { findChromium } from '../../../scripts/find-browser.mjs'
import { builtExtension } from './built-extension.ts'
import type { LaunchOptions } from './launch-options.ts'
import { launchIn, profileIn } from './profile.ts'
import { TestBrowser, type LaunchedBrowser } from './test-browser.ts'
import { until } from './until.ts'
import { whenStarted } from './when-started.ts'

export async function launchChromium(options: LaunchOptions): Promise<TestBrowser> {
  const {
    extensionDir = builtExtension('chrome-mv3'),
    port,
    userDataDir,
    headless = true,
    lang = 'en',
    acceptLanguages,
    args = [],
    env,
  } = options
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium: run `node scripts/setup.mjs --for=test`.')
  const profile = await profileIn(userDataDir)

  const driver = await launchIn(profile, {
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    ignoreDefaultArgs: ['--mute-audio'], // a muted browser reports no tab as audible
    args: [
      '--no-sandbox', // the sandbox does not work for root, and only our own server is visited
      '--disable-gpu',
      '--disable-quic',
      '--disable-component-update',
      '--hide-crash-restore-bubble',
      '--autoplay-policy=no-user-gesture-required',
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE localhost`,
      `--lang=${lang}`,
      ...(acceptLanguages === undefined ? [] : [`--accept-lang=${acceptLanguages}`]),
      ...(options.persistent ? [`--load-extension=${extensionDir}`] : []),
      ...args,
    ],
    env: { ...process.env, LANGUAGE: lang, ...env },
  })
  return whenStarted(driver, profile, async () => {
    const id = options.persistent
      ? await loadedExtension(driver)
      : await driver.installExtension(extensionDir)
    const session = await driver.target().createCDPSession()
    const launched = { driver, profile, extensionOrigin: `chrome-extension://${id}/`, extensionDir }
    return new Chromium(launched, session, await windowOf(driver))
  })
}

/** The id of the extension that was loaded at the start. */
async function loadedExtension(driver: Browser): Promise<string> {
  const worker = await driver.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().endsWith('/background.js'),
  )
  return new URL(worker.url()).host
}

type Window = Protocol.Browser.GetWindowForTargetResponse

/** The window of the first page. */
async function windowOf(driver: Browser): Promise<Window | null> {
  const [page] = await driver.pages()
  if (!page) return null
  const session = await page.createCDPSession()
  const found = await session.send('Browser.getWindowForTarget')
  await session.detach()
  return found
}

class Chromium extends TestBrowser {
  override readonly name = 'chromium'
  readonly #session: CDPSession
  readonly #first: Window | null

  constructor(launched: LaunchedBrowser, session: CDPSession, first: Window | null) {
    super(launched)
    this.#session = session
    this.#first = first
  }

  override quit(): Promise<void> {
    return this.driver.close()
  }

  override async goto(page: Page, address: string): Promise<void> {
    await page.goto(address)
  }

  override async openPrivatePage(address: string): Promise<Page> {
    await this.evaluate((url) => chrome.windows.create({ incognito: true, url }), address)
    const target = await this.driver.waitForTarget((candidate) => candidate.url() === address)
    const page = await target.asPage()
    await page.waitForFunction(() => document.readyState === 'complete')
    return page
  }

  override async isWorkerAwake(): Promise<boolean> {
    return (await this.#workerId()) !== undefined
  }

  override async killWorker(): Promise<void> {
    const targetId = await this.#workerId()
    if (targetId === undefined) throw new Error('The worker is already asleep.')
    await this.#session.send('Target.closeTarget', { targetId })
    await until('the worker is gone', async () => (await this.#workerId()) !== targetId)
  }

  protected override async gotoExtension(page: Page, url: string): Promise<void> {
    await page.goto(url)
  }

  protected override async whenProfileIsFree(): Promise<void> {} // it is free at once

  override async empty(): Promise<void> {
    await this.#session.send('Browser.setDownloadBehavior', { behavior: 'default' })
    await super.empty()
  }

  protected override async restoreBounds(): Promise<void> {
    const now = await windowOf(this.driver)
    if (!now || !this.#first) throw new Error('The browser has no window.')
    const { windowId } = now
    const { windowState: _windowState, ...bounds } = this.#first.bounds
    await this.#session.send('Browser.setWindowBounds', { windowId, bounds })
    const first = JSON.stringify(this.#first.bounds)
    const found = async () =>
      JSON.stringify((await this.#session.send('Browser.getWindowBounds', { windowId })).bounds)
    const isRestored = async () => (await found()) === first
    await until(`the window has its first bounds, ${first}`, isRestored, undefined, found)
  }

  /** A worker at work could open its database again after its files were deleted. */
  protected override async uninstallOwn(): Promise<void> {
    if (await this.isWorkerAwake()) await this.killWorker()
    await this.uninstall(new URL(this.extensionUrl('')).host)
  }

  /** Reads the browser's list of targets, because attaching to the worker would keep it awake. */
  async #workerId(): Promise<string | undefined> {
    const { targetInfos } = await this.#session.send('Target.getTargets')
    return targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.startsWith(this.extensionUrl('')),
    )?.targetId
  }
}
