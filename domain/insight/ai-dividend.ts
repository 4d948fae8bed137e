/**
 * What AI gives back, and where it goes. All figures are whole minutes, given in ms, so that they add up as shown:
 *
 *   dividend = time in AI tools × the factor that the person declares
 *   leaked   = min(dividend, max(0, time in feeds and video − usual))
 *   kept     = min(dividend − leaked, max(0, time for the goal − usual)); offline: usual − all time
 *   unknown  = dividend − leaked − kept
 *
 * Usual is the median of the same weekday in the 8 weeks before the day; a weekday since the first measured day
 * counts, with 0 if nothing was browsed. Only spans count: day totals are there for some days and not for others, or
 * counted by another tool, and a day with them beside one without would look like a leak. A day counts if it is over, has time in AI tools and at least 4 days to
 * compare with. The days that count are added up first, and the lines above hold for the sums. Day by day, every
 * chance excess would count and no shortfall would make up for it: unchanged habits would look like a leak.
 *
 * The factor is no measurement; `ai-time-saved.ts` has what is known about it.
 */
import { eachStretch } from '../record/history'
import type { AiGoal, Settings } from '../settings/settings'
import { medianOf } from '../statement/median'
import type { Kind } from '../surface/kind'
import { addDays, type Day, dayNumber, MINUTE_MS } from '../time/local-time'
import { daysIn, extentOf } from '../time/period'
import { wholeMinutes } from '../value/whole-minutes'
import { lastDayOf, type Missing, MOST_WEEKS, type Scope } from './finding'
import { missingMinutes, whenDay, whenInPeriod } from './missing'

export const LEAST_COMPARABLE_DAYS = 4

/** Below this, what feeds and goal vary by from day to day hides all that AI can have saved. */
export const LEAST_AI_MS = 30 * MINUTE_MS

export type Declared = Pick<Settings, 'aiSavedPercent' | 'aiGoal'>

/** On the days that count. */
interface BesideUsual {
  timeMs: number
  usualMs: number
}

export interface AiSplit {
  keptMs: number
  leakedMs: number
  unknownMs: number
  /** Feeds and video together. */
  feeds: BesideUsual
  /** The goal's kind; all time if the goal is to be offline. */
  goal: BesideUsual
  /** How many days count. */
  days: number
}

export interface AiDividend {
  /** Time in AI tools, on the days that count if there is a split. */
  aiMs: number
  dividendMs: number
  /** How many days that are over have time in AI tools. */
  aiDays: number
  /** Null if the dividend is less than a minute. */
  split: AiSplit | null
}

/** Ms by the person's day, from the first that can be compared with. */
interface DaySums {
  ai: Float64Array
  feeds: Float64Array
  goal: Float64Array
}

/** Whether time on this kind counts as time in feeds: those and video. */
export const isFeed = (kind: Kind): boolean => kind === 'feed' || kind === 'video'

const BACK_DAYS = 7 * MOST_WEEKS

function daySums({ period, history, valuing }: Scope, goal: AiGoal): DaySums {
  const first = addDays(period.first, -BACK_DAYS)
  const days = daysIn({ ...period, first })
  const sums = { ai: new Float64Array(days), feeds: new Float64Array(days), goal: new Float64Array(days) }
  const firstNumber = dayNumber(first)
  const add = (sum: Float64Array, at: number, ms: number) => {
    sum[at] = (sum[at] as number) + ms
  }
  const { dayStartHour, profileOf } = valuing
  const extent = extentOf({ ...period, first }, dayStartHour)
  eachStretch(history, extent, dayStartHour, (surface, day, from, until) => {
    const { kind } = profileOf(surface)
    const [at, ms] = [day - firstNumber, until - from]
    if (kind === 'ai') add(sums.ai, at, ms)
    if (isFeed(kind)) add(sums.feeds, at, ms)
    if (goal === 'offline' || kind === goal) add(sums.goal, at, ms)
  })
  return sums
}

/** A day that is over and has time in AI tools, with the same weekdays before it that were recorded: places in the sums. */
interface AiDay {
  at: number
  before: number[]
}

const WEEKS_BACK = Array.from({ length: MOST_WEEKS }, (_, index) => index + 1)

