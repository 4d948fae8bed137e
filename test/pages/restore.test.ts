/** A new computer: the welcome page brings in another tool's history before it asks anything. */
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, describe, expect, test } from 'vitest'
import { until } from '../e2e/harness/until.ts'
import { click, openOwnPage, tabTo, textOf } from '../e2e/own-page.ts'
import { SMALL_FOREIGN } from '../fixtures/small-foreign.ts'
import { PLACES } from './harness/page-scene.ts'
import { chooseIn, imported, isAt } from './restore-page.ts'

const foreignPath = join(tmpdir(), `zeitwert-${process.pid}-restore.txt`)

/** Whether the page lets the person go on. */
const mayContinue = (page: Page) =>
  page.$$eval('.actions button', (all) => {
    const button = all.find(({ textContent }) => textContent === 'Continue') as HTMLButtonElement | undefined
    return button ? !button.disabled : null
  })

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
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
})

describe.each(PLACES)('$name, busy with a file', ({ usePages }) => {
  const scene = usePages()

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

describe.each(PLACES)('$name in German', ({ usePages }) => {
  const scene = usePages({ lang: 'de' })

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
