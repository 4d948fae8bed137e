import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { saveBeat, saveStep } from '../../../storage/record/ledger'
import { inTime } from '../../../storage/base/in-time'
import { exclusively } from '../../../storage/base/lock'
import { allRows, attention, emptyDatabase, stepOf } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  await emptyDatabase()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => vi.useRealTimers())

describe('work on the database', () => {
  test('finished in time returns its result and leaves no timer behind', async () => {
    expect(await inTime(async (isLate) => isLate())).toBe(false)
    await vi.advanceTimersByTimeAsync(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('failing in time rejects with its own error', async () => {
    await expect(inTime(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    await vi.advanceTimersByTimeAsync(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([
    ['the usual limit', 60_000, true, undefined],
    ['a limit of 500 ms', 499, false, 500],
    ['a limit of 500 ms', 500, true, 500],
  ])('with %s is late after %d ms: %s', async (_what, ms, late, limitMs) => {
    let isLate: () => boolean = () => false
    const failed = vi.fn()
    inTime((asked) => {
      isLate = asked
      return new Promise(() => undefined)
    }, limitMs).catch(failed)
    await vi.advanceTimersByTimeAsync(ms)
    expect(isLate()).toBe(late)
    expect(failed).toHaveBeenCalledTimes(late ? 1 : 0)
  })
})

describe('a write that timed out is not made later', () => {
  const open = spanOf({ start: '2026-11-23T11:00:00Z', ms: 5_000 })
  const longer = attention({ open: { ...open, end: open.end + 5_000 } })

  test.each<[what: string, write: () => Promise<unknown>]>([
    ['a step', () => saveStep(() => stepOf({ state: longer, spans: [open] }))],
    ['a beat', () => saveBeat(() => longer)],
  ])('%s that waited too long for the lock', async (_what, write) => {
    await saveStep(() => stepOf({ state: attention({ open }) }))
    const before = await allRows()
    let finish: () => void = () => undefined
    const other = exclusively(() => new Promise<void>((done) => (finish = done)))
    const given = expect(write()).rejects.toThrow('database_silent')
    await vi.advanceTimersByTimeAsync(60_000)
    await given
    finish()
    await other
    await exclusively(async () => undefined)
    expect(await allRows()).toEqual(before)
  })
})