function aiDaysOf({ period, today, measuredSince }: Scope, { ai }: DaySums): AiDay[] {
  const placeOf = (day: Day) => dayNumber(day) - dayNumber(period.first) + BACK_DAYS
  const last = placeOf(lastDayOf({ period, today: addDays(today, -1) }))
  const measuredFrom = measuredSince === null ? Infinity : placeOf(measuredSince)
  const found: AiDay[] = []
  for (let at = BACK_DAYS; at <= last; at += 1) {
    if (ai[at] === 0) continue
    const before = WEEKS_BACK.map((weeks) => at - 7 * weeks).filter((place) => place >= measuredFrom)
    found.push({ at, before })
  }
  return found
}

const sumOn = (sum: Float64Array, days: readonly AiDay[]): number =>
  wholeMinutes(days.reduce((total, { at }) => total + (sum[at] as number), 0))

function besideUsual(sum: Float64Array, days: readonly AiDay[]): BesideUsual {
  const usual = days.map(({ before }) => medianOf(before.map((at) => sum[at] as number)) ?? 0)
  return { timeMs: sumOn(sum, days), usualMs: wholeMinutes(usual.reduce((total, ms) => total + ms, 0)) }
}

/** The time that went to the goal beyond the usual; negative if less than usual did. */
export const towards = (goal: AiGoal, { timeMs, usualMs }: BesideUsual): number =>
  goal === 'offline' ? usualMs - timeMs : timeMs - usualMs

function splitOf(dividendMs: number, sums: DaySums, days: readonly AiDay[], aiGoal: AiGoal): AiSplit {
  const feeds = besideUsual(sums.feeds, days)
  const goal = besideUsual(sums.goal, days)
  const leakedMs = Math.min(dividendMs, Math.max(0, feeds.timeMs - feeds.usualMs))
  const keptMs = Math.min(dividendMs - leakedMs, Math.max(0, towards(aiGoal, goal)))
  return { keptMs, leakedMs, unknownMs: dividendMs - leakedMs - keptMs, feeds, goal, days: days.length }
}

const tooLittle = (aiMs: number, scope: Scope): Missing =>
  missingMinutes('aiMinutes', aiMs, LEAST_AI_MS, whenInPeriod(aiMs, LEAST_AI_MS, scope))

/** No day has enough before it: from four weeks after the first one on, a day has, once it is over. */
function tooFewDays(days: readonly AiDay[], scope: Scope): Missing {
  const first = scope.measuredSince ?? scope.today
  return {
    lacks: 'days',
    have: Math.max(...days.map(({ before }) => before.length)),
    need: LEAST_COMPARABLE_DAYS,
    when: whenDay(addDays(first, 7 * LEAST_COMPARABLE_DAYS + 1), scope),
  }
}

/** What a factor of so many per cent makes of some time, rounded to the minute; negative if AI takes time. */
export const savedBy = (aiMs: number, percent: number): number =>
  Math.round((aiMs * percent) / 100 / MINUTE_MS) * MINUTE_MS

/**
 * The time that AI saved in a period, by the person's own word, and where it went. Missing with less than half an
 * hour in AI tools, or if no day can be compared.
 */
export function aiDividendOf(scope: Scope, { aiSavedPercent, aiGoal }: Declared): AiDividend | Missing {
  const sums = daySums(scope, aiGoal)
  const all = aiDaysOf(scope, sums)
  const ofAll = sumOn(sums.ai, all)
  if (ofAll < LEAST_AI_MS) return tooLittle(ofAll, scope)
  const ofAllSaved = savedBy(ofAll, aiSavedPercent)
  if (ofAllSaved <= 0) return { aiMs: ofAll, dividendMs: ofAllSaved, aiDays: all.length, split: null }
  const days = all.filter(({ before }) => before.length >= LEAST_COMPARABLE_DAYS)
  const aiMs = sumOn(sums.ai, days)
  if (days.length === 0) return tooFewDays(all, scope)
  if (aiMs < LEAST_AI_MS) return tooLittle(aiMs, scope)
  const dividendMs = savedBy(aiMs, aiSavedPercent)
  const split = dividendMs > 0 ? splitOf(dividendMs, sums, days, aiGoal) : null
  return { aiMs, dividendMs, aiDays: all.length, split }
}
