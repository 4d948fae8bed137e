import type { ClockRange } from '../time/interval'

export const HOUR_TYPES = ['work', 'free', 'night'] as const
export type HourType = (typeof HOUR_TYPES)[number]

/** Hours with different prices: a weekly schedule, and a whole percent of the rate for each type. */
export interface HourTypes {
  percent: Record<HourType, number>
  /** Working hours (`from` 0 to 23, `to` 1 to 24), Monday first; null for a day off. */
  work: readonly (ClockRange | null)[]
  /** Night hours, the same every day; null for none. */
  night: ClockRange | null
}

/** The length in hours; 24 if it begins and ends at the same hour. */
export const lengthOf = ({ from, to }: ClockRange): number => (to > from ? to - from : to - from + 24)

const covers = (range: ClockRange | null | undefined, hour: number): boolean =>
  !!range && hour >= range.from && (range.to <= range.from || hour < range.to)

/** Whether an hour lies in the part of a range that continues into the next day. */
const reachesInto = (range: ClockRange | null | undefined, hour: number): boolean =>
  !!range && range.to <= range.from && hour < range.to

/** 1970-01-01 was a Thursday. */
const THURSDAY = 3

/**
 * The type of a local hour, counted from 1970-01-01 00:00 local. Work takes precedence over night; other hours
 * are free.
 */
export function hourTypeOfWeek(types: HourTypes, localHour: number): HourType {
  const hour = ((localHour % 24) + 24) % 24
  const weekday = (((Math.floor(localHour / 24) + THURSDAY) % 7) + 7) % 7
  const yesterday = (weekday + 6) % 7
  if (covers(types.work[weekday], hour) || reachesInto(types.work[yesterday], hour)) return 'work'
  if (covers(types.night, hour) || reachesInto(types.night, hour)) return 'night'
  return 'free'
}
