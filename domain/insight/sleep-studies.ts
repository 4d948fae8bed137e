/**
 * What studies of large numbers of people found about screens at night and sleep. An association, not an effect: who
 * sleeps badly may also look at screens. less sleep = hours after the bedtime × minutes per hour, as a range from the
 * lowest to the highest study.
 */
import type { Day } from '../time/local-time'
import { HOUR_MS, MINUTE_MS } from '../time/local-time'

export interface SleepStudy {
  name: string
  year: number
  /** People asked; null if not noted. */
  people: number | null
  /** Minutes of sleep less with an hour of screen, from and to; null for a study that found little. */
  lessMinutes: { low: number; high: number } | null
  /** What was asked: an hour of screen after going to bed, or any screen in the hour before; null if not noted. */
  asked: 'bed' | 'before' | null
  /** B: one good source. */
  grade: 'B'
  /** When the source was last looked at. */
  checked: Day
}

const CHECKED: Day = '2026-11-28'

export const SLEEP_STUDIES: readonly SleepStudy[] = [
  {
    name: 'Hjetland',
    year: 2025,
    people: 45_202,
    lessMinutes: { low: 24, high: 24 },
    asked: 'bed',
    grade: 'B',
    checked: CHECKED,
  },
  {
    name: 'Zhong, JAMA Network Open',
    year: 2025,
    people: 122_058,
    // 5.0 on days off, 7.6 on workdays.
    lessMinutes: { low: 5, high: 7.6 },
    asked: 'before',
    grade: 'B',
    checked: CHECKED,
  },
  {
    name: 'Orben and Przybylski',
    year: 2019,
    people: null,
    lessMinutes: null,
    asked: null,
    grade: 'B',
    checked: CHECKED,
  },
]

const FOUND = SLEEP_STUDIES.flatMap(({ lessMinutes }) => lessMinutes ?? [])

/** Minutes of sleep less per hour of screen, from the lowest to the highest study. */
export const LESS_SLEEP_MINUTES = {
  low: Math.min(...FOUND.map(({ low }) => low)),
  high: Math.max(...FOUND.map(({ high }) => high)),
}

/** The sleep that goes with so much attention after the bedtime, ms less. */
export function lessSleep(afterBedMs: number): { lowMs: number; highMs: number } {
  const hours = afterBedMs / HOUR_MS
  return {
    lowMs: hours * LESS_SLEEP_MINUTES.low * MINUTE_MS,
    highMs: hours * LESS_SLEEP_MINUTES.high * MINUTE_MS,
  }
}
