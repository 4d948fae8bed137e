/** What other devices said of their use of rules. */
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../../../storage/base/db'
import { dropElsewhere, putElsewhere, readElsewhere } from '../../../storage/firewall/elsewhere'
import { emptyDatabase } from '../../fixtures/database'
import { deviceOf, heardOf } from '../../fixtures/elsewhere'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(emptyDatabase)

const row = { rule: 'r', day: '2026-11-23', ms: 1000, opens: 1, amount: null, currency: null }

test('what a device says replaces what it said before', async () => {
  await putElsewhere([heardOf(), heardOf({ device: 'bbbbbbbb', name: 'Phone' })])
  await putElsewhere([heardOf({ at: 2, rows: [row] })])
  expect(await readElsewhere()).toEqual([
    deviceOf({ at: 2, rows: [row] }),
    deviceOf({ device: 'bbbbbbbb', name: 'Phone' }),
  ])
})

test('a device that is dropped is gone, the others stay', async () => {
  await putElsewhere([heardOf(), heardOf({ device: 'bbbbbbbb' })])
  await dropElsewhere(['aaaaaaaa', 'cccccccc'])
  expect(await db.devices.primaryKeys()).toEqual(['bbbbbbbb'])
})

test('a database that does not answer rejects in time', async () => {
  vi.spyOn(db.devices, 'toArray').mockReturnValueOnce(new Promise(() => undefined) as never)
  await expect(readElsewhere(10)).rejects.toThrow('error_database_silent')
})
