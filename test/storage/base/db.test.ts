import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Span } from '../../../domain/record/span'
import { database, db } from '../../../storage/base/db'
import { liveOpenSpan } from '../../../storage/record/live'
import { attention } from '../../fixtures/database'
import { heardOf } from '../../fixtures/elsewhere'
import { ruleOf } from '../../fixtures/rules'
import { spanOf } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(() => {
  fakeBrowser.reset()
  db.close()
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Lets the next `times` attempts to open the database fail as on a full disk. */
function refuse(times: number) {
  const open = vi.spyOn(indexedDB, 'open')
  for (let time = 0; time < times; time += 1) {
    open.mockImplementationOnce(() => {
      const error = new DOMException('the disk is full', 'QuotaExceededError')
      const request = Object.assign(new EventTarget(), { error })
      setTimeout(() => request.dispatchEvent(new Event('error')), 1)
      return request as unknown as IDBOpenDBRequest
    })
  }
  return open
}

test('each query tries to open the database again until it succeeds', async () => {
  refuse(2)
  const ask = () => db.spans.count()
  await expect(ask()).rejects.toThrow('the disk is full')
  await expect(ask()).rejects.toThrow('the disk is full')
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

describe('a database of version 3', () => {
  const open = spanOf({ surface: 'github.com', start: '2026-11-23T11:00:00Z', ms: 5_000 })
  const { open: _, ...rest } = attention({ runId: 'earlier' })

  test.each<[what: string, open: Span | null, state: object | null, expected: object | undefined]>([
    ['the span in progress and the state', open, rest, { ...rest, open }],
    ['a state without a span in progress', null, rest, { ...rest, open: null }],
    ['a span in progress without a state', open, null, { open }],
    ['neither', null, null, undefined],
  ])('keeps %s in one row when it is opened', async (_what, span, state, expected) => {
    const name = `upgraded-${_what}`
    const old = new Dexie(name)
    old.version(3).stores({ spans: 'id', open: 'id', state: '' })
    await old.open()
    if (span) await old.table('open').put(span)
    if (state) await old.table('state').put(state, 'now')
    old.close()
    const upgraded = database(name)
    expect(await upgraded.state.get('now')).toEqual(expected)
    expect(upgraded.tables.map((table) => table.name)).not.toContain('open')
    await upgraded.delete()
  })
})

test('a database of version 4 gets the currency of its use from the terms that limits went by', async () => {
  const old = new Dexie('without-currencies')
  old.version(4).stores({ state: '', usage: '[rule+day], day', guard: '' })
  await old.open()
  await old.table('guard').put({ terms: { held: { currency: 'JPY' }, next: null } }, 'now')
  const used = { rule: 'r', ms: 1000, opens: 1 }
  await old.table('usage').bulkPut([
    { ...used, day: '2026-11-23', amount: 12.5 },
    { ...used, day: '2026-11-24', amount: null },
  ])
  old.close()
  const upgraded = database('without-currencies')
  expect(await upgraded.usage.toArray()).toEqual([
    { ...used, day: '2026-11-23', amount: 12.5, currency: 'JPY' },
    { ...used, day: '2026-11-24', amount: null, currency: null },
  ])
  await upgraded.delete()
})

test('a database of version 7 keeps how its rules changed, and gets a store for other devices', async () => {
  const old = new Dexie('without-devices')
  old.version(7).stores({ limits: 'id', log: '++, at', usage: '[rule+day], day', state: '', guard: '' })
  await old.open()
  const rule = ruleOf({ id: 'r' })
  const stored = { id: 'r', createdAt: 1, rule, next: null, heals: null }
  await old.table('limits').put(stored)
  const stood = [1, 2].map((at) => ({ at, type: 'rule', id: 'r', rule: { ...rule, isOn: at === 1 } }))
  await old.table('log').bulkAdd(stood)
  old.close()
  const upgraded = database('without-devices')
  expect(await upgraded.log.toArray()).toEqual(stood)
  expect(await upgraded.limits.toArray()).toEqual([stored])
  await upgraded.devices.put(heardOf())
  expect(await upgraded.devices.count()).toBe(1)
  await upgraded.delete()
})

test('a database of version 6 begins the history of its rules, once', async () => {
  const old = new Dexie('without-history')
  old.version(6).stores({ limits: 'id', log: '++, at', usage: '[rule+day], day', state: '', guard: '' })
  await old.open()
  await old.table('limits').put({ id: 'r', createdAt: 1, rule: ruleOf({ id: 'r' }), next: null, heals: null })
  old.close()
  const upgraded = database('without-history')
  expect(await upgraded.log.toArray()).toMatchObject([{ type: 'rule', id: 'r' }])
  expect(await upgraded.devices.count()).toBe(0)
  await upgraded.delete()
})
