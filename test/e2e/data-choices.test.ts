import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { flawsOf } from './axe.ts'
import {
  chooseFile,
  exportBy,
  type Exported,
  type FileDay,
  ofOtherDevice,
  openDataPage,
  says as saysIn,
  stored as storedIn,
  spanCount,
  VISITS,
  withDays,
} from './data-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { setColourScheme } from './harness/colour-scheme.ts'
import { collectDownloads } from './harness/downloads.ts'
import { until } from './harness/until.ts'
import { click, field, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'

const DAY_MS = 86_400_000

/** Copies the first day to `count` earlier days of another device, each with `spansADay` spans. */
const manyDays =
  (count: number, spansADay: number) =>
  ([first]: FileDay[]): FileDay[] =>
    Array.from({ length: count }, (_, index) => {
      const midnight = Date.parse(first!.day) - (index + 1) * DAY_MS
      const day = new Date(midnight).toISOString().slice(0, 10)
      const length = DAY_MS / spansADay
      const spans = Array.from({ length: spansADay }, (__, row): FileDay['spans'][number] => {
        const start = midnight + row * length
        return [row % first!.surfaces.length, start, start + length / 2]
      })
      return { ...first!, day, device: 'other', offsets: [[midnight, 0]], spans }
    })

/** Runs in a page: starts the import, clicks Cancel once progress shows, and returns the progress at that moment. */
const cancelOnceBegun = () =>
  new Promise<number>((resolve) => {
    const watcher = new MutationObserver(() => {
      const progress = document.querySelector<HTMLProgressElement>('#data .bulk progress')
      const cancel = document.querySelector<HTMLButtonElement>('#data .bulk button')
      if (!cancel || !progress || progress.value === 0) return
      watcher.disconnect()
      resolve(progress.value)
      cancel.click()
    })
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true })
    const go = document.querySelector<HTMLButtonElement>('#data .import-question .primary')
    go?.click()
  })

const spansOn = (rows: Record<string, unknown[]>, device: string): unknown[] =>
  ['spans', 'days'].flatMap((store) =>
    (rows[store] as { device: string }[]).filter((row) => row.device === device),
  )

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page
  let whole: Exported

  const says = (words: string) => saysIn(page, words)
  const stored = () => storedIn(scene.browser)
  const isAsked = () => until('the import is to be confirmed', () => textOf(page, '#data .import-question'))
  const close = () => click(page, 'Cancel', '#data .import-question')
  const tick = async (label: string) => (await field(page, label, '#data')).evaluate((box) => box.click())
  const undo = async () => {
    await click(page, 'Undo the import', '#data')
    await says('The import was undone.')
  }
  /** The file of another device, with one span that ends before it begins. */
  const corrupted = () =>
    withDays(whole, 'corrupted', (days) =>
      days.map((day, index) => {
        const [[surface, start], ...rest] = day.spans as [FileDay['spans'][number]]
        const spans: FileDay['spans'] = index === 0 ? [[surface, start, start - 1], ...rest] : day.spans
        return { ...day, device: 'other', spans }
      }),
    )

  beforeAll(async () => {
    const { browser } = scene
    await setRate(browser)
    await seedVisits(browser, VISITS)
    const downloads = await collectDownloads(browser)
    page = await openDataPage(browser)
    whole = await exportBy(page, downloads, 'Export everything')
  })
  afterAll(() => page.close())

  test('an import that is cancelled half-way leaves every store as it was', async () => {
    const before = await stored()
    await chooseFile(page, await withDays(whole, 'many', manyDays(400, 240)))
    await isAsked()
    const done = await page.evaluate(cancelOnceBegun)
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(1)
    await says('Cancelled. Nothing was changed.')
    expect(await stored()).toEqual(before)
  })

  test('an import in replace mode removes the old record, and undo restores it', async () => {
    const before = await stored()
    await chooseFile(page, await ofOtherDevice(whole))
    await isAsked()
    await tick('Replace what is here')
    await says(`${spanCount(whole)} removed`)
    await click(page, 'Import', '#data .import-question')
    await says('The file was imported.')
    const after = await stored()
    expect(spansOn(after, 'desk')).toEqual([])
    expect(spansOn(after, 'other')).toHaveLength(spanCount(whole))
    await undo()
    expect(await stored()).toEqual(before)
  })

  test('a file with a bad row is imported without it once the person confirms', async () => {
    await chooseFile(page, await corrupted())
    await says('One place in this file makes no sense:')
    await tick('Import the rest without them')
    await click(page, 'Import', '#data .import-question')
    await says('The file was imported.')
    expect(spansOn(await stored(), 'other')).toHaveLength(spanCount(whole) - 1)
    await undo()
  })

  describe.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', (scheme) => {
    beforeAll(() => setColourScheme(scene.browser, page, scheme))

    test('in the preview of an import', async () => {
      await chooseFile(page, await ofOtherDevice(whole))
      await isAsked()
      expect(await flawsOf(page)).toEqual([])
      await close()
    })

    test('in the list of bad rows', async () => {
      await chooseFile(page, await corrupted())
      await says('it ends before it begins')
      expect(await flawsOf(page)).toEqual([])
      await close()
    })

    test('in the confirmation for erasing everything', async () => {
      await click(page, 'Erase everything', '#data')
      await click(page, 'Erase everything', '#data form')
      await says('or leave everything as it is')
      expect(await flawsOf(page)).toEqual([])
      await click(page, 'Cancel', '#data form.sure')
    })
  })
})
