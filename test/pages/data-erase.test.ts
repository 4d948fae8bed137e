/** Erasing everything: what is left then, and that an export brings all back. */
import { writeFile } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { EVERY_DAY } from '../../domain/firewall/rule.ts'
import {
  chooseFile,
  exportBy,
  type Exported,
  importFile,
  openDataPage,
  says as saysIn,
  statement,
  stored as storedIn,
  spanCount,
  VISITS,
  withDays,
} from '../e2e/data-page.ts'
import { command, writeRows } from '../e2e/harness/fill.ts'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { click, fillIn } from '../e2e/own-page.ts'
import { seedVisits, setRate } from '../e2e/seed.ts'
import { promiseOf } from '../fixtures/commitments.ts'
import { heardOf } from '../fixtures/elsewhere.ts'
import { wishFor } from '../fixtures/focus.ts'
import { ruleOf } from '../fixtures/rules.ts'
import { PLACES } from './harness/page-scene.ts'

const bound = { type: 'time', allowance: { per: 'day', of: EVERY_DAY(600) } } as const
const today = new Date().toISOString().slice(0, 10)

/** What remains of a rule: its use, and a pass that has ended. */
const usageOf = (rule: string) => ({ rule, day: today, ms: 1000, opens: 1, amount: null, currency: null })
const passOf = (rule: string) => {
  const [at, until] = [Date.now() - 2000, Date.now() - 1000]
  return { rule, type: 'minute', day: today, at, until, priceMinor: null, currency: null }
}

/** Fills the stores that no visit and no command fills. */
async function fillTheRest(browser: PageHost): Promise<void> {
  await writeRows(browser, 'usage', [usageOf('gone')])
  for (const [store, row] of [
    ['ratings', { surface: 'instagram.com', at: 1, worthQuarters: 2 }],
    ['overrides', passOf('gone')],
    [
      'statements',
      { period: '2026-10', issuedAt: 1, timeMs: 1, costMinor: 1, returnMinor: 1, currency: 'EUR' },
    ],
    [
      'totals',
      {
        source: 'entered',
        day: today,
        surface: 'instagram.com',
        ms: 1,
        opens: null,
        batch: null,
        browser: 'other',
      },
    ],
    ['log', { at: 1, type: 'resume' }],
    ['commitments', promiseOf({ week: '2026-01-05' })],
    ['devices', heardOf({ rows: [usageOf('gone')] })],
    ['words', { id: '0', key: 'rate 1970-01-01', value: {}, stamp: '' }],
  ] as const)
    await writeRows(browser, store, [row])
}

