/** The states that pictures are taken of. Each stage adds to what the browser has recorded before. */
import type { Page } from 'puppeteer-core'
import type { Rule } from '../../domain/firewall/rule.ts'
import type { Commitment } from '../../domain/statement/commitment.ts'
import { addDays, calendarDay } from '../../domain/time/local-time.ts'
import { firstDayOfWeek } from '../../domain/time/week.ts'
import { localOffset } from '../../platform/local-offset.ts'
import type { Settings } from '../../domain/settings/settings.ts'
import { blocked, minutes, ruleOf } from '../../test/fixtures/rules.ts'
import { promiseOf } from '../../test/fixtures/commitments.ts'
import { wishFor } from '../../test/fixtures/focus.ts'
import { command, writeRows } from '../../test/e2e/harness/fill.ts'
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { seedVisits } from '../../test/e2e/seed.ts'
import { putRule, tryToGo, wallPage } from '../../test/e2e/wall-scene.ts'
import { openBeside } from '../demo/pictures.ts'
import { seed } from '../demo/seed.ts'
import { goToLastStop } from '../demo/visits.ts'

export interface State {
  name: string
  open: (browser: TestBrowser) => Promise<Page>
  /** Selectors of what to click, in order. */
  clicks: readonly string[]
  /** Set for this state only. */
  settings: Partial<Settings>
  /** The selector of a part that is taken alone; null for the whole page. */
  part: string | null
}

interface Stage {
  prepare: (browser: TestBrowser) => Promise<void>
  states: readonly State[]
}

type More = Partial<Pick<State, 'clicks' | 'settings' | 'part'>>

/** A page that opens without taking focus; in Firefox, the Firewall shows its figures only in front. */
const page = (name: string, path: string, more: More = {}): State => ({
  name,
  open: (browser) => openBeside(browser, path, path.endsWith('#/firewall')),
  clicks: [],
  settings: {},
  part: null,
  ...more,
})

const popup = (name: string, more?: More): State => page(`popup-${name}`, 'popup.html', more)

/** The focus hour unfolded in the popup. */
const focus = (name: string): State => page(`popup-focus-${name}`, 'popup.html#focus')

const dashboard = (name: string, hash: string, more?: More): State =>
  page(name, `dashboard.html#/${hash}`, more)

/** The wall at an address. */
const wall = (name: string, address: string, more: More = {}): State => ({
  name: `wall-${name}`,
  open: async (browser) => {
    await tryToGo(browser, await browser.newPage(), address)
    return wallPage(browser)
  },
  clicks: [],
  settings: {},
  part: null,
  ...more,
})

const EMPTY: readonly State[] = [
  popup('empty'),
  page('welcome-hour', 'welcome.html'),
  page('welcome-restore', 'welcome.html#restore'),
  page('welcome-limit', 'welcome.html#limit'),
  page('welcome-limit-chosen', 'welcome.html#limit', { clicks: ['.limit-choice'] }),
  page('welcome-done', 'welcome.html#saved'),
  ...['today', 'week', 'trends', 'sites', 'insights', 'settings', 'firewall'].map((hash) =>
    dashboard(`empty-${hash}`, hash),
  ),
]

const FIRST_MINUTE: readonly State[] = [popup('first-minute'), dashboard('first-minute-today', 'today')]

const FORM = '.add-rule .primary'

