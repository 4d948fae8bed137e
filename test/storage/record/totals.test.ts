import { beforeEach, expect, test, vi } from 'vitest'
import { liveTotals } from '../../../storage/record/live-history'
import { db } from '../../../storage/base/db'
import { sealOldestDay } from '../../../storage/record/ledger'
import { firstTotalDay, storedTotals } from '../../../storage/record/totals'
import { emptyDatabase, record } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'
import { totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(emptyDatabase)

const on = (day: string, origin: 'measured' | 'imported' = 'measured') =>
  spanOf({ start: `${day}T10:00:00Z`, ms: 1000, origin })

test('the totals of a range are read by their date, both ends included', async () => {
  const rows = ['2026-11-15', '2026-11-16', '2026-11-22', '2026-11-23'].map((day) =>
    totalOf({ day, minutes: 10 }),
  )
  await db.totals.bulkPut(rows)
  expect(await storedTotals('2026-11-16', '2026-11-22')).toEqual({ rows: rows.slice(1, 3), ownSince: null })
})

test('the first own day is read only if a browser is unknown, and imported days are no own days', async () => {
  await record(on('2026-11-18', 'imported'), on('2026-11-19', 'imported'), on('2026-11-20'))
  while ((await sealOldestDay('2026-11-22')) !== null);
  await db.totals.put(totalOf({ minutes: 10 }))
  expect((await storedTotals('2026-11-01', '2026-11-30')).ownSince).toBeNull()
  await db.totals.put(totalOf({ source: 'watt', browser: 'unsure', minutes: 10 }))
  expect((await storedTotals('2026-11-01', '2026-11-30')).ownSince).toBe('2026-11-20')
  await record(on('2026-11-17', 'imported'), on('2026-11-19'))
  expect((await storedTotals('2026-11-01', '2026-11-30')).ownSince).toBe('2026-11-19')
})

test('the first day with a total can leave out sources', async () => {
  expect(await firstTotalDay(() => true)).toBeNull()
  await db.totals.bulkPut([
    totalOf({ day: '2026-11-01', minutes: 1 }),
    totalOf({ source: 'watt', day: '2026-11-05', minutes: 1 }),
  ])
  expect(await firstTotalDay(() => true)).toBe('2026-11-01')
  expect(await firstTotalDay((source) => source !== 'entered')).toBe('2026-11-05')
})

test('a live query sends the totals again after a change', async () => {
  const next = vi.fn()
  const { unsubscribe } = liveTotals('2026-11-16', '2026-11-22').subscribe({
    next,
    error: () => expect.fail(),
  })
  await vi.waitFor(() => expect(next).toHaveBeenLastCalledWith({ rows: [], ownSince: null }))
  const typed = totalOf({ minutes: 10 })
  await db.totals.put(typed)
  await vi.waitFor(() => expect(next).toHaveBeenLastCalledWith({ rows: [typed], ownSince: null }))
  unsubscribe()
})
