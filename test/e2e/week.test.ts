/** What the statement of a week leaves to the browser: axe, files and paper. The rest is in test/pages. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statementFileName } from '../../domain/file/statement-file'
import { KINDS } from '../../domain/surface/kind'
import { LAST_WEEK, seedWeeks, spanOn } from '../pages/week-page.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { collectDownloads } from './harness/downloads.ts'
import { writeRows } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { click, openOwnPage, textOf } from './own-page.ts'
import { useScene } from './scene.ts'

const EVERY_KIND = [
  'youtube.com/watch',
  'whatsapp.com',
  'character.ai',
  'spiegel.de',
  'amazon.com',
  'lichess.org',
  'pornhub.com',
  'bet365.com',
  'github.com',
  'chatgpt.com',
  'some.example',
]

describe.each(BROWSERS)('$name', ({ name, launch }) => {
  const scene = useScene(launch)
  let page: Page
  beforeAll(async () => {
    await seedWeeks(scene.browser)
    page = await openOwnPage(scene.browser, 'dashboard.html#/week')
  })
  afterAll(() => page.close())

  test('axe finds nothing in the figures, nor in what was found', async () => {
    expect(await flawsOf(page)).toEqual([])
    await until('the findings are there', () => textOf(page, '.findings'))
    expect(await flawsOf(page)).toEqual([])
  })

  test('Markdown, CSV, JSON and picture are complete even if the person clicks all of them at once', async () => {
    const downloads = await collectDownloads(scene.browser)
    const stem = statementFileName(LAST_WEEK, 'md').replace(/md$/, '')
    for (const words of ['Markdown', 'CSV', 'JSON', 'Save the picture']) await click(page, words)
    expect((await downloads.read(`${stem}md`)).text).toContain('| Total | 3')
    expect((await downloads.read(`${stem}csv`)).text).toContain(
      'surface,reddit.com,feed,9000,9000,0,-9000,EUR,3600,0,assumed',
    )
    const { total } = JSON.parse((await downloads.read(`${stem}json`)).text) as { total: object }
    expect(total).toMatchObject({ seconds: 12_600, costMinor: 12_600, returnMinor: 7200, netMinor: -5400 })
    const { path } = await downloads.read(`${stem}png`)
    const picture = await readFile(path)
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
  })

  // Chromium only: Firefox compresses the PDF, so its pages cannot be counted in the text.
  test.runIf(name === 'Chromium')('a week with every kind prints on one sheet', async () => {
    const more = EVERY_KIND.map((surface, index) => spanOn(LAST_WEEK.last, 20, surface, 10 + index))
    await writeRows(scene.browser, 'spans', more)
    const full = await openOwnPage(scene.browser, 'dashboard.html#/week')
    const kinds = await full.evaluate(() => document.querySelectorAll('.statement [data-kind]').length)
    expect(kinds).toBe(KINDS.length)
    await until('the findings are there', async () => (await textOf(full, '.findings')) !== null)
    const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' }
    const paper = Buffer.from(await full.pdf({ format: 'A4', margin })).toString('latin1')
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await full.close()
  })
})
