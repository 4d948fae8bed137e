/**
 * What attention cost and gave back. Milliseconds are summed per price and worth as Number and multiplied
 * once as BigInt; amounts come out in minor units of the currency (cents), rounded once.
 */
import { type Day, HOUR_MS, MINUTE_MS } from './local-time'
import { hourTypeOfWeek, type HourTypes } from './hour-types'
import type { Span } from './span'

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

/** Decimal places of a currency's minor unit (ISO 4217 by way of Intl): 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return options.maximumFractionDigits ?? 2
}

/** The same number in another currency's minor units: 25.00 becomes 25, never an exchange. */
export function rescale(amountMinor: number, from: string, to: string): number {
  const factor = 10 ** (minorDigits(to) - minorDigits(from))
  return Math.round(amountMinor * factor)
}

interface Stretch {
  from: number
  until: number
  price: HourPrice | null
}

/** Local ms throughout: a person's day and an hour's type depend on nothing but the local clock. */
export type PriceAt = (localMs: number) => Stretch

/**
 * Prices local instants. The answer holds for a whole stretch, which is remembered, so that spans in order
 * of time are priced at the cost of a comparison each.
 */
export function pricing(rates: readonly Rate[], currency: string, dayStartHour: number): PriceAt {
  const steps = rates
    .map((rate) => ({
      from: rate.from <= FROM_THE_BEGINNING ? -Infinity : Date.parse(rate.from) + dayStartHour * HOUR_MS,
      amountMinor: rescale(rate.amountMinor, rate.currency, currency),
      hourTypes: rate.hourTypes,
    }))
    .sort((a, b) => a.from - b.from)
  let last: Stretch = { from: 0, until: 0, price: null }

  const find = (localMs: number): Stretch => {
    const index = steps.findLastIndex((rate) => rate.from <= localMs)
    const rate = steps[index]
    const from = rate?.from ?? -Infinity
    const until = steps[index + 1]?.from ?? Infinity
    if (!rate) return { from, until, price: null }
    const { amountMinor, hourTypes } = rate
    if (!hourTypes) return { from, until, price: { amountMinor, percent: 100 } }
    const hour = Math.floor(localMs / HOUR_MS)
    const type = hourTypeOfWeek(hourTypes, hour)
    let next = hour + 1
    while (next - hour < 168 && hourTypeOfWeek(hourTypes, next) === type) next += 1
    return {
      from: Math.max(from, hour * HOUR_MS),
      until: Math.min(until, next * HOUR_MS),
      price: { amountMinor, percent: hourTypes.percent[type] },
    }
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

/** How long a span lasted at each price, in order. */
export function priced(span: Span, priceAt: PriceAt): { ms: number; price: HourPrice | null }[] {
  const offsetMs = span.utcOffsetMinutes * MINUTE_MS
  const end = span.end + offsetMs
  const parts: { ms: number; price: HourPrice | null }[] = []
  for (let local = span.start + offsetMs; local < end;) {
    const { until, price } = priceAt(local)
    const stop = Math.min(end, until)
    parts.push({ ms: stop - local, price })
    local = stop
  }
  return parts
}

/** Time by hour price: the only form in which time is summed before it becomes money. */
export class Account {
  unpricedMs = 0
  private readonly byPrice = new Map<string, { price: HourPrice; ms: number }>()

  add(ms: number, price: HourPrice | null): void {
    if (!price) {
      this.unpricedMs += ms
      return
    }
    const key = `${price.amountMinor} ${price.percent}`
    const entry = this.byPrice.get(key)
    if (entry) entry.ms += ms
    else this.byPrice.set(key, { price, ms })
  }

  get timeMs(): number {
    let sum = this.unpricedMs
    for (const { ms } of this.byPrice.values()) sum += ms
    return sum
  }

  /** Cost in `PARTS_OF_A_MINOR_UNIT`, exact; null where no rate held at any time. */
  cost(): bigint | null {
    if (this.byPrice.size === 0) return null
    let sum = 0n
    for (const { price, ms } of this.byPrice.values()) {
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

/**
 * Rounds a column of exact amounts to minor units so that it adds up to its rounded total
 * (largest remainder, also called Hamilton's method; the earlier row wins a tie).
 */
export function roundColumn(column: readonly bigint[]): number[] {
  const total = toMinor(column.reduce((sum, parts) => sum + parts, 0n))
  const rounded = column.map((parts) => Number(parts / PARTS_OF_A_MINOR_UNIT))
  let missing = total - rounded.reduce((sum, minor) => sum + minor, 0)
  const byRemainder = column
    .map((parts, row) => ({ row, remainder: parts % PARTS_OF_A_MINOR_UNIT }))
    .sort((a, b) => (a.remainder === b.remainder ? a.row - b.row : a.remainder > b.remainder ? -1 : 1))
  for (const { row } of byRemainder) {
    if (missing === 0) break
    rounded[row] = (rounded[row] ?? 0) + 1
    missing -= 1
  }
  return rounded
}

/** Return per hour of attention in minor units; null without attention. */
export const yieldMinor = (returnMinor: number, timeMs: number): number | null =>
  timeMs > 0 ? Math.round((returnMinor * HOUR_MS) / timeMs) : null
