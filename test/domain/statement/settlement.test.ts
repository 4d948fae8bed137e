import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Commitment,
  committedInterval,
  type CommitmentType,
  newCommitment,
} from '../../../domain/statement/commitment'
import {
  isCommitmentKept,
  resultRanges,
  settledInOrder,
  settlementOf,
} from '../../../domain/statement/settlement'
import { HOUR_MS, type OffsetAt } from '../../../domain/time/local-time'
import { offsetIn } from '../../fixtures/zone'

const WEEK = '2026-11-30'

const commitment = (facts: Partial<Commitment> = {}): Commitment => ({
  ...newCommitment(
    { week: WEEK, kind: 'feed', type: 'most', minutes: 600, priceMinor: 2500, currency: 'EUR' },
    0,
    4,
  ),
  ...facts,
})

const UTC: OffsetAt = () => 0

/** Settles after so many hours, `null` after the whole week. */
function settled(
  facts: Partial<Commitment>,
  actualHours: number,
  elapsedHours: number | null = null,
  zone = UTC,
) {
  const promise = commitment(facts)
  const week = committedInterval(promise, zone)
  const at = elapsedHours === null ? week.until : week.from + elapsedHours * HOUR_MS
  return settlementOf(promise, actualHours * HOUR_MS, week, at)
}

describe('a promise of 10 h at 25.00 an hour', () => {
  test.each<[CommitmentType, actual: number, amountMinor: number, isKept: boolean]>([
    ['most', 0, 25_000, true],
    ['most', 6, 10_000, true],
    ['most', 9.5, 1_250, true],
    ['most', 10, 0, true],
    ['most', 12, -5_000, false],
    ['most', 20, -25_000, false],
    ['most', 35, -25_000, false],
    ['least', 0, -25_000, false],
    ['least', 7, -7_500, false],
    ['least', 10, 0, true],
    ['least', 13, 7_500, true],
    ['least', 20, 25_000, true],
    ['least', 44, 25_000, true],
  ])('at %s, after %d h, pays %d; kept: %s', (type, actual, amountMinor, isKept) => {
    const settlement = settled({ type }, actual)
    expect(settlement).toMatchObject({ isEarly: false, amountMinor, currency: 'EUR', formula: 1 })
    expect(isCommitmentKept(commitment({ type, settled: settlement }))).toBe(isKept)
  })

  test.each<[CommitmentType, elapsed: number, actual: number, amountMinor: number, isKept: boolean]>([
    // Half of 168 h: 5 h of the limit.
    ['most', 84, 0, 12_500, true],
    ['most', 84, 5, 0, true],
    ['most', 84, 6, -2_500, false],
    ['most', 84, 40, -25_000, false],
    ['most', 0, 0, 0, true],
    // 42 of 168 h: 2.5 h of the limit.
    ['most', 42, 1, 3_750, true],
    // What is not met is a loss, however early.
    ['least', 84, 4, -15_000, false],
    ['least', 1, 0, -25_000, false],
    ['least', 84, 11, 2_500, true],
  ])('settled early, at %s, after %d h of the week with %d h, pays %d; kept: %s', (...row) => {
    const [type, elapsed, actual, amountMinor, isKept] = row
    const settlement = settled({ type }, actual, elapsed)
    expect(settlement).toMatchObject({ isEarly: true, amountMinor, elapsedMs: elapsed * HOUR_MS })
    expect(isCommitmentKept(commitment({ type, settled: settlement }))).toBe(isKept)
  })
})

test.each<[CommitmentType, number]>([
  ['most', 0],
  ['most', 5],
  ['least', 0],
  ['least', 5],
])('a promise of zero hours, at %s, pays nothing after %d h', (type, actual) => {
  expect(settled({ type, minutes: 0 }, actual).amountMinor).toBe(0)
})

test('a promise without a price pays nothing and is kept or not', () => {
  const settlement = settled({ priceMinor: 0 }, 12)
  expect(settlement.amountMinor).toBe(0)
  expect(isCommitmentKept(commitment({ priceMinor: 0, settled: settlement }))).toBe(false)
})

test.each([
  // 1 h 20 min at 1000 yen: 1333.33. Yen have no decimals.
  ['JPY', 1000, 1333],
  // At 12.345 dinars, three decimals: 16.46.
  ['KWD', 12_345, 16_460],
  ['EUR', 2500, 3333],
])('amounts are whole minor units of %s, rounded once', (currency, priceMinor, amountMinor) => {
  const gain = settled({ currency, priceMinor }, 10 - 80 / 60)
  expect(gain).toMatchObject({ currency, amountMinor })
  expect(settled({ currency, priceMinor }, 10 + 80 / 60)).toMatchObject({ amountMinor: -amountMinor })
})

test('half a minor unit is rounded away from zero, for a gain as for a loss', () => {
  // A minute at 30 cents an hour is half a cent.
  const one = { priceMinor: 30, minutes: 600 }
  expect(settled(one, 10 - 1 / 60).amountMinor).toBe(1)
  expect(settled(one, 10 + 1 / 60).amountMinor).toBe(-1)
})

