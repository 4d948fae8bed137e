/** What Settings and pages of sites leave to the browser: recording, tabs, a killed worker. The rest: test/pages. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  EDITOR,
  LATER_RATE,
  openSite,
  opinionOn as storedOpinion,
  putTwoRates,
  removeTwoRates,
  seedSites,
} from '../pages/settings-page.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command, writeRows } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { click, field, fillIn, openOwnPage, textOf, valueIn } from './own-page.ts'
import { closedSpans, openSpan, recording, useScene } from './scene.ts'
import { seedVisits, storedSettings, storeSettings } from './seed.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  const opinionOn = (surface: string) => storedOpinion(scene.browser, surface)

  describe('a rate that another tab changes', () => {
    const stored = () => scene.browser.readDatabase('rates')

    beforeEach(async () => {
      await putTwoRates(scene.browser)
      page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
    })
    afterEach(async () => {
      await page.close()
      await removeTwoRates(scene.browser)
    })

    /** Deletes the first rate in another tab; the later one then holds from the beginning. */
    const deleteFirstElsewhere = async () => {
      const elsewhere = await openOwnPage(scene.browser, 'dashboard.html#/settings')
      await click(elsewhere, 'Delete from the beginning', '.rates')
      await click(elsewhere, 'Delete', '.rates .sure')
      await until('the rate is deleted', async () => (await stored()).length === 1)
      await elsewhere.close()
      await page.bringToFront()
      await until('the page follows', async () => !(await textOf(page, '.rates'))?.includes('2027'))
    }
    const heir = { ...LATER_RATE, from: '1970-01-01' }

    test('is not overwritten by a form that was already open, and the form says why', async () => {
      await click(page, 'Change from the beginning', '.rates')
      await deleteFirstElsewhere()
      await fillIn(page, 'Amount in €', '40')
      await click(page, 'Save', '.rate-form')
      await until('the form says why', async () =>
        (await textOf(page, '.rate-form [role=alert]'))?.includes('changed elsewhere'),
      )
      expect(await stored()).toEqual([heir])
      await click(page, 'Close', '.rate-form')
      await click(page, 'Change from the beginning', '.rates')
      await fillIn(page, 'Amount in €', '40')
      await click(page, 'Save', '.rate-form')
      await until('the rate is saved', async () => (await textOf(page, '.rates'))?.includes('€40.00'))
      expect(await stored()).toEqual([{ ...heir, amountMinor: 4000 }])
    })

    test('is not deleted by a confirmation that was opened for another rate', async () => {
      await click(page, 'Delete from the beginning', '.rates')
      await deleteFirstElsewhere()
      expect(await textOf(page, '.rates .sure')).toBeNull()
      expect(await stored()).toEqual([heir])
    })
  })

  describe('the settings page', () => {
    beforeEach(async () => {
      page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
    })
    afterEach(() => page.close())

    test('saves quick choices by keyboard and never jumps back, even if the worker was killed', async () => {
      const { browser } = scene
      await command(browser, 'changeSettings', { dayStartHour: 4 })
      const label = 'Your day starts at'
      await until('the page follows', async () => (await valueIn(page, label)) === '4')
      await browser.killWorker()
      const hours = await field(page, label)
      await hours.evaluate((select) => {
        const seen: number[] = []
        const look = () => {
          const hour = Number(select.value)
          if (seen.at(-1) !== hour) seen.push(hour)
          select.dataset['seen'] = seen.join()
          requestAnimationFrame(look)
        }
        select.focus()
        look()
      })
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown')
      await until('the last choice is stored', async () => (await storedSettings(browser)).dayStartHour === 7)
      await until('the page says that it is saved', () => textOf(page, '#recording .save-note.saved'))
      const seen = await until('a frame with the last choice was seen', async () => {
        const hoursSeen = (await hours.evaluate(({ dataset }) => dataset['seen'] ?? '')).split(',')
        return hoursSeen.at(-1) === '7' && hoursSeen
      })
      expect(seen).toEqual(seen.toSorted())
      await command(browser, 'changeSettings', { dayStartHour: 4 })
    })
  })

  test('a site is recorded although the settings are garbage', async () => {
    const { browser } = scene
    const good = await storedSettings(browser)
    await storeSettings(browser, 'garbage')
    // The next one has to read them.
    await browser.killWorker()
    const visited = await browser.newPage()
    await browser.goto(visited, 'https://www.zeit.de/')
    await recording(browser, 'zeit.de')
    await visited.close()
    await storeSettings(browser, good)
  })

  describe('the opinion on a site', () => {
    beforeAll(async () => {
      await seedSites(scene.browser)
      page = await openOwnPage(scene.browser, 'dashboard.html#/sites')
    })

    test('can split off a subdomain, which is recorded on its own from then on', async () => {
      const { browser } = scene
      await openSite(page, 'example.com')
      await fillIn(page, 'Make a part a site of its own', 'blog.example.com', EDITOR)
      await click(page, 'Split off', EDITOR)
      await until('the split is stored', async () => (await opinionOn('example.com/blog.'))?.split)
      const visited = await browser.newPage()
      await browser.goto(visited, 'https://blog.example.com/2026/11/')
      expect(await recording(browser, 'example.com/blog.')).toMatchObject({ site: 'example.com' })
      await browser.goto(visited, 'https://www.example.com/')
      await recording(browser, 'example.com')
      await visited.close()
      await page.bringToFront()
      await until('the site links to its part', async () =>
        (await textOf(page, '.part-links'))?.includes('blog'),
      )
      await page.close()
    })
  })

  describe('the history of a site', () => {
    test('stays empty if the site is excluded before its first visit, until it is included again', async () => {
      const { browser } = scene
      const search = 'Search by name or address'
      page = await openOwnPage(browser, 'dashboard.html#/sites')
      await fillIn(page, search, 'mybank')
      await until('nothing is found', async () => (await textOf(page, '.count'))?.startsWith('No other site'))
      expect(await textOf(page, '.offer')).toBeNull()
      await fillIn(page, search, 'https://login.mybank.com/account?id=7')
      await click(page, 'Never record mybank.com', '.other-sites')
      const notes = await until('the site is in the list', () =>
        textOf(page, '.other-sites [data-surface="mybank.com"] .notes'),
      )
      expect(notes).toContain('recorded')
      expect(await opinionOn('mybank.com')).toEqual({ surface: 'mybank.com', excluded: expect.any(Number) })
      await until('the search has the focus', () =>
        page.evaluate(() => document.activeElement?.matches('.search input')),
      )

      const visited = await browser.newPage()
      await browser.goto(visited, 'https://www.mybank.com/')
      await command(browser, 'recordChanged', null)
      expect(await openSpan(browser)).toBeUndefined()
      await page.bringToFront()
      await openSite(page, 'mybank.com')
      await click(page, 'Record again', EDITOR)
      await until('no opinion on it is left', async () => !(await opinionOn('mybank.com')))
      await visited.bringToFront()
      await recording(browser, 'mybank.com')
      await visited.close()
      await page.close()
    })

    test('ends when the site is excluded and is deleted only if the person confirms', async () => {
      const { browser } = scene
      const site = EDITOR
      const visited = await browser.newPage()
      await browser.goto(visited, 'https://www.zeit.de/')
      await recording(browser, 'zeit.de')
      page = await openOwnPage(browser, 'dashboard.html#/sites')
      await visited.bringToFront()
      const { id } = await recording(browser, 'zeit.de')
      await openSite(page, 'zeit.de')
      const clickedAt = Date.now()
      await click(page, 'Never record', site)
      await until('the running span has ended', async () => !(await openSpan(browser)))
      const last = (await closedSpans(browser)).find((span) => span.id === id)
      expect(last?.end).toBeGreaterThan(clickedAt - 6000)
      const asked = await until('the page asks what to do with the history', () =>
        textOf(page, `${site} .sure p`),
      )
      expect(asked).toMatch(/zeit\.de is no longer recorded\. .* in \d+ time span/)

      await browser.goto(visited, 'https://www.zeit.de/politik')
      await command(browser, 'recordChanged', null)
      expect(await openSpan(browser)).toBeUndefined()
      await click(page, 'Delete its history', `${site} .sure`)
      await until(
        'the history is gone',
        async () => !(await closedSpans(browser)).some((span) => span.site === 'zeit.de'),
      )
      await browser.goto(visited, 'https://www.zeit.de/wissen')
      await browser.goto(visited, 'https://www.coursera.org/')
      await recording(browser, 'coursera.org')
      expect((await closedSpans(browser)).map((span) => span.site)).not.toContain('zeit.de')
      expect(await opinionOn('zeit.de')).toHaveProperty('excluded')
      await visited.close()
      await page.close()
    })

    test('leaves no trace in any store after the site is forgotten', async () => {
      const { browser } = scene
      const site = 'spiegel.de'
      await seedVisits(browser, [
        { surface: site, minutesAgo: 5 * 24 * 60, seconds: 60 },
        { surface: 'coursera.org', minutesAgo: 5 * 24 * 60 - 2, seconds: 60 },
        { surface: site, minutesAgo: 30, seconds: 60 },
      ])
      await writeRows(browser, 'ratings', [{ surface: site, at: Date.now(), worthQuarters: 2 }])
      await command(browser, 'changeSurface', {
        surface: site,
        change: { kind: 'work', worthQuarters: 4, name: 'Der SPIEGEL' },
      })
      await command(browser, 'changeSurface', { surface: 'example.com', change: { joined: site } })
      await browser.killWorker()
      const visited = await browser.newPage()
      await browser.goto(visited, 'https://www.spiegel.de/')
      await recording(browser, site)
      await until('the old day is sealed', async () => JSON.stringify(await stores('days')).includes(site))
      await browser.goto(visited, 'https://www.coursera.org/')
      await recording(browser, 'coursera.org')
      const everywhere = ['days', 'spans', 'state', 'surfaces', 'ratings']
      expect(await storesThatName(site)).toEqual(everywhere.toSorted())

      page = await openOwnPage(browser, 'dashboard.html#/sites')
      await openSite(page, site)
      await click(page, 'Forget everywhere', EDITOR)
      const asked = await until('the page asks for confirmation', () => textOf(page, `${EDITOR} .sure p`))
      expect(asked).toMatch(
        /^Forget spiegel\.de\? This deletes 2\smin in \d time spans and .* cannot be undone\.$/,
      )
      await click(page, 'Forget everywhere', `${EDITOR} .sure`)
      await until('the list of sites is back', async () => (await textOf(page, EDITOR)) === null)
      expect(await storesThatName(site)).toEqual([])
      expect(await storesThatName('SPIEGEL')).toEqual([])
      expect(await storesThatName('coursera.org')).toEqual(expect.arrayContaining(['days', 'spans']))
    })
  })

  const stores = (...names: string[]) =>
    Promise.all(names.map((name) => scene.browser.readDatabase(name))).then((rows) => rows.flat())

  /** Every store of the database and area of extension storage with these words in any row. */
  const storesThatName = async (words: string): Promise<string[]> => {
    const { names, areas } = await scene.browser.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('zeitwert')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => resolve(opening.result))
      })
      const objectStores = [...database.objectStoreNames]
      database.close()
      const { local, session } = chrome.storage
      return { names: objectStores, areas: { local: await local.get(), session: await session.get() } }
    })
    const contents = await Promise.all(names.map(async (name) => [name, await stores(name)] as const))
    return [...contents, ...Object.entries(areas)]
      .filter(([, content]) => JSON.stringify(content).includes(words))
      .map(([name]) => name)
      .sort()
  }
})
