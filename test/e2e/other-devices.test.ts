/** Day totals of the person's other devices, and the switch that leaves them out. More of it is in test/pages. */
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day, personDay } from '../../domain/time/local-time.ts'
import { localOffset } from '../../platform/local-offset.ts'
import { DESK, totalFrom } from '../fixtures/totals.ts'
import { plain, says, saysNoMore, seedDesk, seedHere } from '../pages/other-devices-page.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { writeRows } from './harness/fill.ts'
import { until } from './harness/until.ts'
import { focused, openOwnPage, resize, tabTo, textOf, valueIn } from './own-page.ts'
import { useScene } from './scene.ts'
import { setRate, storedSettings } from './seed.ts'
import { tooSmall, tooWide } from './usable.ts'

/** The pages that show the record of two days, of which the desk has an hour and a half each. */
const pagesOf = (first: Day, last: Day) => [
  [`#/today/${last}`, '1 h 30 min'],
  [`#/trends/${first}_${last}`, '3 h 0 min'],
  [`#/sites/${first}_${last}`, '3 h 0 min'],
  [`#/sites/${first}_${last}/reddit.com`, '3 h 0 min'],
  [`#/week/${first}_${last}`, '3 h 0 min'],
  [`#/insights/${first}_${last}`, '3 h 0 min'],
]

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  const open = (hash: string) => openOwnPage(scene.browser, `dashboard.html${hash}`)
  let pages: string[][]

  beforeAll(async () => {
    const today = await seedHere(scene.browser)
    pages = pagesOf(addDays(today, -1), today)
    const page = await open('#/today')
    expect(await textOf(page, '.this-device')).toBeNull()
    await page.close()
    await seedDesk(scene.browser, today)
  })

  test('every page whose figures hold some says how much, and where from', async () => {
    for (const [hash = '', time] of pages) {
      const page = await open(hash)
      await says(page, `Of this, ${time} from another device as day totals.`)
      await says(page, 'This device only')
      expect([hash, await flawsOf(page)]).toEqual([hash, []])
      await page.close()
    }
  })

  test('one switch takes them out of all pages and back, by keyboard', async () => {
    const [, [trends = ''] = []] = pages
    const page = await open(trends)
    await says(page, '3 h 10 min')
    await page.evaluate(() => document.querySelector<HTMLElement>('nav a[aria-current]')?.focus())
    await tabTo(page, 'This device only')
    await page.keyboard.press(' ')
    await saysNoMore(page, 'another device')
    await saysNoMore(page, '3 h 10 min')
    await says(page, '10 min')
    await says(page, 'Devices that sent day totals are left out')
    expect(await focused(page)).toBe('This device only')
    expect((await storedSettings(scene.browser)).thisDeviceAlone).toBe(true)
    expect(await flawsOf(page)).toEqual([])

    for (const [hash = ''] of pages) {
      const other = await open(hash)
      await until('the switch is on', () => valueIn(other, 'This device only'))
      expect([hash, plain(await textOf(other, 'main'))]).not.toEqual([
        hash,
        expect.stringContaining('another device'),
      ])
      if (hash.startsWith('#/week')) await says(other, 'This covers one browser on one computer.')
      await other.close()
    }

    await page.bringToFront()
    await page.keyboard.press(' ')
    await says(page, 'Of this, 3 h 0 min from another device as day totals.')
    await page.close()
  })
})

describe.each(BROWSERS)('$name in German', ({ launch }) => {
  const scene = useScene(launch, { lang: 'de' })

  test('at 360 px it is in German, and nothing is too wide or too small', async () => {
    await setRate(scene.browser)
    const { dayStartHour = 4 } = await storedSettings(scene.browser)
    const day = personDay(Date.now(), localOffset(Date.now()), dayStartHour)
    await writeRows(scene.browser, 'totals', [
      totalFrom(DESK, { day, surface: 'reddit.com', minutes: 90 }),
      totalFrom('ffffffff', { day, surface: 'reddit.com', minutes: 10 }),
    ])
    for (const hash of [`#/trends/${day}_${day}`, `#/week/${day}_${day}`, '#/today']) {
      const page = await openOwnPage(scene.browser, `dashboard.html${hash}`)
      await resize(page, 360, 800)
      await says(page, 'Davon 1 h 40 min von anderen Geräten als Tagessummen.')
      await (await page.$('.this-device input'))!.press(' ')
      await says(page, 'Geräte, die Tagessummen geschickt haben, fehlen in den Zahlen aller Seiten.')
      expect(await tooWide(page)).toEqual([])
      expect(await tooSmall(page)).toEqual([])
      expect(await flawsOf(page)).toEqual([])
      await (await page.$('.this-device input'))!.press(' ')
      await says(page, 'Davon 1 h 40 min')
      expect(await tooWide(page)).toEqual([])
      await page.close()
    }
  })
})
