/** Common rules to start with. */
import type { Kind } from '../surface/kind'
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

/** When a night ends, in minutes of the day. */
export const MORNING = 6 * HOUR

/**
 * The rules chosen on the welcome page: minutes of feeds a day, and the minute of the evening cutoff. Null
 * skips a rule.
 */
export const firstRules = (feedMinutes: number | null, cutoffMinute: number | null): Rule[] => [
  ...(feedMinutes === null ? [] : [rule(['feed'], minutesADay(feedMinutes), 'wall')]),
  ...(cutoffMinute === null
    ? []
    : [rule(LURES, { type: 'cutoff', evenings: EVERY_DAY(cutoffMinute), morning: MORNING }, 'wall')]),
]
