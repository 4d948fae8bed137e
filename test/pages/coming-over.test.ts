/** Coming over from another tool: a small file of each is brought in, seen on the pages, and undone. */
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DayTotal } from '../../domain/record/day-total.ts'
import { chooseFile, openDataPage, says as saysIn } from '../e2e/data-page.ts'
import { until } from '../e2e/harness/until.ts'
import { click, openOwnPage, textOf } from '../e2e/own-page.ts'
import { setRate } from '../e2e/seed.ts'
import { SMALL_FOREIGN } from '../fixtures/small-foreign.ts'
import { PLACES } from './harness/page-scene.ts'

const smallPath = join(tmpdir(), `zeitwert-${process.pid}-small.txt`)
const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

afterAll(() => rm(smallPath, { force: true }))

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  const says = (words: string) => saysIn(page, words)
  const totals = async () => (await scene.browser.readDatabase('totals')) as DayTotal[]

  beforeAll(() => setRate(scene.browser))
  beforeEach(async () => {
    page = await openDataPage(scene.browser)
  })
  afterEach(() => page.close())

  test('a file that is not read is told what it seems to be, and what would be read', async () => {
    await writeFile(smallPath, '{"Browser History":[{"url":"https://a.example/","time_usec":1}]}')
    await chooseFile(page, smallPath)
    await says('This seems to be a browser’s history.')
    await says('Nothing was changed.')
    await says('of Time Tracker the backup and its records')
  })

  test.each(Object.entries(SMALL_FOREIGN))('a %s is brought in and undone', async (name, text) => {
    const before = await totals()
    await writeFile(smallPath, text)
    await chooseFile(page, smallPath)
    const question = await until('the preview is on screen', () => textOf(page, '#data .import-question'))
    // What a phone counted was in no browser.
    expect(question?.includes('Is it about this browser?')).toBe(!name.startsWith('stayfree'))
    await click(page, 'Import', '#data .import-question')
    await says('The file was imported.')
    expect((await totals()).filter(({ day }) => day.startsWith('2023-'))).toContainEqual(
      expect.objectContaining({ surface: 'instagram.com/?', ms: 61_000 }),
    )
    await page.close()
    for (const [hash, words] of [
      ['#/trends/2023-11', '1 min'],
      ['#/sites/2023-11', 'Instagram unknown part'],
      ['#/week/2023-11', 'as day totals'],
    ] as const) {
      page = await openOwnPage(scene.browser, `dashboard.html${hash}`)
      await until(`${hash} says “${words}”`, async () => plain(await textOf(page, 'main')).includes(words))
      await page.close()
    }
    page = await openDataPage(scene.browser)
    await click(page, 'Undo the import', '#data')
    await says('The import was undone.')
    expect(await totals()).toEqual(before)
  })

  test('dates that can be read in two ways are asked about', async () => {
    await writeFile(smallPath, 'domain,date,time(sec)\r\na.example,3/4/2023,61')
    await chooseFile(page, smallPath)
    await until('the preview is on screen', () => textOf(page, '#data .import-question'))
    await says('Its dates can be read in two ways')
    const second = await page.$$('#data .import-question fieldset:first-of-type input')
    await second[1]!.click()
    await until('the other day is shown', async () =>
      /DaysApr 3, 2023/.test(plain(await textOf(page, '#data .import-question .preview'))),
    )
    await click(page, 'Cancel', '#data .import-question')
  })
})
