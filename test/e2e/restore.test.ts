/** A new computer: the welcome page brings in a backup, or another tool's history, before it asks anything. */
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, describe, expect, test } from 'vitest'
import { plain } from '../fixtures/plain.ts'
import { minutes } from '../fixtures/rules.ts'
import { SMALL_FOREIGN } from '../fixtures/small-foreign.ts'
import { flawsOf } from './axe.ts'
import { exportBy, openDataPage } from './data-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { collectDownloads } from './harness/downloads.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { click, openOwnPage, resize, tabTo, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { tooSmall, tooWide } from './usable.ts'
import { putRule, ruleOf } from './wall-scene.ts'

const foreignPath = join(tmpdir(), `zeitwert-${process.pid}-restore.txt`)

const isAt = (page: Page, words: string) =>
  until(`the page is at “${words}”`, async () => (await textOf(page, 'h1')) === words)

/** Fills the record, the rate and the limits, exports all of it, and erases it here: as on a new computer. */
async function movedAway(browser: TestBrowser): Promise<string> {
  const downloads = await collectDownloads(browser)
  await setRate(browser)
  await putRule(browser, ruleOf({ bound: minutes(25) }))
  await seedVisits(browser, [{ surface: 'coursera.org', seconds: 600, minutesAgo: 60 }])
  const page = await openDataPage(browser)
  const { path } = await exportBy(page, downloads, 'Export everything')
  await page.close()
  return path
}

async function chooseIn(page: Page, path: string): Promise<void> {
  const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(path)
  await until('the preview is on screen', () => page.$('.import-question'))
}

/** Whether the page lets the person go on. */
const mayContinue = (page: Page) =>
  page.$$eval('.actions button', (all) => {
    const button = all.find(({ textContent }) => textContent === 'Continue') as HTMLButtonElement | undefined
    return button ? !button.disabled : null
  })

async function imported(page: Page): Promise<void> {
  await click(page, 'Import', '.import-question')
  await until('it is imported', async () => (await textOf(page, 'main'))?.includes('The file was imported.'))
}

describe.each(BROWSERS)('$name', ({ launch }) => {
  const old = useScene(launch)
  const scene = useScene(launch)
  afterAll(() => rm(foreignPath, { force: true }))

  test('another tool’s file is brought in by keyboard, then the first question comes', async () => {
    await writeFile(foreignPath, SMALL_FOREIGN['watt table']!)
    const page = await openOwnPage(scene.browser, 'welcome.html')
    await tabTo(page, 'I come from another tool')
    await page.keyboard.press('Enter')
    await isAt(page, 'Bring your history with you')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await chooseIn(page, foreignPath)
    await imported(page)
    await click(page, 'Continue')
    await isAt(page, 'What is your hour worth?')
    expect(await scene.browser.readDatabase('totals')).not.toEqual([])
    await click(page, 'I come from another tool')
    await isAt(page, 'Bring your history with you')
    await click(page, 'Undo the import')
    await until('it is undone', async () => (await scene.browser.readDatabase('totals')).length === 0)
    await page.close()
  })

  test('a backup brings back the record, the rate and the limits, and nothing more is asked', async () => {
    const path = await movedAway(old.browser)
    const page = await openOwnPage(scene.browser, 'welcome.html')
    await click(page, 'I have a Zeitwert backup')
    await isAt(page, 'Bring your history with you')
    await chooseIn(page, path)
    expect(await flawsOf(page)).toEqual([])
    for (const width of [360, 1440]) {
      await resize(page, width, 900)
      expect(await tooWide(page)).toEqual([])
      expect(await tooSmall(page)).toEqual([])
    }
    await imported(page)
    await click(page, 'Continue')
    await isAt(page, 'Zeitwert is recording')
    const set = plain(await textOf(page, '.what-was-set'))
    expect(set).toContain('€36.00 an hour')
    expect(set).toContain('25 min a day')
    expect(await scene.browser.readDatabase('limits')).toHaveLength(1)
    await page.close()
  })
})

describe.each(BROWSERS)('$name, busy with a file', ({ launch }) => {
  const scene = useScene(launch)

  test('Continue waits for the answer about a file, and for the import', async () => {
    await writeFile(foreignPath, SMALL_FOREIGN['watt table']!)
    const page = await openOwnPage(scene.browser, 'welcome.html#restore')
    await until('the person may go on', () => mayContinue(page))
    await chooseIn(page, foreignPath)
    expect(await mayContinue(page)).toBe(false)
    await click(page, 'Cancel', '.import-question')
    await until('the person may go on', () => mayContinue(page))
    await chooseIn(page, foreignPath)
    // As if another page imported something: then this import waits.
    await page.evaluate(
      () =>
        new Promise<void>((held) => {
          void navigator.locks.request('zeitwert-import', () => {
            held()
            return new Promise((resolve) => Object.assign(window, { release: resolve }))
          })
        }),
    )
    await click(page, 'Import', '.import-question')
    await until('it is importing', () => page.$('.bulk progress'))
    expect(await mayContinue(page)).toBe(false)
    await page.evaluate(() => (window as unknown as { release: () => void }).release())
    await until('it is imported', async () =>
      (await textOf(page, 'main'))?.includes('The file was imported.'),
    )
    expect(await mayContinue(page)).toBe(true)
    await page.close()
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the two ways in are offered first, in German', async () => {
    const page = await openOwnPage(scene.browser, 'welcome.html')
    expect(await page.$$eval('.come-over button', (all) => all.map((one) => one.textContent))).toEqual([
      'Ich habe eine Zeitwert-Sicherung',
      'Ich komme von einem anderen Programm',
    ])
    await click(page, 'Ich habe eine Zeitwert-Sicherung')
    await isAt(page, 'Bring deinen Verlauf mit')
    await page.close()
  })
})
