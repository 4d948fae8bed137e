/** The characters on the icon. */
import { describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { minutes } from '../fixtures/rules.ts'
import { recording, useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'
import { putRule, ruleOf } from './wall-scene.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  const shown = () => scene.browser.evaluate(() => chrome.action.getBadgeText({}))

  test('the badge shows all of today’s time if chosen', async () => {
    const { browser } = scene
    await setRate(browser)
    await seedVisits(browser, [
      { surface: 'coursera.org', seconds: 3600, minutesAgo: 150 },
      { surface: 'zeit.de', seconds: 1800, minutesAgo: 60 },
    ])
    await command(browser, 'changeSettings', { badge: 'today' })
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.reddit.com/')
    await recording(browser, 'reddit.com')
    await until('the badge shows an hour and a half', async () => (await shown()) === '1:30')
  })

  test('the badge counts down what the limits leave, and is empty on a page without a limit', async () => {
    const { browser } = scene
    await putRule(browser, ruleOf({ bound: minutes(9) }))
    await command(browser, 'changeSettings', { badge: 'left' })
    scene.display.input()
    const before = await until('the badge counts seconds', async () => {
      const text = await shown()
      return /^[78]:\d\d$/.test(text) && text
    })
    const seconds = (text: string) => Number(text.slice(0, 1)) * 60 + Number(text.slice(2))
    // A beat later it has moved on; alarms and looks are 30 s apart.
    await until('the badge has moved on', async () => seconds(before) - seconds(await shown()) >= 5)
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.coursera.org/')
    await until('the badge is empty', async () => (await shown()) === '')
    expect(await shown()).toBe('')
  })
})
