/**
 * What a year at the pace of a period comes to: net × 365 ÷ days (minor units), and time at a loss × 365 ÷ days (ms).
 * The days are all days of the period that are over and not before the first record, also those without a record: a
 * day without the browser belongs to the pace. An estimate from one period, no forecast.
 */
import type { YearThing } from '../settings/year-things'
import { addDays, type Day, HOUR_MS, MINUTE_MS } from '../time/local-time'
import { daysIn } from '../time/period'
import { rescale } from '../value/minor-units'
import type { Missing, Scope } from './finding'
import { whenWholeDays } from './missing'

/** With fewer days than a week, a pace has too many weekdays or weekends in it. */
export const LEAST_DAYS_OF_PACE = 7

const DAYS_A_YEAR = 365

/** The hours in which a person is awake, as days are counted here. */
export const WAKING_DAY_MS = 16 * HOUR_MS

type DatedScope = Pick<Scope, 'period' | 'today' | 'recordedSince'>

export interface YearPace {
  /** How many days went in. */
  days: number
  netMinor: number
  /** Time on surfaces that gave back less than it cost. */
  lossMs: number
}

/** The days of the period that went by wholly since the first record; 0 if there are none. */
export function wholeDaysOf({ period, today, recordedSince }: DatedScope): number {
  if (recordedSince === null) return 0
  const later = (a: Day, b: Day): Day => (a > b ? a : b)
  const yesterday = addDays(today, -1)
  const first = later(period.first, recordedSince)
  const last = yesterday < period.last ? yesterday : period.last
  return Math.max(0, daysIn({ unit: 'dates', first, last }))
}

/** A year at the pace of the whole days of a period; missing below a week. */
export function yearPaceOf(netMinor: number, lossMs: number, scope: DatedScope): YearPace | Missing {
  const days = wholeDaysOf(scope)
  const need = LEAST_DAYS_OF_PACE
  if (days < need) return { lacks: 'days', have: days, need, when: whenWholeDays(need, scope) }
  const inYear = (amount: number) => Math.round((amount * DAYS_A_YEAR) / days)
  return { days, netMinor: inYear(netMinor), lossMs: inYear(lossMs) }
}

/**
 * How many of a thing the year comes to: its time at a loss ÷ the time that one takes, or its net, profit or loss,
 * ÷ what one costs. Null without a price in the currency.
 */
export function timesInYear(
  { minutes, price }: Pick<YearThing, 'minutes' | 'price'>,
  { netMinor, lossMs }: Pick<YearPace, 'netMinor' | 'lossMs'>,
  currency: string,
): number | null {
  if (minutes !== null) return lossMs / (minutes * MINUTE_MS)
  const priceMinor = price === null ? 0 : rescale(price.amountMinor, price.currency, currency)
  return priceMinor > 0 ? Math.abs(netMinor) / priceMinor : null
}
