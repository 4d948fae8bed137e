import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readLastNudge, writeLastNudge } from '../../../storage/said/last-nudge'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(() => fakeBrowser.reset())

test('the last nudge is read as it was written', async () => {
  expect(await readLastNudge()).toBeNull()
  const last = { name: 'leave', at: 1_795_000_000_000, day: '2026-11-23', count: 2 } as const
  await writeLastNudge(last)
  expect(await readLastNudge()).toEqual(last)
})

test('a spoiled last nudge counts as none', async () => {
  await fakeBrowser.storage.local.set({ lastNudge: { name: 'leave' } })
  expect(await readLastNudge()).toBeNull()
})
