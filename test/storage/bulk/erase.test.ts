import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { NEW_FIREWALL_ROW } from '../../../domain/firewall/firewall-state'
import { keyOfTotal } from '../../../domain/record/day-total'
import { HOUR_MS } from '../../../domain/time/local-time'
import type { StoredRule } from '../../../domain/firewall/rule'
import { db } from '../../../storage/base/db'
import { deleteRange, eraseEverything, recordedIn } from '../../../storage/bulk/erase'
import { closedSpans, openSpan } from '../../../storage/record/history'
import { saveBeat, saveStep, sealOldestDay } from '../../../storage/record/ledger'
import { putSampling, readSampling } from '../../../storage/said/ratings'
import { allRows, attention, emptyDatabase, record, stepOf } from '../../fixtures/database'
import { dayChange, keptChanges, putImport } from '../../fixtures/import'
import { ruleOf } from '../../fixtures/rules'
import { heardOf } from '../../fixtures/elsewhere'
import { spanOf } from '../../fixtures/spans'
import { promiseOf } from '../../fixtures/commitments'
import { totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

/** Local time is an hour ahead; the day begins at 4:00. */
const span = (start: string, ms = HOUR_MS) => spanOf({ start, ms })
const before = span('2026-11-20T02:30:00Z') // 3:30 to 4:30: half of it belongs to the day before
const within = span('2026-11-20T12:00:00Z')
const night = span('2026-11-21T02:30:00Z') // 3:30 to 4:30
const after = span('2026-11-22T12:00:00Z')

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  await record(before, within, night, after)
  while ((await sealOldestDay('2026-11-20')) !== null);
})

const times = (spans: { start: number; end: number }[]) => spans.map(({ start, end }) => [start, end])

describe('deleting some days', () => {
  test('cuts spans at the borders of the person’s days, sealed or not', async () => {
    await deleteRange('2026-11-20', '2026-11-20', 4)
    const [cutBefore, cutNight] = [Date.parse('2026-11-20T03:00:00Z'), Date.parse('2026-11-21T03:00:00Z')]
    expect(times(await closedSpans('2026-01-01', '2026-12-31'))).toEqual([
      [before.start, cutBefore],
      [cutNight, night.end],
      [after.start, after.end],
    ])
  })

  test('can first count the spans and their total time', async () => {
    await db.totals.bulkPut([totalOf({ minutes: 30 }), totalOf({ day: '2026-11-21', minutes: 5 })])
    const totals = { count: 1, ms: HOUR_MS / 2 }
    expect(await recordedIn('2026-11-20', '2026-11-20', 4)).toEqual({ spans: 3, ms: 2 * HOUR_MS, totals })
    const nothing = { spans: 0, ms: 0, totals: { count: 0, ms: 0 } }
    expect(await recordedIn('2026-10-01', '2026-10-31', 4)).toEqual(nothing)
  })

  test('deletes the day totals of these dates, also from the backup of the last import', async () => {
    const rows = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map((day) =>
      totalOf({ source: 'webtime', day, minutes: 10 }),
    )
    await db.totals.bulkPut(rows)
    const changes = rows.map((row) => ({ key: keyOfTotal(row), before: undefined, after: row }))
    await putImport({ type: 'rows', store: 'totals', rows: changes })
    await deleteRange('2026-11-20', '2026-11-21', 4)
    const left = [rows[0], rows[3]]
    expect(await db.totals.toArray()).toEqual(left)
    const [, kept] = await keptChanges()
    expect(kept?.rows.map((row: { after: unknown }) => row.after)).toEqual(left)
  })

  test('also deletes from the span in progress and the backup of the last import', async () => {
    const open = span('2026-11-22T14:00:00Z')
    await saveStep(() => stepOf({ state: attention({ open, recent: [after, within] }) }))
    await putImport(dayChange([within, span('2026-11-20T22:00:00Z')], [before]), dayChange([after], []))
    await deleteRange('2026-11-22', '2026-11-22', 4)
    expect(await openSpan()).toBeUndefined()
    expect((await db.state.get('now'))?.recent).toEqual([within])
    const [, untouched, emptied] = await keptChanges()
    expect(untouched).toEqual(dayChange([within, span('2026-11-20T22:00:00Z')], [before]))
    expect(emptied).toMatchObject({ before: null, after: null })
  })

  test('also deletes a span in progress whose checkpoint reaches into the days', async () => {
    const open = { ...span('2026-11-22T02:50:00Z'), end: Date.parse('2026-11-22T02:55:00Z') }
    await saveStep(() => stepOf({ state: attention({ open }) }))
    await saveBeat((state) => ({ ...state, open: { ...open, end: Date.parse('2026-11-22T03:01:00Z') } }))
    await deleteRange('2026-11-22', '2026-11-22', 4)
    expect(await openSpan()).toBeUndefined()
  })

  test('keeps the span in progress on another day', async () => {
    const open = span('2026-11-22T14:00:00Z')
    await saveStep(() => stepOf({ state: attention({ open }) }))
    await deleteRange('2026-11-20', '2026-11-20', 4)
    expect(await openSpan()).toEqual(open)
  })

  test('deletes the ratings of these days, also from the backup of the last import', async () => {
    const rated = (at: string) => ({
      surface: 'example.com',
      at: Date.parse(at),
      worthQuarters: 4,
      utcOffsetMinutes: 60,
    })
    const [early, inside, late] = [
      '2026-11-21T02:59:59Z',
      '2026-11-21T03:00:00Z',
      '2026-11-22T03:00:00Z',
    ].map(rated)
    await db.ratings.bulkAdd([early!, inside!, late!])
    const rows = [early, inside, late].map((rating, key) => ({ key, before: rating, after: undefined }))
    await putImport({ type: 'rows', store: 'ratings', rows })
    await deleteRange('2026-11-21', '2026-11-21', 4)
    expect(await db.ratings.toArray()).toEqual([early, late])
    const [, kept] = await keptChanges()
    expect(kept?.rows).toMatchObject([{ before: early }, { before: late }])
  })

  test('drops the question about a visit that reaches into these days', async () => {
    const { start, end, utcOffsetMinutes } = before
    const question = { surface: 'example.com', start, end, utcOffsetMinutes, ms: HOUR_MS }
    const sampling = { day: '2026-11-20', asked: [0], question }
    await putSampling(sampling)
    await deleteRange('2026-11-21', '2026-11-21', 4)
    expect(await readSampling()).toEqual(sampling)
    await deleteRange('2026-11-19', '2026-11-19', 4)
    expect(await readSampling()).toEqual({ ...sampling, question: null })
  })

  test('logs the number of spans and keeps rules and their use', async () => {
    await db.usage.put({ rule: 'r', day: '2026-11-20', ms: 5, opens: 1, amount: null, currency: null })
    await deleteRange('2026-11-20', '2026-11-21', 4)
    expect(await db.log.toArray()).toEqual([{ at: expect.any(Number), type: 'forget', spans: 3 }])
    expect(await db.usage.count()).toBe(1)
  })
})

