import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, EvaluateFunc, Page } from 'puppeteer-core'
import { BrowserProcess } from './browser-process.ts'
import { readStore } from './extension-database.ts'
import { openPopup, type Popup } from './popup.ts'
import type { Profile } from './profile.ts'
import { until } from './until.ts'

/**
 * A page of the extension's origin that runs none of its code. In a background tab, it gives a test access to the
 * extension's database and APIs, without bringing a tab to the front and without attaching to the worker, which
 * would keep it awake.
 */
const ORIGIN_PAGE = 'manifest.json'
const LONGEST_CLOSE_MS = 15_000

export interface LaunchedBrowser {
  driver: Browser
  profile: Profile
  /** The origin of the extension's pages, with a slash at the end. */
  extensionOrigin: string
  extensionDir: string
}

/** The interface through which tests use either browser. */
export abstract class TestBrowser {
  abstract readonly name: 'chromium' | 'firefox'
  /** Direct access for special needs of single tests. */
  readonly driver: Browser
  readonly #extensionOrigin: string
  readonly #extensionDir: string
  protected readonly profile: Profile
  readonly #process: BrowserProcess
  #originPage: Promise<Page> | undefined

  constructor({ driver, profile, extensionOrigin, extensionDir }: LaunchedBrowser) {
    this.driver = driver
    this.profile = profile
    this.#extensionOrigin = extensionOrigin
    this.#extensionDir = extensionDir
    this.#process = new BrowserProcess(driver.process())
  }

  /** Goes to an address under its real host name, for which the stand-in server answers. */
  abstract goto(page: Page, address: string): Promise<void>

  /** Opens an address in a private window, which the extension may not see. */
  abstract openPrivatePage(address: string): Promise<Page>

  /** Whether the background worker is awake. Checking does not wake it. */
  abstract isWorkerAwake(): Promise<boolean>

  /** Ends the background worker. The next event that it listens to starts it again. */
  abstract killWorker(): Promise<void>

  /** Quits as a person does, so that the session can be restored. */
  abstract quit(): Promise<void>

  protected abstract gotoExtension(page: Page, url: string): Promise<void>

  /** Waits until another browser may start with the profile of this one after it was killed. */
  protected abstract whenProfileIsFree(): Promise<void>

  /** The browser's first process, the leader of its process group. */
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

  /** Opens the real popup at the toolbar of the front window. */
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

  /** All rows of a store of the extension's database; empty if there is no database. */
  async readDatabase(store: string): Promise<unknown[]> {
    return readStore(await this.#origin(), store)
  }

  /** Stops every process, as on a sleeping computer. */
  suspend(): void {
    this.#process.suspend()
  }

  resume(): void {
    this.#process.resume()
  }

  get isRunning(): boolean {
    return this.#process.isRunning
  }

  /** Leaves one empty page in a new window where the first one was, and nothing of the extension. */
  async empty(): Promise<void> {
    this.resume()
    const before = await this.driver.pages()
    await this.driver.newPage({ type: 'window' })
    for (const other of before) await other.close()
    await this.restoreBounds()
    this.#originPage = undefined
    await this.uninstallOwn()
  }

  /** Installs the extension again after `empty`. */
  async install(): Promise<void> {
    await this.driver.installExtension(this.#extensionDir)
    await until('the extension’s worker is awake', () => this.isWorkerAwake())
  }

  /** Gives the window that is left the place and size that the browser's first window had. */
  protected abstract restoreBounds(): Promise<void>

  protected abstract uninstallOwn(): Promise<void>

  /** Uninstalls an extension, and waits until no file of the profile is named after it. */
  protected async uninstall(id: string, ...otherNames: string[]): Promise<void> {
    await this.driver.uninstallExtension(id)
    const names = [id, ...otherNames]
    const left = async () => {
      const paths = await filesIn(this.profile.directory)
      return paths?.filter((path) => names.some((name) => path.includes(name)))
    }
    await until(
      'the files of the extension are gone',
      async () => (await left())?.length === 0,
      undefined,
      async () => String(await left()),
    )
  }

  protected whenEnded(): Promise<void> {
    return this.#process.whenEnded()
  }

  /** Kills every process at once, as in a power cut. */
  async kill(): Promise<void> {
    await this.#process.kill()
    await this.whenProfileIsFree()
    await this.profile.release()
  }

  /** Kills a browser that does not close by itself: Chromium sometimes never answers after its worker was killed. */
  async close(): Promise<void> {
    if (this.#process.isRunning) {
      this.resume()
      let overdue: NodeJS.Timeout | undefined
      const killed = new Promise((resolve) => {
        overdue = setTimeout(() => resolve(this.#process.kill()), LONGEST_CLOSE_MS)
      })
      await Promise.race([this.driver.close(), killed]).finally(() => clearTimeout(overdue))
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

/** The paths of all files in a directory, or null if one of its folders went away meanwhile. */
async function filesIn(directory: string): Promise<string[] | null> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
