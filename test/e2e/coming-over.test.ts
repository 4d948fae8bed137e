/** Coming over from another tool, also for who cannot see the page. Small files of each tool are in test/pages. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DayTotal } from '../../domain/record/day-total.ts'
import type { StoredRule } from '../../domain/firewall/rule.ts'
import { addDays, DAY_MS } from '../../domain/time/local-time.ts'
import { flawsOf } from './axe.ts'
import { chooseFile, openDataPage, says as saysIn } from './data-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { choose, click, openOwnPage, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { setRate } from './seed.ts'

const SAMPLE = join(import.meta.dirname, '../fixtures/foreign/time-tracker/timer_backup_20261122_112453.json')
const [SAMPLE_FIRST, SAMPLE_LAST] = ['2026-07-26', '2026-11-22']

/** What the sample holds without virtual sites (see its expected.json). */
const WHOLE_MS = 1_043_150_766
const WHOLE_WORDS = '289 h 45 min'
const YOUTUBE = 'YouTube, 71\u202Fh\u00A055\u202Fmin'

const path = join(tmpdir(), `zeitwert-${process.pid}-backup.json`)
const smallPath = join(tmpdir(), `zeitwert-${process.pid}-small.txt`)
const awPaths = [1, 2, 3].map((part) => join(tmpdir(), `zeitwert-${process.pid}-aw-${part}.json`))
const OPTIONS = join(
  import.meta.dirname,
  '../fixtures/foreign/leechblock/LeechBlockOptions-2026-11-22T10-18-34.txt',
)
const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

/** The days of the sample move so that it ends two days ago, whenever the test runs. */
const movedDays = Math.round((Date.now() - Date.parse(SAMPLE_LAST)) / DAY_MS) - 2
const moved = (day: string): string => addDays(day, movedDays)
const RANGE = `${moved(SAMPLE_FIRST)}_${moved(SAMPLE_LAST)}`

