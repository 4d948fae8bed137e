import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { db } from '../../../storage/base/db'
import { liveOpenSpan } from '../../../storage/record/live'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(() => {
  fakeBrowser.reset()
  db.close({ disableAutoOpen: false })
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Lets the next `times` attempts to open the database fail as on a full disk. */
function refuse(times: number) {
  const open = vi.spyOn(indexedDB, 'open')
  for (let time = 0; time < times; time += 1) {
    open.mockImplementationOnce(() => {
      const request = { error: new DOMException('the disk is full', 'QuotaExceededError') }
      const event = { preventDefault: () => undefined, stopPropagation: () => undefined, target: request }
      setTimeout(() => (request as unknown as IDBOpenDBRequest).onerror?.(event as never), 1)
      return request as IDBOpenDBRequest
    })
  }
  return open
}

test('each query tries to open the database again until it succeeds', async () => {
  refuse(2)
  const ask = () => db.spans.count()
  await expect(ask()).rejects.toThrow('the disk is full')
  await vi.waitFor(() => expect(db.hasFailed()).toBe(false))
  await expect(ask()).rejects.toThrow('the disk is full')
  await vi.waitFor(() => expect(db.hasFailed()).toBe(false))
  expect(await ask()).toBe(0)
})

test('a live query reports an error if the database does not open', async () => {
  refuse(1)
  const error = vi.fn()
  const { unsubscribe } = liveOpenSpan().subscribe({ next: () => undefined, error })
  await vi.waitFor(() => expect(error).toHaveBeenCalledOnce())
  expect(String(error.mock.calls[0])).toContain('the disk is full')
  unsubscribe()
})
