/**
 * Calculates what attention costs and returns. Milliseconds are summed per price and worth as Number and
 * multiplied once as BigInt; amounts are in minor units of the currency (cents), rounded once.
 */
import type { LocalInterval } from '../time/interval'
import { type Day, HOUR_MS, HOURS_OF_WEEK, MINUTE_MS } from '../time/local-time'
import { HOUR_TYPES, hourTypeOfWeek, type HourTypes } from './hour-types'
import type { Span } from '../record/span'

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

/**
 * ISO 4217 currencies whose minor unit is not a hundredth. Amounts are stored in minor units and move between
 * browsers, so this is not left to Intl, on which browsers differ (RSD has no decimals in Chrome, two in Firefox).
 */
const DIGITS = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
] as const

/** Decimal places of a currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number =>
  DIGITS.find(([, currencies]) => currencies.split(' ').includes(currency))?.[0] ?? 2

/** The same number in another currency's minor units: 25.00 becomes 25. This is not an exchange. */
export function rescale(amountMinor: number, from: string, to: string): number {
  const factor = 10 ** (minorDigits(to) - minorDigits(from))
  return Math.round(amountMinor * factor)
}

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

/** Sums time by hour price. Time is always summed here before it becomes money. */
export class Account {
  unpricedMs = 0
  private readonly msByPrice = new Map<HourPrice, number>()

  /** Adds a span, each part at the price of its own time. */
  add(span: Span, priceAt: PriceAt): void {
    const offsetMs = span.utcOffsetMinutes * MINUTE_MS
    this.addLocal(span.start + offsetMs, span.end + offsetMs, priceAt)
  }

  /** Adds a stretch of local time. Called a million times for a long history, so it creates no objects. */
  addLocal(from: number, end: number, priceAt: PriceAt): void {
    for (let local = from; local < end;) {
      const { until, price } = priceAt(local)
      const stop = Math.min(end, until)
      if (price) this.msByPrice.set(price, (this.msByPrice.get(price) ?? 0) + stop - local)
      else this.unpricedMs += stop - local
      local = stop
    }
  }

  addAll(other: Account): void {
    this.unpricedMs += other.unpricedMs
    for (const [price, ms] of other.msByPrice)
      this.msByPrice.set(price, (this.msByPrice.get(price) ?? 0) + ms)
  }

  get timeMs(): number {
    let sum = this.unpricedMs
    for (const ms of this.msByPrice.values()) sum += ms
    return sum
  }

  /** Cost in `PARTS_OF_A_MINOR_UNIT`, exact; null if no rate held at any time. */
  cost(): bigint | null {
    if (this.msByPrice.size === 0) return null
    let sum = 0n
    for (const [price, ms] of this.msByPrice) {
      sum += BigInt(ms) * BigInt(price.amountMinor) * BigInt(price.percent) * WORTH_PARTS
    }
    return sum
  }
}

/** Worth is kept in quarters; a mean of ratings may fall between them, hence hundredths of a quarter. */
const WORTH_PARTS = 400n
export const PARTS_OF_A_MINOR_UNIT = BigInt(HOUR_MS) * 100n * WORTH_PARTS

/** The return of an exact cost at a worth in quarters: cost × worth. */
export const returnOf = (cost: bigint, worthQuarters: number): bigint =>
  (cost * BigInt(Math.round(worthQuarters * 100))) / WORTH_PARTS

/** Rounds half up to whole minor units. */
export const toMinor = (parts: bigint): number =>
  Number((2n * parts + PARTS_OF_A_MINOR_UNIT) / (2n * PARTS_OF_A_MINOR_UNIT))

/** The largest rounding error of the divisions below. */
const SUM_ERROR_MS = 1e-3

/**
 * How long attention from an instant on can last until it has cost that many minor units, ms; null if it does not
 * cost as much within a week. Every hour type occurs within a week, so looking further ahead is not needed.
 */
export function msUntilCost(
  amountMinor: number,
  at: number,
  utcOffsetMinutes: number,
  priceAt: PriceAt,
): number | null {
  const start = at + utcOffsetMinutes * MINUTE_MS
  let left = amountMinor
  for (let local = start; local < start + HOURS_OF_WEEK * HOUR_MS;) {
    const { until, price } = priceAt(local)
    const minorAMs = price ? (price.amountMinor * price.percent) / (100 * HOUR_MS) : 0
    if (minorAMs > 0 && left / minorAMs <= until - local)
      return Math.ceil(local - start + left / minorAMs - SUM_ERROR_MS)
    left -= minorAMs > 0 ? (until - local) * minorAMs : 0
    local = until
  }
  return null
}

/** The cost of a span in minor units, not rounded; null if no rate held. */
export function costMinorOf(span: Span, priceAt: PriceAt): number | null {
  const account = new Account()
  account.add(span, priceAt)
  const cost = account.cost()
  return cost === null ? null : Number(cost) / Number(PARTS_OF_A_MINOR_UNIT)
}
