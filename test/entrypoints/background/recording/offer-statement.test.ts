import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DAY_MS, HOUR_MS } from '../../../../domain/time/local-time'
import { DEFAULT_SETTINGS } from '../../../../domain/settings/settings'
import { createOffer } from '../../../../entrypoints/background/recording/offer-statement'
import { db } from '../../../../storage/base/db'
import { emptyDatabase } from '../../../fixtures/database'
import { spanOf } from '../../../fixtures/spans'

const told = vi.hoisted(() => [] as string[])
const world = vi.hoisted(() => ({ isKilled: false }))

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
vi.mock('../../../../platform/i18n', () => ({ t: (key: string) => key }))
vi.mock('../../../../platform/local-offset', () => ({ localOffset: () => 0 }))
vi.mock('../../../../platform/notices', () => ({
  notify: async (_name: string, _title: string, _text: string, page: string) => {
    if (world.isKilled) throw new Error('killed')
    told.push(page)
  },
}))

const MONDAY = Date.UTC(2026, 10, 23, 9)
const SETTINGS = { ...DEFAULT_SETTINGS, weekStart: 0 }

/** A page is in front of somebody. */
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
  told.length = 0
  world.isKilled = false
  offer = createOffer()
})

describe('the statement of a week is offered', () => {
  test('when somebody is there after its end, and not again', async () => {
    await record('2026-11-18')
    for (const hours of [0, 1, 30, 100]) await offer(SETTINGS, there(MONDAY + hours * HOUR_MS))
    expect(told).toEqual(['week/week-2026-11-16'])
  })

  test('once, though the worker was killed in between', async () => {
    await record('2026-11-18')
    await offer(SETTINGS, there(MONDAY))
    await createOffer()(SETTINGS, there(MONDAY + HOUR_MS))
    expect(told).toHaveLength(1)
  })

  test('once more where the worker was killed before it was shown, and then not again', async () => {
    await record('2026-11-18')
    world.isKilled = true
    await expect(offer(SETTINGS, there(MONDAY))).rejects.toThrow('killed')
    world.isKilled = false
    await createOffer()(SETTINGS, there(MONDAY + HOUR_MS))
    await createOffer()(SETTINGS, there(MONDAY + 2 * HOUR_MS))
    expect(told).toEqual(['week/week-2026-11-16'])
  })

  test('without a look at what is recorded where it was offered before', async () => {
    await record('2026-11-18')
    await offer(SETTINGS, there(MONDAY))
    const reading = vi.spyOn(db.spans, 'where')
    await createOffer()(SETTINGS, there(MONDAY + HOUR_MS))
    expect(reading).not.toHaveBeenCalled()
    reading.mockRestore()
  })

  test('by the person’s days: what was read in the night after its last evening belongs to it', async () => {
    await db.spans.put(
      spanOf({ surface: 'a.com', start: '2026-11-16T02:00:00Z', ms: 60_000, utcOffsetMinutes: 0 }),
    )
    await offer(SETTINGS, there(MONDAY))
    expect(told).toEqual(['week/week-2026-11-09'])
  })

  test('on a Monday of which a part was read before the day began', async () => {
    await record('2026-11-18')
    await db.spans.put(
      spanOf({ surface: 'a.com', start: '2026-11-23T05:00:00Z', ms: 60_000, utcOffsetMinutes: 0 }),
    )
    await offer(SETTINGS, there(MONDAY))
    expect(told).toEqual(['week/week-2026-11-16'])
  })

  test('no more where it lies more than two months back', async () => {
    await record('2026-08-19')
    await offer(SETTINGS, there(MONDAY))
    expect(told).toEqual([])
  })

  test('for the last week, after a month in which the browser was closed', async () => {
    await record('2026-11-18')
    await offer(SETTINGS, there(MONDAY))
    await record('2026-12-16')
    await offer(SETTINGS, there(MONDAY + 28 * DAY_MS))
    expect(told).toEqual(['week/week-2026-11-16', 'week/week-2026-12-14'])
  })

  test('for a week that was missed, though the ones after it are empty', async () => {
    await record('2026-10-28')
    await offer(SETTINGS, there(MONDAY))
    await offer(SETTINGS, there(MONDAY + 2 * DAY_MS))
    expect(told).toEqual(['week/week-2026-10-26'])
  })

  test('by the person’s day: at 3:59 on Monday it is still Sunday', async () => {
    await record('2026-11-18')
    await offer(SETTINGS, there(Date.UTC(2026, 10, 23, 3, 59)))
    expect(told).toEqual([])
    await offer(SETTINGS, there(Date.UTC(2026, 10, 23, 4)))
    expect(told).toHaveLength(1)
  })

  test('by the weekday with which weeks start', async () => {
    await record('2026-11-18')
    await offer({ ...SETTINGS, weekStart: 6 }, there(Date.UTC(2026, 10, 22, 9)))
    expect(told).toEqual(['week/week-2026-11-15'])
  })

  test('of sealed days, too', async () => {
    const { seal } = await import('../../../../domain/record/sealing')
    const start = '2026-11-18T10:00:00Z'
    await db.days.put(seal([spanOf({ surface: 'a.com', start, ms: 1000, utcOffsetMinutes: 0 })]))
    await offer(SETTINGS, there(MONDAY))
    expect(told).toHaveLength(1)
  })
})

describe('none is offered', () => {
  test('where nothing but this week is recorded', async () => {
    await record('2026-11-23')
    await offer(SETTINGS, there(MONDAY))
    expect(told).toEqual([])
  })

  test.each([
    ['no page is in front', { ...there(MONDAY), open: null }],
    ['a film runs before nobody', { ...there(MONDAY), lastInputAt: MONDAY - HOUR_MS }],
  ])('while %s, and it is when somebody is there again', async (_while, absent) => {
    await record('2026-11-18')
    await offer(SETTINGS, absent)
    expect(told).toEqual([])
    await offer(SETTINGS, there(MONDAY + HOUR_MS))
    expect(told).toHaveLength(1)
  })

  test('where that is switched off', async () => {
    await record('2026-11-18')
    await offer({ ...SETTINGS, offersStatement: false }, there(MONDAY))
    expect(told).toEqual([])
  })

  test('again by a clock that is set back', async () => {
    await record('2026-11-18')
    await record('2026-11-10')
    await offer(SETTINGS, there(MONDAY))
    await offer(SETTINGS, there(MONDAY - 7 * DAY_MS))
    await offer(SETTINGS, there(MONDAY + DAY_MS))
    expect(told).toHaveLength(1)
  })
})
