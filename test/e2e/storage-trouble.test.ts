import { describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { closedSpans, openSpan, pass, recording, useScene } from './scene.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  const title = () => scene.browser.evaluate(() => chrome.action.getTitle({}))

  test('while the database is blocked the icon and the popup say so, and nothing is lost', async () => {
    const { browser } = scene
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.zeit.de/')
    const { start } = await recording(browser, 'zeit.de')

    // Somebody holds the database open and somebody else waits to delete it: until then nobody gets in.
    await browser.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('zeitwert')
          opening.addEventListener('error', () => reject(opening.error))
          opening.addEventListener('success', () => {
            ;(globalThis as { blocker?: IDBDatabase }).blocker = opening.result
            const deleting = indexedDB.deleteDatabase('zeitwert')
            deleting.addEventListener('blocked', () => resolve())
          })
        }),
    )
    await browser.goto(page, 'https://www.coursera.org/')
    await until('the icon says so', async () => (await title()).includes('cannot save'))
    await pass(2)
    const moved = Date.now()
    await browser.goto(page, 'https://www.example.org/')
    const popup = await browser.openPopup()
    const words = await until('the popup says what happened and what to do', () =>
      popup.evaluate((view) => view.document.querySelector('[role=alert]')?.textContent),
    )
    expect(words).toContain('nothing can be saved')
    await popup.close()

    await browser.evaluate(() => (globalThis as { blocker?: IDBDatabase }).blocker?.close())
    await until('the icon is as ever', async () => !(await title()).includes('cannot save'), 20_000)
    expect((await openSpan(browser))?.surface).toBe('example.org')
    const spans = await closedSpans(browser)
    expect(spans.map(({ surface }) => surface)).toEqual(['zeit.de', 'coursera.org'])
    expect(spans[0]?.start).toBe(start)
    // A look may wait for the last attempt to write, and for the one before.
    expect(Math.abs((spans[1]?.end ?? 0) - moved)).toBeLessThan(5000)
  })
})
