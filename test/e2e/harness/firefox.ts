import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { findFirefox } from '../../../scripts/find-browser.mjs'
import { builtExtension } from './built-extension.ts'
import type { LaunchOptions } from './launch-options.ts'
import { clearFirefoxPreferences } from './firefox-preferences.ts'
import { evaluatePrivileged } from './firefox-privileged.ts'
import { fillProfile } from './firefox-profile.ts'
import { launchIn, profileIn } from './profile.ts'
import { TestBrowser, type LaunchedBrowser } from './test-browser.ts'
import { until } from './until.ts'
import { whenStarted } from './when-started.ts'

export const GECKO_ID = 'zeitwert@zeitwert.app'
/** The host of the extension's pages. Without the preference, each profile would pick a random one. */
const UUID = '6f1a2b7c-6c1e-4c53-9a4e-3b1a5d0f7e21'
const HOSTS = 'extensions.webextensions.uuids'
const HOST_OF_EXTENSION = JSON.stringify({ [GECKO_ID]: UUID })
/** A silent sound device, because without any device no tab becomes audible. */
const SILENT_DEVICE = fileURLToPath(new URL('silent-sound-device.conf', import.meta.url))

export interface FirefoxOptions extends LaunchOptions {
  /** A Firefox that never remembers history: every window is private. The extension is let in, as by the person. */
  neverRemembers?: boolean
}

export async function launchFirefox(options: FirefoxOptions): Promise<TestBrowser> {
  const {
    extensionDir = builtExtension('firefox-mv3'),
    port,
    userDataDir,
    headless = true,
    lang = 'en',
    acceptLanguages,
    args = [],
    env,
  } = options
  const executablePath = findFirefox()
  if (!executablePath) throw new Error('There is no Firefox: run `node scripts/setup.mjs --for=test`.')
  const profile = await profileIn(userDataDir)
  await fillProfile(profile.directory)
  if (options.persistent) await installIntoProfile(extensionDir, profile.directory)

  const driver = await launchIn(profile, {
    browser: 'firefox',
    executablePath,
    headless,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: ['--remote-allow-system-access', ...args], // otherwise the driver may not open the extension's pages
    extraPrefsFirefox: {
      'focusmanager.testmode': headless, // on a display, Firefox must be able to lose focus
      'network.dns.forceResolve': '127.0.0.1',
      'intl.locale.requested': lang,
      ...(acceptLanguages === undefined ? {} : { 'intl.accept_languages': acceptLanguages }),
      'media.autoplay.default': 0,
      'media.autoplay.blocking_policy': 0,
      [HOSTS]: HOST_OF_EXTENSION,
      'extensions.openPopupWithoutUserGesture.enabled': true,
      'extensions.startupScanScopes': 15,
      'xpinstall.signatures.required': false,
      'browser.privatebrowsing.autostart': options.neverRemembers ?? false,
    },
    env: { ...process.env, ALSA_CONFIG_PATH: SILENT_DEVICE, ...env },
  })
  return whenStarted(driver, profile, async () => {
    if (!options.persistent) await driver.installExtension(extensionDir)
    if (options.neverRemembers) await evaluatePrivileged(driver, LET_INTO_PRIVATE_WINDOWS)
    const launched = { driver, profile, extensionOrigin: `moz-extension://${UUID}/`, extensionDir }
    return new Firefox(launched, port, String(await evaluatePrivileged(driver, BOUNDS)))
  })
}

class Firefox extends TestBrowser {
  override readonly name = 'firefox'
  readonly #port: number
  /** The bounds of the first window. */
  readonly #first: string

  constructor(launched: LaunchedBrowser, port: number, first: string) {
    super(launched)
    this.#port = port
    this.#first = first
  }

