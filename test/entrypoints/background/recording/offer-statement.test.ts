import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DAY_MS, HOUR_MS } from '../../../../domain/time/local-time'
import { DEFAULT_SETTINGS } from '../../../../domain/settings/settings'
import { createOffer } from '../../../../entrypoints/background/recording/offer-statement'
import { db } from '../../../../storage/base/db'
import { emptyDatabase } from '../../../fixtures/database'
import { spanOf } from '../../../fixtures/spans'

const offered = vi.hoisted(() => [] as string[])
const world = vi.hoisted(() => ({ isKilled: false }))

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
vi.mock('../../../../platform/i18n', () => ({ preferredLanguage: () => 'de', t: (key: string) => key }))
vi.mock('../../../../platform/local-offset', () => ({ localOffset: () => 0 }))
vi.mock('../../../../platform/notices', () => ({
  notify: async (_name: string, _title: string, _text: string, page: string) => {
    if (world.isKilled) throw new Error('killed')
    offered.push(page)
  },
}))

const MONDAY = Date.UTC(2026, 10, 23, 9)
const SETTINGS = { ...DEFAULT_SETTINGS, weekStart: 0 }

/** The state while the person attends to a page. */
const there = (end: number) => ({
  open: spanOf({
    surface: 'b.com',
    start: new Date(end - 1000).toISOString(),
    ms: 1000,
    utcOffsetMinutes: 0,
  }),
  lastInputAt: null,
})

const record = (day: string) =>
  db.spans.put(spanOf({ surface: 'a.com', start: `${day}T10:00:00Z`, ms: 60_000, utcOffsetMinutes: 0 }))

let offer = createOffer()

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  offered.length = 0
  world.isKilled = false
  offer = createOffer()
})

describe('the statement of a week is offered', () => {
  test('once, when the person is there after its end', async () => {
    await record('2026-11-18')
    for (const hours of [0, 1, 30, 100]) await offer(SETTINGS, there(MONDAY + hours * HOUR_MS))
    expect(offered).toEqual(['week/week-2026-11-16'])
  })

  test('once, even if the worker is killed afterwards', async () => {
    await record('2026-11-18')
    await offer(SETTINGS, there(MONDAY))
    await createOffer()(SETTINGS, there(MONDAY + HOUR_MS))
    expect(offered).toHaveLength(1)
  })

  test('again if the worker was killed before showing it', async () => {
    await record('2026-11-18')
    world.isKilled = true
    await expect(offer(SETTINGS, there(MONDAY))).rejects.toThrow('killed')
    world.isKilled = false
    await createOffer()(SETTINGS, there(MONDAY + HOUR_MS))
    await createOffer()(SETTINGS, there(MONDAY + 2 * HOUR_MS))
    expect(offered).toEqual(['week/week-2026-11-16'])
  })

  test('once, and then the record is not read again', async () => {
    await record('2026-11-18')
    await offer(SETTINGS, there(MONDAY))
    const reading = vi.spyOn(db.spans, 'where')
    await createOffer()(SETTINGS, there(MONDAY + HOUR_MS))
    expect(reading).not.toHaveBeenCalled()
    reading.mockRestore()
  })

  test('for the week of the person’s day: the night after its last evening belongs to it', async () => {
    await db.spans.put(
      spanOf({ surface: 'a.com', start: '2026-11-16T02:00:00Z', ms: 60_000, utcOffsetMinutes: 0 }),
    )
    await offer(SETTINGS, there(MONDAY))
    expect(offered).toEqual(['week/week-2026-11-09'])
  })

  test('on a Monday with a record before the offer', async () => {
    await record('2026-11-18')
    await db.spans.put(
      spanOf({ surface: 'a.com', start: '2026-11-23T05:00:00Z', ms: 60_000, utcOffsetMinutes: 0 }),
    )
    await offer(SETTINGS, there(MONDAY))
    expect(offered).toEqual(['week/week-2026-11-16'])
  })

  test('only within two months', async () => {
    await record('2026-08-19')
    await offer(SETTINGS, there(MONDAY))
    expect(offered).toEqual([])
  })

  test('for the last recorded week, after a month without the browser', async () => {
    await record('2026-11-18')
    await offer(SETTINGS, there(MONDAY))
    await record('2026-12-16')
    await offer(SETTINGS, there(MONDAY + 28 * DAY_MS))
    expect(offered).toEqual(['week/week-2026-11-16', 'week/week-2026-12-14'])
  })

  test('for a missed week even if the weeks after it are empty', async () => {
    await record('2026-10-28')
    await offer(SETTINGS, there(MONDAY))
    await offer(SETTINGS, there(MONDAY + 2 * DAY_MS))
    expect(offered).toEqual(['week/week-2026-10-26'])
  })

  test('when the person’s Monday begins: at 3:59 it is still Sunday', async () => {
    await record('2026-11-18')
    await offer(SETTINGS, there(Date.UTC(2026, 10, 23, 3, 59)))
    expect(offered).toEqual([])
    await offer(SETTINGS, there(Date.UTC(2026, 10, 23, 4)))
    expect(offered).toHaveLength(1)
  })

  test('according to the chosen first day of the week', async () => {
    await record('2026-11-18')
    await offer({ ...SETTINGS, weekStart: 6 }, there(Date.UTC(2026, 10, 22, 9)))
    expect(offered).toEqual(['week/week-2026-11-15'])
  })

  test('if its days are sealed, too', async () => {
    const { seal } = await import('../../../../domain/record/sealing')
    const start = '2026-11-18T10:00:00Z'
    await db.days.put(seal([spanOf({ surface: 'a.com', start, ms: 1000, utcOffsetMinutes: 0 })]))
    await offer(SETTINGS, there(MONDAY))
    expect(offered).toHaveLength(1)
  })
})

describe('no statement is offered', () => {
  test('if only this week is recorded', async () => {
    await record('2026-11-23')
    await offer(SETTINGS, there(MONDAY))
    expect(offered).toEqual([])
  })

  test.each([
    ['no page is in front', { ...there(MONDAY), open: null }],
    ['a video plays while the person is away', { ...there(MONDAY), lastInputAt: MONDAY - HOUR_MS }],
  ])('while %s, but later when the person is back', async (_while, absent) => {
    await record('2026-11-18')
    await offer(SETTINGS, absent)
    expect(offered).toEqual([])
    await offer(SETTINGS, there(MONDAY + HOUR_MS))
    expect(offered).toHaveLength(1)
  })

  test('if offers are switched off', async () => {
    await record('2026-11-18')
    await offer({ ...SETTINGS, offersStatement: false }, there(MONDAY))
    expect(offered).toEqual([])
  })

  test('again after the clock is set back', async () => {
    await record('2026-11-18')
    await record('2026-11-10')
    await offer(SETTINGS, there(MONDAY))
    await offer(SETTINGS, there(MONDAY - 7 * DAY_MS))
    await offer(SETTINGS, there(MONDAY + DAY_MS))
    expect(offered).toHaveLength(1)
  })
})
