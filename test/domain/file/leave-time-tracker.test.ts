import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTimeTracker } from '../../../domain/file/foreign/time-tracker'
import { readForeign } from '../../../domain/file/foreign/recognise'
import {
  calendarDaysOf,
  TIME_TRACKER_FOOT,
  timeTrackerHead,
  timeTrackerRows,
} from '../../../domain/file/leave-time-tracker'
import type { History } from '../../../domain/record/history'
import { settledTotals } from '../../../domain/record/settled-totals'
import { seal } from '../../../domain/record/sealing'
import type { Span } from '../../../domain/record/span'
import { siteOf } from '../../../domain/surface/surface'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import type { Period } from '../../../domain/time/period'
import { spanOf, spansArbitrary } from '../../fixtures/spans'
import { totalOf, totalsArbitrary } from '../../fixtures/totals'
import { offsetIn } from '../../fixtures/zone'

const AT = Date.parse('2026-11-26T12:00:00Z')
const NOVEMBER: Period = { unit: 'dates', first: '2026-11-01', last: '2026-11-30' }

const recorded = (spans: readonly Span[]): History => ({ sealed: [], recent: spans })
const textOf = (history: History, period = NOVEMBER): string =>
  timeTrackerHead(AT) + timeTrackerRows(history, period) + TIME_TRACKER_FOOT

interface Backup {
  __meta__: { version: string; ts: number }
  __stat__: { host: string; date: string; focus: number; time: number }[]
}
const backupOf = (...of: Parameters<typeof textOf>) => JSON.parse(textOf(...of)) as Backup
const rowsOf = (...of: Parameters<typeof textOf>) =>
  backupOf(...of).__stat__.map(({ date, host, focus, time }) => `${date} ${host} ${focus} ${time}`)

describe('a backup for Time Tracker', () => {
  test('has the fields that its import asks for, and nothing else', () => {
    const span = spanOf({ surface: 'github.com', start: '2026-11-20T08:00:00Z', ms: 90_400 })
    expect(backupOf(recorded([span]))).toEqual({
      __meta__: { version: '4.0.0', ts: AT },
      __stat__: [{ host: 'github.com', date: '20261120', focus: 90_400, time: 1 }],
    })
  })

  test('of days without anything has no rows', () => {
    expect(backupOf(recorded([])).__stat__).toEqual([])
    const before = spanOf({ start: '2026-10-31T22:00:00Z', ms: MINUTE_MS })
    expect(backupOf(recorded([before])).__stat__).toEqual([])
  })

  test('has one row for all parts of a site; its visits begin after five minutes elsewhere', () => {
    const at = (surface: string, start: string) => spanOf({ surface, start, ms: MINUTE_MS })
    const spans = [
      at('youtube.com', '2026-11-20T08:00:00Z'),
      at('youtube.com/shorts', '2026-11-20T08:03:00Z'),
      at('file', '2026-11-20T08:04:00Z'),
      at('youtube.com', '2026-11-20T08:20:00Z'),
    ]
    expect(rowsOf(recorded(spans))).toEqual([
      '20261120 __local_files__ 60000 1',
      '20261120 youtube.com 180000 2',
    ])
  })

  test('has days from midnight to midnight: a visit across it has its time on both', () => {
    const spans = [
      spanOf({ start: '2026-11-20T22:50:00Z', ms: 10 * MINUTE_MS }),
      spanOf({ start: '2026-11-20T23:00:00Z', ms: 2 * HOUR_MS }),
    ]
    expect(rowsOf(recorded(spans))).toEqual([
      '20261120 example.com 600000 1',
      '20261121 example.com 7200000 0',
    ])
  })

  test.each([
    ['Pacific/Auckland', '2026-11-20T12:30:00Z', '20261121'],
    ['Pacific/Honolulu', '2026-11-20T09:30:00Z', '20261119'],
    ['Asia/Kathmandu', '2026-11-20T18:20:00Z', '20261121'],
  ])('names the date of the local clock: in %s, %s is %s', (zone, start, date) => {
    const span = spanOf({ start, ms: MINUTE_MS, utcOffsetMinutes: offsetIn(zone)(Date.parse(start)) })
    expect(rowsOf(recorded([span]))).toEqual([`${date} example.com 60000 1`])
  })

  test('has all of a day with 25 hours', () => {
    const offsetAt = offsetIn('Europe/Berlin')
    const midnight = Date.parse('2026-10-24T22:00:00Z')
    const spans = Array.from({ length: 25 }, (_, hour) => {
      const start = midnight + hour * HOUR_MS
      return spanOf({ start, ms: 30 * MINUTE_MS, utcOffsetMinutes: offsetAt(start) })
    })
    const october = { ...NOVEMBER, first: '2026-10-01', last: '2026-10-31' }
    expect(rowsOf({ sealed: [seal(spans)], recent: [] }, october)).toEqual([
      `20261025 example.com ${12.5 * HOUR_MS} 25`,
    ])
  })

  test('gives back what it counted itself: time and page loads of its own day totals', () => {
    const totals = [totalOf({ source: 'time-tracker', surface: 'youtube.com/?', minutes: 10, opens: 7 })]
    const history = { ...recorded([]), totals }
    expect(rowsOf(history)).toEqual(['20261120 youtube.com 600000 7'])
  })

  test('is recognised as its backup', () => {
    const answer = readForeign(
      textOf(recorded([spanOf({ start: '2026-11-20T08:00:00Z', ms: 1 })])),
      '2026-11-26',
    )
    expect(answer).toMatchObject({ tables: [{ source: 'time-tracker', left: [] }] })
  })
})

test.each([
  ['today, at noon', '2026-11-20', '2026-11-20T12:00:00Z', '2026-11-20'],
  ['today, after midnight', '2026-11-20', '2026-11-21T01:00:00Z', '2026-11-21'],
  ['yesterday, after midnight', '2026-11-19', '2026-11-21T01:00:00Z', '2026-11-19'],
])('days until %s (%s at %s) end on the calendar day %s', (_until, last, now, expected) => {
  const at = { at: Date.parse(now), offset: 60, dayStartHour: 4 }
  expect(calendarDaysOf({ first: '2026-11-01', last }, at)).toEqual({ first: '2026-11-01', last: expected })
})

test('read again, a backup has the time of each site and calendar day, day totals once', () => {
  fc.assert(
    fc.property(spansArbitrary(), totalsArbitrary(), fc.boolean(), (spans, totals, isSealed) => {
      const record = isSealed
        ? { sealed: [...Map.groupBy(spans, ({ day }) => day).values()].map(seal), recent: [] }
        : recorded(spans)
      const settled = settledTotals(totals, record, '2026-11-21')
      const expected = new Map<string, number>()
      const add = (day: string, surface: string, ms: number) => {
        const key = `${day} ${siteOf(surface)}`
        expected.set(key, (expected.get(key) ?? 0) + ms)
      }
      for (const { day, surface, start, end } of spans) add(day, surface, end - start)
      for (const { day, surface, ms } of settled) add(day, surface, ms)
      const answer = readTimeTracker(backupOf({ ...record, totals: settled }))
      if (!('tables' in answer)) throw new Error('the backup was refused')
      const [table] = answer.tables
      expect(new Map(table?.times.map(({ day, host, ms }) => [`${day} ${host}`, ms]))).toEqual(expected)
      expect(table?.left).toEqual([])
    }),
  )
})