  override async goto(page: Page, address: string): Promise<void> {
    await page.goto(this.#withPort(address))
  }

  override async openPrivatePage(address: string): Promise<Page> {
    const url = this.#withPort(address)
    await evaluatePrivileged(this.driver, `void openTrustedLinkIn('${url}', 'window', { private: true })`)
    const shown = `(${PRIVATE_TAB}?.webProgress.isLoadingDocument === false) && ${PRIVATE_TAB}.currentURI.spec`
    const isThere = async () =>
      ((await evaluatePrivileged(this.driver, shown)) || 'about:blank') !== 'about:blank'
    await until('the private window shows a page', isThere)
    const [page] = await this.#privatePages()
    if (!page) throw new Error('The driver does not know the private window.')
    return page
  }

  override async isWorkerAwake(): Promise<boolean> {
    return (await evaluatePrivileged(this.driver, `${EXTENSION}?.backgroundState`)) === 'running'
  }

  override async killWorker(): Promise<void> {
    // Without this, Firefox keeps a worker that is at work.
    const always = '{ disableResetIdleForTest: true }'
    await evaluatePrivileged(this.driver, `${EXTENSION}.terminateBackground(${always})`)
    await until('the worker is gone', async () => !(await this.isWorkerAwake()))
  }

  /** The driver's own way to quit closes the tabs first, so that no session is left to restore. */
  override async quit(): Promise<void> {
    await evaluatePrivileged(
      this.driver,
      'void setTimeout(() => Services.startup.quit(Ci.nsIAppStartup.eAttemptQuit))',
    )
    await this.whenEnded()
    await this.whenProfileIsFree()
  }

  /** Loads and waits from the privileged window, because Firefox never reports the load of an extension page. */
  protected override async gotoExtension(page: Page, url: string): Promise<void> {
    const tab = `${NAVIGABLES}.getBrowsingContextById('${idOf(page)}').embedderElement`
    const uri = `Services.io.newURI('${url}')`
    const by = '{ triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }'
    await evaluatePrivileged(this.driver, `${tab}.loadURI(${uri}, ${by})`)
    const isLoaded = `${tab}.currentURI.spec === '${url}' && !${tab}.webProgress.isLoadingDocument`
    await until(`${url} has loaded`, async () => (await evaluatePrivileged(this.driver, isLoaded)) === true)
  }

  override async empty(): Promise<void> {
    await clearFirefoxPreferences(this.driver)
    await evaluatePrivileged(this.driver, CLOSE_PANELS)
    // From a private window, the driver would open another private one.
    for (const page of await this.#privatePages()) await page.close()
    await super.empty()
  }

  async #privatePages(): Promise<Page[]> {
    const ids = String(await evaluatePrivileged(this.driver, IDS_OF_PRIVATE_TABS)).split(' ')
    return (await this.driver.pages()).filter((page) => ids.includes(idOf(page)))
  }

  /** A maximized window takes an earlier size at first, so it is told more than once. */
  protected override async restoreBounds(): Promise<void> {
    const [left, top, width, height] = this.#first.split(' ')
    const bounds = async () => String(await evaluatePrivileged(this.driver, BOUNDS))
    const isRestored = async () => {
      if ((await bounds()) === this.#first) return true
      await evaluatePrivileged(this.driver, `moveTo(${left}, ${top}); resizeTo(${width}, ${height})`)
      return false
    }
    await until(`the window has its first bounds, ${this.#first}`, isRestored, undefined, bounds)
  }

  /** Firefox forgets the host last, so it is given again only after that. */
  protected override async uninstallOwn(): Promise<void> {
    await this.uninstall(GECKO_ID, UUID)
    const hosts = async () =>
      String(await evaluatePrivileged(this.driver, `Services.prefs.getStringPref('${HOSTS}', '')`))
    await until('the host of the extension is forgotten', async () => !(await hosts()).includes(UUID))
    await evaluatePrivileged(this.driver, `Services.prefs.setStringPref('${HOSTS}', '${HOST_OF_EXTENSION}')`)
  }

  /** The driver puts its own preferences into the profile and restores the old ones after the browser ends. */
  protected override async whenProfileIsFree(): Promise<void> {
    await until('the driver has restored the preferences', async () => {
      const files = await readdir(this.profile.directory)
      return !files.some((name) => name.endsWith('.puppeteer'))
    })
  }

  /** Firefox can send all hosts to one address, but not to one port. */
  #withPort(address: string): string {
    const url = new URL(address)
    url.port = String(this.#port)
    return url.href
  }
}

const NAVIGABLES =
  "ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs').NavigableManager"

/** Firefox's id for the page, which the driver does not make public. */
const idOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id

/** The tabs of private windows. A search by address would also find pages that are already closed. */
const PRIVATE_TABS = `[...Services.wm.getEnumerator('navigator:browser')]
  .filter((window) => PrivateBrowsingUtils.isWindowPrivate(window))
  .flatMap((window) => window.gBrowser.browsers)`

const PRIVATE_TAB = `${PRIVATE_TABS}[0]`

const IDS_OF_PRIVATE_TABS = `${PRIVATE_TABS}.map((tab) => ${NAVIGABLES}.getIdForBrowser(tab)).join(' ')`

/** The bounds of the window: left, top, width and height. */
const BOUNDS = '`${screenX} ${screenY} ${outerWidth} ${outerHeight}`'

/** An open popup or question of the browser would refuse the next popup. */
const CLOSE_PANELS = `for (const window of Services.wm.getEnumerator('navigator:browser'))
  for (const panel of window.document.querySelectorAll('panel')) panel.hidePopup()`

const LET_INTO_PRIVATE_WINDOWS = `(async () => {
  const module = (name) => ChromeUtils.importESModule('resource://gre/modules/' + name + '.sys.mjs')
  const permissions = { permissions: ['internal:privateBrowsingAllowed'], origins: [] }
  await module('ExtensionPermissions').ExtensionPermissions.add('${GECKO_ID}', permissions)
  const addon = await module('AddonManager').AddonManager.getAddonByID('${GECKO_ID}')
  await addon.reload()
})()`

const EXTENSION = `WebExtensionPolicy.getByID('${GECKO_ID}')?.extension`

const installIntoProfile = (extensionDir: string, profile: string): Promise<void> =>
  cp(extensionDir, join(profile, 'extensions', GECKO_ID), { recursive: true })
