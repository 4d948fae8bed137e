/** Common rules to start with. */
import type { Kind } from '../surface/kind'
import { type Bound, EVERY_DAY, minutesADay, newRule, type Rule, type Strictness, type Target } from './rule'

const HOUR = 60

export const PRESETS = ['youth', 'evenings', 'work', 'only', 'tell', 'adult', 'gambling'] as const
export type Preset = (typeof PRESETS)[number]

const rule = (kinds: readonly Kind[], bound: Bound, strictness: Strictness): Rule =>
  newRule(
    kinds.map((kind) => ({ type: 'kind', kind })),
    bound,
    strictness,
  )

export const LURES: readonly Kind[] = ['feed', 'video', 'games']

const OFFICE = [
  { from: 9 * HOUR, to: 12 * HOUR },
  { from: 13 * HOUR, to: 17 * HOUR },
]

/** Search is of no kind of its own; without it most work stands still. */
const SEARCH = [
  'google.com/search',
  'google.com',
  'bing.com/search',
  'bing.com',
  'duckduckgo.com',
  'startpage.com',
  'ecosia.org',
]

const TO_WORK: readonly Target[] = [
  ...(['work', 'learning', 'ai'] as const).map((kind): Target => ({ type: 'kind', kind })),
  ...SEARCH.map((surface): Target => ({ type: 'surface', surface })),
]

const MORNINGS = [{ from: 9 * HOUR, to: 12 * HOUR }]

/**
 * Youth mode as Douyin has had it since 2021: 40 minutes of feeds a day, closed from 22:00 to 6:00. A PIN goes
 * well with it.
 */
export const presetRules: Record<Preset, readonly Rule[]> = {
  youth: [
    rule(['feed'], minutesADay(40), 'lock'),
    rule(LURES, { type: 'cutoff', evenings: EVERY_DAY(22 * HOUR), morning: 6 * HOUR }, 'lock'),
  ],
  evenings: [rule(LURES, { type: 'cutoff', evenings: EVERY_DAY(22 * HOUR + 30), morning: 6 * HOUR }, 'wall')],
  work: [
    rule(
      [...LURES, 'shopping'],
      { type: 'hours', are: 'blocked', ranges: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, null, null] },
      'wall',
    ),
  ],
  only: [
    {
      ...newRule([{ type: 'everything' }], {
        type: 'hours',
        are: 'blocked',
        ranges: [MORNINGS, MORNINGS, MORNINGS, MORNINGS, MORNINGS, null, null],
      }),
      except: TO_WORK,
    },
  ],
  tell: [rule(['feed'], minutesADay(60), 'notice')],
  adult: [rule(['adult'], minutesADay(0), 'lock')],
  gambling: [rule(['gambling'], minutesADay(0), 'lock')],
}

export const FIRST_CHOICES = ['feeds', 'evenings', 'both', 'tell'] as const
export type FirstChoice = (typeof FIRST_CHOICES)[number]

const FEEDS = [rule(['feed'], minutesADay(40), 'wall')]

/** The rules to choose from on the welcome page. */
export const firstRules: Record<FirstChoice, readonly Rule[]> = {
  feeds: FEEDS,
  evenings: presetRules.evenings,
  both: [...FEEDS, ...presetRules.evenings],
  tell: presetRules.tell,
}
