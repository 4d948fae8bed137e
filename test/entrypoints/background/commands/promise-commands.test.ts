import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFAULT_SETTINGS } from '../../../../domain/settings/settings'
import { committedInterval } from '../../../../domain/statement/commitment'
import { DAY_MS, HOUR_MS } from '../../../../domain/time/local-time'
import { promiseCommands } from '../../../../entrypoints/background/commands/promise-commands'
import type { Facts } from '../../../../entrypoints/background/context'
import { db } from '../../../../storage/base/db'
import { promiseOf, SETTLED } from '../../../fixtures/commitments'
import { emptyDatabase, record } from '../../../fixtures/database'
import { spanOf } from '../../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
vi.mock('../../../../platform/local-offset', () => ({ localOffset: () => 60 }))

const least = promiseOf({ kind: 'learning', type: 'least', minutes: 240, dayStartHour: 6 })
const { from } = committedInterval(least, () => 60)
const { week, kind, type, minutes, priceMinor, currency } = least
const TERMS = { week, kind, type, minutes, priceMinor, currency }
const PAGE = { tabId: null }

let now = from - DAY_MS
let looks = 0

const worker = promiseCommands(
  { facts: async () => ({ settings: { ...DEFAULT_SETTINGS, dayStartHour: 6 } }) as Facts },
  async () => void (looks += 1),
  () => now,
)

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  now = from - DAY_MS
  looks = 0
})

const learn = (day: string, hours: number) =>
  record(spanOf({ surface: 'coursera.org', start: `${day}T10:00:00Z`, ms: hours * HOUR_MS }))

test('a promise is made with the start of the day that is set, and can be taken back; each is followed by a look', async () => {
  await worker.promise({ terms: [TERMS] }, PAGE)
  expect(await db.commitments.toArray()).toEqual([{ ...least, madeAt: now }])
  await worker.dropPromise({ id: least.id }, PAGE)
  expect(await db.commitments.count()).toBe(0)
  expect(looks).toBe(2)
})

test('a promise of a week that has begun is refused', async () => {
  now = from
  await expect(worker.promise({ terms: [TERMS] }, PAGE)).rejects.toThrow('error_promise_fixed')
  expect(looks).toBe(0)
})

test('settling early returns how it ended', async () => {
  await db.commitments.put(least)
  await learn('2026-11-24', 3)
  now = from + 3 * DAY_MS
  expect(await worker.settlePromise({ id: least.id }, PAGE)).toMatchObject({
    isEarly: true,
    amountMinor: -2500,
  })
})

describe('the goals of this week', () => {
  beforeEach(async () => {
    await db.commitments.bulkPut([
      least,
      promiseOf(),
      promiseOf({ week: '2026-11-30', type: 'least' }),
      promiseOf({ kind: 'work', type: 'least', settled: SETTLED }),
    ])
    await learn('2026-11-24', 3)
  })

  test('have what is to go; limits, later weeks and settled promises are left out', async () => {
    now = from + 3 * DAY_MS
    expect(await worker.goals(null, PAGE)).toEqual([
      { id: least.id, kind: 'learning', minutes: 240, leftMs: HOUR_MS, share: 0.75 },
    ])
  })

  test('are none outside their week', async () => {
    expect(await worker.goals(null, PAGE)).toEqual([])
  })
})
