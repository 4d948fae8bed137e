/** The Firewall page, used as a person does: by labels, words and keys. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StoredRule } from '../../domain/firewall/rule'
import { until } from '../e2e/harness/until.ts'
import { choose, click, fillIn, focused, openOwnPage, press, problemAt, textOf } from '../e2e/own-page.ts'
import { seedVisits, setRate } from '../e2e/seed.ts'
import { plain } from '../fixtures/plain.ts'
import { PLACES } from './harness/page-scene.ts'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
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
  afterAll(() => page.close())

  test('the page offers presets while there are no rules, and one click sets all rules of a preset', async () => {
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.presets button')]
        .find(({ textContent }) => textContent.includes('Evenings off'))
        ?.click(),
    )
    await until('the rule is there', async () => (await words()).length === 1)
    expect(plain((await words())[0])).toMatch(/^Feeds, Video, and Games: closed 10:30.PM – 6:00.AM, wall$/)
  })

  test('the form shows the rule as a sentence, and what is already used', async () => {
    await openForm()
    await fillIn(page, 'What to limit', 'feeds')
    await fillIn(page, 'Allowed', '40')
    const said = 'Feeds: 40 min a day, then the wallAlready at 52 min of 40 min: closes at once.'
    await until('the sentence says what is used', async () => plain(await formed()) === said)
    await fillIn(page, 'Allowed', '90')
    await until('the sentence says that it stays open', async () => plain(await formed())?.includes('so far'))
    await press(page, 'Save')
    await until('the rule is stored', async () => (await rules()).length === 2)
    await until('the focus is on New rule', async () => (await focused(page)) === 'New rule')
  })

  test.each([
    ['0', 'To close it completely, choose the lock'],
    ['1441', 'A day has 24 hours'],
    ['1.5', 'Type a whole number'],
    ['', 'Type a number'],
  ])('an allowance of “%s” with a wall is refused at its field', async (typed, sentence) => {
    await openForm()
    await fillIn(page, 'What to limit', 'feeds')
    await fillIn(page, 'Allowed', typed)
    await press(page, 'Save')
    await until('the field says what is wrong', async () =>
      (await problemAt(page, 'Allowed'))?.startsWith(sentence),
    )
    await press(page, 'Cancel')
    expect(await rules()).toHaveLength(2)
  })

  test('an impossible hour, equal start and end, and a rule without targets are refused at their fields', async () => {
    await openForm()
    await choose(page, 'Limit by', 'closes at')
    await fillIn(page, 'Closes at', '25:00')
    await press(page, 'Save')
    await until('the field says what is wrong', async () =>
      (await problemAt(page, 'Closes at'))?.includes('a day ends at 24:00'),
    )
    expect(await problemAt(page, 'What to limit')).toBe('Choose what to limit.')
    // Evenings are meant by a bare 6:00, and the morning begins at 6:00 AM.
    await fillIn(page, 'Closes at', '6:00 AM')
    await press(page, 'Save')
    await until('the field says what is wrong', async () =>
      (await problemAt(page, 'Opens again at'))?.includes('are the same'),
    )
    await press(page, 'Cancel')
  })

  test('typed hours are understood as people write them, and in doubt the field asks', async () => {
    await openForm()
    await fillIn(page, 'What to limit', 'feeds')
    await choose(page, 'Limit by', 'closed at')
    for (const [typed, said] of [
      ['3-9 PM', '3:00 PM–9:00 PM'],
      ['9-11pm', '9:00 PM–11:00 PM'],
      ['12-1am', '12:00 AM–1:00 AM'],
      ['22h30–٢٣:٣٠', '10:30 PM–11:30 PM'],
    ] as const) {
      await fillIn(page, 'Hours', typed)
      await until(
        `the sentence says ${said} for “${typed}”`,
        async () => plain(await formed())?.includes(said),
        undefined,
        async () => String(await formed()),
      )
      expect(await problemAt(page, 'Hours')).toBeNull()
    }
    await fillIn(page, 'Hours', '9-5')
    await press(page, 'Save')
    await until('the field asks', async () =>
      (await problemAt(page, 'Hours'))?.startsWith('Morning or afternoon?'),
    )
    await press(page, 'Cancel')
    expect(await rules()).toHaveLength(2)
  })

  test('an unknown target is refused, a known one is added, and typed targets survive saving', async () => {
    await openForm()
    await fillIn(page, 'What to limit', 'no such thing')
    await until('the field says what is wrong', async () =>
      (await problemAt(page, 'What to limit'))?.startsWith('This does not lead to a site'),
    )
    await fillIn(page, 'What to limit', 'Reddit 0 min')
    await until('the field says what of it is known', async () =>
      (await problemAt(page, 'What to limit'))?.startsWith('Reddit is known, but not “0 min”.'),
    )
    await fillIn(page, 'What to limit', 'Meta')
    await fillIn(page, 'Allowed', '30')
    await until('the sentence has it', async () => plain(await formed())?.startsWith('Meta: 30 min a day'))
    await page.evaluate(() => document.querySelector<HTMLElement>('.rule-more summary')?.click())
    await fillIn(page, 'Except', 'no such thing')
    await press(page, 'Save')
    await until('saving loses nothing that was typed', async () =>
      (await problemAt(page, 'Except'))?.startsWith('This does not lead to a site'),
    )
    expect(await rules()).toHaveLength(2)
    await press(page, 'Cancel')
  })

  test('loosening takes effect later and can be taken back; tightening takes effect at once', async () => {
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
    await until('the form says from when', async () => plain(await formed())?.includes('so it applies from'))
    await press(page, 'Save')
    await until('the change is pending', async () => (await rules())[1]?.next !== null)
    expect((await rules())[1]?.rule.bound).toMatchObject({ allowance: { of: [90, 90, 90, 90, 90, 90, 90] } })
    await click(page, 'Take it back')
    await until('no change is pending', async () => (await rules())[1]?.next === null)
    await change('60')
    await press(page, 'Save')
    await until('the change is in force', async () =>
      JSON.stringify((await rules())[1]?.rule.bound).includes('60'),
    )
  })

  test('changing a rule asks for the PIN, and a wrong PIN changes nothing', async () => {
    await click(page, 'Set a PIN')
    await fillIn(page, 'PIN', '2468', '#pin')
    await press(page, 'Save', '#pin')
    await until('the PIN is set', async () => (await textOf(page, '#pin'))?.includes('A PIN is set'))
    const last = '.rules > li:last-child'
    await click(page, 'Switch off', last)
    await fillIn(page, 'PIN', '1111', last)
    await press(page, 'Switch off', last)
    await until('the PIN is refused', async () =>
      (await textOf(page, `${last} .save-note.failed`))?.includes('not the PIN'),
    )
    expect((await rules())[1]?.next).toBeNull()
    await fillIn(page, 'PIN', '2468', last)
    await press(page, 'Switch off', last)
    await until('switching off is pending', async () => (await rules())[1]?.next?.value?.isOn === false)
  })

  test('the address test says which rule applies', async () => {
    await fillIn(page, 'Would this address be limited now, and by which rule?', 'm.youtube.com/shorts/1')
    await press(page, 'Try')
    // Late in the evening the cutoff applies, before that the daily hour.
    await until('the answer names the rule', async () =>
      /Feeds: 1|Feeds, Video, and Games: closed/.test(plain(await textOf(page, '.judgement')) ?? ''),
    )
    await fillIn(page, 'Would this address be limited now, and by which rule?', 'coursera.org')
    await press(page, 'Try')
    await until(
      'the answer is that none applies',
      async () => (await textOf(page, '.judgement')) === 'No rule applies to it.',
    )
  })
})
