/**
 * The demo without a display: writes a sample history, visits six pages of five sites, reads the popup and the findings
 * of last week, runs into a limit, and takes pictures.
 */
import { launchChromium } from '../../test/e2e/harness/chromium.ts'
import { launchFirefox } from '../../test/e2e/harness/firefox.ts'
import { startStandInServer } from '../../test/e2e/harness/stand-in-server.ts'
import { temporaryDirectory } from '../../test/e2e/harness/temporary-directory.ts'
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { welcomed } from '../../test/e2e/welcomed.ts'
import { compare } from './check.ts'
import { zoneOfEvening } from './evening.ts'
import { readPopup } from './figures.ts'
import { readFindings } from './findings.ts'
import { goToWall, runIntoLimit } from './limit.ts'
import { type Language, readyForPictures, takePictures, takeWall } from './pictures.ts'
import { reasonOf } from './reason.ts'
import { say, sayComparison, sayFigures, sayFindings } from './say.ts'
import { seed } from './seed.ts'
import { takeStatement } from './statement.ts'
import { goToLastStop, PAGES, visitAll } from './visits.ts'

// The browser inherits this time zone, so that both agree on the day.
process.env['TZ'] = zoneOfEvening(Date.now())

const isFirefox = process.argv[2] === 'firefox'
const launch = isFirefox ? launchFirefox : launchChromium

/** Opens the browser in a language, does the work and closes the browser. */
async function within<Result>(
  language: Language,
  work: (browser: TestBrowser) => Promise<Result>,
): Promise<Result> {
  // Chromium keeps the preferred languages in the profile, and takes the first day of the week from them.
  const args = isFirefox ? [] : [`--accept-lang=${language}`]
  const browser = await launch({ port: server.port, userDataDir: profile, lang: language, args }).catch(
    (cause: unknown) => {
      throw new Error(`the browser did not start (${reasonOf(cause)})`, { cause })
    },
  )
  try {
    await readyForPictures(browser)
    return await work(browser)
  } finally {
    await browser.close()
  }
}

async function showMainJob(browser: TestBrowser): Promise<boolean> {
  await welcomed(browser)
  const { spans, sealedDays } = await seed(browser)
  say(
    `Wrote ten sample weeks: ${spans.length} invented visits up to this evening. The worker sealed ${sealedDays} days.`,
  )

  say('\nVisiting six pages of five sites, all served by a local stand-in server:')
  const before = await readPopup(browser)
  const visits = await visitAll(browser, (line) => say(`  ${line}`))
  const after = await readPopup(browser)
  const comparisons = compare(visits, before, after)
  sayFigures(after)
  sayComparison(comparisons)
  sayFindings(await readFindings(browser))
  say('\nUsing up a limit of one minute a day with 20 seconds left:')
  const { seconds, isInTime } = await runIntoLimit(browser)
  say(`  the wall came after ${seconds.toFixed(1)} s`)
  say('\nPictures:')
  await takeWall(browser, 'en', sayFile)
  await goToLastStop(browser)
  await takePictures(browser, 'en', sayFile)
  say('\nLast week’s statement as Markdown, CSV, JSON, card and PDF:')
  await takeStatement(browser, 'en', sayFile)
  return isInTime && comparisons.every(({ agrees }) => agrees)
}

async function takeGermanPictures(browser: TestBrowser): Promise<void> {
  const language = await browser.evaluate(() => chrome.i18n.getUILanguage())
  if (!language.startsWith('de')) {
    say('  no German pictures: this browser has no German language pack')
    return
  }
  await goToWall(browser)
  await takeWall(browser, 'de', sayFile)
  await goToLastStop(browser)
  await takePictures(browser, 'de', sayFile)
  await takeStatement(browser, 'de', sayFile)
}

const sayFile = (file: string) => say(`  ${file}`)

const profile = await temporaryDirectory('demo')
const server = await startStandInServer(PAGES)
try {
  say(`Opening ${isFirefox ? 'Firefox' : 'Chromium'} without a window, in a fresh profile …`)
  const agrees = await within('en', showMainJob)
  await within('de', takeGermanPictures)
  say(
    agrees
      ? '\nDone: the popup shows the visited time, and the limit held.'
      : '\nFailed: the popup does not show the visited time, or the limit did not hold.',
  )
  process.exitCode = agrees ? 0 : 1
} catch (error) {
  console.error(`\nThe demo stopped: ${reasonOf(error)}`)
  process.exitCode = 1
} finally {
  await server.close()
}
