/** The Data section: what is exported, imported, undone, deleted and erased. */
import { open, writeFile } from 'node:fs/promises'
import Papa from 'papaparse'
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { EVERY_DAY } from '../../domain/firewall/rule.ts'
import {
  chooseFile,
  exportBy,
  type Exported,
  importFile,
  ofOtherDevice,
  openDataPage,
  says as saysIn,
  statement as statementOf,
  stored as storedIn,
  VISITS,
} from '../e2e/data-page.ts'
import type { Downloads } from '../e2e/harness/downloads.ts'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { click, fillIn, openOwnPage, textOf } from '../e2e/own-page.ts'
import { seedVisits, setRate, storedSettings } from '../e2e/seed.ts'
import { ruleOf } from '../fixtures/rules.ts'
import { PLACES } from './harness/page-scene.ts'

/** Runs in a page: marks the last import as interrupted, as if its page had been closed half-way. */
const cutShort = () =>
  new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('zeitwert')
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('backup', 'readwrite')
      const heads = writing.objectStore('backup').openCursor(null, 'prev')
      heads.addEventListener('success', () => {
        const row = heads.result
        if (row?.value.type === 'head') row.update({ ...row.value, isCutShort: true })
        else row?.continue()
      })
      writing.addEventListener('complete', () => {
        opening.result.close()
        resolve()
      })
      writing.addEventListener('abort', () => reject(writing.error))
    })
  })

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page
  let downloads: Downloads
  let whole: Exported

  const says = (words: string) => saysIn(page, words)
  /** The figures of today; the Data section is opened anew after them. */
  const statement = async () => {
    await page.close()
    const figures = await statementOf(scene.browser)
    page = await openDataPage(scene.browser)
    return figures
  }
  const stored = () => storedIn(scene.browser)

  beforeAll(async () => {
    const { browser } = scene
    await setRate(browser)
    await seedVisits(browser, VISITS)
    await command(browser, 'changeSurface', { surface: 'instagram.com', change: { name: '<b>Insta</b>' } })
    const bound = { type: 'time', allowance: { per: 'day', of: EVERY_DAY(600) } } as const
    await command(browser, 'putRule', { rule: ruleOf({ bound }), pin: null })
    downloads = await scene.collectDownloads()
  })
  beforeEach(async () => {
    page = await openDataPage(scene.browser)
  })
  afterEach(() => page.close())

  test('the export of everything is one file without the PIN', async () => {
    await command(scene.browser, 'setPin', { pin: '4711', old: null })
    whole = await exportBy(page, downloads, 'Export everything')
    const file = JSON.parse(whole.text) as { days: { surfaces: string[] }[]; limits: unknown[] }
    expect(new Set(file.days.flatMap(({ surfaces }) => surfaces))).toEqual(
      new Set(VISITS.map(({ surface }) => surface)),
    )
    expect(file.limits).toHaveLength(1)
    expect(whole.text).not.toMatch(/pin|salt|hash/)
  })

  test('spans and days are exported as CSV', async () => {
    for (const [kind, word] of [
      ['spans.csv', 'start'],
      ['days.csv', 'net_minor'],
    ] as const) {
      await page.select('#data select', kind)
      const { text } = await exportBy(page, downloads, 'Export these days', kind)
      const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
      expect(meta.fields).toContain(word)
      const surfaces = new Set(data.map((row) => row['surface']))
      expect(surfaces).toEqual(new Set(VISITS.map(({ surface }) => surface)))
    }
  })

  test('a broken file is refused with a reason and changes nothing', async () => {
    const before = await stored()
    const path = `${whole.path}.broken.json`
    for (const [text, words] of [
      [whole.text.slice(0, -30), 'damaged, incomplete or'],
      ['', 'This file is empty.'],
      ['{"tabs":[]}', 'from another program'],
      ['{"format":"zeitwert","version":9}', 'newer version of Zeitwert (version 9'],
    ] as const) {
      await writeFile(path, text)
      await chooseFile(page, path)
      await says(words)
      await says('Nothing was changed.')
    }
    await writeFile(path, whole.text.replace(/"spans":\[\[(\d+),(\d+),\d+/, '"spans":[[$1,$2,1'))
    await chooseFile(page, path)
    await says('days[0].spans[0]: it ends before it begins')
    expect(await page.$eval('#data .import-question .primary', (button) => button.matches(':disabled'))).toBe(
      true,
    )
    await click(page, 'Cancel', '#data .import-question')
    expect(await stored()).toEqual(before)
  })

  test('a file over 100 MB is refused unread, and the next file is read as usual', async () => {
    const before = await stored()
    const path = `${whole.path}.large.json`
    const file = await open(path, 'w')
    await file.truncate(101_000_000)
    await file.close()
    await chooseFile(page, path)
    await says('This file is larger than 100 MB.')
    await says('Nothing was changed.')
    await chooseFile(page, whole.path)
    await until('the import is to be confirmed', () => textOf(page, '#data .import-question'))
    expect(await textOf(page, '#data .refused')).toBeNull()
    await click(page, 'Cancel', '#data .import-question')
    expect(await stored()).toEqual(before)
  })

  test('an import after erasing restores everything; limits under a PIN survive the erasing', async () => {
    const [figures, before] = [await statement(), await stored()]
    await click(page, 'Erase everything', '#data')
    await fillIn(page, 'To confirm, type “erase”', 'no', '#data')
    await click(page, 'Erase everything', '#data form')
    await says('or leave everything as it is')
    await fillIn(page, 'To confirm, type “erase”', 'erase', '#data')
    await click(page, 'Erase everything', '#data form')
    await says('Everything but your limits was erased')
    expect(await stored()).toMatchObject({ spans: [], days: [], surfaces: [], rates: [] })
    expect(await scene.browser.readDatabase('limits')).toEqual(before['limits'])
    expect(await storedSettings(scene.browser)).toEqual({})
    expect(await statement()).toEqual({})

    await importFile(page, whole.path)
    expect(await statement()).toEqual(figures)
    const { log = [], ...after } = await stored()
    const { log: logBefore = [], ...rest } = before
    expect(after).toEqual({ ...rest, backup: expect.anything() })
    // After erasing, how a limit changed names no site any more.
    const isOfRule = (row: unknown) => (row as { type: string }).type === 'rule'
    expect(log.filter((row) => !isOfRule(row))).toEqual(logBefore.filter((row) => !isOfRule(row)))
    expect(JSON.stringify(log.filter(isOfRule))).not.toMatch(/instagram|youtube|duolingo/)
    await page.close()
    page = await openOwnPage(scene.browser, 'dashboard.html#/sites')
    await click(page, 'Other sites')
    await until('a name with markup from the file is shown as text', async () =>
      (await textOf(page, '.sites'))?.includes('<b>Insta</b>'),
    )
  })

  test('an import is undone in one click, and later changes stay', async () => {
    const figures = await statement()
    await chooseFile(page, await ofOtherDevice(whole))
    await says('on both at the same time')
    await click(page, 'Import', '#data .import-question')
    await says('The file was imported.')
    expect(await statement()).not.toEqual(figures)
    const said = { surface: 'wikipedia.org', change: { name: 'Since' } }
    await command(scene.browser, 'changeSurface', said)
    await click(page, 'Undo the import', '#data')
    await says('The import was undone.')
    expect(await statement()).toEqual(figures)
    expect(await scene.browser.readDatabase('surfaces')).toContainEqual({
      surface: 'wikipedia.org',
      name: 'Since',
    })
  })

  test('every page reports an interrupted import and links to its undo', async () => {
    const figures = await statement()
    await importFile(page, await ofOtherDevice(whole))
    await page.evaluate(cutShort)
    await page.close()
    page = await openOwnPage(scene.browser, 'dashboard.html#/today')
    await until('the interruption is reported', async () =>
      (await textOf(page, '.trouble'))?.includes('was interrupted'),
    )
    await click(page, 'Undo it under Data')
    await click(page, 'Undo the import', '#data')
    await until('the import is undone', async () =>
      (await textOf(page, '#data'))?.includes('The import was undone.'),
    )
    await page.evaluate(() => (location.hash = '#/today'))
    await until('the report is gone', async () => (await textOf(page, '.trouble')) === null)
    expect(await statement()).toEqual(figures)
  })

  test('deleting days asks first and says how much is deleted', async () => {
    await click(page, 'Delete these days', '#data')
    await says('time spans? This cannot be undone.')
    await click(page, 'Delete', '#data .sure')
    await says('These days were deleted.')
    expect(await statement()).toEqual({})
  })
})
