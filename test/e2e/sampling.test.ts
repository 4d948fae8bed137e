import { describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import type { Popup } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'

const SURFACE = 'youtube.com/shorts'

/** What the popup shows of the question and of the surface. */
const shown = (popup: Popup) =>
  popup.evaluate((view) => ({
    isReady: view.performance.getEntriesByName('ready').length > 0,
    question: view.document.querySelector('.question')?.textContent ?? null,
    returned: Number(view.document.getElementById('today-return')?.getAttribute('value')),
    row: view.document.querySelector('li[data-surface="youtube.com/shorts"]')?.textContent ?? '',
  }))

const saying = (popup: Popup, words: string) =>
  until(`the question says “${words}”`, async () => {
    const { question } = await shown(popup)
    return question?.includes(words) && question
  })

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  const openPopup = async () => {
    const popup = await scene.browser.openPopup()
    await until('the popup’s figures are on screen', async () => (await shown(popup)).isReady)
    return popup
  }

  test('nothing is asked unless the person switches it on', async () => {
    await setRate(scene.browser)
    await seedVisits(scene.browser, [{ surface: SURFACE, seconds: 600, minutesAgo: 20 }])
    const popup = await openPopup()
    // A cent a second; a feed is assumed to return nothing.
    expect(await shown(popup)).toMatchObject({ question: null, returned: 0 })
    await popup.close()
    expect(await scene.browser.readDatabase('log')).toEqual([])
  })

  test('the popup asks about a visit that is over; two taps answer, and change what an hour there is worth', async () => {
    const { browser } = scene
    await command(browser, 'changeSettings', { asksWorth: true })
    const popup = await openPopup()
    expect(await saying(popup, 'Was it worth it?')).toContain('YouTube Shorts, 10')
    await popup.evaluate((view) => {
      const buttons = [...view.document.querySelectorAll<HTMLButtonElement>('.question button')]
      buttons.find(({ textContent }) => textContent === 'worth it')?.click()
    })
    await saying(popup, 'Did you mean to stay that long?')
    await popup.evaluate((view) => {
      const buttons = [...view.document.querySelectorAll<HTMLButtonElement>('.question button')]
      buttons.find(({ textContent }) => textContent === 'I drifted')?.click()
    })
    await saying(popup, 'Noted.')
    // (5 × 0 + 6) ÷ 6 = 1 quarter, which is 25 % of 6 €.
    await until('the visit returns a quarter', async () => (await shown(popup)).returned === 1.5)
    expect((await shown(popup)).row).toContain('rated')
    await popup.close()
    const rating = { surface: SURFACE, worthQuarters: 6, drifted: true, ms: 600_000 }
    expect(await browser.readDatabase('ratings')).toMatchObject([rating])
  })

  test('an answered question is gone, also after a restart of the worker', async () => {
    const { browser } = scene
    await browser.killWorker()
    await browser.evaluate(() => localStorage.removeItem('question'))
    const popup = await openPopup()
    await until('the worker has answered that there is none', async () => {
      const kept = await popup.evaluate((view) => view.localStorage.getItem('question'))
      return kept === '0' && (await shown(popup)).question === ''
    })
    await popup.close()
    expect(await browser.readDatabase('ratings')).toHaveLength(1)
    expect(await browser.readDatabase('log')).toMatchObject([{ type: 'ask' }])
  })
})
