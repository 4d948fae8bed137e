/** Foreign hosts behind a known name: in a file, and in a row that is already there. */
import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { Opinion } from '../../domain/surface/opinion'
import { chooseFile, exportBy, openDataPage, says } from './data-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { collectDownloads } from './harness/downloads.ts'
import { writeRows } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { useScene } from './scene.ts'
import { seedVisits } from './seed.ts'
import { CLOSED, FEED, putRule, tryToGo, wallPage } from './wall-scene.ts'

const HOSTS = ['evil.example/login', 'coursera.org@evil.example', 'evil.example'] as const
const opinionWith = (iconHost: string) => ({ surface: 'coursera.org', worthQuarters: 8, iconHost })

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  test('a file with a foreign host for a site is named as wrong, and not imported', async () => {
    const { browser } = scene
    await seedVisits(browser, [{ surface: 'coursera.org', minutesAgo: 60, seconds: 60 }])
    const downloads = await collectDownloads(browser)
    const exporting = await openDataPage(browser)
    const { path, text } = await exportBy(exporting, downloads, 'Export everything')
    await exporting.close()
    for (const [index, host] of HOSTS.entries()) {
      const other = `${path}.${index}.json`
      await writeFile(other, JSON.stringify({ ...JSON.parse(text), surfaces: [opinionWith(host)] }))
      const page = await openDataPage(browser)
      await chooseFile(page, other)
      await says(page, 'One place in this file makes no sense:')
      await page.close()
    }
    expect(await browser.readDatabase('surfaces')).toEqual([])
  })

  test.each(HOSTS)(
    'a wall links an investment to its site, whatever stands in its row (%s)',
    async (host) => {
      const { browser } = scene
      await writeRows(browser, 'surfaces', [opinionWith(host) as Opinion])
      if ((await browser.readDatabase('limits')).length === 0) await putRule(browser, CLOSED)
      await tryToGo(browser, await browser.newPage(), FEED)
      const wall = await wallPage(browser)
      const links = await until('the wall offers something better', async () => {
        const found = await wall.evaluate(() =>
          [...document.querySelectorAll<HTMLAnchorElement>('.wall-better a')].map(({ href }) => href),
        )
        return found.length > 0 && found
      })
      expect(links).toEqual(['https://coursera.org/'])
      expect(await wall.evaluate(() => document.documentElement.outerHTML)).not.toContain('evil.example')
      await wall.close()
    },
  )
})
