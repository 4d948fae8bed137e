/** A limit is loosened; past weeks are still judged by what it allowed then, and Insights says how much was kept. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { calendarDay } from '../../domain/time/local-time'
import { localOffset } from '../../platform/local-offset'
import { command, writeRows } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { openOwnPage, textOf } from '../e2e/own-page.ts'
import { endRules } from '../e2e/wall-scene.ts'
import { PLACES } from './harness/page-scene.ts'
import { CARD, finds, history, oneRule, plain, rows, seedPromisesKept } from './promises-kept-page.ts'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  afterEach(() => page.close())

  test('without anything to keep there is no card', async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/insights')
    await until('the other cards are there', async () => (await textOf(page, '#nights')) !== null)
    await until('the promises are there', async () => (await textOf(page, '#promises')) !== null)
    expect(await textOf(page, CARD)).toBeNull()
  })

  describe('once the loosening holds', () => {
    beforeAll(async () => {
      await seedPromisesKept(scene.browser, scene.stopWorker)
      await until('the loosening is kept', async () => {
        await command(scene.browser, 'recordChanged', null)
        return (await history(scene.browser)).length > 2
      })
    })

    test('the statement of last week judges by what was allowed then, and does not speak of what is not known', async () => {
      page = await openOwnPage(scene.browser, 'dashboard.html#/week')
      const said = async () => plain(await textOf(page, 'section[aria-labelledby="kept"]'))
      await until('the limit is judged', async () => (await said()).includes('kept on 2 of 7 days'))
      expect(await said()).toContain('Feeds: 30 min a day')
      expect(await said()).not.toContain('first version')
      await until('the finding is there', async () =>
        plain(await textOf(page, '#findings ~ *, section[aria-labelledby="findings"]')).includes(
          'In 2 weeks you kept 9 of 14 promises. 1 pass cost €2.00.',
        ),
      )
    })

    test('the card of this week says that a limit was loosened', async () => {
      page = await openOwnPage(scene.browser, 'dashboard.html#/insights/this-week/integrity')
      await finds(page, '1 limit was loosened.')
      expect((await rows(page)).at(-1)).toBe('Limits loosened | 0 | 0 | 1 | 1')
    })

    test('a pass of a limit that was deleted since stays listed by its name', async () => {
      const { id } = await oneRule(scene.browser)
      const now = Date.now()
      const pass = { rule: id, type: 'minute', day: calendarDay(now, localOffset(now)), at: now, until: now }
      await writeRows(scene.browser, 'overrides', [{ ...pass, priceMinor: 100, currency: 'EUR' }])
      await endRules(scene.browser)
      page = await openOwnPage(scene.browser, 'dashboard.html#/firewall')
      await until('the pass is listed', async () =>
        plain(await textOf(page, 'table.passes tbody')).includes('Feeds'),
      )
    })
  })
})
