/** The question about a site that nobody has a kind for: in the popup, and once. */
import { describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import type { Popup } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'

const shown = (popup: Popup) =>
  popup.evaluate((view) => ({
    isReady: view.performance.getEntriesByName('ready').length > 0,
    /** Null until the worker has answered. */
    height: view.localStorage.getItem('kindQuestion'),
    question: view.document.querySelector('.kind-question legend')?.textContent ?? null,
  }))

const press = (popup: Popup, words: 'Learning' | 'Leave it open') =>
  popup.evaluate(
    words === 'Learning'
      ? (view) =>
          [...view.document.querySelectorAll<HTMLButtonElement>('.kind-question button')]
            .find(({ textContent }) => textContent === 'Learning')
            ?.click()
      : (view) => view.document.querySelector<HTMLButtonElement>('.kind-question .skip')?.click(),
  )

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  /** A new popup, once it is known whether it asks. */
  const openPopup = async () => {
    await scene.browser.evaluate(() => localStorage.removeItem('kindQuestion'))
    const popup = await scene.browser.openPopup()
    await until('the worker has answered', async () => {
      const { isReady, height } = await shown(popup)
      return isReady && height !== null
    })
    return popup
  }

  test('the popup asks about an unknown site after eleven minutes, and one tap says its kind', async () => {
    const { browser } = scene
    await setRate(browser)
    await seedVisits(browser, [
      { surface: 'dismissed.example', seconds: 660, minutesAgo: 90 },
      { surface: 'hobby.example', seconds: 660, minutesAgo: 60 },
      { surface: 'reddit.com', seconds: 660, minutesAgo: 30 },
      { surface: 'short.example', seconds: 590, minutesAgo: 15 },
    ])
    const popup = await openPopup()
    expect((await shown(popup)).question).toBe('What is hobby.example for you?')
    await press(popup, 'Learning')
    await until('the question is gone', async () => (await shown(popup)).question === null)
    await popup.close()
    expect(await browser.readDatabase('surfaces')).toMatchObject([
      { surface: 'hobby.example', kind: 'learning' },
    ])
  })

  test('a question that is left open does not come again, also after a restart of the worker', async () => {
    const { browser } = scene
    const popup = await openPopup()
    expect((await shown(popup)).question).toBe('What is dismissed.example for you?')
    await press(popup, 'Leave it open')
    await until('the question is gone', async () => (await shown(popup)).question === null)
    await popup.close()
    await browser.killWorker()
    const later = await openPopup()
    expect((await shown(later)).question).toBeNull()
    await later.close()
  })
})
