import { describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { closed, closedSpans, openSpan, pass, recording, useScene } from './scene.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  test('only the window in front is recorded', async () => {
    const { browser } = scene
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.zeit.de/')
    await recording(browser, 'zeit.de')
    const second = await browser.driver.newPage({ type: 'window' })
    await browser.goto(second, 'https://www.coursera.org/')
    await recording(browser, 'coursera.org')
    await closed(browser, 'zeit.de')
    await second.close()
    await recording(browser, 'zeit.de')
  })

  test('a private window is not recorded', async () => {
    const { browser } = scene
    await recording(browser, 'zeit.de')
    const hidden = await browser.openPrivatePage('https://www.wikipedia.org/')
    await until('nothing is open', async () => !(await openSpan(browser)))
    await pass(1)
    await hidden.close()
    await recording(browser, 'zeit.de')
    expect((await closedSpans(browser)).map(({ site }) => site)).not.toContain('wikipedia.org')
  })
})
