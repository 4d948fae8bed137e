/**
 * Calculates what attention costs and returns. Milliseconds are summed per price and worth as Number and
 * multiplied once as BigInt; amounts are in minor units of the currency (cents), rounded once.
 */
import { HOUR_MS, HOURS_OF_WEEK, MINUTE_MS } from '../time/local-time'
import type { HourPrice, PriceAt } from './hour-price'
import type { Span } from '../record/span'

const plainPrices = new WeakMap<HourPrice, HourPrice>()

/** The whole of the rate that a price is a percentage of; the same object for the same price. */
function plainOf(price: HourPrice): HourPrice {
  const plain = price.percent === 100 ? price : (plainPrices.get(price) ?? { ...price, percent: 100 })
  plainPrices.set(price, plain)
  return plain
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

  /** Adds time without an hour, at the plain rate that holds at a local time: every hour alike, whatever its type. */
  addPlain(ms: number, localMs: number, priceAt: PriceAt): void {
    const { price } = priceAt(localMs)
    if (!price) this.unpricedMs += ms
    else {
      const plain = plainOf(price)
      this.msByPrice.set(plain, (this.msByPrice.get(plain) ?? 0) + ms)
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
