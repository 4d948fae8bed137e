/**
 * The same figures, worked out hour by hour with exact fractions. Written from docs/architecture.md alone: shares
 * nothing with the code that values.
 */
import type { PriceWorld } from './price-world'
import { SITES } from './sites'

const HOUR = 3_600_000
/** 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday. */
const THURSDAY = 3

const DECIMALS: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3 }

/** What an hour on a page of each kind is assumed to give back, in quarters. */
const ASSUMED: Record<string, number> = {
  feed: 0,
  video: 2,
  work: 4,
  learning: 6,
  other: 4,
  news: 2,
  chat: 4,
}

/** Hundredths of a minor unit, times the milliseconds of an hour, times 400: whole numbers for every sum. */
export const PARTS = 100n * BigInt(HOUR) * 400n

export interface Sum {
  ms: number
  unpricedMs: number
  cost: bigint
  isPriced: boolean
  returned: bigint
}

export const nothing = (): Sum => ({ ms: 0, unpricedMs: 0, cost: 0n, isPriced: false, returned: 0n })

export function add(to: Sum, more: Sum): Sum {
  to.ms += more.ms
  to.unpricedMs += more.unpricedMs
  to.cost += more.cost
  to.isPriced ||= more.isPriced
  to.returned += more.returned
  return to
}

const dateOf = (localMs: number): string => new Date(localMs).toISOString().slice(0, 10)

/** Whether an hour of the day lies in a range that begins on that day, or on the day before. */
function lies(hour: number, today: Range, yesterday: Range): boolean {
  const onItsDay = today && hour >= today.from && (hour < today.to || today.to <= today.from)
  const fromYesterday = yesterday && yesterday.to <= yesterday.from && hour < yesterday.to
  return Boolean(onItsDay || fromYesterday)
}
type Range = { from: number; to: number } | null | undefined

/** The price of a local hour in hundredths of a minor unit; null if no rate holds. */
function priceOf({ rates, currency, dayStartHour }: PriceWorld, hour: number): bigint | null {
  if (currency === null) return null
  const day = dateOf((hour - dayStartHour) * HOUR)
  const known = rates.filter(({ from }) => from <= '1970-01-01' || from <= day)
  const rate = known.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
  if (!rate) return null
  const more = DECIMALS[currency]! - DECIMALS[rate.currency]!
  const amount = BigInt(Math.round(rate.amountMinor * 10 ** more))
  if (!rate.hourTypes) return amount * 100n
  const { work, night, percent } = rate.hourTypes
  const weekday = (Math.floor(hour / 24) + THURSDAY) % 7
  const ofDay = hour % 24
  const type = lies(ofDay, work[weekday], work[(weekday + 6) % 7])
    ? 'work'
    : lies(ofDay, night, night)
      ? 'night'
      : 'free'
  return amount * BigInt(percent[type])
}

/** The surface that another one counts as. */
function countedAs({ opinions }: PriceWorld, surface: string): string {
  let at = surface
  for (const seen = new Set([surface]); ;) {
    const next = opinions.find((one) => one.surface === at)?.joined
    if (!next) return at
    if (seen.has(next)) return surface
    seen.add(next)
    at = next
  }
}

export function kindOf({ opinions }: PriceWorld, surface: string): string {
  return opinions.find((one) => one.surface === surface)?.kind ?? SITES[surface]!.kind
}

/** What an hour on a surface gives back, in hundredths of a quarter. */
function worthOf(world: PriceWorld, surface: string): bigint {
  const own = world.opinions.find((one) => one.surface === surface)?.worthQuarters
  if (own !== undefined) return BigInt(100 * own)
  const answers = world.ratings
    .filter((one) => one.surface === surface)
    .map((one) => one.worthQuarters as number)
  const assumed = ASSUMED[kindOf(world, surface)]!
  if (answers.length === 0) return BigInt(100 * assumed)
  const sum = answers.reduce((total, one) => total + one, 5 * assumed)
  return BigInt(Math.round((100 * sum) / (answers.length + 5)))
}

/** The time, cost and return of each surface in each local hour of the period. */
export function hourByHour(world: PriceWorld): { surface: string; hour: number; sum: Sum }[] {
  const { spans, first, last, dayStartHour } = world
  return spans.flatMap((span) => {
    const surface = countedAs(world, span.surface)
    const from = span.start + span.utcOffsetMinutes * 60_000
    const until = span.end + span.utcOffsetMinutes * 60_000
    const parts: { surface: string; hour: number; sum: Sum }[] = []
    for (let hour = Math.floor(from / HOUR); hour * HOUR < until; hour += 1) {
      const day = dateOf(hour * HOUR - dayStartHour * HOUR)
      if (day < first || day > last) continue
      const ms = Math.min(until, (hour + 1) * HOUR) - Math.max(from, hour * HOUR)
      const price = priceOf(world, hour)
      const cost = price === null ? 0n : BigInt(ms) * price * 400n
      const returned = (cost * worthOf(world, surface)) / 400n
      parts.push({
        surface,
        hour,
        sum: { ms, unpricedMs: price === null ? ms : 0, cost, isPriced: price !== null, returned },
      })
    }
    return parts
  })
}

/** Half up, in whole minor units. */
export const rounded = (parts: bigint): number => Number((parts * 2n + PARTS) / (PARTS * 2n))
