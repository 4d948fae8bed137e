import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../domain/time/local-time'
import { firstDayOfWeek } from '../../domain/time/week'
import { localOffset } from '../../platform/local-offset'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { recording, useScene } from './scene.ts'
import { seedVisits } from './seed.ts'

const WEEKS_AGO = 3 * 7 * 24 * 60

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  const notices = () =>
    scene.browser.evaluate(async () => Object.keys(await chrome.notifications.getAll()) as string[])

  const offeredWeek = () =>
    scene.browser.evaluate(async () => (await chrome.storage.local.get('offeredWeek'))['offeredWeek'])

  test('the statement of a past week is offered once, when the person is back', async () => {
    const { browser } = scene
    await command(browser, 'changeSettings', { weekStart: 0, dayStartHour: 0 })
    const at = Date.now() - WEEKS_AGO * 60_000
    const week = firstDayOfWeek(calendarDay(at, localOffset(at)), 0)
    await seedVisits(browser, [{ surface: 'zeit.de', seconds: 60, minutesAgo: WEEKS_AGO }])
    expect(await notices()).toEqual([])
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.zeit.de/')
    await recording(browser, 'zeit.de')
    const offer = `week/week-${week} ${week}`
    await until('the week is noted as offered', async () => (await offeredWeek()) === week)
    // Firefox finds no system notification service here.
    const isShown = async () => browser.name === 'firefox' || (await notices()).includes(offer)
    await until('the statement is offered', isShown)
    await browser.evaluate((id) => chrome.notifications.clear(id), offer)
    await browser.killWorker()
    for (const site of ['heise.de', 'spiegel.de']) {
      await browser.goto(page, `https://www.${site}/`)
      await recording(browser, site)
    }
    expect(await notices()).toEqual([])
  })
})
