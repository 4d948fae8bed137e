import { describe, expect, test } from 'vitest'
import { againFrom, forwardOf, type ForwardFacts } from '../../../domain/insight/forward'
import type { Commitment } from '../../../domain/statement/commitment'
import { surfaceRules } from '../../../domain/surface/surface-rules'
import { HOUR_MS } from '../../../domain/time/local-time'
import { promiseOf, SETTLED } from '../../fixtures/commitments'
import { spanOf } from '../../fixtures/spans'

const { kindOf } = surfaceRules([])
const feed = (day: string, hours: number) =>
  spanOf({ surface: 'reddit.com', start: `${day}T09:00:00Z`, ms: hours * HOUR_MS })

/** Wednesday noon of the week from 30 November 2026. */
const NOW = Date.parse('2026-12-02T11:00:00Z')

const forward = (commitments: readonly Commitment[], facts: Partial<ForwardFacts> = {}) =>
  forwardOf({
    commitments,
    history: {
      sealed: [],
      recent: [
        feed('2026-11-04', 9),
        feed('2026-11-11', 13),
        feed('2026-11-18', 11),
        feed('2026-11-25', 12),
        feed('2026-12-01', 3),
      ],
    },
    kindOf,
    recordedSince: '2026-11-01',
    at: NOW,
    weekStart: 0,
    dayStartHour: 4,
    offsetAt: () => 60,
    ...facts,
  })

const NEXT = '2026-12-07'
const settled = promiseOf({ settled: SETTLED })
const running = promiseOf({ week: '2026-11-30' })
const made = promiseOf({ week: NEXT })

test('next week is the one after that of the person’s day', () => {
  expect(forward([]).nextWeek).toBe(NEXT)
  expect(forward([], { weekStart: 6 }).nextWeek).toBe('2026-12-06')
  // Monday 3:00 still belongs to Sunday.
  expect(forward([], { at: Date.parse('2026-12-07T02:00:00Z') }).nextWeek).toBe(NEXT)
  expect(forward([], { at: Date.parse('2026-12-07T03:00:00Z') }).nextWeek).toBe('2026-12-14')
})

test('promises are made, running or settled, and the last week is that before this one', () => {
  const all = forward([made, running, settled])
  expect(all.made).toEqual([made])
  expect(all.running.map(({ commitment }) => commitment)).toEqual([running])
  expect(all.settled.map(({ commitment }) => commitment)).toEqual([settled])
  expect(all.lastWeek.get('feed')).toBe(12 * HOUR_MS)
})

test('a running promise says what settling it now brings', () => {
  const [one] = forward([running]).running
  // 2 days and 8 of 168 h are over: a third of 10 h is 3.33 h, 3 are used.
  expect(one?.progress.actualMs).toBe(3 * HOUR_MS)
  expect(one?.nowMinor).toBe(833)
})

describe('hours are suggested', () => {
  test('from the median of the last weeks if the last promise was broken', () => {
    expect(forward([settled]).suggestedFor('feed', 'most')).toBe(690)
    expect(forward([]).suggestedFor('feed', 'most')).toBe(690)
  })

  test('only from weeks that were recorded as a whole', () => {
    expect(forward([], { recordedSince: '2026-11-17' }).suggestedFor('feed', 'most')).toBeNull()
    expect(forward([], { recordedSince: '2026-11-09' }).suggestedFor('feed', 'most')).toBe(720)
    expect(forward([], { recordedSince: null }).suggestedFor('feed', 'most')).toBeNull()
  })
})

describe('the same again', () => {
  test('is what was settled last, in the four weeks from next week on', () => {
    const older = promiseOf({
      week: '2026-11-16',
      kind: 'video',
      settled: { ...SETTLED, at: SETTLED.at - 1 },
    })
    const again = againFrom(forward([settled, older]))
    expect(again.map(({ week, kind, minutes, priceMinor }) => [week, kind, minutes, priceMinor])).toEqual(
      ['2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'].map((week) => [week, 'feed', 600, 2500]),
    )
  })

  test('leaves out what is promised already', () => {
    expect(againFrom(forward([settled, made])).map(({ week }) => week)).toEqual([
      '2026-12-14',
      '2026-12-21',
      '2026-12-28',
    ])
    expect(againFrom(forward([]))).toEqual([])
  })
})
