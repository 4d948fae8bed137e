import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { db } from '../../../storage/base/db'
import { deviceNames } from '../../../storage/record/device-names'
import { devicesOfTotals, liveDevicesOfTotals } from '../../../storage/record/device-totals'
import { heardOf } from '../../fixtures/elsewhere'
import { emptyDatabase } from '../../fixtures/database'
import { DESK, LAPTOP, totalFrom, totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
})

test('each device with day totals is found once, and this one is not among the others', async () => {
  await fakeBrowser.storage.local.set({ device: LAPTOP })
  await db.totals.bulkPut([
    totalOf({ minutes: 5 }),
    totalOf({ source: 'watt', minutes: 5 }),
    totalFrom(DESK, { minutes: 5 }),
    totalFrom(DESK, { day: '2026-11-21', minutes: 5 }),
    totalFrom(LAPTOP, { minutes: 5 }),
    totalFrom('ffffffff', { surface: 'xn--mller-kva.de', minutes: 5 }),
  ])
  expect(await devicesOfTotals()).toEqual({ own: LAPTOP, others: [DESK, 'ffffffff'] })
})

test('without day totals of devices there are none, and this one needs no name', async () => {
  await db.totals.put(totalOf({ minutes: 5 }))
  expect(await devicesOfTotals()).toEqual({ own: null, others: [] })
  expect(await fakeBrowser.storage.local.get(null)).toEqual({})
})

test('a live query tells when a device comes and when it is gone', async () => {
  await fakeBrowser.storage.local.set({ device: LAPTOP })
  const next = vi.fn()
  const { unsubscribe } = liveDevicesOfTotals().subscribe({ next, error: () => expect.fail() })
  await vi.waitFor(() => expect(next).toHaveBeenLastCalledWith({ own: null, others: [] }))
  const total = totalFrom(DESK, { minutes: 5 })
  await db.totals.put(total)
  await vi.waitFor(() => expect(next).toHaveBeenLastCalledWith({ own: LAPTOP, others: [DESK] }))
  await db.totals.delete([total.source, total.day, total.surface])
  await vi.waitFor(() => expect(next).toHaveBeenLastCalledWith({ own: null, others: [] }))
  unsubscribe()
})

test('devices that were heard of have their names', async () => {
  expect(await deviceNames()).toEqual(new Map())
  await db.devices.put(heardOf({ device: DESK, name: 'Desk' }))
  expect(await deviceNames()).toEqual(new Map([[DESK, 'Desk']]))
})