describe('where clocks change', () => {
  const BERLIN = offsetIn('Europe/Berlin')
  test.each([
    ['forward', '2026-03-23', 167],
    ['back', '2026-10-19', 169],
    ['not at all', '2026-11-30', 168],
  ])('%s, the week from %s has %d hours, and half of them use up half of a limit', (_, week, hours) => {
    const whole = settled({ week }, 10, null, BERLIN)
    expect(whole).toMatchObject({ lengthMs: hours * HOUR_MS, elapsedMs: hours * HOUR_MS, amountMinor: 0 })
    expect(settled({ week }, 5, hours / 2, BERLIN)).toMatchObject({ isEarly: true, amountMinor: 0 })
    // A tenth of the week is worth 1 h of the limit.
    expect(settled({ week }, 0, hours / 10, BERLIN).amountMinor).toBe(2500)
  })
})

test('a promise is settled at its own rate and currency, whatever holds by then', () => {
  const promise = commitment({ currency: 'USD', priceMinor: 1234 })
  const week = committedInterval(promise, UTC)
  expect(settlementOf(promise, 11 * HOUR_MS, week, week.until)).toMatchObject({
    amountMinor: -1234,
    currency: 'USD',
  })
})

test('a promise that is not settled is neither kept nor broken', () => {
  expect(isCommitmentKept(commitment())).toBeNull()
})

describe('a week can end between', () => {
  test('the losses and the gains of all its promises, in each currency', () => {
    const ranges = resultRanges(
      [
        commitment(),
        commitment({ type: 'least', minutes: 240 }),
        commitment({ currency: 'JPY', priceMinor: 100 }),
      ],
      168 * HOUR_MS,
    )
    expect(ranges).toEqual([
      { currency: 'EUR', worstMinor: -35_000, bestMinor: 35_000 },
      { currency: 'JPY', worstMinor: -1_000, bestMinor: 1_000 },
    ])
  })

  test('no more than the week has hours for', () => {
    const [most] = resultRanges([commitment({ minutes: 160 * 60, priceMinor: 100 })], 168 * HOUR_MS)
    expect(most).toEqual({ currency: 'EUR', worstMinor: -800, bestMinor: 16_000 })
  })
})

test('the balance runs on with each settlement, apart for each currency', () => {
  const done = (week: string, actual: number, at: number, facts: Partial<Commitment> = {}) =>
    commitment({ week, ...facts, settled: { ...settled({ week, ...facts }, actual), at } })
  const history = settledInOrder([
    done('2026-11-23', 12, 30),
    commitment(),
    done('2026-11-09', 8, 10),
    done('2026-11-16', 9, 20, { currency: 'JPY' }),
  ])
  expect(history.map(({ commitment: one, balanceMinor }) => [one.week, balanceMinor])).toEqual([
    ['2026-11-23', 0],
    ['2026-11-16', 2_500],
    ['2026-11-09', 5_000],
  ])
})

describe('for any promise', () => {
  const facts = fc.record({
    type: fc.constantFrom<CommitmentType>('most', 'least'),
    minutes: fc.integer({ min: 0, max: 10_080 }),
    priceMinor: fc.integer({ min: 0, max: 10_000_000_000 }),
  })
  const week = { from: 0, until: 168 * HOUR_MS }
  const ms = fc.integer({ min: 0, max: week.until })

  test('the amount stays within the price of the committed hours', () => {
    fc.assert(
      fc.property(facts, ms, ms, (promise, actualMs, at) => {
        const { amountMinor } = settlementOf(commitment(promise), actualMs, week, at)
        const most = Number((2n * BigInt(promise.priceMinor) * BigInt(promise.minutes) + 60n) / (2n * 60n))
        expect(Math.abs(amountMinor)).toBeLessThanOrEqual(most)
        expect(Object.is(amountMinor, -0)).toBe(false)
      }),
    )
  })

  test('settled early in the last instant, it pays what it pays at the end', () => {
    fc.assert(
      fc.property(facts, ms, (promise, actualMs) => {
        const one = commitment(promise)
        const early = settlementOf(one, actualMs, week, week.until)
        const late = settlementOf(one, actualMs, week, week.until + 40 * 24 * HOUR_MS)
        expect({ ...early, at: 0 }).toEqual({ ...late, at: 0 })
      }),
    )
  })

  test('less of a limit and more of a goal never pay less, and the amount says whether it was kept', () => {
    fc.assert(
      fc.property(facts, ms, ms, ms, (promise, a, b, at) => {
        const one = commitment(promise)
        const [few, many] = [Math.min(a, b), Math.max(a, b)].map((actual) =>
          settlementOf(one, actual, week, at),
        )
        const [worse, better] = promise.type === 'most' ? [many, few] : [few, many]
        expect(better?.amountMinor).toBeGreaterThanOrEqual(worse?.amountMinor ?? 0)
        for (const settlement of [few, many])
          if (settlement && settlement.amountMinor !== 0)
            expect(isCommitmentKept({ ...one, settled: settlement })).toBe(settlement.amountMinor > 0)
      }),
    )
  })
})
