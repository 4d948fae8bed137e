import type { Browser, EvaluateFunc, Page } from 'puppeteer-core'
import { BrowserProcess } from './browser-process.ts'
import { readStore } from './extension-database.ts'
import { openPopup, type Popup } from './popup.ts'
import type { Profile } from './profile.ts'

/**
 * A page of the extension's origin that runs none of its code. In a background tab it lets a test use the
 * extension's database and interfaces without another tab coming to the front or a driver that attaches to
 * the worker, which would keep it awake.
 */
const ORIGIN_PAGE = 'manifest.json'

export interface LaunchedBrowser {
  driver: Browser
  profile: Profile
  /** Where the extension's own pages are, with a slash at the end. */
  extensionOrigin: string
}

/** What the tests know of a browser; the same for both. */
export abstract class TestBrowser {
  abstract readonly name: 'chromium' | 'firefox'
  /** For what only one test needs. */
  readonly driver: Browser
  readonly #extensionOrigin: string
  protected readonly profile: Profile
  readonly #process: BrowserProcess
  #originPage: Promise<Page> | undefined

  constructor({ driver, profile, extensionOrigin }: LaunchedBrowser) {
    this.driver = driver
    this.profile = profile
    this.#extensionOrigin = extensionOrigin
    this.#process = new BrowserProcess(driver.process())
  }

  /** Goes to an address under its real host name, where the stand-in server answers. */
  abstract goto(page: Page, address: string): Promise<void>

  /** Opens an address in a private window, which the extension may not see. */
  abstract openPrivatePage(address: string): Promise<Page>

  /** Whether the background worker is awake; asking does not wake it. */
  abstract isWorkerAwake(): Promise<boolean>

  /** Ends the background worker; the next event that it listens to starts it afresh. */
  abstract killWorker(): Promise<void>

  protected abstract gotoExtension(page: Page, url: string): Promise<void>

  /** Until the next browser may start with the profile of this one, which was killed. */
  protected abstract whenProfileIsFree(): Promise<void>

  /** The browser's first process, which leads the group of all of them. */
  get pid(): number {
    return this.#process.pid
  }

  newPage(): Promise<Page> {
    return this.driver.newPage()
  }

  extensionUrl(path: string): string {
    return this.#extensionOrigin + path
  }

  async openExtensionPage(path: string): Promise<Page> {
    const page = await this.driver.newPage()
    await this.gotoExtension(page, this.extensionUrl(path))
    return page
  }

  /** The real popup, at the toolbar of the window in front. */
  async openPopup(): Promise<Popup> {
    return openPopup(await this.#origin())
  }

  /** Runs a function with the extension's own rights, in a page that stays in the background. */
  async evaluate<Parameters extends unknown[], Look extends EvaluateFunc<Parameters>>(
    look: Look,
    ...parameters: Parameters
  ): Promise<Awaited<ReturnType<Look>>> {
    const origin = await this.#origin()
    return origin.evaluate(look, ...parameters)
  }

  /** All rows of a store of the extension's database; none while there is no database. */
  async readDatabase(store: string): Promise<unknown[]> {
    return readStore(await this.#origin(), store)
  }

  /** Every process stands still, as on a computer that sleeps. */
  suspend(): void {
    this.#process.suspend()
  }

  resume(): void {
    this.#process.resume()
  }

  /** Every process is gone at once, as after a power cut. */
  async kill(): Promise<void> {
    await this.#process.kill()
    await this.whenProfileIsFree()
    await this.profile.release()
  }

  async close(): Promise<void> {
    if (this.#process.isRunning) {
      this.resume()
      await this.driver.close()
    }
    await this.profile.release()
  }

  #origin(): Promise<Page> {
    this.#originPage ??= this.#openOrigin()
    return this.#originPage
  }

  async #openOrigin(): Promise<Page> {
    const page = await this.driver.newPage({ type: 'tab', background: true })
    await this.gotoExtension(page, this.extensionUrl(ORIGIN_PAGE))
    return page
  }
}
