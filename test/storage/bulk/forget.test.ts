import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { HOUR_MS } from '../../../domain/time/local-time'
import { unseal } from '../../../domain/record/sealed-day'
import { siteOf } from '../../../domain/surface/surface'
import { db } from '../../../storage/base/db'
import { deleteHistoryOf, forgetSite, recordedOf } from '../../../storage/bulk/forget'
import { closedSpans } from '../../../storage/record/history'
import { putSampling, readSampling } from '../../../storage/said/ratings'
import type { VisitQuestion } from '../../../domain/statement/sampling'
import { saveStep, sealOldestDay } from '../../../storage/record/ledger'
import { changeSettings, loadSettings } from '../../../storage/said/settings'
import { NEW_FIREWALL_ROW } from '../../../domain/firewall/firewall-state'
import { ruleOf } from '../../fixtures/rules'
import { allRows, attention, emptyDatabase, record, stepOf } from '../../fixtures/database'
import { promiseOf } from '../../fixtures/commitments'
import { connect } from '../../fixtures/devices'
import { heardOf } from '../../fixtures/elsewhere'
import { dayChange, keptChanges, putImport } from '../../fixtures/import'
import { spanOf } from '../../fixtures/spans'
import { totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const SITE = 'gone.example'

const cleaning = { interval: 'monthly', done: ['2026-11-01'] } as const

const span = (surface: string, start: string, device = 'desk') =>
  spanOf({ surface, start, ms: HOUR_MS, device })

const kept = [
  span('kept.example', '2026-11-20T08:00:00Z'),
  span('notgone.example', '2026-11-21T08:00:00Z'),
  span('kept.example', '2026-11-23T08:00:00Z'),
]
const gone = [
  span(SITE, '2026-11-20T09:00:00Z'),
  span(`${SITE}/shorts`, '2026-11-20T10:00:00Z'),
  span(SITE, '2026-11-22T09:00:00Z', 'phone'),
  span(`${SITE}/shorts`, '2026-11-23T09:00:00Z'),
]
const keptTotals = [totalOf({ surface: 'kept.example', minutes: 5 })]
const goneTotals = [
  totalOf({ surface: SITE, minutes: 30 }),
  totalOf({ source: 'webtime', surface: `${SITE}/shorts`, minutes: 60 }),
]
const open = span(SITE, '2026-11-23T10:00:00Z')

/** Fills every store, each that can with something of the site. */
beforeEach(async () => {
  fakeBrowser.reset()
  await changeSettings({ currency: 'CHF', cleanings: { [SITE]: cleaning, 'kept.example': cleaning } })
  await emptyDatabase()
  await record(...kept, ...gone)
  while ((await sealOldestDay('2026-11-22')) !== null);
  await saveStep(() => stepOf({ state: attention({ open, recent: kept.slice(2).concat(gone.slice(3)) }) }))
  await db.surfaces.bulkPut([
    { surface: SITE, kind: 'feed', iconHost: `www.${SITE}`, excluded: 1 },
    { surface: `${SITE}/shorts`, name: 'The pit', split: '/shorts' },
    { surface: 'kept.example', kind: 'work', joined: SITE },
    { surface: 'joined.example', joined: `${SITE}/shorts` },
    { surface: 'notgone.example', kind: 'news', joined: 'kept.example' },
  ])
  await db.ratings.bulkAdd([
    { surface: SITE, at: 1, worthQuarters: 0, drifted: true, utcOffsetMinutes: 60, hour: 9, ms: HOUR_MS },
    { surface: `${SITE}/shorts`, at: 2, worthQuarters: 0 },
    { surface: 'kept.example', at: 3, worthQuarters: 8 },
  ])
  await putSampling({ day: '2026-11-23', asked: [0], question: questionAbout(`${SITE}/shorts`) })
  await db.rates.put({ from: '1970-01-01', amountMinor: 2500, currency: 'EUR', hourTypes: null })
  await db.log.add({ at: 1, type: 'resume' })
  await db.limits.put({ id: 'r', createdAt: 1, rule: ruleOf({ id: 'r' }), next: null, heals: null })
  await db.usage.put({ rule: 'r', day: '2026-11-23', ms: 1000, opens: 1, amount: 1, currency: 'EUR' })
  const pass = { rule: 'r', type: 'minute', day: '2026-11-23', at: 1, until: 2 } as const
  await db.overrides.add({ ...pass, priceMinor: 1, currency: 'EUR' })
  await db.guard.put(NEW_FIREWALL_ROW, 'now')
  await db.table('statements').put({ period: 'week-2026-11-16' })
  await db.commitments.put(promiseOf())
  await db.devices.put(heardOf())
  await db.totals.bulkPut([...keptTotals, ...goneTotals])
  await putImport(
    dayChange([kept[0]!, ...gone.slice(0, 2)], gone.slice(0, 1)),
    { type: 'rows', store: 'surfaces', rows: rowsOf(await db.surfaces.toArray()) },
    { type: 'rows', store: 'ratings', rows: rowsOf(await db.ratings.toArray()) },
    {
      type: 'settings',
      before: { currency: null, cleanings: { [SITE]: cleaning } },
      after: { currency: 'CHF', cleanings: { [SITE]: cleaning, 'kept.example': cleaning } },
    },
    { type: 'rows', store: 'totals', rows: rowsOf(await db.totals.toArray()) },
  )
  await connect('desk', Date.parse('2026-11-23T12:00:00Z'), '2026-11-23')
})

const questionAbout = (surface: string): VisitQuestion => {
  const { start, end, utcOffsetMinutes } = gone[3]!
  return { surface, start, end, utcOffsetMinutes, ms: HOUR_MS }
}

/** Rows that an import removed. */
const rowsOf = (rows: readonly unknown[]) => rows.map((before, key) => ({ key, before, after: undefined }))

const traces = async () => {
  const rows = Object.entries(await allRows())
  const stored = Object.entries(await fakeBrowser.storage.local.get(null))
  return [...rows, ...stored]
    .filter(([, all]) => JSON.stringify(all).includes(`"${SITE}`))
    .map(([store]) => store)
}

describe('forgetting a site', () => {
  test('starts from a test database with the site in every store that can hold it', async () => {
    expect(await traces()).toEqual([
      'spans',
      'days',
      'state',
      'surfaces',
      'ratings',
      'backup',
      'totals',
      'words',
      'settings',
    ])
    const empty = Object.entries(await allRows()).filter(([, rows]) => rows.length === 0)
    expect(empty).toEqual([])
  })

  test('leaves nothing of it in any store, nor in the settings', async () => {
    await forgetSite(SITE)
    expect(await traces()).toEqual([])
  })

  test('keeps everything else', async () => {
    await forgetSite(SITE)
    expect(await closedSpans('2026-01-01', '2026-12-31')).toEqual(kept)
    expect((await db.days.toArray()).flatMap(unseal)).toEqual(kept.slice(0, 2))
    expect((await db.state.get('now'))?.recent).toEqual(kept.slice(2))
    expect(await db.ratings.toArray()).toEqual([{ surface: 'kept.example', at: 3, worthQuarters: 8 }])
    expect(await db.rates.count()).toBe(1)
    expect(await loadSettings()).toMatchObject({ currency: 'CHF', cleanings: { 'kept.example': cleaning } })
    expect(await db.totals.toArray()).toEqual(keptTotals)
  })

  test('keeps everything else in the backup of an import', async () => {
    await forgetSite(SITE)
    const [, day, surfaces, ratings, settings, totals] = await keptChanges()
    expect(settings).toEqual({
      type: 'settings',
      before: { currency: null, cleanings: {} },
      after: { currency: 'CHF', cleanings: { 'kept.example': cleaning } },
    })
    expect(day).toMatchObject(dayChange([kept[0]!], []))
    expect(totals?.rows.map(({ before }: { before: unknown }) => before)).toEqual(keptTotals)
    expect(surfaces?.rows.map(({ before }: { before: unknown }) => before)).toEqual(
      await db.surfaces.toArray(),
    )
    expect(ratings?.rows.map(({ before }: { before: unknown }) => before)).toEqual(await db.ratings.toArray())
  })

  test('removes joins to the site, and opinions that held only such a join', async () => {
    await forgetSite(SITE)
    expect(await db.surfaces.toArray()).toEqual([
      { surface: 'kept.example', kind: 'work' },
      { surface: 'notgone.example', kind: 'news', joined: 'kept.example' },
    ])
  })

  test('logs the number of spans, not the name', async () => {
    await forgetSite(SITE)
    const log = await db.log.toArray()
    expect(log).toEqual([
      { at: 1, type: 'resume' },
      { at: expect.any(Number), type: 'forget', spans: 5 },
    ])
  })

  test('keeps the rules and their use, so no allowance is refilled', async () => {
    const { limits, usage, overrides, guard } = await allRows()
    await forgetSite(SITE)
    expect(await allRows()).toMatchObject({ limits, usage, overrides, guard })
  })

  test('changes nothing the second time', async () => {
    await forgetSite(SITE)
    const { log: _once, ...once } = await allRows()
    await forgetSite(SITE)
    const { log: _twice, ...twice } = await allRows()
    expect(twice).toEqual(once)
  })

  test('drops the question about it, but not about another site', async () => {
    await forgetSite(SITE)
    expect(await readSampling()).toEqual({ day: '2026-11-23', asked: [0], question: null })
    const other = { day: '2026-11-23', asked: [0], question: questionAbout(`not${SITE}`) }
    await putSampling(other)
    await forgetSite(SITE)
    expect(await readSampling()).toEqual(other)
  })

  test('does not match a part of a name', async () => {
    await forgetSite('example')
    await forgetSite('one.example')
    expect(await closedSpans('2026-01-01', '2026-12-31')).toHaveLength(kept.length + gone.length)
  })
})

test('forgetting a country version of a site forgets when the feed of its platform was cleaned', async () => {
  await changeSettings({ cleanings: { 'amazon.com': cleaning, 'youtube.com': cleaning } })
  await forgetSite('amazon.de')
  expect((await loadSettings()).cleanings).toEqual({ 'youtube.com': cleaning })
})

describe("deleting a site's history", () => {
  test('deletes its spans and icon host, but keeps opinions', async () => {
    const said = await db.surfaces.toArray()
    await deleteHistoryOf(SITE)
    expect(await traces()).toEqual(['surfaces', 'ratings', 'backup', 'words', 'settings'])
    const [, day, surfaces, ratings] = await keptChanges()
    expect(day).toMatchObject(dayChange([kept[0]!], []))
    // What was said of a visit stays, without its hour and its length.
    const rated = { surface: SITE, at: 1, worthQuarters: 0, drifted: true, utcOffsetMinutes: 60 }
    expect((await db.ratings.toArray())[0]).toEqual(rated)
    expect(ratings?.rows[0]?.before).toEqual(rated)
    expect((await readSampling())?.question).toBeNull()
    expect(JSON.stringify(surfaces)).not.toContain(`www.${SITE}`)
    const withoutHosts = said.map(({ iconHost, ...opinion }) =>
      siteOf(opinion.surface) === SITE || iconHost === undefined ? opinion : { ...opinion, iconHost },
    )
    expect(await db.surfaces.toArray()).toEqual(withoutHosts)
    expect(await closedSpans('2026-01-01', '2026-12-31')).toEqual(kept)
    expect(await db.totals.toArray()).toEqual(keptTotals)
  })
})

test('what is recorded on a site is counted in sealed and unsealed days', async () => {
  expect(await recordedOf(SITE)).toEqual({
    spans: 4,
    ms: 4 * HOUR_MS,
    totals: { count: 2, ms: 1.5 * HOUR_MS },
  })
  expect(await recordedOf('nothing.example')).toEqual({ spans: 0, ms: 0, totals: { count: 0, ms: 0 } })
})

describe('while the database is blocked', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vi.spyOn(db.state, 'count').mockReturnValue(new Promise(() => undefined) as never)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  test.each<[what: string, work: (site: string) => Promise<unknown>]>([
    ['counting what is recorded', recordedOf],
    ['deleting a history', deleteHistoryOf],
    ['forgetting a site', forgetSite],
  ])('%s rejects after the time limit and deletes nothing', async (_what, work) => {
    const before = await allRows()
    const failed = expect(work(SITE)).rejects.toThrow('database_silent')
    await vi.advanceTimersByTimeAsync(60_000)
    await failed
    expect(await allRows()).toEqual(before)
  })
})
