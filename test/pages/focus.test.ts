/** After each action the focus is where a keyboard user continues, never back at the top of the page. */
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, test } from 'vitest'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { fillIn, focused, openOwnPage, press } from '../e2e/own-page.ts'
import { seedVisits, setRate } from '../e2e/seed.ts'
import { PLACES } from './harness/page-scene.ts'

const LATER = { from: '2026-01-02', amountMinor: 4000, currency: 'EUR', hourTypes: null }

const EDITOR = '.site-editor'

type Step = [action: string, within: string, focus: string | RegExp]

const pausing = (within: string): Step[] => [
  ['Pause', within, '15 minutes'],
  ['Cancel', within, 'Pause'],
  ['Pause', within, '15 minutes'],
  ['1 hour', within, 'Resume'],
  ['Resume', within, 'Pause'],
]

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  const walk = async (steps: readonly Step[]) => {
    for (const [action, within, focus] of steps) {
      await press(page, action, within)
      const isThere = async () => {
        const name = await focused(page)
        return typeof focus === 'string' ? name === focus : focus.test(name)
      }
      await until(`after “${action}” the focus is at “${focus}”`, isThere)
    }
  }

  beforeAll(async () => {
    const { browser } = scene
    await setRate(browser)
    await command(browser, 'putRate', { rate: LATER, replaces: null })
    await seedVisits(browser, [
      { surface: 'coursera.org', minutesAgo: 100, seconds: 600 },
      { surface: 'example.com', minutesAgo: 60, seconds: 100 },
      { surface: 'youtube.com', minutesAgo: 30, seconds: 300 },
    ])
  })

  test('in the popup, pausing and resuming keep the focus', async () => {
    page = await openOwnPage(scene.browser, 'popup.html')
    await walk(pausing('main'))
    await page.close()
  })

  describe('in the settings', () => {
    beforeAll(async () => {
      page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
    })
    afterAll(() => page.close())

    test('pausing and resuming keep the focus', () => walk(pausing('#pause')))

    test('changing a rate keeps the focus on it, deleting it moves the focus to Add', () =>
      walk([
        ['Change from Jan 2, 2026', '#rate', 'Valid from'],
        ['Cancel', '#rate', 'Change from Jan 2, 2026'],
        ['Change from Jan 2, 2026', '#rate', 'Valid from'],
        ['Save', '#rate', 'Change from Jan 2, 2026'],
        ['Add a rate', '#rate', 'Valid from'],
        ['Cancel', '#rate', 'Add a rate'],
        ['Delete from Jan 2, 2026', '#rate', 'Cancel'],
        ['Cancel', '#rate', 'Delete from Jan 2, 2026'],
        ['Delete from Jan 2, 2026', '#rate', 'Cancel'],
        ['Delete', '#rate tr [role=group]', 'Add a rate'],
      ]))

    test('moving a rate to another day keeps the focus on it', async () => {
      await command(scene.browser, 'putRate', { rate: LATER, replaces: null })
      await walk([['Change from Jan 2, 2026', '#rate', 'Valid from']])
      await page.evaluate(() => {
        const day = document.activeElement as HTMLInputElement
        day.value = '2026-01-05'
        day.dispatchEvent(new Event('input', { bubbles: true }))
      })
      await walk([['Save', '#rate', 'Change from Jan 5, 2026']])
    })
  })

  describe('on the page of a site', () => {
    const openSite = async (surface: string) => {
      page = await openOwnPage(scene.browser, `dashboard.html#/sites/this-month/${surface}`)
      await until('it can be edited', () => page.$(EDITOR))
    }
    afterEach(() => page.close())

    test('joining and splitting, and undoing both, keep the focus', async () => {
      await openSite('example.com')
      await fillIn(page, 'Count it as another site', 'coursera.org', EDITOR)
      await walk([
        ['Merge', EDITOR, 'Count on its own again'],
        ['Count on its own again', EDITOR, 'Count it as another site'],
      ])
      await fillIn(page, 'Make a part a site of its own', 'example.com/blog', EDITOR)
      await press(page, 'Split off', EDITOR)
      await press(page, 'example.com blog', '.part-links')
      await walk([['No longer split off', EDITOR, /All sites/]])
    })

    test('forgetting a site leads to the list of sites', async () => {
      await openSite('example.com')
      await walk([
        ['Forget everywhere', EDITOR, 'Cancel'],
        ['Cancel', EDITOR, 'Forget everywhere'],
        ['Forget everywhere', EDITOR, 'Cancel'],
        ['Forget everywhere', `${EDITOR} .sure`, 'Sites'],
      ])
    })
  })
})
