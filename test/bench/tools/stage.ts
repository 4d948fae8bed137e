/** A browser on its own display, open while something is measured in it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { startDisplay, type Display } from '../../e2e/harness/display.ts'
import type { LaunchOptions } from '../../e2e/harness/launch-options.ts'
import { startStandInServer } from '../../e2e/harness/stand-in-server.ts'
import type { TestBrowser } from '../../e2e/harness/test-browser.ts'
import { until } from '../../e2e/harness/until.ts'

export type Launch = (options: LaunchOptions) => Promise<TestBrowser>

export interface Stage {
  browser: TestBrowser
  display: Display
  /** Starts the browser again after it was killed. */
  launchAgain(): Promise<TestBrowser>
  stop(): Promise<void>
}

export interface StageOptions extends Partial<LaunchOptions> {
  /** Pages of the stand-in server by host and path. */
  pages?: Record<string, string>
}

export async function openStage(
  launch: Launch,
  { pages = {}, ...options }: StageOptions = {},
): Promise<Stage> {
  const display = await startDisplay()
  const server = await startStandInServer(pages)
  const start = () => launch({ port: server.port, headless: false, env: display.env, ...options })
  const stopAround = async () => {
    await server.close()
    await display.stop()
  }
  try {
    const stage: Stage = {
      browser: await start(),
      display,
      launchAgain: async () => (stage.browser = await start()),
      stop: async () => {
        await stage.browser.close()
        await stopAround()
      },
    }
    return stage
  } catch (error) {
    await stopAround()
    throw error
  }
}

/** Opens several stages at once and always closes them in the end. */
export async function onStages<Result>(
  open: readonly (() => Promise<Stage>)[],
  measure: (stages: Stage[]) => Promise<Result>,
): Promise<Result> {
  const stages: Stage[] = []
  try {
    for (const next of open) stages.push(await next())
    return await measure(stages)
  } finally {
    await Promise.all(stages.map((stage) => stage.stop()))
  }
}

/** Opens one stage and always closes it in the end. */
export const onStage = <Result>(
  launch: Launch,
  options: StageOptions,
  measure: (stage: Stage) => Promise<Result>,
): Promise<Result> => onStages([() => openStage(launch, options)], ([stage]) => measure(stage as Stage))

const WELCOME = '/welcome.html'

/** Closes the welcome page, which opens once, before anything is measured. */
export async function dismissWelcome(browser: TestBrowser): Promise<void> {
  if (browser.name === 'firefox') return dismissAsExtension(browser)
  const welcome = await until('the welcome page is open', async () =>
    (await browser.driver.pages()).find((page) => page.url().endsWith(WELCOME)),
  )
  await welcome.close()
}

/** Firefox's driver does not list pages that it did not open itself. */
async function dismissAsExtension(browser: TestBrowser): Promise<void> {
  const welcome = await until('the welcome page is open', () =>
    browser.evaluate(async (path) => {
      const tabs = await chrome.tabs.query({})
      return tabs.find(({ url }) => url?.endsWith(path))?.id
    }, WELCOME),
  )
  await browser.evaluate((id) => chrome.tabs.remove(id), welcome)
}

export async function visit(browser: TestBrowser, address: string): Promise<Page> {
  const page = await browser.newPage()
  await browser.goto(page, address)
  return page
}

/** Waits, because the measurement is about time itself. */
export const wait = (ms: number): Promise<void> => sleep(ms)

export const between = (least: number, most: number): number => least + Math.random() * (most - least)
