/** The browser replaces a damaged database by an empty one, and says nothing. */
import { Dexie } from 'dexie'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { limitsCopy } from '../../../domain/firewall/limits-copy'
import { NEW_FIREWALL_ROW } from '../../../domain/firewall/firewall-state'
import { byUsageKey, emptyRow } from '../../../domain/firewall/usage-row'
import { database, db } from '../../../storage/base/db'
import { eraseEverything } from '../../../storage/bulk/erase'
import { watchForLoss } from '../../../storage/bulk/recover'
import { writeLimitsCopy } from '../../../storage/firewall/limits-copy'
import { deviceId } from '../../../storage/said/device'
import { readLoss, writeLoss } from '../../../storage/said/loss'
import { MORNING } from '../../fixtures/guarded-world'
import { ruleOf, TERMS } from '../../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const lost = vi.fn()
const reported = vi.fn()
watchForLoss(lost, reported)

/** A new start of the browser: the database is opened again. */
async function start(): Promise<void> {
  db.close()
  await db.open()
}

const damage = async (): Promise<void> => {
  db.close()
  await Dexie.delete('zeitwert')
}

beforeEach(async () => {
  await damage()
  fakeBrowser.reset()
  lost.mockClear()
  reported.mockClear()
  await start()
  await deviceId()
})

const rule = ruleOf({ id: 'r' })
const row = { ...emptyRow('r', '2026-11-23'), ms: 5 }
const stored = { id: 'r', createdAt: MORNING, rule, next: null, heals: null }
const opinions = [{ surface: 'a.com', excluded: 0 }]
const copy = limitsCopy(
  {
    state: { ...NEW_FIREWALL_ROW, terms: { held: { ...TERMS, opinions }, next: null } },
    rules: [stored],
    usage: byUsageKey([row]),
    passes: [],
  },
  MORNING,
)

test('the first start, and every other one, loses nothing', async () => {
  await start()
  expect(await readLoss()).toBeNull()
  expect(reported).not.toHaveBeenCalled()
})

test('an empty database in place of a known one is a loss, and no more once it is acknowledged', async () => {
  await damage()
  await start()
  expect(await readLoss()).toMatchObject({ of: 'record', hasLimits: false })
  expect(lost).toHaveBeenCalledOnce()
  await writeLoss(null)
  await start()
  expect(await readLoss()).toBeNull()
})

test('it is noticed even if a page made the new database first', async () => {
  await damage()
  const page = database()
  await page.open()
  page.close()
  await start()
  expect(await readLoss()).toMatchObject({ of: 'record' })
})

test('limits go on from their copy, with the rates and opinions that they go by', async () => {
  await writeLimitsCopy(copy)
  await damage()
  await start()
  expect(await readLoss()).toMatchObject({ of: 'record', hasLimits: true })
  expect(await db.limits.toArray()).toEqual([stored])
  expect(await db.usage.toArray()).toEqual([row])
  expect(await db.rates.toArray()).toEqual(TERMS.rates)
  expect((await db.surfaces.get('a.com'))?.excluded).toBeGreaterThan(0)
  expect(await db.guard.get('now')).toMatchObject({ terms: { held: { opinions } } })
})

test('a copy takes nothing from a database that has limits', async () => {
  const newer = { ...stored, createdAt: MORNING + 1 }
  await db.limits.put(newer)
  await writeLimitsCopy(copy)
  await db.table('state').delete('used')
  await start()
  expect(await db.limits.toArray()).toEqual([newer])
})

test('erasing everything is no loss, nor is the start after it', async () => {
  await eraseEverything()
  await start()
  await start()
  expect(await readLoss()).toBeNull()
  expect(lost).not.toHaveBeenCalled()
})

test('an erasure that keeps limits keeps their copy', async () => {
  await db.limits.put(stored)
  await writeLimitsCopy(copy)
  await eraseEverything()
  await start()
  await damage()
  await start()
  expect(await db.limits.count()).toBe(1)
})

test('the loss of the settings alone is told, and the record stays', async () => {
  await db.rates.bulkPut([...TERMS.rates])
  await fakeBrowser.storage.local.clear()
  await start()
  expect(await readLoss()).toMatchObject({ of: 'settings' })
  expect(await db.rates.count()).toBe(1)
})

test('a disk that is full at that moment keeps the loss on record, and limits come with the next start', async () => {
  await writeLimitsCopy(copy)
  await damage()
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError')
  })
  await start()
  full.mockRestore()
  expect(reported).toHaveBeenCalled()
  expect(await readLoss()).toMatchObject({ of: 'record', hasLimits: true })
  await start()
  expect(await db.limits.count()).toBe(1)
})
