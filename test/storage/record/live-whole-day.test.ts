import { beforeEach, expect, test, vi } from 'vitest'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { db } from '../../../storage/base/db'
import { liveWholeDay } from '../../../storage/record/live-whole-day'
import { emptyDatabase, record } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'
import { DESK, totalFrom, totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(emptyDatabase)

test('a whole day has the totals that count beside its spans, and what was said about their sites', async () => {
  const day = '2026-11-20'
  await record(spanOf({ surface: 'youtube.com', start: `${day}T10:00:00Z`, ms: 20 * MINUTE_MS }))
  await db.surfaces.put({ surface: 'tiktok.com', worthQuarters: 2 })
  await db.totals.bulkPut([
    totalOf({ day, surface: 'tiktok.com', minutes: 15 }),
    totalOf({ source: 'watt', browser: 'this', day, surface: 'youtube.com', minutes: 30 }),
    totalOf({ day: '2026-11-21', minutes: 5 }),
  ])
  const next = vi.fn()
  const { unsubscribe } = liveWholeDay(day).subscribe({ next, error: () => expect.fail() })
  await vi.waitFor(() => expect(next).toHaveBeenCalled())
  unsubscribe()
  const [whole] = next.mock.calls.at(-1) as [Parameters<typeof next>[0]]
  expect(whole.totals.map(({ surface, ms }: { surface: string; ms: number }) => [surface, ms])).toEqual([
    ['tiktok.com', 15 * MINUTE_MS],
    ['youtube.com', 10 * MINUTE_MS],
  ])
  expect(whole.opinions).toEqual([{ surface: 'tiktok.com', worthQuarters: 2 }])
  expect(whole.spans).toHaveLength(1)
})

test('a whole day without some devices has neither their spans nor their totals', async () => {
  const day = '2026-11-20'
  await record(
    spanOf({ surface: 'youtube.com', start: `${day}T10:00:00Z`, ms: 20 * MINUTE_MS }),
    spanOf({ surface: 'youtube.com', start: `${day}T11:00:00Z`, ms: 5 * MINUTE_MS, device: DESK }),
  )
  await db.totals.bulkPut([
    totalFrom(DESK, { day, surface: 'tiktok.com', minutes: 15 }),
    totalOf({ source: 'watt', browser: 'this', day, surface: 'youtube.com', minutes: 30 }),
  ])
  const next = vi.fn()
  const { unsubscribe } = liveWholeDay(day, new Set([DESK])).subscribe({ next, error: () => expect.fail() })
  await vi.waitFor(() => expect(next).toHaveBeenCalled())
  unsubscribe()
  const [whole] = next.mock.calls.at(-1) as [Parameters<typeof next>[0]]
  expect(whole.spans).toHaveLength(1)
  expect(whole.totals.map(({ surface, ms }: { surface: string; ms: number }) => [surface, ms])).toEqual([
    ['youtube.com', 10 * MINUTE_MS],
  ])
})
