import { beforeEach, expect, test } from 'vitest'
import { writeLog } from '../../../storage/said/log'
import { changeSurface } from '../../../storage/said/opinions'
import { putRate, removeRate } from '../../../storage/said/rates'
import { allRows, emptyDatabase } from '../../fixtures/database'

const rate = (from: string) => ({ from, amountMinor: 2500, currency: 'EUR', hourTypes: null })
const late = () => true

beforeEach(async () => {
  await emptyDatabase()
  await putRate(rate('2026-01-01'), null)
})

test.each<[string, () => Promise<unknown>]>([
  ['replacing a rate', () => putRate(rate('2026-02-01'), '2026-01-01', late)],
  ['deleting a rate', () => removeRate('2026-01-01', late)],
  ['changing an opinion', () => changeSurface('a.com', { excluded: 1 }, late)],
  ['adding a log entry', () => writeLog({ at: 1, type: 'resume' }, late)],
])('%s is rolled back if it has already been reported as failed', async (_what, write) => {
  const before = await allRows()
  await expect(write()).rejects.toThrow('too late')
  expect(await allRows()).toEqual(before)
})
