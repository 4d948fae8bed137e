import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DAY_MS, HOUR_MS } from '../../domain/local-time'
import { DEFAULT_SETTINGS } from '../../domain/settings'
import { createOffer } from '../../entrypoints/background/offer-statement'
import { db } from '../../storage/db'
import { emptyDatabase } from '../fixtures/database'
import { spanOf } from '../fixtures/spans'

const told = vi.hoisted(() => [] as string[])

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
vi.mock('../../platform/i18n', () => ({ t: (key: string) => key }))
vi.mock('../../platform/local-offset', () => ({ localOffset: () => 0 }))
vi.mock('../../platform/notices', () => ({
  notify: async (_name: string, _title: string, _text: string, page: string) => void told.push(page),
}))

const MONDAY = Date.UTC(2026, 10, 23, 9)
const SETTINGS = { ...DEFAULT_SETTINGS, weekStart: 0 }

const record = (day: string) =>
  db.spans.put(spanOf({ surface: 'a.com', start: `${day}T10:00:00Z`, ms: 60_000, utcOffsetMinutes: 0 }))

let offer = createOffer()

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  told.length = 0
  offer = createOffer()
})

describe('the statement of a week is offered', () => {
  test('when somebody is there after its end, and not again', async () => {
    await record('2026-11-18')
    for (const hours of [0, 1, 30, 100]) await offer(SETTINGS, MONDAY + hours * HOUR_MS)
    expect(told).toEqual(['week/week-2026-11-16'])
  })

  test('once, though the worker was killed in between', async () => {
    await record('2026-11-18')
    await offer(SETTINGS, MONDAY)
    await createOffer()(SETTINGS, MONDAY + HOUR_MS)
    expect(told).toHaveLength(1)
  })

  test('for the last week, after a month in which the browser was closed', async () => {
    await record('2026-11-18')
    await offer(SETTINGS, MONDAY)
    await record('2026-12-16')
    await offer(SETTINGS, MONDAY + 28 * DAY_MS)
    expect(told).toEqual(['week/week-2026-11-16', 'week/week-2026-12-14'])
  })

  test('for a week that was missed, though the ones after it are empty', async () => {
    await record('2026-10-28')
    await offer(SETTINGS, MONDAY)
    await offer(SETTINGS, MONDAY + 2 * DAY_MS)
    expect(told).toEqual(['week/week-2026-10-26'])
  })

  test('by the person’s day: at 3:59 on Monday it is still Sunday', async () => {
    await record('2026-11-18')
    await offer(SETTINGS, Date.UTC(2026, 10, 23, 3, 59))
    expect(told).toEqual([])
    await offer(SETTINGS, Date.UTC(2026, 10, 23, 4))
    expect(told).toHaveLength(1)
  })

  test('by the weekday with which weeks start', async () => {
    await record('2026-11-18')
    await offer({ ...SETTINGS, weekStart: 6 }, Date.UTC(2026, 10, 22, 9))
    expect(told).toEqual(['week/week-2026-11-15'])
  })

  test('of sealed days, too', async () => {
    const { seal } = await import('../../domain/sealing')
    const start = '2026-11-18T10:00:00Z'
    await db.days.put(seal([spanOf({ surface: 'a.com', start, ms: 1000, utcOffsetMinutes: 0 })]))
    await offer(SETTINGS, MONDAY)
    expect(told).toHaveLength(1)
  })
})

describe('none is offered', () => {
  test('where nothing but this week is recorded', async () => {
    await record('2026-11-23')
    await offer(SETTINGS, MONDAY)
    expect(told).toEqual([])
  })

  test('where that is switched off', async () => {
    await record('2026-11-18')
    await offer({ ...SETTINGS, offersStatement: false }, MONDAY)
    expect(told).toEqual([])
  })

  test('again by a clock that is set back', async () => {
    await record('2026-11-18')
    await record('2026-11-10')
    await offer(SETTINGS, MONDAY)
    await offer(SETTINGS, MONDAY - 7 * DAY_MS)
    await offer(SETTINGS, MONDAY + DAY_MS)
    expect(told).toHaveLength(1)
  })
})
