import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readableHost } from '../../../domain/surface/idn'
import { db } from '../../../storage/base/db'
import { saveBeat, saveStep } from '../../../storage/record/ledger'
import { liveDay, liveOpenSpan, liveSettings, liveTrouble } from '../../../storage/record/live'
import { liveBackupFolder, liveDeviceId } from '../../../storage/record/live-backups'
import { eraseEverything } from '../../../storage/bulk/erase'
import { writeBackupFolder } from '../../../storage/said/backup-folder'
import type { Watchable } from '../../../domain/watchable'
import { changeSurface } from '../../../storage/said/opinions'
import { setStorageTrouble } from '../../../storage/said/session'
import { changeSettings } from '../../../storage/said/settings'
import { attention, emptyDatabase, record, stepOf } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
})

const PATIENCE = { timeout: 10_000 }

/** Watches; `emits` waits until the latest value equals the expected one. */
function watch<Value>(watchable: Watchable<Value>) {
  let latest: { value: Value } | null = null
  const { unsubscribe } = watchable.subscribe({
    next: (value) => {
      latest = { value }
    },
    error: (error) => {
      throw error
    },
  })
  const emits = (value: unknown) => vi.waitFor(() => expect(latest?.value).toEqual(value), PATIENCE)
  return { emits, unsubscribe }
}

const open = spanOf({ surface: 'github.com', start: '2026-11-23T11:00:00Z', ms: 5_000 })

test('the span in progress is emitted with every beat and when it ends', async () => {
  const { emits, unsubscribe } = watch(liveOpenSpan())
  await emits(null)
  await saveStep(() => stepOf({ state: attention({ open }) }))
  await emits(open)
  const longer = { ...open, end: open.end + 5_000 }
  await saveBeat((before) => ({ ...before, open: longer }))
  await emits(longer)
  await saveStep(() => stepOf())
  await emits(null)
  unsubscribe()
})

test("a day's ledger is emitted when a span or an opinion is stored", async () => {
  const nothing = { open: null, spans: [], opinions: [], ratings: new Map(), rates: [] }
  const span = spanOf({ surface: 'xn--mller-kva.de', start: '2026-11-23T10:00:00Z', ms: 60_000 })
  const { emits, unsubscribe } = watch(liveDay('2026-11-23'))
  await emits(nothing)
  await record(span)
  await emits({ ...nothing, spans: [span] })
  expect(readableHost('xn--mller-kva.de')).toBe('müller.de')
  await changeSurface('xn--mller-kva.de', { kind: 'work' })
  await emits({ ...nothing, spans: [span], opinions: [{ surface: 'xn--mller-kva.de', kind: 'work' }] })
  unsubscribe()
})

test("a beat does not emit the day's ledger again", async () => {
  await saveStep(() => stepOf({ state: attention({ open }) }))
  const next = vi.fn()
  const { unsubscribe } = liveDay('2026-11-23').subscribe({ next, error: next })
  await vi.waitFor(() => expect(next).toHaveBeenCalledTimes(1), PATIENCE)
  const beats = watch(liveOpenSpan())
  await saveBeat((before) => ({ ...before, open: { ...open, end: open.end + 1 } }))
  await beats.emits({ ...open, end: open.end + 1 })
  await record(spanOf({ start: '2026-11-23T10:00:00Z', ms: 60_000 }))
  await vi.waitFor(() => expect(next.mock.lastCall?.[0].spans).toHaveLength(1), PATIENCE)
  expect(next).toHaveBeenCalledTimes(2)
  unsubscribe()
  beats.unsubscribe()
})

test('settings and storage trouble are emitted at once and when they change', async () => {
  const settings = vi.fn()
  const watched = liveSettings().subscribe({ next: settings, error: settings })
  await vi.waitFor(() => expect(settings).toHaveBeenCalledTimes(1), PATIENCE)
  await changeSettings({ currency: 'CHF' })
  expect(settings.mock.lastCall?.[0]).toMatchObject({ currency: 'CHF' })
  watched.unsubscribe()

  const trouble = watch(liveTrouble())
  await trouble.emits(null)
  await setStorageTrouble({ since: 1, reason: 'full', detail: 'error_database_full' })
  await trouble.emits({ since: 1, reason: 'full', detail: 'error_database_full' })
  trouble.unsubscribe()
})

test('a database error is reported, not swallowed', async () => {
  const error = vi.fn()
  const get = vi.spyOn(db.state, 'get').mockImplementation(() => {
    throw new Error('blocked')
  })
  const { unsubscribe } = liveOpenSpan().subscribe({ next: vi.fn(), error })
  await vi.waitFor(() => expect(error).toHaveBeenCalled(), PATIENCE)
  expect(String(error.mock.lastCall?.[0])).toContain('blocked')
  get.mockRestore()
  unsubscribe()
})

test('the folder for backups is emitted when it is chosen, forgotten and erased', async () => {
  // Stands in for the browser's own handle, which only a browser can store.
  const chosen = { kind: 'directory', name: 'Sync' } as FileSystemDirectoryHandle
  const { emits, unsubscribe } = watch(liveBackupFolder())
  await emits(null)
  await writeBackupFolder(chosen)
  await emits(chosen)
  await writeBackupFolder(null)
  await emits(null)
  await writeBackupFolder(chosen)
  await emits(chosen)
  await eraseEverything()
  await emits(null)
  unsubscribe()
})

test('after everything was erased, the new name of the device is emitted', async () => {
  await fakeBrowser.storage.local.set({ device: '1a2b3c4d' })
  const { emits, unsubscribe } = watch(liveDeviceId())
  await emits('1a2b3c4d')
  await eraseEverything()
  await emits(expect.not.stringMatching('1a2b3c4d'))
  await emits((await fakeBrowser.storage.local.get('device'))['device'])
  unsubscribe()
})
