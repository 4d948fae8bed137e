import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { type Commitment, committedInterval } from '../../../domain/statement/commitment'
import { DAY_MS, HOUR_MS, MINUTE_MS, type OffsetAt } from '../../../domain/time/local-time'
import { db } from '../../../storage/base/db'
import { deleteSpans, enterSpans } from '../../../storage/bulk/corrections'
import { timesOfCommitments } from '../../../storage/record/commitment-times'
import {
  noteGoalNotice,
  putCommitments,
  removeCommitment,
  SETTLE_AFTER_MS,
  settleDue,
  settleEarly,
} from '../../../storage/record/commitments'
import { sealOldestDay } from '../../../storage/record/ledger'
import { promiseOf } from '../../fixtures/commitments'
import { attention, emptyDatabase, record, stepOf } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'
import { totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const OFFSET: OffsetAt = () => 60
const IDLE_MS = 120_000

const most = promiseOf()
const least = promiseOf({ kind: 'learning', type: 'least', minutes: 240 })
const { from, until } = committedInterval(most, OFFSET)
const DUE = until + IDLE_MS + SETTLE_AFTER_MS

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  await fakeBrowser.storage.local.set({ device: 'desk' })
})

const stored = (): Promise<Commitment[]> => db.commitments.toArray()
const feed = (start: string, hours: number) => spanOf({ surface: 'reddit.com', start, ms: hours * HOUR_MS })

describe('what counts for a promise', () => {
  test('is measured, entered and imported time of its kind, day totals, and the span in progress', async () => {
    const open = feed('2026-11-29T20:00:00Z', 1)
    await record(
      feed('2026-11-24T10:00:00Z', 2),
      spanOf({ surface: 'coursera.org', start: '2026-11-24T15:00:00Z', ms: HOUR_MS }),
    )
    await enterSpans(
      [
        {
          surface: 'reddit.com',
          from: Date.parse('2026-11-25T10:00:00Z'),
          until: Date.parse('2026-11-25T11:00:00Z'),
          utcOffsetMinutes: 60,
        },
      ],
      OFFSET,
    )
    await sealOldestDay('2026-11-24')
    await db.totals.put(totalOf({ surface: 'instagram.com', day: '2026-11-29', minutes: 30 }))
    await db.surfaces.put({ surface: 'example.com', kind: 'feed' })
    await record(spanOf({ surface: 'example.com', start: '2026-11-26T10:00:00Z', ms: MINUTE_MS }))
    const times = await timesOfCommitments([most, least], open)
    expect(times.get(most.id)).toEqual([0, 2 * HOUR_MS, HOUR_MS, MINUTE_MS, 0, 0, 1.5 * HOUR_MS])
    expect(times.get(least.id)).toEqual([0, HOUR_MS, 0, 0, 0, 0, 0])
  })
})

describe('a promise can be made, changed and taken back', () => {
  const terms = ({ week, kind, type, minutes, priceMinor, currency }: Commitment) => ({
    week,
    kind,
    type,
    minutes,
    priceMinor,
    currency,
  })

  test('until its week begins', async () => {
    await putCommitments([terms(most), terms(least)], from - 1, 4, OFFSET)
    await putCommitments([{ ...terms(most), minutes: 300 }], from - 1, 4, OFFSET)
    await removeCommitment(least.id, from - 1, OFFSET)
    expect(await stored()).toEqual([{ ...most, minutes: 300, madeAt: from - 1 }])
  })

  test('not from then on', async () => {
    await expect(putCommitments([terms(most)], from, 4, OFFSET)).rejects.toThrow('error_promise_fixed')
    await db.commitments.bulkPut([most])
    await expect(putCommitments([terms(most)], from, 4, OFFSET)).rejects.toThrow('error_promise_fixed')
    await expect(removeCommitment(most.id, from, OFFSET)).rejects.toThrow('error_promise_fixed')
    expect(await stored()).toEqual([most])
  })

  test('not by a clock that is set back: what is recorded in the week shows that it has begun', async () => {
    await db.commitments.put(most)
    await record(feed('2026-11-23T10:00:00Z', 1))
    await expect(removeCommitment(most.id, from - DAY_MS, OFFSET)).rejects.toThrow('error_promise_fixed')
    await expect(putCommitments([terms(most)], from - DAY_MS, 4, OFFSET)).rejects.toThrow(
      'error_promise_fixed',
    )
  })

  test('not by a clock that is set back by days: what is sealed shows it too', async () => {
    await db.commitments.put(most)
    await record(feed('2026-11-23T10:00:00Z', 1))
    await sealOldestDay('2026-11-23')
    await expect(removeCommitment(most.id, from - DAY_MS, OFFSET)).rejects.toThrow('error_promise_fixed')
  })

  test('not by a day start that is moved once it runs', async () => {
    await db.commitments.put(most)
    // With days from 12:00 on, the week would begin at noon.
    await expect(putCommitments([terms(most)], from + HOUR_MS, 12, OFFSET)).rejects.toThrow(
      'error_promise_fixed',
    )
  })

  test('not beside one of the same kind and type whose week overlaps; then none of them is written', async () => {
    await db.commitments.put(most)
    const shifted = { ...terms(most), week: '2026-11-29' }
    await expect(putCommitments([terms(least), shifted], from - DAY_MS, 4, OFFSET)).rejects.toThrow(
      'error_promise_fixed',
    )
    expect(await stored()).toEqual([most])
  })
})

