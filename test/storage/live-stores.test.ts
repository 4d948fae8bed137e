/** Each live value names all the stores that it reads: else a page shows what was true before. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { seal } from '../../domain/record/sealing'
import type { Watchable } from '../../domain/watchable'
import { announceWritten } from '../../storage/base/changes'
import { db } from '../../storage/base/db'
import { STORE_NAMES, type StoreName } from '../../storage/base/schema'
import { liveFocusRows } from '../../storage/firewall/focus-log'
import { liveRuleChanges } from '../../storage/firewall/limits'
import { livePassesTaken } from '../../storage/firewall/passes-taken'
import { liveCommitments } from '../../storage/record/commitment-times'
import { liveDeviceNames } from '../../storage/record/device-names'
import { liveDevicesOfTotals } from '../../storage/record/device-totals'
import * as surfaces from '../../storage/record/known-surfaces'
import * as live from '../../storage/record/live'
import * as backups from '../../storage/record/live-backups'
import { liveDevices } from '../../storage/record/live-devices'
import * as history from '../../storage/record/live-history'
import { liveWholeDay } from '../../storage/record/live-whole-day'
import { livePromised } from '../../storage/statement/promised'
import { liveFirewallRecord, liveIssued } from '../../storage/statement/statements'
import { promiseOf } from '../fixtures/commitments'
import { attention, emptyDatabase } from '../fixtures/database'
import { heardOf } from '../fixtures/elsewhere'
import { ratingOf } from '../fixtures/ratings'
import { ruleOf } from '../fixtures/rules'
import { sourcesIn } from '../fixtures/sources'
import { DEVICE, spanOf } from '../fixtures/spans'
import { LAPTOP, totalFrom, totalOf } from '../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const DAY = '2026-11-23'
const EARLIER = '2026-11-20'
const without = new Set([DEVICE])
/** How often to look, ms: each value is waited for a dozen times. */
const OFTEN = { interval: 2 }

/** Each exported name that begins with `live`, with arguments that make it read all that it may read. */
const LIVE: Record<string, () => Watchable<unknown>> = {
  liveFocusRows: () => liveFocusRows(0, Date.now()),
  liveRuleChanges,
  livePassesTaken,
  liveCommitments,
  liveDeviceNames,
  liveDevicesOfTotals,
  liveSealedTimes: () => surfaces.liveSealedTimes(),
  liveRecentTimes: () => surfaces.liveRecentTimes(),
  liveTotalTimes: () => surfaces.liveTotalTimes(),
  liveOpinions: surfaces.liveOpinions,
  liveRates: surfaces.liveRates,
  liveRatings: surfaces.liveRatings,
  liveAsked: surfaces.liveAsked,
  liveSettings: live.liveSettings,
  liveTrouble: live.liveTrouble,
  liveOpenSpan: live.liveOpenSpan,
  liveCheckpoint: live.liveCheckpoint,
  liveDay: () => live.liveDay(DAY),
  liveBackupMark: backups.liveBackupMark,
  liveBackupFolder: backups.liveBackupFolder,
  liveDeviceId: backups.liveDeviceId,
  liveDevices: () => liveDevices('Desk'),
  liveSealedDays: () => history.liveSealedDays(EARLIER, DAY),
  liveRecentSpans: () => history.liveRecentSpans(EARLIER, DAY),
  liveTotals: () => history.liveTotals(EARLIER, DAY),
  liveFirstDay: () => history.liveFirstDay(without),
  liveFirstMeasuredDay: () => history.liveFirstMeasuredDay(without),
  liveWholeDay: () => liveWholeDay(DAY, without),
  livePromised: () => livePromised(EARLIER, DAY),
  liveFirewallRecord: () => liveFirewallRecord(EARLIER, DAY),
  liveIssued: () => liveIssued('week-2026-11-16'),
}

