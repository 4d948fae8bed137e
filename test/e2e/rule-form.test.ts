/** Forming a rule: the sentence that one fills in, its suggestions, and how few decisions it takes. */
import type { Page } from 'puppeteer-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { StoredRule } from '../../domain/firewall/rule'
import { cutoff, minutes, ruleOf } from '../fixtures/rules.ts'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { command } from './harness/fill.ts'
import { until } from './harness/until.ts'
import {
  choose,
  click,
  field,
  fillIn,
  focused,
  openOwnPage,
  press,
  problemAt,
  resize,
  textOf,
  valueIn,
} from './own-page.ts'
import { type Scene, useScene } from './scene.ts'
import { setRate } from './seed.ts'
import { cutFields, tabThrough, tooSmall, tooWide } from './usable.ts'
import { putRule } from './wall-scene.ts'
import { plain } from '../fixtures/plain.ts'

const INSTAGRAM = { type: 'site', site: 'instagram.com' } as const

const openForm = async ({ browser }: Scene, words = 'New rule', path = 'dashboard.html#/firewall') => {
  const page = await openOwnPage(browser, path)
  await click(page, words)
  await until('the form is there', () => textOf(page, '.rule-form'))
  return page
}

/** Counts the controls of the form in which the person chooses or types something; Save is none. */
const countDecisions = (page: Page) =>
  page.evaluate(() => {
    const touched = new Set<unknown>()
    const note = ({ target, isTrusted, type }: Event) => {
      if (isTrusted || type === 'change') touched.add(target)
      document.body.dataset['decisions'] = String(touched.size)
    }
    const form = document.querySelector('.rule-form')
    for (const type of ['input', 'change']) form?.addEventListener(type, note)
  })

const decisions = async (page: Page) => Number(await page.evaluate(() => document.body.dataset['decisions']))

/** What assistive technology is told of the field for what the rule is about. */
const combobox = (page: Page) =>
  page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('.sentence [role=combobox]')
    const list = document.getElementById(input?.getAttribute('aria-controls') ?? '')
    const active = document.getElementById(input?.getAttribute('aria-activedescendant') ?? '')
    const options = [...(list?.querySelectorAll('[role=option]') ?? [])]
    return {
      expanded: input?.getAttribute('aria-expanded'),
      isShown: list?.checkVisibility() ?? false,
      options: options.map((option) => option.querySelector('.name')?.textContent ?? ''),
      active: active?.querySelector('.name')?.textContent ?? null,
      selected: options.filter((option) => option.getAttribute('aria-selected') === 'true').length,
    }
  })

const chips = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.sentence .chip')].map(({ firstChild }) => firstChild?.textContent ?? ''),
  )

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  let page: Page

  const rules = async (): Promise<StoredRule['rule'][]> =>
    ((await scene.browser.readDatabase('limits')) as StoredRule[]).map(({ rule }) => rule)
  const noRules = async () => {
    for (const { id } of await rules()) await command(scene.browser, 'removeRule', { id, pin: null })
  }

  beforeAll(() => setRate(scene.browser))
  beforeEach(noRules)

  test('ready-made rules come first while there are none, then New rule', async () => {
    page = await openOwnPage(scene.browser, 'dashboard.html#/firewall')
    const order = await page.evaluate(() =>
      [...document.querySelectorAll('#rules ~ :is(.presets, .add-rule)')].map(
        ({ classList }) => classList[0],
      ),
    )
    expect(order).toEqual(['presets', 'actions'])
  })

  test('“Instagram, 20 minutes a day” takes at most three decisions, on a browser that never was there', async () => {
    page = await openForm(scene)
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
    page = await openForm(scene)
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
    page = await openForm(scene)
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

  test('the field is a combobox: keys move through the list, take from it and close it', async () => {
    page = await openForm(scene)
    expect(await combobox(page)).toMatchObject({ expanded: 'false', isShown: false })
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
    await until('the list is closed', async () => !(await combobox(page)).isShown)
    expect(await chips(page)).toEqual([])
    await page.keyboard.type('YOUTUBE shorts')
    await until('the part is suggested', async () => (await combobox(page)).active === 'YouTube Shorts')
    await page.keyboard.press('Tab')
    await until('the part is taken', async () => (await chips(page)).join() === 'YouTube Shorts')
  })

  test('a click takes a suggestion, and an address that nobody knows is taken as it is', async () => {
    page = await openForm(scene)
    await page.keyboard.type('reddit')
    await until('Reddit is suggested', async () => (await combobox(page)).active === 'Reddit')
    const option = await page.$('.sentence [role=option]')
    await option?.click()
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
    page = await openForm(scene)
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
    page = await openForm(scene, 'Change')
    expect(await isOpen()).toBe(false)
    await noRules()
    const except = [{ type: 'surface', surface: 'instagram.com/reels' }] as const
    await putRule(scene.browser, ruleOf({ targets: [INSTAGRAM], except }))
    page = await openForm(scene, 'Change')
    expect(await isOpen()).toBe(true)
  })

  test('the form of one rule stays open while that of another ends its saving', async () => {
    await putRule(scene.browser, ruleOf({ targets: [INSTAGRAM] }))
    await putRule(scene.browser, ruleOf({ targets: [{ type: 'site', site: 'reddit.com' }] }))
    page = await openForm(scene, 'Change')
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
    page = await openForm(scene)
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

  test('passes axe with its list and with More, and has hit areas of 44 px and no sideways scroll at 360 px', async () => {
    page = await openForm(scene)
    await page.keyboard.type('insta')
    await until('the list is shown', async () => (await combobox(page)).isShown)
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
    page = await openForm(scene)
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
    page = await openForm(scene)
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
    const page = await openForm(scene, 'Neue Regel')
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
