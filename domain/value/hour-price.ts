/** The price of an hour: what the rates say it is worth at a local time. */
import type { LocalInterval } from '../time/interval'
import { type Day, HOUR_MS, HOURS_OF_WEEK } from '../time/local-time'
import { HOUR_TYPES, hourTypeOfWeek, type HourTypes } from './hour-types'
import { rescale } from './minor-units'

/** What an hour is worth, from one of the person's days on. */
export interface Rate {
  from: Day
  /** Minor units of `currency` an hour. */
  amountMinor: number
  /** ISO 4217. */
  currency: string
  /** Null if every hour costs the same. */
  hourTypes: HourTypes | null
}

/** The price of an hour as a whole percent of a rate. */
export interface HourPrice {
  amountMinor: number
  percent: number
}

/** The day from which a person's first rate holds, so that it prices all history. */
export const FROM_THE_BEGINNING: Day = '1970-01-01'

/** A price and the local time for which it holds; null if no rate holds. */
interface PricedInterval extends LocalInterval {
  price: HourPrice | null
}

/** The price of each hour of a week, counted as in `hourTypeOfWeek`; a single one if every hour costs the same. */
function weekOf(amountMinor: number, hourTypes: HourTypes | null): HourPrice[] {
  if (!hourTypes) return [{ amountMinor, percent: 100 }]
  const prices = new Map(HOUR_TYPES.map((type) => [type, { amountMinor, percent: hourTypes.percent[type] }]))
  return Array.from(
    { length: HOURS_OF_WEEK },
    (_, hour) => prices.get(hourTypeOfWeek(hourTypes, hour)) as HourPrice,
  )
}

/** In local ms, because a person's day and an hour's type depend only on the local clock. */
export type PriceAt = (localMs: number) => PricedInterval

/**
 * Prices local instants. A price holds for a whole interval; the last one is remembered, so that pricing spans in
 * order of time takes one comparison each. Without a currency nothing has a price.
 */
export function pricing(rates: readonly Rate[], currency: string | null, dayStartHour: number): PriceAt {
  const steps = (currency === null ? [] : rates)
    .map((rate) => ({
      from: rate.from <= FROM_THE_BEGINNING ? -Infinity : Date.parse(rate.from) + dayStartHour * HOUR_MS,
      week: weekOf(rescale(rate.amountMinor, rate.currency, currency ?? rate.currency), rate.hourTypes),
    }))
    .sort((a, b) => a.from - b.from)
  let last: PricedInterval = { from: 0, until: 0, price: null }

  const find = (localMs: number): PricedInterval => {
    const index = steps.findLastIndex((rate) => rate.from <= localMs)
    const { from, week } = steps[index] ?? { from: -Infinity, week: [null] }
    const until = steps[index + 1]?.from ?? Infinity
    const priceOf = (localHour: number) => week.at(localHour % week.length) ?? null
    const hour = Math.floor(localMs / HOUR_MS)
    const price = priceOf(hour)
    if (week.length === 1) return { from, until, price }
    let next = hour + 1
    while (next - hour < HOURS_OF_WEEK && priceOf(next) === price) next += 1
    return { from: hour * HOUR_MS, until: Math.min(until, next * HOUR_MS), price }
  }

  return (localMs) => {
    if (localMs < last.from || localMs >= last.until) last = find(localMs)
    return last
  }
}

/** The price of every hour of a day, minor units; null without a rate or with hour types. Expects rates in order. */
export function plainHourMinor(rates: readonly Rate[], currency: string, today: Day): number | null {
  const rate = rates.findLast(({ from }) => from <= today)
  return rate && !rate.hourTypes ? rescale(rate.amountMinor, rate.currency, currency) : null
}
