/** Data in the extension's storage areas: settings, the device's name, and what lasts until the browser closes. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { deviceId } from '../../../storage/said/device'
import {
  currentRunId,
  deleteFromHeld,
  dropHeld,
  holdStep,
  readHolding,
  releaseStep,
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
  test('are the defaults until one is changed', async () => {
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
  })

  test('keep their values when others change', async () => {
    await changeSettings({ currency: 'CHF', dayStartHour: 0 })
    expect(await changeSettings({ badge: 'cost' })).toEqual({
      ...DEFAULT_SETTINGS,
      currency: 'CHF',
      dayStartHour: 0,
      badge: 'cost',
    })
    expect(await loadSettings()).toMatchObject({ currency: 'CHF', dayStartHour: 0, badge: 'cost' })
  })

  test('fall back to the default for a corrupt field only', async () => {
    await fakeBrowser.storage.local.set({ settings: { ...DEFAULT_SETTINGS, currency: 7, badge: 'cost' } })
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, badge: 'cost' })
  })

  test('are reported on every change until watching stops', async () => {
    const onChange = vi.fn()
    const stop = watchSettings(onChange)
    await changeSettings({ currency: 'CHF' })
    await fakeBrowser.storage.local.set({ device: 'another key' })
    stop()
    await changeSettings({ currency: 'EUR' })
    expect(onChange.mock.calls).toEqual([[{ ...DEFAULT_SETTINGS, currency: 'CHF' }]])
  })
})

test('two simultaneous changes of settings are both kept', async () => {
  await Promise.all([changeSettings({ moneyHidden: true }), changeSettings({ pausedUntil: 'resumed' })])
  expect(await loadSettings()).toMatchObject({ moneyHidden: true, pausedUntil: 'resumed' })
})

test('simultaneous requests for the device name get the same name', async () => {
  const [one, other] = await Promise.all([deviceId(), deviceId()])
  expect(one).toBe(other)
})

describe('the name of the device', () => {
  test('is generated once', async () => {
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

describe('session storage', () => {
  test('keeps one run id until the browser restarts', async () => {
    const run = await currentRunId()
    expect(await currentRunId()).toBe(run)
    await fakeBrowser.storage.session.clear()
    expect(await currentRunId()).not.toBe(run)
  })

  test('holds a step that could not be written until it is released', async () => {
    const step = {
      ...stepOf({
        state: attention({ open: spanOf({ start: '2026-11-23T11:00:00Z', ms: 5_000 }) }),
        spans: [spanOf({ start: '2026-11-23T10:00:00Z', ms: 60_000 })],
        dropped: ['desk:1'],
      }),
      isBlind: true,
      lastInputAt: null,
    }
    expect((await readHolding()).held).toBeNull()
    await holdStep(() => step)
    expect((await readHolding()).held).toEqual(step)
    await releaseStep()
    expect((await readHolding()).held).toBeNull()
  })

  test('a deletion reaches the held step, and tells whoever has a copy of it', async () => {
    const gone = spanOf({ surface: 'a.example', start: '2026-11-23T10:00:00Z', ms: 60_000 })
    const stays = spanOf({ surface: 'b.example', start: '2026-11-23T10:01:00Z', ms: 60_000 })
    const open = spanOf({ surface: 'a.example', start: '2026-11-23T10:02:00Z', ms: 5_000 })
    const state = attention({ open, recent: [gone, stays] })
    await holdStep(() => ({
      ...stepOf({ state, spans: [gone, stays] }),
      isBlind: false,
      lastInputAt: null,
    }))
    const before = await readHolding()
    await deleteFromHeld((span) => (span.surface === 'a.example' ? [] : [span]))
    const after = await readHolding()
    expect(after.held?.spans).toEqual([stays])
    expect(after.held?.state).toEqual({ ...state, open: null, recent: [stays] })
    expect(after.deletion).not.toBe(before.deletion)
    await dropHeld()
    expect((await readHolding()).held).toBeNull()
    expect((await readHolding()).deletion).not.toBe(after.deletion)
  })

  test('reports storage trouble when it begins and when it ends', async () => {
    const trouble = { since: 1_795_000_000_000, reason: 'full', detail: 'error_database_full' } as const
    const onChange = vi.fn()
    const stop = watchStorageTrouble(onChange)
    expect(await storageTrouble()).toBeNull()
    await setStorageTrouble(trouble)
    expect(await storageTrouble()).toEqual(trouble)
    await setStorageTrouble(null)
    expect(await storageTrouble()).toBeNull()
    stop()
    await setStorageTrouble(trouble)
    expect(onChange.mock.calls).toEqual([[trouble], [null]])
  })
})
