/**
 * Ten weeks with round numbers, of which the last is last week. An hour costs 60 €, so a minute costs a euro. Minutes:
 *
 *              | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Sum
 * an ordinary week
 *   ChatGPT    |     |     |     |     |     |     |     |
 *   YouTube    |  30 |  30 |     |     |     |     |     |  60
 *   Coursera   |  10 |     |     |     |     |  10 |     |  20
 *   Instagram  |  30 |     |     |  30 |     |     |     |  60
 *   Facebook   |     |     |     |     |     |     |  60 |  60
 *                                                          200
 * last week
 *   ChatGPT    |  60 |  30 |     |     |     |     |     |  90
 *   Claude     |     |  30 |     |     |     |     |     |  30
 *   YouTube    |  30 |  45 |     |     |  75 |     |     | 150
 *   Coursera   |  30 |     |     |     |     |     |     |  30
 *   Instagram  |  30 |     | 140 |  30 |     |     |     | 200
 *   Facebook   |     |     |     |     |     |  40 |  60 | 100
 *                                                          600
 *
 * The fifth week before last week has nothing. Every Thursday goes on until 22:15.
 */
import type { Rating } from '../../domain/record/rating'
import type { Rule, StoredRule } from '../../domain/firewall/rule'
import type { UsageRow } from '../../domain/firewall/usage-row'
import { addDays, type Day } from '../../domain/time/local-time'
import { periodOf, shiftPeriod } from '../../domain/time/period'
import { cutoff, ruleOf } from '../fixtures/rules'
import { spanOf } from '../fixtures/spans'
import { command, writeRows } from './harness/fill.ts'
import type { PageHost } from './harness/page-host.ts'
import { personToday } from './seed.ts'

const MINUTE = 60_000

type Visit = readonly [weekday: number, clock: string, surface: string, minutes: number]

const [MON, TUE, WED, THU, FRI, SAT, SUN] = [0, 1, 2, 3, 4, 5, 6] as const

const ORDINARY: readonly Visit[] = [
  [MON, '12:00', 'youtube.com', 30],
  [MON, '14:00', 'coursera.org', 10],
  [MON, '21:00', 'instagram.com', 30],
  [TUE, '12:00', 'youtube.com', 30],
  [THU, '21:45', 'instagram.com', 30],
  [SAT, '14:00', 'coursera.org', 10],
  [SUN, '20:00', 'facebook.com', 60],
]

const LAST: readonly Visit[] = [
  [MON, '09:00', 'chatgpt.com', 60],
  [MON, '10:03', 'youtube.com', 30],
  [MON, '14:00', 'coursera.org', 30],
  [MON, '21:00', 'instagram.com', 30],
  [TUE, '09:00', 'chatgpt.com', 30],
  [TUE, '09:30', 'claude.ai', 30],
  [TUE, '12:00', 'youtube.com', 45],
  [WED, '12:00', 'instagram.com', 140],
  [THU, '21:45', 'instagram.com', 30],
  [FRI, '12:00', 'youtube.com', 75],
  [SAT, '12:00', 'facebook.com', 40],
  [SUN, '20:00', 'facebook.com', 60],
]

const WEEKS_BEFORE = [-9, -8, -7, -6, -4, -3, -2, -1]

/** The Monday of last week, or of one before it. */
const mondayOf = (week: number): Day => shiftPeriod(periodOf('week', personToday(), 0), week - 1).first

const visitIn = (week: number, [weekday, clock, surface, minutes]: Visit) =>
  spanOf({
    surface,
    start: `${addDays(mondayOf(week), weekday)}T${clock}Z`,
    ms: minutes * MINUTE,
    utcOffsetMinutes: 0,
  })

/** Feeds are to stop at 22:00; nothing is blocked. */
const EVENING: Rule = ruleOf({ id: 'evening', bound: cutoff('22:00', '6:00'), strictness: 'notice' })

const storedRule = (): StoredRule => ({
  id: EVENING.id,
  createdAt: Date.parse(`${mondayOf(-6)}T12:00Z`),
  rule: EVENING,
  next: null,
  heals: null,
})

/** What the rule counted on the Thursday of a week. */
const useIn = (week: number): UsageRow => ({
  rule: EVENING.id,
  day: addDays(mondayOf(week), THU),
  ms: 15 * MINUTE,
  opens: 0,
  amount: 1500,
  currency: 'EUR',
})

/** Five answers about visits to a surface in the week before last week, a minute apart. */
const answersAbout = (
  surface: string,
  hour: number,
  answers: readonly (readonly [worthQuarters: number, drifted: boolean])[],
): Rating[] =>
  answers.map(([worthQuarters, drifted], index) => ({
    surface,
    at: Date.parse(`${mondayOf(-1)}T${hour}:30Z`) + index * MINUTE,
    worthQuarters,
    drifted,
    utcOffsetMinutes: 0,
    hour,
    ms: 30 * MINUTE,
  }))

const ratings = (): Rating[] => [
  ...answersAbout('youtube.com', 12, [
    [8, false],
    [8, false],
    [6, true],
    [6, false],
    [2, true],
  ]),
  ...answersAbout('instagram.com', 22, [
    [0, true],
    [0, true],
    [0, false],
    [0, true],
    [0, true],
  ]),
]

/** The day on which Facebook was cleaned: the Sunday before the last four weeks. */
const cleaned = (): Day => addDays(mondayOf(-3), -1)

/** Writes the ten weeks. An hour of Coursera is worth twice its price; 10 of 12 questions were answered. */
export async function seedSeason(browser: PageHost): Promise<void> {
  await command(browser, 'changeSettings', {
    currency: 'EUR',
    dayStartHour: 4,
    weekStart: MON,
    cleanings: { 'facebook.com': { interval: 'quarterly', done: [cleaned()] } },
  })
  const rate = { from: '1970-01-01', amountMinor: 6000, currency: 'EUR', hourTypes: null }
  await command(browser, 'putRate', { rate, replaces: null })
  await command(browser, 'changeSurface', { surface: 'coursera.org', change: { worthQuarters: 8 } })
  const spans = [
    ...WEEKS_BEFORE.flatMap((week) => ORDINARY.map((visit) => visitIn(week, visit))),
    ...LAST.map((visit) => visitIn(0, visit)),
  ]
  await writeRows(browser, 'spans', spans)
  await writeRows(browser, 'limits', [storedRule()])
  await writeRows(browser, 'usage', [-4, -3, -2, -1, 0].map(useIn))
  await writeRows(browser, 'ratings', ratings())
  const asked = Array.from({ length: 12 }, (_, index) => ({ at: index, type: 'ask' }))
  await writeRows(browser, 'log', asked)
}
