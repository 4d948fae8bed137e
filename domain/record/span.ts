import type { Interval } from '../time/interval'
import { calendarDay, type Day } from '../time/local-time'

export type Origin = 'measured' | 'entered' | 'imported'

/** An unbroken stretch of attention on one surface, inside one calendar day; epoch ms, `end > start`. */
export interface Span {
  id: string
  day: Day
  device: string
  site: string
  surface: string
  start: number
  end: number
  utcOffsetMinutes: number
  origin: Origin
}

/** The id of a span, made so that writing the same stretch again overwrites it. */
export const spanId = (device: string, start: number): string => `${device}:${start}`

/** The same stretch with other ends; id and day follow the start. */
export const reshape = (
  span: Span,
  start: number,
  end: number,
  utcOffsetMinutes = span.utcOffsetMinutes,
): Span => ({
  ...span,
  id: spanId(span.device, start),
  day: calendarDay(start, utcOffsetMinutes),
  start,
  end,
  utcOffsetMinutes,
})

export const intervalOf = ({ start, end }: Pick<Span, 'start' | 'end'>): Interval => ({
  from: start,
  until: end,
})

/** A span cut to an interval inside it; the same object if the interval is all of it. */
export const cutTo = (span: Span, { from, until }: Interval): Span =>
  from === span.start && until === span.end ? span : reshape(span, from, until)
