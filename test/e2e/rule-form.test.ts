/** What the form of a rule leaves to the browser: what is seen, and the popup on a site. The rest is in test/pages. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { plain } from '../fixtures/plain.ts'
import { chips, combobox, openForm } from '../pages/rule-form-page.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { choose, field, fillIn, openOwnPage, resize, textOf, valueIn } from './own-page.ts'
import { useScene } from './scene.ts'
import { setRate } from './seed.ts'
import { cutFields, tabThrough, tooSmall, tooWide } from './usable.ts'

const isListShown = (page: Page) =>
  page.evaluate(() => {
    const input = document.querySelector('.sentence [role=combobox]')
    return document.getElementById(input?.getAttribute('aria-controls') ?? '')?.checkVisibility() ?? false
  })

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  beforeAll(() => setRate(scene.browser))

  test('the field is a combobox: keys move through the list, take from it and close it', async () => {
    page = await openForm(scene.browser)
    expect((await combobox(page)).expanded).toBe('false')
    expect(await isListShown(page)).toBe(false)
    await page.keyboard.press('ArrowDown')
    await until('the usual kinds are shown', async () =>
      (await combobox(page)).options.join().startsWith('Feeds,Video,Games'),
    )
    expect((await combobox(page)).active).toBeNull()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await until('the second one is active', async () => (await combobox(page)).active === 'Video')
    expect(await combobox(page)).toMatchObject({ expanded: 'true', selected: 1 })
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await until('it goes round', async () => (await combobox(page)).active !== 'Feeds')
    await page.keyboard.press('Escape')
    await until('the list is closed', async () => !(await isListShown(page)))
    expect(await chips(page)).toEqual([])
    await page.keyboard.type('YOUTUBE shorts')
    await until('the part is suggested', async () => (await combobox(page)).active === 'YouTube Shorts')
    await page.keyboard.press('Tab')
    await until('the part is taken', async () => (await chips(page)).join() === 'YouTube Shorts')
  })

  test('passes axe with its list and with More, and has hit areas of 44 px and no sideways scroll at 360 px', async () => {
    page = await openForm(scene.browser)
    await page.keyboard.type('insta')
    await until('the list is shown', () => isListShown(page))
    expect(await flawsOf(page)).toEqual([])
    await resize(page, 360, 640)
    await until('the window is narrow', () => page.evaluate(() => innerWidth === 360))
    expect(await tooWide(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.evaluate(() => document.querySelector<HTMLElement>('.rule-more summary')?.click())
    for (const choice of ['minutes a day', 'closed at', 'closes at', 'every visit']) {
      await choose(page, 'Limit by', choice)
      expect(await tooWide(page)).toEqual([])
    }
    expect(await flawsOf(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
  })

  test('with AM and PM, every field shows its time whole, at 360 px and at 200 %', async () => {
    page = await openForm(scene.browser)
    await choose(page, 'Limit by', 'closes at')
    expect(await valueIn(page, 'Closes at')).toMatch(/^10:30\sPM$/)
    await page.evaluate(() => document.querySelector<HTMLElement>('.rule-more summary')?.click())
    const nothingIsCut = async (...widths: number[]) => {
      for (const width of widths) {
        await resize(page, width, 640)
        expect(await cutFields(page)).toEqual([])
      }
    }
    await nothingIsCut(360, 180, 1440)
    await resize(page, 360, 640)
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll('.bound :is(input, select)')].map(
        (control) => control.getBoundingClientRect().top,
      ),
    )
    expect([tops.length, new Set(tops).size]).toEqual([2, 1])
    await choose(page, 'Limit by', 'closed at')
    await fillIn(page, 'Hours', '10:30 PM–12:30 AM')
    await nothingIsCut(360, 1440)
    await (await field(page, 'The same every day')).evaluate((box) => box.click())
    await field(page, 'Monday')
    await nothingIsCut(360, 1440)
  })

  test('can be used by keyboard alone, and each control shows its focus', async () => {
    page = await openForm(scene.browser)
    await page.keyboard.type('feeds')
    await page.keyboard.press('Enter')
    await field(page, 'Limit by')
    const { all, seen } = await tabThrough(page)
    expect(seen).toEqual(all)
  })

  test('the popup offers 10, 20, 30 and 60 minutes of the site in front, and leads to the form for another limit', async () => {
    const { browser } = scene
    const visited = await browser.newPage()
    await browser.goto(visited, 'https://www.instagram.com/')
    page = await openOwnPage(browser, 'popup.html')
    scene.display.input()
    await visited.bringToFront()
    await until('the row can be unfolded', () =>
      page.evaluate(() => {
        const row = document.querySelector<HTMLElement>('[data-surface="instagram.com"] button')
        row?.click()
        return row !== null
      }),
    )
    const offered = () =>
      page.evaluate(() => {
        const fields = [...document.querySelectorAll('.describe fieldset')]
        const limits = fields.find(({ textContent }) => textContent.includes('Daily limit'))
        return [...(limits?.querySelectorAll<HTMLElement>('button, a') ?? [])].map((one) =>
          `${one.textContent.trim()} ${one.getAttribute('href') ?? ''}`.trim(),
        )
      })
    const words = await until('the limits are offered', async () => {
      const now = await offered()
      return now.length > 0 && now
    })
    expect(words).toEqual([
      '10 min',
      '20 min',
      '30 min',
      '60 min',
      'other /dashboard.html#/firewall/new/instagram.com',
    ])
    expect(await tooSmall(page)).toEqual([])
    expect(await flawsOf(page)).toEqual([])
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('the form reads as a German sentence and fits at 360 px', async () => {
    const page = await openForm(scene.browser, 'Neue Regel')
    await resize(page, 360, 640)
    await page.keyboard.type('insta')
    await until('Instagram is suggested', async () => (await combobox(page)).active === 'Instagram')
    await page.keyboard.press('Enter')
    await until('the sentence is formed', async () =>
      (await textOf(page, '.formed'))?.startsWith('Instagram'),
    )
    const words = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLSelectElement>('.sentence select')].map(
        ({ selectedOptions }) => selectedOptions[0]?.textContent,
      ),
    )
    expect(words[0]).toBe('Minuten am Tag')
    expect(plain(await textOf(page, '.formed'))).toMatch(/^Instagram: 20 min am Tag, dann /)
    expect(await tooWide(page)).toEqual([])
    expect(await flawsOf(page)).toEqual([])
  })
})
