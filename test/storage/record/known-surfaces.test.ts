import { beforeEach, expect, test, vi } from 'vitest'
import {
  liveOpinions,
  liveRates,
  liveRecentTimes,
  liveSealedTimes,
  liveTotalTimes,
} from '../../../storage/record/known-surfaces'
import { db } from '../../../storage/base/db'
import { recordedOf } from '../../../storage/bulk/forget'
import { sealOldestDay } from '../../../storage/record/ledger'
import type { Watchable } from '../../../domain/watchable'
import { changeSurface } from '../../../storage/said/opinions'
import { putRate } from '../../../storage/said/rates'
import { emptyDatabase, record } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'
import { DESK, totalFrom, totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(emptyDatabase)

/** The first value that is emitted. */
const first = <Value>(watchable: Watchable<Value>): Promise<Value> =>
  new Promise((next, error) => {
    const { unsubscribe } = watchable.subscribe({
      next: (value) => {
        next(value)
        queueMicrotask(() => unsubscribe())
      },
      error,
    })
  })

test('time is summed by surface, separately for sealed and recent days', async () => {
  await record(
    spanOf({ surface: 'a.example', start: '2026-11-21T10:00:00Z', ms: 1_000 }),
    spanOf({ surface: 'b.example', start: '2026-11-21T11:00:00Z', ms: 20_000 }),
    spanOf({ surface: 'a.example', start: '2026-11-21T12:00:00Z', ms: 300_000 }),
    spanOf({ surface: 'a.example', start: '2026-11-22T10:00:00Z', ms: 4_000_000, device: 'phone' }),
    spanOf({ surface: 'a.example', start: '2026-11-23T10:00:00Z', ms: 7 }),
    spanOf({ surface: 'a.example/part', start: '2026-11-23T11:00:00Z', ms: 5 }),
  )
  while ((await sealOldestDay('2026-11-22')) !== null);
  expect(await first(liveSealedTimes())).toEqual(
    new Map([
      ['a.example', 4_301_000],
      ['b.example', 20_000],
    ]),
  )
  expect(await first(liveRecentTimes())).toEqual(
    new Map([
      ['a.example', 7],
      ['a.example/part', 5],
    ]),
  )
})

test('without a record there are no sums', async () => {
  expect(await first(liveSealedTimes())).toEqual(new Map())
  expect(await first(liveRecentTimes())).toEqual(new Map())
})

test('opinions and rates are emitted', async () => {
  const rate = { from: '1970-01-01', amountMinor: 2500, currency: 'EUR', hourTypes: null }
  await changeSurface('a.example', { kind: 'work' })
  await putRate(rate, null)
  expect(await first(liveOpinions())).toEqual([{ surface: 'a.example', kind: 'work' }])
  expect(await first(liveRates())).toEqual([rate])
})

test('a span that was written again after its day was sealed counts once, in its later version', async () => {
  const span = spanOf({ surface: 'a.example', start: '2026-11-21T10:00:00Z', ms: 60_000 })
  const other = spanOf({ surface: 'b.example', start: '2026-11-21T11:00:00Z', ms: 5_000 })
  await record(span, other)
  while ((await sealOldestDay('2026-11-22')) !== null);
  await record({ ...span, end: span.start + 90_000 }, { ...other, surface: 'c.example', site: 'c.example' })
  const [sealed, recent] = [await first(liveSealedTimes()), await first(liveRecentTimes())]
  const sum = (surface: string) => (sealed.get(surface) ?? 0) + (recent.get(surface) ?? 0)
  expect(['a.example', 'b.example', 'c.example'].map(sum)).toEqual([90_000, 0, 5_000])
  expect((await recordedOf('a.example')).ms).toBe(90_000)
})

test('what some devices recorded stays known when they are left out, without time', async () => {
  await record(
    spanOf({ surface: 'a.example', start: '2026-11-21T10:00:00Z', ms: 1_000 }),
    spanOf({ surface: 'a.example', start: '2026-11-21T11:00:00Z', ms: 20_000, device: DESK }),
    spanOf({ surface: 'b.example', start: '2026-11-23T10:00:00Z', ms: 7, device: DESK }),
  )
  while ((await sealOldestDay('2026-11-22')) !== null);
  await db.totals.bulkPut([
    totalFrom(DESK, { surface: 'c.example', minutes: 1 }),
    totalOf({ surface: 'a.example', minutes: 1 }),
  ])
  const without = new Set([DESK])
  expect(await first(liveSealedTimes(without))).toEqual(new Map([['a.example', 1_000]]))
  expect(await first(liveRecentTimes(without))).toEqual(new Map([['b.example', 0]]))
  expect(await first(liveTotalTimes(without))).toEqual(
    new Map([
      ['a.example', 60_000],
      ['c.example', 0],
    ]),
  )
})