describe('erasing everything', () => {
  /** Puts something into every store and into the browser's storage. */
  beforeEach(async () => {
    await saveStep(() => stepOf({ state: attention({ open: span('2026-11-22T14:00:00Z') }) }))
    await db.surfaces.put({ surface: 'example.com', kind: 'work' })
    await db.rates.put({ from: '1970-01-01', amountMinor: 1, currency: 'EUR', hourTypes: null })
    await db.ratings.add({ surface: 'example.com', at: 1, worthQuarters: 2 })
    await db.limits.put({ id: 'r', createdAt: 1, rule: ruleOf({ id: 'r' }), next: null, heals: null })
    await db.usage.put({ rule: 'r', day: '2026-11-20', ms: 5, opens: 1, amount: null, currency: null })
    const pass = { rule: 'r', type: 'minute', day: '2026-11-23', at: 1, until: 2 } as const
    await db.overrides.add({ ...pass, priceMinor: 1, currency: 'EUR' })
    await db.guard.put(NEW_FIREWALL_ROW, 'now')
    await db.log.add({ at: 1, type: 'resume' })
    await db.table('statements').put({ period: '2026-11' })
    await db.totals.put(totalOf({ minutes: 10 }))
    await db.commitments.put(promiseOf())
    const used = { day: '2026-11-20', ms: 5, opens: 1, amount: null, currency: null }
    const rows = ['r', 'gone'].map((rule) => ({ ...used, rule }))
    await db.devices.bulkPut([heardOf({ rows }), heardOf({ device: 'bbbbbbbb', rows: rows.slice(1) })])
    await db.words.put({ id: '0', key: 'rate 1970-01-01', value: {}, stamp: '' })
    await putImport(dayChange([within], []))
    const cleanings = { 'example.com': { interval: 'monthly', done: ['2026-11-20'] } }
    const settings = { currency: 'EUR', cleanings }
    await fakeBrowser.storage.local.set({ settings, device: 'desk', pin: { hash: 'x' } })
  })

  test('starts from a test database with rows in every store', async () => {
    expect(Object.values(await allRows()).filter((rows) => rows.length === 0)).toEqual([])
  })

  test('empties every store and the browser’s storage if there are no limits', async () => {
    await db.limits.clear()
    await eraseEverything()
    expect(Object.values(await allRows()).flat()).toEqual([])
    expect(await fakeBrowser.storage.local.get(null)).toEqual({})
  })

  test('keeps limits, their use here and elsewhere, their state and the PIN, so no allowance is refilled', async () => {
    const { limits, usage, overrides, guard } = await allRows()
    const [desk] = await db.devices.toArray()
    const devices = [{ ...desk, use: { rows: desk?.use.rows.slice(0, 1), sessions: {} } }]
    await eraseEverything()
    const { log, ...left } = await allRows()
    const full = Object.entries(left).filter(([, rows]) => rows.length > 0)
    expect(Object.fromEntries(full)).toEqual({ limits, usage, overrides, guard, devices })
    // That they are known from now on.
    expect(log).toMatchObject((limits ?? []).map((one) => ({ type: 'rule', id: (one as StoredRule).id })))
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ pin: { hash: 'x' } })
  })
})
