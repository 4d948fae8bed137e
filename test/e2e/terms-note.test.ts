import { describe, expect, test } from 'vitest'
import { command } from './harness/fill.ts'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { openOwnPage, resize } from './own-page.ts'
import { useScene } from './scene.ts'
import { setRate } from './seed.ts'
import { putRule, ruleOf } from './wall-scene.ts'

const NOTE = '.terms-note:not([hidden])'
const STEPS = 60

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  test('the note about pending limits covers no focused element', async () => {
    const { browser } = scene
    await setRate(browser)
    await putRule(browser, ruleOf())
    await command(browser, 'changeSettings', { weekStart: 2 })
    const page = await openOwnPage(browser, 'dashboard.html#/settings')
    await resize(page, 1000, 500)
    await until('the note is there', () =>
      page.evaluate((note) => document.querySelector(note) !== null, NOTE),
    )

    const covered: string[] = []
    let reached = 0
    for (let step = 0; step < STEPS; step += 1) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate((note) => {
        const focused = document.activeElement
        if (focused === null || focused === document.body) return null
        const [one, other] = [focused, document.querySelector(note) as Element].map((element) =>
          element.getBoundingClientRect(),
        ) as [DOMRect, DOMRect]
        return {
          name: focused.outerHTML.slice(0, 80),
          isCovered: one.bottom > other.top && one.top < other.bottom,
        }
      }, NOTE)
      if (seen === null) break
      reached += 1
      if (seen.isCovered) covered.push(seen.name)
    }
    expect(covered).toEqual([])
    expect(reached).toBeGreaterThan(20)
    await page.close()
  })
})