/** Rows of every store, also those that are read only if others say so: totals of an unsure browser, passes of now. */
async function fill(): Promise<void> {
  const [span, before] = [DAY, EARLIER].map((day) => spanOf({ start: `${day}T11:00:00Z`, ms: 60_000 }))
  const rule = { id: 'r', createdAt: 1, rule: ruleOf({ id: 'r' }), next: null, heals: null }
  await db.spans.put(span!)
  await db.days.put(seal([before!]))
  await db.state.put(attention({ open: spanOf({ start: `${DAY}T12:00:00Z`, ms: 1 }) }), 'now')
  await db.surfaces.bulkPut([{ surface: 'example.com', joined: 'example.org' }, { surface: 'example.org' }])
  await db.rates.put({ from: '2026-01-01', amountMinor: 2500, currency: 'EUR', hourTypes: null })
  await db.ratings.put(ratingOf({ surface: 'example.com' }))
  await db.limits.put(rule)
  await db.usage.put({ rule: 'r', day: DAY, ms: 1, opens: 1, amount: null, currency: null })
  const at = Date.now()
  const until = at + 1
  await db.overrides.put({ rule: 'r', type: 'minutes', day: DAY, at, until, priceMinor: null } as never)
  await db.statements.put({ period: 'week-2026-11-16', issuedAt: 1 } as never)
  for (const day of [EARLIER, DAY])
    await db.totals.bulkPut([
      totalFrom(LAPTOP, { day, minutes: 5 }),
      totalOf({ source: 'stayfree', day, minutes: 5, browser: 'unsure' }),
    ])
  await db.log.bulkAdd([
    { at: 1, type: 'ask' },
    { at: 2, type: 'rule', id: 'r', rule: rule.rule },
  ])
  await db.commitments.put(promiseOf())
  await db.devices.put(heardOf())
}

/** Lets what follows from a change begin: it waits for promises alone. */
const settled = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve)
  })

let unsubscribe = () => {}
beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  await fill()
})
afterEach(() => {
  unsubscribe()
  vi.restoreAllMocks()
})

/** The stores that a live value reads, and those after whose change it asks again. */
async function storesOf(watchable: Watchable<unknown>) {
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const [next, error] = [vi.fn(), vi.fn()]
  const subscription = watchable.subscribe({ next, error })
  unsubscribe = () => subscription.unsubscribe()
  await vi.waitFor(() => expect(next).toHaveBeenCalled(), OFTEN)
  const read = new Set(begun.mock.calls.flatMap(([stores]) => stores as StoreName[]))
  const asked: StoreName[] = []
  for (const store of STORE_NAMES) {
    const [answers, transactions] = [next.mock.calls.length, begun.mock.calls.length]
    announceWritten([store])
    await settled()
    if (begun.mock.calls.length === transactions) continue
    asked.push(store)
    await vi.waitFor(() => expect(next.mock.calls.length).toBeGreaterThan(answers), OFTEN)
  }
  expect(error).not.toHaveBeenCalled()
  return { read: [...read].toSorted(), asked: asked.toSorted() }
}

describe('each live value asks again after a change of every store that it reads, and of no other', () => {
  test.each(Object.entries(LIVE))('%s', async (_name, watch) => {
    const { read, asked } = await storesOf(watch())
    expect(asked).toEqual(read)
  })

  test('which shows in this test if one is not named', async () => {
    const { live: liveQuery } = await import('../../storage/base/live-query')
    const forgetful = liveQuery([db.spans], () => Promise.all([db.spans.count(), db.days.count()]))
    expect(await storesOf(forgetful)).toEqual({ read: ['days', 'spans'], asked: ['spans'] })
  })
})

describe('the sources', () => {
  const texts = sourcesIn(dirname(dirname(import.meta.dirname)), 'storage')
    .filter((path) => !path.startsWith('storage/base/'))
    .map((path) => readFileSync(`${dirname(dirname(import.meta.dirname))}/${path}`, 'utf8'))

  test('export no live value that is not tried here', () => {
    const names = texts.flatMap((text) =>
      [...text.matchAll(/^export (?:const|(?:async )?function) (live\w+)/gm)].map(([, name]) => name),
    )
    expect(names.length).toBeGreaterThan(20)
    expect(names.toSorted()).toEqual(Object.keys(LIVE).toSorted())
  })

  test('ask live queries only in values that are exported by such a name', () => {
    const within = texts.flatMap((text) =>
      [...text.matchAll(/\blive\(/g)].map(({ index }) => {
        const declared = text.slice(0, index).matchAll(/^(export )?(?:const|(?:async )?function\*?) (\w+)/gm)
        return [...declared].at(-1)?.slice(1).join('') ?? ''
      }),
    )
    expect(within.length).toBeGreaterThan(20)
    expect(within.filter((name) => !name.startsWith('export live'))).toEqual([])
  })
})
