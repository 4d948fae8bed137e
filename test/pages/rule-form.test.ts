/** Forming a rule: the sentence that one fills in, its suggestions, and how few decisions it takes. */
import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StoredRule } from '../../domain/firewall/rule'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import {
  choose,
  click,
  fillIn,
  focused,
  openOwnPage,
  press,
  problemAt,
  textOf,
  valueIn,
} from '../e2e/own-page.ts'
import { setRate } from '../e2e/seed.ts'
import { putRule } from '../e2e/wall-scene.ts'
import { plain } from '../fixtures/plain.ts'
import { cutoff, minutes, ruleOf } from '../fixtures/rules.ts'
import { PLACES } from './harness/page-scene.ts'
import { chips, combobox, openForm } from './rule-form-page.ts'

const INSTAGRAM = { type: 'site', site: 'instagram.com' } as const

/** Counts the controls of the form in which the person chooses or types something; Save is none. */
const countDecisions = (page: Page) =>
  page.evaluate(() => {
    const touched = new Set<unknown>()
    const note = ({ target }: Event) => {
      touched.add(target)
      document.body.dataset['decisions'] = String(touched.size)
    }
    const form = document.querySelector('.rule-form')
    for (const type of ['input', 'change']) form?.addEventListener(type, note)
  })

const decisions = async (page: Page) => Number(await page.evaluate(() => document.body.dataset['decisions']))

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  let page: Page

  const rules = async (): Promise<StoredRule['rule'][]> =>
    ((await scene.browser.readDatabase('limits')) as StoredRule[]).map(({ rule }) => rule)
  const noRules = async () => {
    for (const { id } of await rules()) await command(scene.browser, 'removeRule', { id, pin: null })
  }

  beforeAll(() => setRate(scene.browser))
  beforeEach(noRules)
  afterEach(() => page.close())

  test('ready-made rules come first while there are none, then New rule', async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/firewall')
    // In place of “#rules ~”, of which happy-dom finds only the first.
    const order = await page.evaluate(() => {
      const all = [...(document.querySelector('#rules')?.parentElement?.children ?? [])]
      return all
        .slice(all.findIndex(({ id }) => id === 'rules') + 1)
        .filter((one) => one.matches('.presets, .add-rule'))
        .map(({ classList }) => classList[0])
    })
    expect(order).toEqual(['presets', 'actions'])
  })

  test('“Instagram, 20 minutes a day” takes at most three decisions, on a browser that never was there', async () => {
    page = await openForm(scene.browser)
    await countDecisions(page)
    await page.keyboard.type('insta')
    await until('Instagram is suggested', async () => (await combobox(page)).active === 'Instagram')
    await page.keyboard.press('Enter')
    await fillIn(page, 'Allowed', '20')
    await until('the sentence is formed', async () =>
      plain(await textOf(page, '.formed'))?.startsWith('Instagram: 20 min a day, then the wall'),
    )
    await press(page, 'Save')
    const [rule] = await until('the rule is stored', async () => {
      const stored = await rules()
      return stored.length === 1 && stored
    })
    expect(rule).toMatchObject({ targets: [INSTAGRAM], bound: minutes(20), strictness: 'wall' })
    expect(await decisions(page)).toBeLessThanOrEqual(3)
  })

  test('“Instagram 20 min a day” typed into the first field is a whole rule, and Enter leads on', async () => {
    page = await openForm(scene.browser)
    await page.keyboard.type('Instagram 45 min a day')
    await until('it is one suggestion', async () => (await combobox(page)).options.join() === 'Instagram')
    await page.keyboard.press('Enter')
    await until('the amount has the focus', async () => (await focused(page)) === 'Allowed')
    expect(await chips(page)).toEqual(['Instagram'])
    expect(await valueIn(page, 'Allowed')).toBe('45')
    await page.keyboard.press('Enter')
    const [rule] = await until('the rule is stored', async () => {
      const stored = await rules()
      return stored.length === 1 && stored
    })
    expect(rule).toMatchObject({ targets: [INSTAGRAM], bound: minutes(45) })
  })

  test('“Feeds close at 22:30” takes at most two decisions', async () => {
    page = await openForm(scene.browser)
    await countDecisions(page)
    await page.keyboard.type('feeds')
    await until('feeds are suggested', async () => (await combobox(page)).active === 'Feeds')
    await page.keyboard.press('Enter')
    await choose(page, 'Limit by', 'closes at')
    await press(page, 'Save')
    const [rule] = await until('the rule is stored', async () => {
      const stored = await rules()
      return stored.length === 1 && stored
    })
    expect(rule).toMatchObject({ targets: [{ type: 'kind', kind: 'feed' }], bound: cutoff('22:30', '6:00') })
    expect(await decisions(page)).toBe(2)
  })

  test('a click takes a suggestion, and an address that nobody knows is taken as it is', async () => {
    page = await openForm(scene.browser)
    await page.keyboard.type('reddit')
    await until('Reddit is suggested', async () => (await combobox(page)).active === 'Reddit')
    await page.click('.sentence [role=option]')
    await until('Reddit is taken', async () => (await chips(page)).join() === 'Reddit')
    expect(await valueIn(page, 'What to limit')).toBe('')
    await page.keyboard.type('reddit.example.org')
    await until('nothing is chosen', async () => (await combobox(page)).active === null)
    await page.keyboard.press('Enter')
    await until('both are taken', async () => (await chips(page)).join() === 'Reddit,example.org')
    await click(page, 'Reddit× Remove')
    await until('one is left', async () => (await chips(page)).join() === 'example.org')
    await press(page, 'example.org× Remove')
    await until('none is left', async () => (await chips(page)).length === 0)
    expect(await focused(page)).toBe('What to limit')
  })

  test('a half-typed name is taken on saving if it means one thing; else the field says what to choose, and nothing is saved', async () => {
    page = await openForm(scene.browser)
    await page.keyboard.type('inst')
    await until('several are suggested', async () => (await combobox(page)).options.length > 1)
    const words = (await combobox(page)).options
    await page.keyboard.press('Tab')
    await until(
      'the field says what to choose',
      async () =>
        (await problemAt(page, 'What to limit')) ===
        `Which one? Choose ${words[0]}, ${words[1]}, or ${words[2]}.`,
    )
    expect(await chips(page)).toEqual([])
    await fillIn(page, 'Allowed', '20')
    await press(page, 'Save')
    await until('the field has the focus', async () => (await focused(page)) === 'What to limit')
    expect(await rules()).toEqual([])
    await page.keyboard.type('ag')
    await press(page, 'Save')
    const [rule] = await until('the rule is stored', async () => {
      const stored = await rules()
      return stored.length === 1 && stored
    })
    expect(rule).toMatchObject({ targets: [INSTAGRAM], bound: minutes(20) })
  })

  test('More is closed, unless the rule that is changed uses it', async () => {
    const isOpen = () => page.evaluate(() => document.querySelector<HTMLDetailsElement>('.rule-more')?.open)
    await putRule(scene.browser, ruleOf({ targets: [INSTAGRAM] }))
    page = await openForm(scene.browser, 'Change')
    expect(await isOpen()).toBe(false)
    await page.close()
    await noRules()
    const except = [{ type: 'surface', surface: 'instagram.com/reels' }] as const
    await putRule(scene.browser, ruleOf({ targets: [INSTAGRAM], except }))
    page = await openForm(scene.browser, 'Change')
    expect(await isOpen()).toBe(true)
  })

  test('the form of one rule stays open while that of another ends its saving', async () => {
    await putRule(scene.browser, ruleOf({ targets: [INSTAGRAM] }))
    await putRule(scene.browser, ruleOf({ targets: [{ type: 'site', site: 'reddit.com' }] }))
    page = await openForm(scene.browser, 'Change')
    await fillIn(page, 'Allowed', '8')
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.rule-form [type=submit]')?.click()
      const others = [...document.querySelectorAll<HTMLElement>('.rules button')]
      others.find(({ textContent }) => textContent.startsWith('Change'))?.click()
    })
    const isStored = (wanted: number) => async () =>
      (await rules()).some(({ bound }) => JSON.stringify(bound) === JSON.stringify(minutes(wanted)))
    await until('the first is stored', isStored(8))
    await fillIn(page, 'Allowed', '5')
    await press(page, 'Save')
    await until('the second is stored', isStored(5))
  })

  test('a flaw under More opens it', async () => {
    page = await openForm(scene.browser)
    await page.keyboard.type('feeds')
    await page.keyboard.press('Enter')
    await choose(page, 'Limit by', 'closes at')
    await fillIn(page, 'Closes at', '6:00 AM')
    await press(page, 'Save')
    await until('the field with the flaw has the focus', () =>
      page.evaluate(() => document.activeElement?.closest('.rule-more') !== null),
    )
    expect(await rules()).toEqual([])
  })

  test('a link with a site begins a rule about it, once', async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/settings')
    await page.evaluate(() => {
      location.hash = '#/firewall/new/instagram.com'
    })
    await until('the form is about Instagram', async () => (await chips(page)).join() === 'Instagram')
    expect(await page.evaluate(() => location.hash)).toBe('#/firewall')
  })
})