describe('a week that is over is settled', () => {
  beforeEach(async () => {
    await db.commitments.bulkPut([most, least])
    await record(feed('2026-11-24T10:00:00Z', 12))
  })

  test('a few minutes after its end, with the promises of that week and no other', async () => {
    const next = promiseOf({ week: '2026-11-30' })
    await db.commitments.put(next)
    expect(await settleDue(DUE - 1, IDLE_MS, OFFSET, null)).toEqual([])
    expect((await settleDue(DUE, IDLE_MS, OFFSET, null)).length).toBe(2)
    const week = { elapsedMs: 168 * HOUR_MS, lengthMs: 168 * HOUR_MS, isEarly: false, at: DUE, formula: 1 }
    expect(await stored()).toEqual([
      { ...most, settled: { ...week, actualMs: 12 * HOUR_MS, amountMinor: -5000, currency: 'EUR' } },
      { ...least, settled: { ...week, actualMs: 0, amountMinor: -10_000, currency: 'EUR' } },
      next,
    ])
    expect(await db.log.toArray()).toEqual([])
  })

  test('once: nothing changes it afterwards', async () => {
    await settleDue(DUE, IDLE_MS, OFFSET, null)
    const before = await stored()
    await deleteSpans(await db.spans.toArray())
    await db.rates.put({ from: '1970-01-01', amountMinor: 1, currency: 'JPY', hourTypes: null })
    await db.surfaces.put({ surface: 'reddit.com', kind: 'work' })
    expect(await settleDue(DUE + DAY_MS, IDLE_MS, OFFSET, null)).toEqual([])
    await expect(settleEarly(most.id, from + 1, OFFSET, null)).rejects.toThrow('error_promise_not_running')
    expect(await noteGoalNotice(least.id, 'reached')).toBe(false)
    expect(await stored()).toEqual(before)
  })

  test('with a visit as it was corrected until then', async () => {
    await deleteSpans(await db.spans.toArray())
    await settleDue(DUE, IDLE_MS, OFFSET, null)
    expect((await db.commitments.get(most.id))?.settled?.amountMinor).toBe(25_000)
  })

  test('with the span that goes on across its end, up to the end', async () => {
    await settleDue(DUE, IDLE_MS, OFFSET, feed('2026-11-30T01:00:00Z', 4))
    // 2:00 to 4:00 local time.
    expect((await db.commitments.get(most.id))?.settled?.actualMs).toBe(14 * HOUR_MS)
  })

  test('however late the browser is used again', async () => {
    const at = DUE + 400 * DAY_MS
    await settleDue(at, IDLE_MS, OFFSET, null)
    expect((await stored()).map(({ settled }) => [settled?.at, settled?.isEarly])).toEqual([
      [at, false],
      [at, false],
    ])
  })
})

describe('settled early', () => {
  test('a promise is judged then, and its result is logged', async () => {
    await db.commitments.put(most)
    await record(feed('2026-11-24T10:00:00Z', 6))
    const settled = await settleEarly(most.id, from + 84 * HOUR_MS, OFFSET, null)
    expect(settled).toMatchObject({ isEarly: true, amountMinor: -2500, actualMs: 6 * HOUR_MS })
    expect(await db.log.toArray()).toEqual([
      { at: settled.at, type: 'settle', commitment: most.id, amountMinor: -2500, currency: 'EUR' },
    ])
    await settleDue(DUE, IDLE_MS, OFFSET, null)
    expect((await db.commitments.get(most.id))?.settled).toEqual(settled)
  })

  test.each([
    ['before its week', from - 1],
    ['after it', until],
  ])('none is %s', async (_when, at) => {
    await db.commitments.put(most)
    await expect(settleEarly(most.id, at, OFFSET, null)).rejects.toThrow('error_promise_not_running')
  })
})

test('a worker that is killed at any write, and starts again, settles once', async () => {
  const kills = fc.array(fc.record({ write: fc.integer({ min: 0, max: 3 }), isParallel: fc.boolean() }), {
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(kills, async (deaths) => {
      await emptyDatabase()
      await db.commitments.bulkPut([most, least])
      await record(feed('2026-11-24T10:00:00Z', 12))
      const results: Commitment[][] = []
      for (const { write, isParallel } of deaths) {
        // A killed worker aborts its transaction; `isLate` is asked at the end of it.
        let asked = 0
        const dies = () => (asked += 1) > write % 2
        const one = settleDue(DUE, IDLE_MS, OFFSET, null, dies).catch(() => [])
        const other = isParallel ? settleDue(DUE, IDLE_MS, OFFSET, null, () => write > 1).catch(() => []) : []
        results.push(await one, await other)
      }
      results.push(await settleDue(DUE + HOUR_MS, IDLE_MS, OFFSET, null))
      const settledOf = results.flat().map(({ id }) => id)
      expect(settledOf.toSorted()).toEqual([most.id, least.id].toSorted())
      expect((await stored()).map(({ settled }) => settled?.amountMinor)).toEqual([-5000, -10_000])
    }),
    { numRuns: 40 },
  )
})

test('a goal notice is noted once', async () => {
  await db.commitments.put(least)
  expect(await noteGoalNotice(least.id, 'atRisk')).toBe(true)
  expect(await noteGoalNotice(least.id, 'atRisk')).toBe(false)
  expect(await noteGoalNotice(least.id, 'reached')).toBe(true)
  expect(await noteGoalNotice('gone', 'reached')).toBe(false)
  expect((await stored())[0]?.told).toEqual(['atRisk', 'reached'])
})

test('the state of recording may hold the span that shows that a week has begun', async () => {
  await db.commitments.put(most)
  const open = feed('2026-11-23T10:00:00Z', 1)
  await record()
  await db.state.put(stepOf({ state: attention({ open }) }).state, 'now')
  await expect(removeCommitment(most.id, from - DAY_MS, OFFSET)).rejects.toThrow('error_promise_fixed')
})