beforeAll(async () => {
  const backup = JSON.parse(await readFile(SAMPLE, 'utf8')) as { __stat__: { date: string }[] }
  const rows = backup.__stat__.map((row) => {
    const day = row.date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    return { ...row, date: moved(day).replaceAll('-', '') }
  })
  await writeFile(path, JSON.stringify({ ...backup, __stat__: rows }))
})
afterAll(() => Promise.all([path, smallPath, ...awPaths].map((one) => rm(one, { force: true }))))

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  const says = (words: string) => saysIn(page, words)
  const totals = async () => (await scene.browser.readDatabase('totals')) as DayTotal[]

  beforeAll(async () => {
    await setRate(scene.browser)
    page = await openDataPage(scene.browser)
  })
  afterAll(() => page.close())

  test('the preview says what a backup of Time Tracker would bring, before anything is written', async () => {
    await chooseFile(page, path)
    const question = await until('the preview is on screen', () => textOf(page, '#data .import-question'))
    for (const words of [
      'Time Tracker',
      '106, from ',
      WHOLE_WORDS,
      'YouTube unknown part: ',
      'Google Docs: ',
      'Parts of sites, whose time is in their site already: 52 entries',
      'github.com/*/issues',
      'Is it about this browser?',
    ])
      expect(plain(question)).toContain(words)
    expect(await totals()).toEqual([])
    expect(await flawsOf(page)).toEqual([])
  })

  test('it is written as answered, and seen in Trends, Sites and a statement', async () => {
    await choose(page, YOUTUBE, 'YouTube Videos (Video)', '#data')
    await click(page, 'Import', '#data .import-question')
    await says('The file was imported.')
    const rows = await totals()
    expect(rows.reduce((sum, { ms }) => sum + ms, 0)).toBe(WHOLE_MS)
    expect(new Set(rows.map(({ source, browser }) => `${source} ${browser}`))).toEqual(
      new Set(['time-tracker unsure']),
    )
    const surfaces = new Set(rows.map(({ surface }) => surface))
    expect(surfaces).toContain('youtube.com/watch')
    expect(surfaces).not.toContain('youtube.com/?')
    expect(surfaces).toContain('reddit.com/?')

    for (const [hash, words] of [
      [`#/trends/${RANGE}`, `${WHOLE_WORDS} from Time Tracker as day totals`],
      [`#/sites/${RANGE}`, 'Reddit unknown part'],
      [`#/sites/${RANGE}/youtube.com`, 'all time on this site was in its parts: 71 h 55 min'],
    ] as const) {
      const other = await openOwnPage(scene.browser, `dashboard.html${hash}`)
      await until(`${hash} says “${words}”`, async () => plain(await textOf(other, 'main')).includes(words))
      expect(await flawsOf(other)).toEqual([])
      await other.close()
    }
    await page.bringToFront()
  })

  test('the same file again has nothing to bring', async () => {
    await chooseFile(page, path)
    await until('the preview is on screen', () => textOf(page, '#data .import-question'))
    await until('all of it is here already', async () =>
      /Day totals\s*[\d,.]+ here already/.test(plain(await textOf(page, '#data .import-question'))),
    )
    expect(await page.$eval('#data .import-question .primary', (button) => button.matches(':disabled'))).toBe(
      true,
    )
    await click(page, 'Cancel', '#data .import-question')
  })

  test('an app that no table knows can be given its site', async () => {
    await writeFile(
      smallPath,
      ',Device,"November 10, 2023",Total Usage\nInstagram,,1m 0s,1m 0s\nCat Finder,,2m 0s,2m 0s\nTotal Usage,,3m 0s,3m 0s',
    )
    await chooseFile(page, smallPath)
    const question = await until('the preview is on screen', () => textOf(page, '#data .import-question'))
    expect(plain(question)).toContain('Apps whose site is not known: 1 entry, 2 min (Cat Finder)')
    await (await page.$('#data .foreign-parts summary'))!.click()
    const field = (await page.$('#data .foreign-parts input'))!
    await field.type('cats.example')
    await until('its time counts', async () =>
      plain(await textOf(page, '#data .import-question .preview')).includes('cats.example: 2 min'),
    )
    expect(plain(await textOf(page, '#data .import-question'))).not.toContain('Apps whose site')
    expect(await flawsOf(page)).toEqual([])
    await click(page, 'Cancel', '#data .import-question')
  })

  test('the limits of a backup came with it, switched off', async () => {
    const rules = (await scene.browser.readDatabase('limits')) as StoredRule[]
    expect(rules.length).toBe(6)
    expect(rules.filter(({ rule }) => rule.isOn)).toEqual([])
  })

  test('undoing takes exactly it away', async () => {
    await click(page, 'Undo the import', '#data')
    await says('The import was undone.')
    expect(await totals()).toEqual([])
    expect(await scene.browser.readDatabase('limits')).toEqual([])
    const trends = await openOwnPage(scene.browser, `dashboard.html#/trends/${RANGE}`)
    expect(plain(await textOf(trends, 'main'))).not.toContain('Time Tracker')
    await trends.close()
  })

  test('files of ActivityWatch are brought in together as spans, and undone', async () => {
    await page.bringToFront()
    const day = addDays(new Date().toISOString().slice(0, 10), -5)
    const event = (second: number, duration: number, data: object) => ({
      timestamp: `${day}T12:00:${String(second).padStart(2, '0')}.000000+00:00`,
      duration,
      data,
    })
    const tabs = [
      event(0, 40, { url: 'https://www.instagram.com/p/secret', audible: false, incognito: false }),
      event(50, 9, { url: 'about:blank', audible: false, incognito: false }),
    ]
    const buckets = [
      ['aw-watcher-web-firefox', 'web.tab.current', tabs],
      ['aw-watcher-window_X', 'currentwindow', [event(0, 30, { app: 'firefox', title: 'x' })]],
      ['aw-watcher-afk_X', 'afkstatus', [event(0, 59, { status: 'not-afk' })]],
    ].map(([id, type, events]) => ({ buckets: { [String(id)]: { id, type, hostname: 'X', events } } }))
    await Promise.all(buckets.map((one, index) => writeFile(awPaths[index]!, JSON.stringify(one))))
    await chooseFile(page, ...awPaths)
    const question = await until('the preview is on screen', () => textOf(page, '#data .import-question'))
    for (const words of ['ActivityWatch', 'Instagram: 30 s', '1 new', 'Pages behind other programs: 1 entry'])
      expect(plain(question)).toContain(words)
    expect(await flawsOf(page)).toEqual([])
    await click(page, 'Import', '#data .import-question')
    await says('The file was imported.')
    const days = (await scene.browser.readDatabase('days')) as { device: string; day: string }[]
    expect(days.map((one) => [one.device, one.day])).toEqual([['aw:aw-watcher-web-firefox', day]])
    await click(page, 'Undo the import', '#data')
    await says('The import was undone.')
    expect(await scene.browser.readDatabase('days')).toEqual([])
  })

  test('options of LeechBlock become limits that are off; undoing leaves those switched on since', async () => {
    await page.bringToFront()
    await chooseFile(page, OPTIONS)
    const question = await until('the preview is on screen', () => textOf(page, '#data .import-question'))
    for (const words of [
      'LeechBlock',
      'Everything but Wikipedia',
      'YouTube and youtu.be: 45 min a day plus what was left the day before, then the wall',
      'Left out: regular expressions',
      'Left out: pages reached from another site (>news.google.com)',
    ])
      expect(plain(question)).toContain(words)
    expect(question).not.toContain('nacht=1')
    expect(question).not.toContain('Is it about this browser?')
    expect(await flawsOf(page)).toEqual([])
    await click(page, 'Import', '#data .import-question')
    await says('The file was imported.')

    const firewall = await openOwnPage(scene.browser, 'dashboard.html#/firewall')
    const rows = await until('the limits are listed', async () => {
      const found = await firewall.$$('.rule.off')
      return found.length === 6 ? found : null
    })
    for (const row of rows)
      expect(plain(await row.evaluate((one) => one.textContent))).toContain('Switched off')
    const buttons = await rows[0]!.$$('.rule-actions button')
    await buttons[1]!.click()
    await until('one is on', async () => (await firewall.$$('.rule.off')).length === 5)
    await firewall.close()

    await page.bringToFront()
    await click(page, 'Undo the import', '#data')
    await says('1 limit that came with it stays')
    const left = (await scene.browser.readDatabase('limits')) as StoredRule[]
    expect(left.map(({ rule }) => rule.isOn)).toEqual([true])
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the preview and its questions are in German', async () => {
    const page = await openDataPage(scene.browser)
    await chooseFile(page, path)
    const question = plain(
      await until('the preview is on screen', () => textOf(page, '#data .import-question')),
    )
    for (const words of [
      'Am meisten Zeit',
      'YouTube unbekannter Teil: ',
      'Teile von Websites, deren Zeit schon in ihrer Website steckt: 52 Einträge',
      'Welcher Teil einer Website war es?',
      'Geht es um diesen Browser?',
    ])
      expect(question).toContain(words)
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})
