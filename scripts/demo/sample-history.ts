/** Invents ten weeks of visits, the same in every run. */
import {
  addDays,
  calendarDay,
  type Day,
  HOUR_MS,
  MINUTE_MS,
  type OffsetAt,
  personDay,
  startOfDay,
  weekday,
} from '../../domain/time/local-time.ts'
import type { Span } from '../../domain/record/span.ts'
import { HABITS, type Habit } from './habits.ts'
import { keepToLimit, type Visit } from './sample-limits.ts'

/** Last week's statement may begin 13 days ago and compares with the median of the 8 weeks before it. */
const DAYS_BEFORE_TODAY = 70
const DAY_START_HOUR = 4
/** Local hours between which visits take place, so that none crosses midnight. */
const FIRST_HOUR = 7
const LAST_HOUR = 23.8
const SHORTEST_MS = 20_000
/** Between two visits, and between the last one and the demo's real visits. */
const GAP_MS = 40_000

interface Hours {
  from: number
  until: number
}

export interface SampleHistory {
  spans: Span[]
  /** When a pass for feeds was taken, epoch ms. */
  passedAt: number[]
}

/** Whole days before today, and as much of today as has passed. */
export function sampleHistory(device: string, now: number, offsetAt: OffsetAt): SampleHistory {
  const today = personDay(now, offsetAt(now), DAY_START_HOUR)
  const days = Array.from({ length: DAYS_BEFORE_TODAY + 1 }, (_, daysBack) => {
    const day = addDays(today, -daysBack)
    const whole = wholeDay(day, offsetAt)
    const hours = daysBack === 0 ? soFar(whole, startOfDay(day, DAY_START_HOUR, offsetAt), now) : whole
    const random = randomNumbers(daysBack)
    const habits = daysBack === 0 ? ORDINARY : habitsOn(day, random)
    const wanted = visitsIn(hours, habits, 1 - daysBack / DAYS_BEFORE_TODAY, random)
    return keepToLimit(wanted, day, daysBack)
  })
  const spans = days.flatMap(({ visits }) =>
    visits.map((visit) => spanOf(visit, device, offsetAt(visit.start))),
  )
  return { spans, passedAt: days.flatMap(({ passedAt }) => passedAt ?? []) }
}

function wholeDay(day: Day, offsetAt: OffsetAt): Hours {
  const from = startOfDay(day, FIRST_HOUR, offsetAt)
  return { from, until: from + (LAST_HOUR - FIRST_HOUR) * HOUR_MS }
}

/** Early in the morning, squeezes a whole day into a few hours, so that there is something to see. */
const soFar = (whole: Hours, dayStart: number, now: number): Hours => ({
  from: Math.max(dayStart, Math.min(whole.from, now - 6 * HOUR_MS)),
  until: Math.min(now - GAP_MS, whole.until),
})

/** Today's habits are those of a weekday on every date, so that the demo always looks the same. */
const ORDINARY = HABITS.filter(({ onWeekdays }) => onWeekdays >= 0.5)

const habitsOn = (day: Day, random: () => number): Habit[] =>
  HABITS.filter(({ onWeekdays, atWeekends }) => random() < (weekday(day) < 5 ? onWeekdays : atWeekends))

/** Visits in order, without overlap. If the hours are short, all visits are shortened in proportion. */
function visitsIn(
  { from, until }: Hours,
  habits: readonly Habit[],
  progress: number,
  random: () => number,
): Visit[] {
  const scale = Math.max(0, until - from) / ((LAST_HOUR - FIRST_HOUR) * HOUR_MS)
  const plans = habits.flatMap((habit) => plansOf(habit, progress, random)).sort((a, b) => a.hour - b.hour)

  const visits: Visit[] = []
  let free = from
  for (const { surface, hour, minutes } of plans) {
    const start = Math.max(free, from + toSecond((hour - FIRST_HOUR) * HOUR_MS * scale))
    const end = start + toSecond(minutes * MINUTE_MS * scale)
    if (end - start < SHORTEST_MS || end > until) continue
    visits.push({ surface, start, end })
    free = end + GAP_MS
  }
  return visits
}

/** `progress` goes from 0, when the history begins, to 1 today. */
const plansOf = ({ surface, hours, minutes }: Habit, progress: number, random: () => number) =>
  hours.map((hour) => ({
    surface,
    hour: hour + (random() - 0.5) / 2,
    minutes: (minutes.once + (minutes.now - minutes.once) * progress) * (0.4 + 1.2 * random()),
  }))

const toSecond = (ms: number): number => Math.round(ms / 1000) * 1000

/** A row of the store `spans`. */
const spanOf = ({ surface, start, end }: Visit, device: string, utcOffsetMinutes: number): Span => ({
  id: `${device}:${start}`,
  day: calendarDay(start, utcOffsetMinutes),
  device,
  site: surface.split('/', 1)[0] as string,
  surface,
  start,
  end,
  utcOffsetMinutes,
  origin: 'measured',
})

/** Pseudo-random numbers from 0 to 1, determined by the seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