const FULL: readonly State[] = [
  popup('full'),
  popup('unfolded', { clicks: ['.surfaces .opener'] }),
  popup('paused', { settings: { pausedUntil: 'resumed' } }),
  popup('no-money', { settings: { moneyHidden: true } }),
  popup('question', { settings: { asksWorth: true } }),
  popup('drift-question', { settings: { asksWorth: true }, clicks: ['.question .answers button'] }),
  dashboard('today', 'today'),
  dashboard('today-no-money', 'today', { settings: { moneyHidden: true } }),
  dashboard('today-paused', 'today', { settings: { pausedUntil: 'resumed' } }),
  dashboard('day', 'today/yesterday', {
    clicks: ['.day > .actions > button', '.visits > :nth-child(2) > button'],
  }),
  dashboard('week', 'week'),
  dashboard('week-month', 'week/last-month'),
  dashboard('trends-week', 'trends/last-week'),
  dashboard('trends-month', 'trends/this-month'),
  dashboard('trends-year', 'trends/this-year'),
  dashboard('sites', 'sites/this-month'),
  dashboard('sites-kinds', 'sites/this-month', { clicks: ['.toolbar .choice-bar :nth-child(3)'] }),
  dashboard('site', 'sites/this-month/youtube.com/shorts'),
  dashboard('insights', 'insights'),
  dashboard('promises', 'insights/last-week/promises', { part: '#promises' }),
  dashboard('promises-no-money', 'insights/last-week/promises', {
    settings: { moneyHidden: true },
    part: '#promises',
  }),
  dashboard('promises-kept', 'insights/last-week/integrity', { part: '#integrity' }),
  focus('form'),
  dashboard('settings', 'settings'),
  dashboard('firewall', 'firewall'),
  dashboard('firewall-form', 'firewall', { clicks: [FORM] }),
  dashboard('firewall-form-more', 'firewall', { clicks: [FORM, '.rule-form summary'] }),
  dashboard('firewall-change', 'firewall', { clicks: ['.rules > li button'] }),
]

const WALLS: readonly State[] = [
  wall('passes', 'https://www.tiktok.com/'),
  wall('lock', 'https://www.netflix.com/'),
  wall('lock-wait', 'https://www.netflix.com/', { clicks: ['button.pass'] }),
  wall('pause', 'https://www.twitch.tv/'),
  wall('no-money', 'https://www.tiktok.com/', { settings: { moneyHidden: true } }),
  page('wall-inert', 'wall.html'),
]

const ofSite = (site: string, more: Partial<Rule>): Rule =>
  ruleOf({ targets: [{ type: 'site', site }], ...more })

/** Rules whose walls are shown. The pause is longer than taking its pictures. */
const RULES: readonly Rule[] = [
  ofSite('tiktok.com', { bound: minutes(20) }),
  ofSite('netflix.com', { bound: minutes(30), strictness: 'lock' }),
  ofSite('twitch.tv', { bound: blocked('0:00–24:00'), strictness: 'pause', pauseSeconds: 120 }),
]

/** Two promises about last week, which the worker settles, and one about this week. */
function promises(): Commitment[] {
  const week = firstDayOfWeek(calendarDay(Date.now(), localOffset(Date.now())), 0)
  const last = { week: addDays(week, -7) }
  const learning = { kind: 'learning', type: 'least' } as const
  return [
    promiseOf({ ...last, minutes: 300 }),
    promiseOf({ ...last, ...learning, minutes: 120 }),
    promiseOf({ week, ...learning, minutes: 240 }),
  ]
}

/** Ten weeks of history. It begins at 7:00 and the demo runs in the evening, so these visits are before it. */
async function fill(browser: TestBrowser): Promise<void> {
  await seed(browser)
  await seedVisits(browser, [
    { surface: 'tiktok.com', minutesAgo: 910, seconds: 25 * 60 },
    { surface: 'netflix.com', minutesAgo: 870, seconds: 31 * 60 },
  ])
  for (const rule of RULES) await putRule(browser, rule)
  await writeRows(browser, 'commitments', promises())
  await goToLastStop(browser)
}

/** Half an hour on a site of which nothing is known. */
const useUnknownSite = (browser: TestBrowser): Promise<void> =>
  seedVisits(browser, [{ surface: 'hobby.example', minutesAgo: 830, seconds: 30 * 60 }])

/** A focus hour in which only work stays open. */
const beginFocus = (browser: TestBrowser): Promise<void> => command(browser, 'startFocus', wishFor())

export const STAGES: readonly Stage[] = [
  { prepare: async () => {}, states: EMPTY },
  { prepare: goToLastStop, states: FIRST_MINUTE },
  { prepare: fill, states: FULL },
  { prepare: useUnknownSite, states: [popup('kind-question')] },
  { prepare: async () => {}, states: WALLS },
  { prepare: beginFocus, states: [focus('running'), dashboard('today-focus', 'today')] },
]
