/** Ten weeks as somebody might have spent them: invented, and the same at every run. */
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

/** The statement of the last week, which may have begun 13 days ago, has a median of the 8 weeks before it. */
const DAYS_BEFORE_TODAY = 70
const DAY_START_HOUR = 4
/** Local hours between which there is somebody at the computer: no visit crosses midnight. */
const FIRST_HOUR = 7
const LAST_HOUR = 23.8
const SHORTEST_MS = 20_000
/** Between two visits, and between the sample and what is visited for real. */
const GAP_MS = 40_000

interface Hours {
  from: number
  until: number
}

export interface SampleHistory {
  spans: Span[]
  /** When the wall before feeds was passed. */
  passedAt: number[]
}

/** Whole days before today and, of today, as much as there is time for. */
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

/** Early in the morning a whole day is told in a few hours, so that there is something to see. */
const soFar = (whole: Hours, dayStart: number, now: number): Hours => ({
  from: Math.max(dayStart, Math.min(whole.from, now - 6 * HOUR_MS)),
  until: Math.min(now - GAP_MS, whole.until),
})

/** Today is an ordinary weekday, whatever the calendar says: what one sees does not depend on when one looks. */
const ORDINARY = HABITS.filter(({ onWeekdays }) => onWeekdays >= 0.5)

const habitsOn = (day: Day, random: () => number): Habit[] =>
  HABITS.filter(({ onWeekdays, atWeekends }) => random() < (weekday(day) < 5 ? onWeekdays : atWeekends))

/** Visits in order, one after the other; short hours shorten every visit alike. */
function visitsIn(
  { from, until }: Hours,
  habits: readonly Habit[],
  progress: number,
  random: () => number,
): Visit[] {
  const scale = Math.max(0, until - from) / ((LAST_HOUR - FIRST_HOUR) * HOUR_MS)
  const wishes = habits.flatMap((habit) => wishesOf(habit, progress, random)).sort((a, b) => a.hour - b.hour)

  const visits: Visit[] = []
  let free = from
  for (const { surface, hour, minutes } of wishes) {
    const start = Math.max(free, from + toSecond((hour - FIRST_HOUR) * HOUR_MS * scale))
    const end = start + toSecond(minutes * MINUTE_MS * scale)
    if (end - start < SHORTEST_MS || end > until) continue
    visits.push({ surface, start, end })
    free = end + GAP_MS
  }
  return visits
}

/** `progress` goes from 0, when the history begins, to 1 today. */
const wishesOf = ({ surface, hours, minutes }: Habit, progress: number, random: () => number) =>
  hours.map((hour) => ({
    surface,
    hour: hour + (random() - 0.5) / 2,
    minutes: (minutes.once + (minutes.now - minutes.once) * progress) * (0.4 + 1.2 * random()),
  }))

const toSecond = (ms: number): number => Math.round(ms / 1000) * 1000

/** A row as the database documents it. */
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

/** Numbers from 0 to 1 that look drawn by lot and follow from the seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
