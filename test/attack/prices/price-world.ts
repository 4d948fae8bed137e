/** Random records, rates, hour types and opinions. */
import fc from 'fast-check'
import type { Rating } from '../../../domain/record/rating'
import type { Span } from '../../../domain/record/span'
import type { Opinion } from '../../../domain/surface/opinion'
import type { Rate } from '../../../domain/value/hour-price'
import { ratingOf } from '../../fixtures/ratings'
import { spanOf } from '../../fixtures/spans'
import { daysFrom, SITES } from './sites'

export interface PriceWorld {
  spans: Span[]
  rates: Rate[]
  currency: string | null
  opinions: Opinion[]
  ratings: Rating[]
  dayStartHour: number
  /** The period that is valued. */
  first: string
  last: string
  /** The last calendar day that is sealed. */
  sealedUntil: string
}

const FIRST = '2026-11-02'
const DAY_MS = 24 * 3_600_000
const surface = fc.constantFrom(...Object.keys(SITES))
const day = fc.nat(27).map((days) => daysFrom(FIRST, days))
const currency = fc.constantFrom('EUR', 'JPY', 'KWD')
const hour = fc.nat(23)
const range = fc.option(fc.record({ from: hour, to: fc.integer({ min: 1, max: 24 }) }))
const night = fc.option(fc.record({ from: hour, to: hour }))
const percent = fc.integer({ min: 0, max: 300 })

const rate: fc.Arbitrary<Rate> = fc.record({
  from: fc.oneof(fc.constant('1970-01-01'), day),
  amountMinor: fc.oneof(fc.nat(30), fc.nat(20_000)),
  currency,
  hourTypes: fc.option(
    fc.record({
      percent: fc.record({ work: percent, free: percent, night: percent }),
      work: fc.array(range, { minLength: 7, maxLength: 7 }),
      night,
    }),
  ),
})

const opinion = fc.record(
  {
    surface,
    kind: fc.constantFrom('feed', 'work', 'news', 'chat'),
    worthQuarters: fc.constantFrom(0, 2, 4, 6, 8),
    joined: surface,
  },
  { requiredKeys: ['surface'] },
) as fc.Arbitrary<Opinion>

/** Spans of two devices in several zones, each inside one calendar day of its own clock. */
const spans = fc.array(
  fc.record({
    surface,
    device: fc.constantFrom('desk', 'phone'),
    utcOffsetMinutes: fc.constantFrom(60, 0, -210, 345, 765),
    day: fc.nat(30),
    at: fc.nat(DAY_MS - 1),
    ms: fc.oneof(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 5 * 3_600_000 })),
  }),
  { maxLength: 40 },
)

export const priceWorlds: fc.Arbitrary<PriceWorld> = fc
  .record({
    spans,
    rates: fc.uniqueArray(rate, { selector: ({ from }) => from, maxLength: 4 }),
    currency: fc.option(currency, { freq: 12 }),
    opinions: fc.uniqueArray(opinion, { selector: (one) => one.surface, maxLength: 4 }),
    ratings: fc.array(
      fc.record({ surface, worthQuarters: fc.constantFrom(0, 2, 4, 6, 8) }).map((facts) => ratingOf(facts)),
      { maxLength: 8 },
    ),
    dayStartHour: hour,
    first: day,
    days: fc.nat(20),
    sealedUntil: day,
  })
  .map(({ spans: drawn, days, ...world }) => ({
    ...world,
    last: daysFrom(world.first, days),
    spans: drawn
      .map(({ day: index, at, ms, utcOffsetMinutes, ...span }) => {
        const start = Date.parse(FIRST) + index * DAY_MS + at - utcOffsetMinutes * 60_000
        return spanOf({ ...span, utcOffsetMinutes, start, ms: Math.min(ms, DAY_MS - at) })
      })
      .toSorted((a, b) => a.start - b.start),
  }))

export const tellPrices = ({ spans: all, ...world }: PriceWorld): string =>
  [
    ...Object.entries(world).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    ...all.map(
      ({ surface: where, device, day: date, start, end, utcOffsetMinutes }) =>
        `${where} on ${device}, ${date}: ${new Date(start).toISOString()} for ${end - start} ms, ${utcOffsetMinutes} min ahead`,
    ),
  ].join('\n')