/** Everything that is stored outside the database. */
const beside = (browser: PageHost) =>
  browser.evaluate(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
    page: { ...localStorage },
  }))

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page
  let whole: Exported

  const says = (words: string) => saysIn(page, words)
  const stored = () => storedIn(scene.browser)
  const erase = async () => {
    await click(page, 'Erase everything', '#data')
    await fillIn(page, 'To confirm, type “erase”', 'erase', '#data')
    await click(page, 'Erase everything', '#data form')
  }
  /** Expects that no seeded site or name is stored anywhere. */
  const namesNothing = async () => {
    const { browser } = scene
    const state = [await browser.readDatabase('state'), await browser.readDatabase('guard')]
    expect(JSON.stringify([await stored(), state, await beside(browser)])).not.toMatch(
      /instagram|youtube|duolingo|Insta/,
    )
  }

  const fill = async () => {
    const { browser } = scene
    await setRate(browser)
    await seedVisits(browser, VISITS)
    await command(browser, 'changeSurface', { surface: 'instagram.com', change: { name: 'Insta' } })
    await fillTheRest(browser)
  }

  beforeAll(async () => {
    await fill()
    const downloads = await scene.collectDownloads()
    page = await openDataPage(scene.browser)
    whole = await exportBy(page, downloads, 'Export everything')
  })
  afterAll(() => page.close())

  test('erasing in a focus hour erases all else, asks for no limit to go, and the hour goes on', async () => {
    const { browser } = scene
    await command(browser, 'startFocus', wishFor({ minutes: 50 }))
    await erase()
    await says('Everything but your limits was erased.')
    const { limits = [], ...rest } = await stored()
    expect(limits).toMatchObject([{ rule: { bound: { type: 'focus' } }, next: null }])
    expect(rest['spans']).toEqual([])
    await command(browser, 'takeBackFocus', null)
    await fill()
  })

  test('erasing without limits leaves nothing in any store, nor outside the database', async () => {
    const older = await withDays(whole, 'older', ([first]) => {
      const midnight = Date.parse(first!.day) - 10 * 86_400_000
      const day = new Date(midnight).toISOString().slice(0, 10)
      return [{ ...first!, day, offsets: [[midnight, 0]], spans: [[0, midnight, midnight + 1000]] }]
    })
    await importFile(page, older)
    const { device } = (await beside(scene.browser)).local
    const { limits, ...before } = await stored()
    expect(limits).toEqual([])
    for (const [store, rows] of Object.entries(before)) expect([store, rows]).not.toEqual([store, []])

    await erase()
    await says('Everything was erased.')
    for (const [store, rows] of Object.entries(await stored())) expect([store, rows]).toEqual([store, []])
    await namesNothing()
    const { local, page: kept } = await beside(scene.browser)
    expect(Object.keys(local).filter((key) => key !== 'device')).toEqual([])
    expect(local['device']).not.toBe(device)
    expect(kept).toEqual({})
  })

  test('erasing deletes a limit that was set within the last minute', async () => {
    await fill()
    await command(scene.browser, 'putRule', { rule: ruleOf({ bound }), pin: null })
    await erase()
    await says('Everything was erased.')
    for (const [store, rows] of Object.entries(await stored())) expect([store, rows]).toEqual([store, []])
  })

  test('erasing keeps only a limit in force, with its use and its passes', async () => {
    await fill()
    const limits = [{ id: 'r', createdAt: 1, rule: ruleOf({ id: 'r', bound }), next: null, heals: null }]
    const path = `${whole.path}.limits.json`
    const file: object = JSON.parse(whole.text)
    await writeFile(
      path,
      JSON.stringify({ ...file, limits, usage: [usageOf('r')], overrides: [passOf('r')] }),
    )
    await importFile(page, path)
    await erase()
    await says('Everything but your limits was erased. They are deleted when a day begins for you')
    const { limits: left, usage, overrides, log, ...rest } = await stored()
    expect(left).toMatchObject([{ id: 'r', next: { value: null } }])
    for (const rows of [usage, overrides] as { rule: string }[][])
      expect(new Set(rows.map(({ rule }) => rule))).toEqual(new Set(['r']))
    expect(log).toMatchObject([{ type: 'rule', id: 'r', nameless: true }])
    for (const [store, rows] of Object.entries(rest)) expect([store, rows]).toEqual([store, []])
    // The copy of the limits in force stays with them.
    const besides = Object.keys((await beside(scene.browser)).local)
    expect(besides.filter((key) => key !== 'limits')).toEqual(['device'])
  })
})

describe.each(PLACES)('$name in German', ({ usePages }) => {
  const scene = usePages({ lang: 'de' })
  let page: Page
  const says = (words: string) => saysIn(page, words)
  /** The figures of today; the Data section is opened anew after them. */
  const figuresOfToday = async () => {
    await page.close()
    const figures = await statement(scene.browser)
    page = await openDataPage(scene.browser)
    return figures
  }

  beforeAll(async () => {
    await setRate(scene.browser)
    await seedVisits(scene.browser, VISITS)
  })
  beforeEach(async () => {
    page = await openDataPage(scene.browser)
  })
  afterEach(() => page.close())

  test('an export survives erasing with the German word and restores the same figures', async () => {
    const figures = await figuresOfToday()
    const whole = await exportBy(page, await scene.collectDownloads(), 'Alles exportieren')
    await says('Gespeichert als zeitwert-')
    await click(page, 'Alles löschen', '#data')
    await fillIn(page, 'Zum Bestätigen „löschen“ eintippen', 'erase', '#data')
    await click(page, 'Alles löschen', '#data form')
    await says('Tippe „löschen“ ein, oder lass alles, wie es ist.')
    await fillIn(page, 'Zum Bestätigen „löschen“ eintippen', 'Löschen', '#data')
    await click(page, 'Alles löschen', '#data form')
    await says('Alles ist gelöscht.')
    expect(await figuresOfToday()).toEqual({})

    await chooseFile(page, whole.path)
    await says('Zu dem hinzufügen, was hier ist')
    await says(`${spanCount(whole)} neu`)
    await click(page, 'Importieren', '#data .import-question')
    await says('Die Datei ist importiert.')
    await says('Import rückgängig machen')
    expect(await figuresOfToday()).toEqual(figures)
  })
})
