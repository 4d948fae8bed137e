import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from './harness/chromium.ts'
import { type Display, startDisplay } from './harness/display.ts'
import { launchFirefox } from './harness/firefox.ts'
import type { LaunchOptions } from './harness/launch-options.ts'
import { type StandInServer, startStandInServer } from './harness/stand-in-server.ts'
import { removeDirectory, temporaryDirectory } from './harness/temporary-directory.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { closedSpans, openSpan, pass, recording, welcomed } from './scene.ts'

const BROWSERS = [
  { name: 'Chromium', launch: (options: LaunchOptions) => launchChromium(options) },
  { name: 'Firefox', launch: (options: LaunchOptions) => launchFirefox({ ...options, persistent: true }) },
]

describe.each(BROWSERS)('$name', ({ launch }) => {
  let display: Display
  let server: StandInServer
  let userDataDir: string
  let browser: TestBrowser | undefined

  beforeAll(async () => {
    display = await startDisplay()
    server = await startStandInServer()
    userDataDir = await temporaryDirectory('restart')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await display?.stop()
    await removeDirectory(userDataDir)
  })

  const start = () => launch({ port: server.port, headless: false, env: display.env, userDataDir })

  const visit = async (address: string, surface: string): Promise<void> => {
    if (!browser) throw new Error('no browser')
    const page = await browser.newPage()
    await browser.goto(page, address)
    await recording(browser, surface)
  }

  /** Kills the browser in the middle of a page and tells when that was. */
  const killInTheMiddle = async (): Promise<number> => {
    await pass(7)
    const killedAt = Date.now()
    await browser?.kill()
    return killedAt
  }

  const endOfLastSpan = async (surface: string): Promise<number> => {
    const span = await until(`the span on ${surface} is closed`, async () =>
      browser ? (await closedSpans(browser)).find((candidate) => candidate.surface === surface) : undefined,
    )
    return span.end
  }

  test('a browser killed and restarted at once loses at most a beat and invents nothing', async () => {
    browser = await start()
    await welcomed(browser)
    await visit('https://www.coursera.org/', 'coursera.org')
    const killedAt = await killInTheMiddle()
    browser = await start()
    await visit('https://www.zeit.de/', 'zeit.de')
    const end = await endOfLastSpan('coursera.org')
    expect(end).toBeLessThanOrEqual(killedAt)
    expect(killedAt - end).toBeLessThanOrEqual(6000)
  })

  test('a browser killed and restarted after a while loses no more and invents nothing', async () => {
    const killedAt = await killInTheMiddle()
    await pass(6)
    browser = await start()
    await visit('https://www.example.org/', 'example.org')
    const end = await endOfLastSpan('zeit.de')
    expect(end).toBeLessThanOrEqual(killedAt)
    expect(killedAt - end).toBeLessThanOrEqual(6000)
  })

  test('no row is broken and at most one span is open', async () => {
    if (!browser) throw new Error('no browser')
    const spans = await closedSpans(browser)
    expect(spans.map(({ surface }) => surface)).toEqual(expect.arrayContaining(['coursera.org', 'zeit.de']))
    expect(spans.filter(({ start: from, end }) => !(end > from))).toEqual([])
    expect((await openSpan(browser))?.surface).toBe('example.org')
  })
})
