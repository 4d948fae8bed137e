import { beforeEach, expect, test, vi } from 'vitest'
import { firstRecordedDay } from '../../../storage/record/history'
import { sealOldestDay } from '../../../storage/record/ledger'
import { emptyDatabase, record } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'

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
