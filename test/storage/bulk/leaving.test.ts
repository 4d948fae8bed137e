import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import {
  ACTIVITYWATCH_FOOT,
  ACTIVITYWATCH_HEAD,
  activityWatchEvents,
} from '../../../domain/file/leave-activitywatch'
import { TIME_TRACKER_FOOT, timeTrackerHead, timeTrackerRows } from '../../../domain/file/leave-time-tracker'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { exportDayRows, exportLists } from '../../../storage/bulk/export'
import { emptyDatabase } from '../../fixtures/database'
import { ALWAYS, EMPTY, fill, NOW } from '../../fixtures/export'
import { spanOf, spansOfDays } from '../../fixtures/spans'
import { totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
})

/** Three batches of days, the last days not yet sealed. */
const SPANS = spansOfDays(150, '2026-11-23')
const YEAR = { first: '2026-01-01', last: '2026-12-31' }
const summed = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
const recordedMs = (spans = SPANS) => summed(spans.map(({ start, end }) => end - start))

async function rowsOf(range = YEAR): Promise<{ host: string; date: string; focus: number; time: number }[]> {
  const head = timeTrackerHead(NOW)
  const options = { range, head, rowsOf: timeTrackerRows, foot: TIME_TRACKER_FOOT, ...ALWAYS }
  return JSON.parse(await (await exportDayRows(options)).text()).__stat__
}

async function eventsOf(range = YEAR): Promise<{ timestamp: string; duration: number }[][]> {
  const partsOf = activityWatchEvents({
    browser: 'firefox',
    addressOf: (surface) => `https://${surface}/`,
    titleOf: (surface) => surface,
  })
  const frame = { head: ACTIVITYWATCH_HEAD, partsOf, foot: ACTIVITYWATCH_FOOT }
  const file = await exportLists({ range: { ...range, dayStartHour: 4 }, ...frame, ...ALWAYS })
  const { buckets } = JSON.parse(await file.text()) as { buckets: Record<string, { events: never[] }> }
  return Object.values(buckets).map(({ events }) => events)
}

describe('a file for another tool, written in batches,', () => {
  test('has each day and host once, and all time', async () => {
    await fill({ ...EMPTY, spans: SPANS })
    const rows = await rowsOf()
    expect(summed(rows.map(({ focus }) => focus))).toBe(recordedMs())
    expect(new Set(rows.map(({ date, host }) => `${date} ${host}`)).size).toBe(rows.length)
  })

  test('has each span once in each list, in order', async () => {
    await fill({ ...EMPTY, spans: SPANS })
    const lists = await eventsOf()
    expect(lists).toHaveLength(3)
    for (const events of lists) {
      const starts = events.map(({ timestamp }) => timestamp)
      expect(starts).toEqual(SPANS.map(({ start }) => new Date(start).toISOString()).toSorted())
      expect(Math.round(summed(events.map(({ duration }) => duration * 1000)))).toBe(recordedMs())
    }
  })

  test('is valid without anything in it', async () => {
    const none = { first: '2026-05-01', last: '2026-05-31' }
    for (const recorded of [EMPTY, { ...EMPTY, spans: SPANS }]) {
      await fill(recorded)
      expect(await rowsOf(none)).toEqual([])
      expect(await eventsOf(none)).toEqual([])
    }
  })
})

test('days for Time Tracker begin at midnight; days for ActivityWatch when the person’s do', async () => {
  const at = (start: string) => spanOf({ start, ms: MINUTE_MS })
  const [evening, night, morning] = ['2026-11-20T20:00:00Z', '2026-11-21T01:30:00Z', '2026-11-21T08:00:00Z']
  await fill({ ...EMPTY, spans: [evening, night, morning].map((start) => at(start as string)) })
  const range = { first: '2026-11-21', last: '2026-11-21' }
  expect(await rowsOf(range)).toEqual([
    { host: 'example.com', date: '20261121', focus: 2 * MINUTE_MS, time: 2 },
  ])
  const [events = []] = await eventsOf(range)
  expect(events.map(({ timestamp }) => Date.parse(timestamp))).toEqual([Date.parse(morning as string)])
})

test('day totals that count are in the rows for Time Tracker, and in none for ActivityWatch', async () => {
  const span = spanOf({ surface: 'github.com', start: '2026-11-20T10:00:00Z', ms: 10 * MINUTE_MS })
  const totals = [
    totalOf({ source: 'time-tracker', browser: 'this', surface: 'github.com', minutes: 30, opens: 4 }),
    totalOf({ source: 'watt', browser: 'this', surface: 'github.com', minutes: 20, opens: 3 }),
    totalOf({ day: '2026-11-19', surface: 'instagram.com', minutes: 40 }),
  ]
  await fill({ ...EMPTY, spans: [span], totals })
  expect((await rowsOf()).map(({ date, host, focus }) => [date, host, focus / MINUTE_MS])).toEqual([
    ['20261119', 'instagram.com', 40],
    ['20261120', 'github.com', 30],
  ])
  expect((await eventsOf()).map((events) => events.length)).toEqual([1, 1, 1])
})
