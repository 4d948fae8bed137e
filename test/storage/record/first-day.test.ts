import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../../../storage/base/db'
import { firstMeasuredDay, firstRecordedDay } from '../../../storage/record/first-day'
import { sealOldestDay } from '../../../storage/record/ledger'
import { emptyDatabase, record } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'
import { DESK, totalFrom, totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(emptyDatabase)

const on = (day: string) => spanOf({ start: `${day}T10:00:00Z`, ms: 1000 })

test('the first recorded day is the earliest one, sealed or not', async () => {
  expect(await firstRecordedDay()).toBeNull()
  await record(on('2026-11-20'), on('2026-11-22'))
  expect(await firstRecordedDay()).toBe('2026-11-20')
  await sealOldestDay('2026-11-20')
  expect(await firstRecordedDay()).toBe('2026-11-20')
  await record(on('2026-11-18'))
  expect(await firstRecordedDay()).toBe('2026-11-18')
})

test('day totals of another tool begin a record, typed ones do not', async () => {
  await record(on('2026-11-20'))
  await db.totals.bulkPut([totalOf({ day: '2026-10-01', minutes: 10 })])
  expect(await firstRecordedDay()).toBe('2026-11-20')
  await db.totals.bulkPut([totalOf({ source: 'watt', day: '2026-11-02', minutes: 10 })])
  expect(await firstRecordedDay()).toBe('2026-11-02')
  expect(await firstMeasuredDay()).toBe('2026-11-20')
})

test('a record begins with what other devices say, unless they are left out', async () => {
  const ofDesk = spanOf({ start: '2026-11-10T10:00:00Z', ms: 1000, device: DESK })
  await record(ofDesk, on('2026-11-20'))
  await db.totals.put(totalFrom(DESK, { day: '2026-11-02', minutes: 10 }))
  const without = new Set([DESK])
  expect(await firstRecordedDay()).toBe('2026-11-02')
  expect(await firstRecordedDay(without)).toBe('2026-11-20')
  await sealOldestDay('2026-11-20')
  expect(await firstMeasuredDay()).toBe('2026-11-10')
  expect(await firstMeasuredDay(without)).toBe('2026-11-20')
  await sealOldestDay('2026-11-20')
  expect(await firstMeasuredDay(without)).toBe('2026-11-20')
  expect(await firstMeasuredDay(new Set([DESK, 'desk']))).toBeNull()
})
