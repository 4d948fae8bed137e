import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { History } from '../../../domain/record/history'
import { seal } from '../../../domain/record/sealing'
import type { Span } from '../../../domain/record/span'
import { kindTimes, sumOfDays } from '../../../domain/statement/committed-time'
import { tally } from '../../../domain/statement/tally'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { surfaceRules } from '../../../domain/surface/surface-rules'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { committedExtent } from '../../../domain/statement/commitment'
import { pricing } from '../../../domain/value/hour-price'
import { spanOf, spansArbitrary } from '../../fixtures/spans'
import { totalOf, totalsArbitrary } from '../../fixtures/totals'

const WEEK = { week: '2026-11-16', dayStartHour: 4 }
const { kindOf } = surfaceRules([])
const times = (history: History, week = WEEK) => Object.fromEntries(kindTimes(history, kindOf, week))
const rows = (...recent: Span[]): History => ({ sealed: [], recent })

describe('a week has', () => {
  test('the time of each kind on its seven days, by the local clock and the start of the day', () => {
    const history = rows(
      // Monday 3:30 local time belongs to the week before, half an hour of it.
      spanOf({ surface: 'reddit.com', start: '2026-11-16T02:30:00Z', ms: HOUR_MS }),
      spanOf({ surface: 'reddit.com', start: '2026-11-18T10:00:00Z', ms: HOUR_MS, origin: 'entered' }),
      spanOf({ surface: 'coursera.org', start: '2026-11-18T12:00:00Z', ms: 2 * HOUR_MS }),
      // The night to Monday belongs to Sunday until 4:00.
      spanOf({ surface: 'reddit.com', start: '2026-11-23T02:00:00Z', ms: 2 * HOUR_MS }),
    )
    const half = HOUR_MS / 2
    expect(times(history)).toEqual({
      feed: [half, 0, HOUR_MS, 0, 0, 0, HOUR_MS],
      learning: [0, 0, 2 * HOUR_MS, 0, 0, 0, 0],
    })
  })

  test('day totals too, such as the minutes of a phone', () => {
    const totals = [
      totalOf({ surface: 'reddit.com', day: '2026-11-22', minutes: 30 }),
      totalOf({ surface: 'reddit.com', day: '2026-11-23', minutes: 60 }),
    ]
    expect(times({ ...rows(), totals })).toEqual({ feed: [0, 0, 0, 0, 0, 0, 30 * MINUTE_MS] })
  })
})

describe('for any record', () => {
  const record = fc.record({ spans: spansArbitrary(), totals: totalsArbitrary() })

  test('the time of a kind is that of the statement', () => {
    fc.assert(
      fc.property(record, ({ spans, totals }) => {
        const history = { ...rows(...spans), totals }
        const valuing = { profileOf: surfaceBook([]), priceAt: pricing([], 'EUR', 4), dayStartHour: 4 }
        const byKind = new Map<string, number>()
        for (const { profile, parts } of tally(history, committedExtent(WEEK), valuing))
          for (const { account } of parts.values())
            byKind.set(profile.kind, (byKind.get(profile.kind) ?? 0) + account.timeMs)
        const sums = [...kindTimes(history, kindOf, WEEK)].map(([kind, ms]) => [kind, sumOfDays(ms)] as const)
        expect(new Map<string, number>(sums)).toEqual(byKind)
      }),
    )
  })

  test('neither the order of spans, nor how they are split or sealed, changes it', () => {
    const shuffled = record.chain(({ spans, totals }) =>
      fc
        .record({
          order: fc.shuffledSubarray(spans, { minLength: spans.length, maxLength: spans.length }),
          cuts: fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), {
            minLength: spans.length,
            maxLength: spans.length,
          }),
        })
        .map((way) => ({ spans, totals, ...way })),
    )
    fc.assert(
      fc.property(shuffled, ({ spans, totals, order, cuts }) => {
        const whole = times({ ...rows(...spans), totals })
        expect(times({ ...rows(...order), totals })).toEqual(whole)
        const split = order.flatMap((span, index) => {
          const at = span.start + Math.floor((span.end - span.start) * (cuts[index] ?? 0.5))
          if (at <= span.start || at >= span.end) return [span]
          const first = spanOf({ ...span, ms: at - span.start })
          return [first, spanOf({ ...span, start: at, ms: span.end - at })]
        })
        expect(times({ ...rows(...split), totals })).toEqual(whole)
        const sealed = [...Map.groupBy(spans, ({ day }) => day).values()].map(seal)
        expect(times({ sealed, recent: [], totals })).toEqual(whole)
      }),
    )
  })
})
