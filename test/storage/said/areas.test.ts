/** What is kept in the extension's storage areas: settings, the device's name, and what lives as long as the browser. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { deviceId } from '../../../storage/said/device'
import {
  currentRunId,
  heldStep,
  holdStep,
  setStorageTrouble,
  storageTrouble,
  watchStorageTrouble,
} from '../../../storage/said/session'
import { changeSettings, loadSettings, watchSettings } from '../../../storage/said/settings'
import { attention, stepOf } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(() => fakeBrowser.reset())

describe('settings', () => {
  test('are the defaults until something is said', async () => {
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
  })

  test('a change leaves the others as they were', async () => {
    await changeSettings({ currency: 'CHF', dayStartHour: 0 })
    expect(await changeSettings({ badge: 'cost' })).toEqual({
      ...DEFAULT_SETTINGS,
      currency: 'CHF',
      dayStartHour: 0,
      badge: 'cost',
    })
    expect(await loadSettings()).toMatchObject({ currency: 'CHF', dayStartHour: 0, badge: 'cost' })
  })

  test('a corrupt field falls back alone', async () => {
    await fakeBrowser.storage.local.set({ settings: { ...DEFAULT_SETTINGS, currency: 7, badge: 'cost' } })
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, badge: 'cost' })
  })

  test('are told anew whenever they change, until one stops', async () => {
    const told = vi.fn()
    const stop = watchSettings(told)
    await changeSettings({ currency: 'CHF' })
    await fakeBrowser.storage.local.set({ device: 'another key' })
    stop()
    await changeSettings({ currency: 'EUR' })
    expect(told.mock.calls).toEqual([[{ ...DEFAULT_SETTINGS, currency: 'CHF' }]])
  })
})

test('two changes of the settings at once both hold', async () => {
  await Promise.all([changeSettings({ moneyHidden: true }), changeSettings({ pausedUntil: 'resumed' })])
  expect(await loadSettings()).toMatchObject({ moneyHidden: true, pausedUntil: 'resumed' })
})

test('whoever asks first for the name of the device, all get the same', async () => {
  const [one, other] = await Promise.all([deviceId(), deviceId()])
  expect(one).toBe(other)
})

describe('the name of the device', () => {
  test('is made up once', async () => {
    const name = await deviceId()
    expect(name).toMatch(/^[0-9a-f]{8}$/)
    expect(await deviceId()).toBe(name)
  })

  test('differs from installation to installation', async () => {
    const name = await deviceId()
    fakeBrowser.reset()
    expect(await deviceId()).not.toBe(name)
  })
})

describe('while the browser runs', () => {
  test('its run has one id, and another after a restart', async () => {
    const run = await currentRunId()
    expect(await currentRunId()).toBe(run)
    await fakeBrowser.storage.session.clear()
    expect(await currentRunId()).not.toBe(run)
  })

  test('a step that could not be written is held until it is', async () => {
    const step = {
      ...stepOf({
        state: attention({ open: spanOf({ start: '2026-11-23T11:00:00Z', ms: 5_000 }) }),
        spans: [spanOf({ start: '2026-11-23T10:00:00Z', ms: 60_000 })],
        dropped: ['desk:1'],
      }),
      isBlind: true,
      lastInputAt: null,
    }
    expect(await heldStep()).toBeNull()
    await holdStep(step)
    expect(await heldStep()).toEqual(step)
    await holdStep(null)
    expect(await heldStep()).toBeNull()
  })

  test('trouble is told when it begins and when it ends', async () => {
    const trouble = { since: 1_795_000_000_000, reason: 'full', detail: 'QuotaExceededError' } as const
    const told = vi.fn()
    const stop = watchStorageTrouble(told)
    expect(await storageTrouble()).toBeNull()
    await setStorageTrouble(trouble)
    expect(await storageTrouble()).toEqual(trouble)
    await setStorageTrouble(null)
    expect(await storageTrouble()).toBeNull()
    stop()
    await setStorageTrouble(trouble)
    expect(told.mock.calls).toEqual([[trouble], [null]])
  })
})
