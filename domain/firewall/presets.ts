/** Common rules to start with. */
import type { Kind } from '../surface/kind'
import type { ClockRange } from '../time/interval'
import { DAY_MINUTES } from '../time/local-time'
import { MORNING } from './hours'
import { type Bound, EVERY_DAY, minutesADay, newRule, type Rule, type Strictness } from './rule'

const HOUR = 60

export const PRESETS = ['youth', 'evenings', 'work', 'tell'] as const
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
  tell: [rule(['feed'], minutesADay(60), 'notice')],
}

const NOON = 12 * HOUR
const NIGHT = DAY_MINUTES - (22 * HOUR + 30) + MORNING

/**
 * When a cutoff usually ends, both in minutes of the day: in the morning, or after a night of the same length if it
 * begins between morning and noon.
 */
export const usualEnd = (cutoff: number): number =>
  cutoff >= MORNING && cutoff < NOON ? cutoff + NIGHT : MORNING

/**
 * The rules chosen on the welcome page: minutes of feeds a day, and the minutes of the day at which feeds, videos and
 * games close and open again. Null skips a rule.
 */
export const firstRules = (feedMinutes: number | null, closed: ClockRange | null): Rule[] => [
  ...(feedMinutes === null ? [] : [rule(['feed'], minutesADay(feedMinutes), 'wall')]),
  ...(closed === null
    ? []
    : [rule(LURES, { type: 'cutoff', evenings: EVERY_DAY(closed.from), morning: closed.to }, 'wall')]),
]
