/** Files made to freeze the page that reads them. */
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseFile, openDataPage, says } from './data-page.ts'
import { until } from './harness/until.ts'
import { BROWSERS } from './harness/browsers.ts'
import { click, textOf } from './own-page.ts'
import { useScene } from './scene.ts'

/** Read on the page's own thread, these files freeze it for 8 to 27 s; a busy machine delays a timer by tenths. */
const MOST_FROZEN_MS = 1000

const written = async (name: string, head: string, piece: string, count: number, tail: string) => {
  const path = join(tmpdir(), `zeitwert-${process.pid}-${name}.json`)
  const file = await open(path, 'w')
  await file.write(head)
  for (let done = 0; done < count; done += 100_000)
    await file.write(piece.repeat(Math.min(100_000, count - done)))
  await file.write(tail)
  await file.close()
  return path
}

const HEAD = '{"format":"zeitwert","version":1,"exportedAt":"2026-11-20T10:00:00.000Z"'

/** A valid row of which this version knows two values, and does not know 37. */
const UNKNOWN_ROW = `{"at":1,"type":"resume","x":[${Array.from({ length: 18 }, () => '{"a":"bbbbbbbbbbb"}').join()}]}`

/** Runs in the page: notes the longest time in which it could not answer. */
const watch = () => {
  const page = globalThis as unknown as { frozenMs: number }
  let last = performance.now()
  page.frozenMs = 0
  setInterval(() => {
    const now = performance.now()
    page.frozenMs = Math.max(page.frozenMs, now - last - 20)
    last = now
  }, 20)
}

const frozenMs = (page: Page) =>
  page.evaluate(() => Math.round((globalThis as unknown as { frozenMs: number }).frozenMs))

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page
  let paths: Record<'zeros' | 'brackets' | 'unknown', string>

  beforeAll(async () => {
    const day = '{"day":"2026-11-20","device":"x","surfaces":["a.example"],"offsets":[[0,0]],"spans":['
    paths = {
      zeros: await written('zeros', `${HEAD},"days":[${day}`, '0,', 45_000_000, '0]}]}'),
      unknown: await written('unknown', `${HEAD},"log":[`, `${UNKNOWN_ROW},`, 49_000, `${UNKNOWN_ROW}]}`),
      brackets: await written('brackets', `${HEAD},"x":`, '[', 95_000_000, ''),
    }
    page = await openDataPage(scene.browser)
    await page.evaluate(watch)
  })
  afterAll(() => Promise.all(Object.values(paths).map((path) => rm(path))))

  test.each([
    ['zeros', 'This file has more than 1,000 errors.'],
    ['brackets', 'This file is damaged'],
  ] as const)('a file of %s is refused, and the page answers all the time', async (name, words) => {
    await chooseFile(page, paths[name])
    // How long 95 MB take to read is not the matter here.
    await until(
      `the page says “${words}”`,
      async () => (await textOf(page, '#data'))?.includes(words),
      60_000,
    )
    expect(await frozenMs(page)).toBeLessThan(MOST_FROZEN_MS)
  })

  test('a valid file with two million unknown values is read, and the page answers all the time', async () => {
    await page.evaluate(() => void ((globalThis as unknown as { frozenMs: number }).frozenMs = 0))
    await chooseFile(page, paths.unknown)
    await until(
      'it is compared',
      () => textOf(page, '#data .import-question'),
      60_000,
      async () => String(await textOf(page, '#data')),
    )
    expect(await frozenMs(page)).toBeLessThan(MOST_FROZEN_MS)
    await click(page, 'Cancel', '#data .import-question')
  })

  test('reading such a file ends at once when it is cancelled', async () => {
    await page.evaluate(() => void ((globalThis as unknown as { frozenMs: number }).frozenMs = 0))
    await chooseFile(page, paths.zeros)
    await says(page, 'Reading the file')
    const before = performance.now()
    await click(page, 'Cancel', '#data')
    await says(page, 'Cancelled.')
    expect(performance.now() - before).toBeLessThan(MOST_FROZEN_MS)
    expect(await frozenMs(page)).toBeLessThan(MOST_FROZEN_MS)
  })
})
