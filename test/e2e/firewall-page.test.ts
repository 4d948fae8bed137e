/** The firewall's page, used the way a person uses it: by labels, words and keys. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StoredRule } from '../../domain/firewall/rule'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { choose, click, fillIn, focused, openOwnPage, press, problemAt, textOf } from './own-page.ts'
import { useScene } from './scene.ts'
import { seedVisits, setRate } from './seed.ts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  const rules = async (): Promise<StoredRule[]> =>
    ((await scene.browser.readDatabase('limits')) as StoredRule[]).toSorted(
      (a, b) => a.createdAt - b.createdAt,
    )
  const words = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.rules .rule-words')].map(({ textContent }) => textContent),
    )
  const formed = () => textOf(page, '.formed')
  const plain = (text: string | null | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ')
  const openForm = async () => {
    await click(page, 'New rule')
    await until('the form is there', () => page.evaluate(() => document.querySelector('.rule-form') !== null))
  }

  beforeAll(async () => {
    await setRate(scene.browser)
    await seedVisits(scene.browser, [
      { surface: 'youtube.com/shorts', minutesAgo: 60, seconds: 1500 },
      { surface: 'instagram.com', minutesAgo: 30, seconds: 1620 },
    ])
    page = await openOwnPage(scene.browser, 'dashboard.html#/firewall')
  })

  test('without rules it offers ready-made ones; one click sets all of them', async () => {
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.presets button')]
        .find(({ textContent }) => textContent.includes('Evenings off'))
        ?.click(),
    )
    await until('the rule is there', async () => (await words()).length === 1)
    expect(plain((await words())[0])).toMatch(
      /^Feeds, Video, and Games: end at 10:30.PM, until 6:00.AM, with the wall$/,
    )
  })

  test('a form makes a sentence, and says what was used already', async () => {
    await openForm()
    await click(page, 'Feeds', '.kinds')
    await fillIn(page, 'Allowed', '40')
    const said = 'Feeds: 40 min a day, then the wallAlready 52 min of 40 min: closes now.'
    await until('it says so', async () => plain(await formed()) === said)
    await fillIn(page, 'Allowed', '90')
    await until('it says so', async () => plain(await formed())?.includes('so far'))
    await press(page, 'Save')
    await until('it is stored', async () => (await rules()).length === 2)
    await until('the focus is at the way to another', async () => (await focused(page)) === 'New rule')
  })

  test.each([
    ['0', 'To close it completely, choose the lock'],
    ['1441', 'A day has 24 hours'],
    ['1.5', 'Type a whole number'],
    ['', 'Type a number'],
  ])('an allowance of “%s” with a wall is caught where it is typed', async (typed, sentence) => {
    await openForm()
    await click(page, 'Feeds', '.kinds')
    await fillIn(page, 'Allowed', typed)
    await press(page, 'Save')
    await until('it is told', async () => (await problemAt(page, 'Allowed'))?.startsWith(sentence))
    await press(page, 'Cancel')
    expect(await rules()).toHaveLength(2)
  })

  test('so are an hour that no day has, an end that is a beginning, and a rule about nothing', async () => {
    await openForm()
    await choose(page, 'Limit by', 'an end for the night')
    await fillIn(page, 'Ends at', '25:00')
    await press(page, 'Save')
    await until('it is told', async () => (await problemAt(page, 'Ends at'))?.includes('a day ends at 24:00'))
    expect(await problemAt(page, 'A site, a part of one, or an owner')).toBe('Choose what the rule is about.')
    await fillIn(page, 'Ends at', '6:00')
    await press(page, 'Save')
    await until('it is told', async () => (await problemAt(page, 'Opens again at'))?.includes('are the same'))
    await press(page, 'Cancel')
  })

  test('a site that is none is told, one that is becomes a target', async () => {
    await openForm()
    await fillIn(page, 'A site, a part of one, or an owner', 'no such thing')
    await page.evaluate(() => document.querySelector<HTMLElement>('.rule-part .control button')?.click())
    await until('it is told', async () =>
      (await problemAt(page, 'A site, a part of one, or an owner'))?.startsWith('This leads to no site'),
    )
    await fillIn(page, 'A site, a part of one, or an owner', 'Meta')
    await page.evaluate(() => document.querySelector<HTMLElement>('.rule-part .control button')?.click())
    await fillIn(page, 'Allowed', '30')
    await until('the sentence has it', async () => plain(await formed())?.startsWith('Meta: 30 min a day'))
    await fillIn(page, 'Except', 'no such thing')
    await press(page, 'Save')
    await until('saving loses nothing that was typed', async () =>
      (await problemAt(page, 'Except'))?.startsWith('This leads to no site'),
    )
    expect(await rules()).toHaveLength(2)
    await press(page, 'Cancel')
  })

  test('a loosening is announced for a later day, and can be taken back; tightening holds at once', async () => {
    const change = async (minutes: string) => {
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.rules > li:last-child button')]
          .find(({ textContent }) => textContent === 'Change')
          ?.click(),
      )
      await until('the form is there', () =>
        page.evaluate(() => document.querySelector('.rule-form') !== null),
      )
      await fillIn(page, 'Allowed', minutes)
    }
    await change('120')
    await until('it says from when', async () => plain(await formed())?.includes('so it holds from'))
    await press(page, 'Save')
    await until('it waits', async () => (await rules())[1]?.next !== null)
    expect((await rules())[1]?.rule.bound).toMatchObject({ allowance: { of: [90, 90, 90, 90, 90, 90, 90] } })
    await click(page, 'Take it back')
    await until('it waits no more', async () => (await rules())[1]?.next === null)
    await change('60')
    await press(page, 'Save')
    await until('it holds', async () => JSON.stringify((await rules())[1]?.rule.bound).includes('60'))
  })

  test('a PIN is asked for before a rule changes, and a wrong one changes nothing', async () => {
    await click(page, 'Set a PIN')
    await fillIn(page, 'PIN', '2468', '#pin')
    await press(page, 'Save', '#pin')
    await until('it is set', async () => (await textOf(page, '#pin'))?.includes('A PIN is set'))
    const last = '.rules > li:last-child'
    await click(page, 'Switch off', last)
    await fillIn(page, 'PIN', '1111', last)
    await press(page, 'Switch off', last)
    await until('it is refused', async () =>
      (await textOf(page, `${last} .save-note.failed`))?.includes('not the PIN'),
    )
    expect((await rules())[1]?.next).toBeNull()
    await fillIn(page, 'PIN', '2468', last)
    await press(page, 'Switch off', last)
    await until('it is off from tomorrow on', async () => (await rules())[1]?.next?.value?.isOn === false)
  })

  test('an address can be tried', async () => {
    await fillIn(page, 'Would this address be limited now, and by which rule?', 'm.youtube.com/shorts/1')
    await press(page, 'Try')
    // Late in the evening it is the end for the night that decides, before that the hour a day.
    await until('it is answered', async () =>
      /Feeds: 1|Feeds, Video, and Games: end/.test(plain(await textOf(page, '.judgement')) ?? ''),
    )
    await fillIn(page, 'Would this address be limited now, and by which rule?', 'coursera.org')
    await press(page, 'Try')
    await until('it is answered', async () => (await textOf(page, '.judgement')) === 'No rule applies to it.')
  })
})
