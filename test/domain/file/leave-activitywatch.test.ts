import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ACTIVITYWATCH_FOOT,
  ACTIVITYWATCH_HEAD,
  activityWatchEvents,
} from '../../../domain/file/leave-activitywatch'
import { dayKey } from '../../../domain/record/sealed-day'
import { seal } from '../../../domain/record/sealing'
import type { Span } from '../../../domain/record/span'
import { placeOf } from '../../../domain/surface/address'
import { leadingAddress } from '../../../domain/surface/leading-address'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { spanOf, spansArbitrary } from '../../fixtures/spans'
import { offsetIn } from '../../fixtures/zone'

interface AwEvent {
  timestamp: string
  duration: number
  data: Record<string, unknown>
}
interface Bucket {
  id: string
  type: string
  client: string
  hostname: string
  created: string
  events: AwEvent[]
}

const names = (browser: 'chrome' | 'firefox' = 'firefox') => ({
  browser,
  addressOf: (surface: string) => leadingAddress(surface, []),
  titleOf: (surface: string) => `Title of ${surface}`,
})

/** The file of some spans, written one day at a time. */
function bucketsOf(spans: readonly Span[], of = names()): Record<string, Bucket> {
  const partsOf = activityWatchEvents(of)
  const lists = new Map<string, string>()
  const days = [...Map.groupBy(spans, dayKey)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const closes = new Set<string>()
  for (const [, ofDay] of days)
    for (const { id, open, items, close } of partsOf([seal(ofDay)])) {
      const before = lists.get(id)
      lists.set(id, before === undefined ? open + items : `${before},\n${items}`)
      closes.add(close)
    }
  const [close = ''] = closes
  const text =
    ACTIVITYWATCH_HEAD + [...lists.values()].map((list) => list + close).join(',\n') + ACTIVITYWATCH_FOOT
  return (JSON.parse(text) as { buckets: Record<string, Bucket> }).buckets
}

const bucketOf = (buckets: Record<string, Bucket>, type: string, hostname = 'zeitwert-desk'): Bucket =>
  Object.values(buckets).find((bucket) => bucket.type === type && bucket.hostname === hostname)!

interface Stretch {
  from: number
  until: number
  what: string
}

const stretchesOf = ({ events }: Bucket, field: string): Stretch[] =>
  events.map(({ timestamp, duration, data }) => {
    const from = Date.parse(timestamp)
    return { from, until: from + Math.round(duration * 1000), what: String(data[field]) }
  })

/** As the tool does before it shows anything: gaps of at most five seconds go to the longer neighbour. */
function filled(stretches: readonly Stretch[]): Stretch[] {
  const result = stretches.map((stretch) => ({ ...stretch }))
  for (const [index, one] of result.entries()) {
    const next = result[index + 1]
    if (!next || next.from - one.until > 5000) continue
    if (one.until - one.from >= next.until - next.from) one.until = next.from
    else next.from = one.until
  }
  return result
}

/** The ms of each address while a program was in front. */
function shownTimes(buckets: Record<string, Bucket>, program: RegExp): Map<string, number> {
  const front = filled(stretchesOf(bucketOf(buckets, 'currentwindow'), 'app'))
  const times = new Map<string, number>()
  for (const { from, until, what } of filled(stretchesOf(bucketOf(buckets, 'web.tab.current'), 'url')))
    for (const window of front) {
      const ms = Math.min(until, window.until) - Math.max(from, window.from)
      if (ms > 0 && program.test(window.what)) times.set(what, (times.get(what) ?? 0) + ms)
    }
  return times
}

describe('an export for ActivityWatch', () => {
  test('has each span as a tab, a window and presence, in the form that its import asks for', () => {
    const span = spanOf({ surface: 'youtube.com/shorts', start: '2026-11-20T08:00:00Z', ms: 90_400 })
    const [timestamp, duration, title] = ['2026-11-20T08:00:00.000Z', 90.4, 'Title of youtube.com/shorts']
    const facts = { client: 'zeitwert', hostname: 'zeitwert-desk', created: timestamp }
    const url = 'https://youtube.com/shorts'
    const ofTab = { url, title, audible: false, incognito: false }
    expect(bucketsOf([span])).toEqual({
      'aw-watcher-window_zeitwert-desk': {
        ...facts,
        id: 'aw-watcher-window_zeitwert-desk',
        type: 'currentwindow',
        events: [{ timestamp, duration, data: { app: 'firefox', title } }],
      },
      'aw-watcher-afk_zeitwert-desk': {
        ...facts,
        id: 'aw-watcher-afk_zeitwert-desk',
        type: 'afkstatus',
        events: [{ timestamp, duration, data: { status: 'not-afk' } }],
      },
      'aw-watcher-web-firefox_zeitwert-desk': {
        ...facts,
        id: 'aw-watcher-web-firefox_zeitwert-desk',
        type: 'web.tab.current',
        events: [{ timestamp, duration, data: ofTab }],
      },
    })
  })

  test('from a browser made of Chromium has its name in buckets and windows', () => {
    const buckets = bucketsOf([spanOf({ start: '2026-11-20T08:00:00Z', ms: 1 })], names('chrome'))
    expect(bucketOf(buckets, 'web.tab.current').id).toBe('aw-watcher-web-chrome_zeitwert-desk')
    expect(bucketOf(buckets, 'currentwindow').events[0]?.data['app']).toBe('Chromium')
  })

  test('of days without anything has no buckets', () => {
    expect(bucketsOf([])).toEqual({})
  })

  test('has buckets for each device, whose names are safe in queries', () => {
    const spans = ['desk', 'aw:"x"_/1'].map((device) =>
      spanOf({ start: '2026-11-20T08:00:00Z', ms: 1000, device }),
    )
    const hosts = Object.values(bucketsOf(spans)).map(({ hostname }) => hostname)
    expect(new Set(hosts)).toEqual(new Set(['zeitwert-desk', 'zeitwert-aw%3A%22x%22_%2F1']))
    expect(hosts).toHaveLength(6)
  })

  test.each([
    ['where the local date is another one', 'Pacific/Auckland', '2026-11-20T12:30:00Z'],
    ['in the hour that comes twice', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
  ])('has instants in UTC %s', (_where, zone, from) => {
    const starts = [Date.parse(from), Date.parse(from) + HOUR_MS]
    const spans = starts.map((start) =>
      spanOf({ start, ms: MINUTE_MS, utcOffsetMinutes: offsetIn(zone)(start) }),
    )
    for (const { events } of Object.values(bucketsOf(spans)))
      expect(events.map(({ timestamp }) => Date.parse(timestamp))).toEqual(starts)
  })

  test('says of a gap of up to five seconds, also at midnight, that the window was another one', () => {
    const start = Date.parse('2026-11-20T22:59:00Z')
    const spans = [
      spanOf({ start, ms: 57_000 }),
      spanOf({ start: start + 62_000, ms: 10_000 }),
      spanOf({ start: start + 72_000, ms: 10_000 }),
      spanOf({ start: start + 87_001, ms: 10_000 }),
    ]
    expect(spans[0]?.day).not.toBe(spans[1]?.day)
    const windows = stretchesOf(bucketOf(bucketsOf(spans), 'currentwindow'), 'app')
    expect(windows.map(({ from, what }) => [from - start, what])).toEqual([
      [0, 'firefox'],
      [57_000, 'unknown'],
      [62_000, 'firefox'],
      [72_000, 'firefox'],
      [87_001, 'firefox'],
    ])
  })
})

test('the time of each page is the recorded one, as written and as ActivityWatch shows it; no events overlap', () => {
  fc.assert(
    fc.property(
      spansArbitrary(),
      fc.constantFrom('chrome' as const, 'firefox' as const),
      (spans, browser) => {
        fc.pre(spans.length > 0)
        const buckets = bucketsOf(spans, names(browser))
        const expected = new Map<string, number>()
        for (const { surface, start, end } of spans) {
          const url = leadingAddress(surface, [])
          expect(placeOf(url, [])?.surface).toBe(surface)
          expected.set(url, (expected.get(url) ?? 0) + end - start)
        }
        const written = new Map<string, number>()
        for (const { from, until, what } of stretchesOf(bucketOf(buckets, 'web.tab.current'), 'url'))
          written.set(what, (written.get(what) ?? 0) + until - from)
        expect(written).toEqual(expected)
        expect(shownTimes(buckets, browser === 'chrome' ? /^chromium/i : /firefox/i)).toEqual(expected)
        for (const bucket of Object.values(buckets)) {
          const stretches = stretchesOf(bucket, 'app')
          for (const [index, { from }] of stretches.entries())
            expect(from).toBeGreaterThanOrEqual(stretches[index - 1]?.until ?? 0)
        }
      },
    ),
  )
})
