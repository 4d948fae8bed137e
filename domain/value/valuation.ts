/**
 * What attention cost and gave back. Milliseconds are summed per price and worth as Number and multiplied
 * once as BigInt; amounts come out in minor units of the currency (cents), rounded once.
 */
import type { LocalInterval } from '../time/interval'
import { type Day, HOUR_MS, HOURS_OF_WEEK, MINUTE_MS } from '../time/local-time'
import { HOUR_TYPES, hourTypeOfWeek, type HourTypes } from './hour-types'
import type { Span } from '../record/span'

/** What an hour is worth from a day of the person's on. */
export interface Rate {
  from: Day
  /** Minor units of `currency` an hour. */
  amountMinor: number
  /** ISO 4217. */
  currency: string
  /** Absent types mean: every hour costs the same. */
  hourTypes: HourTypes | null
}

/** The price of an hour as a whole percent of a rate. */
export interface HourPrice {
  amountMinor: number
  percent: number
}

/** The day from which the first rate a person gives holds: all history. */
export const FROM_THE_BEGINNING: Day = '1970-01-01'

/**
 * ISO 4217's currencies whose minor unit is not a hundredth. Not asked of Intl, where browsers differ (RSD has
 * none in Chrome and two in Firefox), because amounts are stored in minor units and move between browsers.
 */
const DIGITS = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
] as const

/** Decimal places of a currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number =>
  DIGITS.find(([, currencies]) => currencies.split(' ').includes(currency))?.[0] ?? 2

/** The same number in another currency's minor units: 25.00 becomes 25, never an exchange. */
export function rescale(amountMinor: number, from: string, to: string): number {
  const factor = 10 ** (minorDigits(to) - minorDigits(from))
  return Math.round(amountMinor * factor)
}

/** A price, and the local time for which it holds; null where no rate does. */
interface PricedInterval extends LocalInterval {
  price: HourPrice | null
}

/** The prices of the hours of a week as `hourTypeOfWeek` counts them; one where every hour costs the same. */
function weekOf(amountMinor: number, hourTypes: HourTypes | null): HourPrice[] {
  if (!hourTypes) return [{ amountMinor, percent: 100 }]
  const prices = new Map(HOUR_TYPES.map((type) => [type, { amountMinor, percent: hourTypes.percent[type] }]))
  return Array.from(
    { length: HOURS_OF_WEEK },
    (_, hour) => prices.get(hourTypeOfWeek(hourTypes, hour)) as HourPrice,
  )
}

/** Local ms throughout: a person's day and an hour's type depend on nothing but the local clock. */
export type PriceAt = (localMs: number) => PricedInterval

/**
 * Prices local instants. The answer holds for a whole stretch, which is remembered, so that spans in order
 * of time are priced at the cost of a comparison each. Without a currency nothing has a price.
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

/** What every hour of a day costs, minor units; null without a rate and where hour types differ. Rates in order. */
export function plainHourMinor(rates: readonly Rate[], currency: string, today: Day): number | null {
  const rate = rates.findLast(({ from }) => from <= today)
  return rate && !rate.hourTypes ? rescale(rate.amountMinor, rate.currency, currency) : null
}

/** Time by hour price: the only form in which time is summed before it becomes money. */
export class Account {
  unpricedMs = 0
  private readonly msByPrice = new Map<HourPrice, number>()

  /** Adds a span, each of its parts at the price then. */
  add(span: Span, priceAt: PriceAt): void {
    const offsetMs = span.utcOffsetMinutes * MINUTE_MS
    this.addLocal(span.start + offsetMs, span.end + offsetMs, priceAt)
  }

  /** Adds a stretch of local time. One of a million calls: it makes no objects. */
  addLocal(from: number, end: number, priceAt: PriceAt): void {
    for (let local = from; local < end;) {
      const { until, price } = priceAt(local)
      const stop = Math.min(end, until)
      if (price) this.msByPrice.set(price, (this.msByPrice.get(price) ?? 0) + stop - local)
      else this.unpricedMs += stop - local
      local = stop
    }
  }

  /** Adds all that another account holds. */
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

  /** Cost in `PARTS_OF_A_MINOR_UNIT`, exact; null where no rate held at any time. */
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

/** What dividing fractions may be off by. */
const SUM_ERROR_MS = 1e-3

/**
 * How long attention from an instant on may last until it has cost so many minor units, ms; null where no
 * price ever holds. A week is looked ahead: an hour type that is free for longer never costs anything.
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

/** What a stretch of time cost in minor units, with their fraction; null where no rate held. */
export function costMinorOf(span: Span, priceAt: PriceAt): number | null {
  const account = new Account()
  account.add(span, priceAt)
  const cost = account.cost()
  return cost === null ? null : Number(cost) / Number(PARTS_OF_A_MINOR_UNIT)
}
