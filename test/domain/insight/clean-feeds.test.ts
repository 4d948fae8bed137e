import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CleanFeeds, cleanFeedsOf, linkOn } from '../../../domain/insight/clean-feeds'
import type { Span } from '../../../domain/record/span'
import type { Cleanings } from '../../../domain/settings/cleaning'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { totalOf } from '../../fixtures/totals'
import { scopeOf } from '../../fixtures/scope'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

const at = (surface: string, start: string, minutes: number): Span =>
  spanOf({ surface, start, ms: minutes * MINUTE_MS })

const finding = (spans: readonly Span[], cleanings: Cleanings, facts?: Parameters<typeof scopeOf>[1]) => {
  const scope = scopeOf(spans, facts)
  return cleanFeedsOf(scope, cleanings, scope.history)
}

const found = (spans: readonly Span[], cleanings: Cleanings = {}, facts?: Parameters<typeof scopeOf>[1]) => {
  const feeds = finding(spans, cleanings, facts)
  if ('lacks' in feeds) throw new Error(`It lacks ${feeds.lacks}.`)
  return feeds
}

const sites = ({ feeds }: CleanFeeds) => feeds.map(({ guide }) => guide.site)

describe('the feeds to clean', () => {
  test('are those used for half an hour in eight weeks, the most used first, each with its time in the period', () => {
    const spans = [
      // The eight weeks up to Sunday 22 November begin on 28 September.
      at('youtube.com', '2026-09-27T10:00Z', 300),
      at('youtube.com', '2026-09-28T10:00Z', 20),
      at('youtube.com/shorts', '2026-11-17T10:00Z', 10),
      at('instagram.com', '2026-10-10T10:00Z', 45),
      at('reddit.com', '2026-11-18T10:00Z', 29),
    ]
    const feeds = found(spans)
    expect(feeds.weeks).toEqual({ first: '2026-09-28', last: '2026-11-22' })
    expect(feeds.feeds.map(({ name, timeMs }) => [name, timeMs / MINUTE_MS])).toEqual([
      ['Instagram', 0],
      ['YouTube', 10],
    ])
  })

  test('include those of the phone: day totals count in the time, but not in what changed', () => {
    const spans = [at('youtube.com', '2026-10-05T10:00Z', 60), at('youtube.com', '2026-11-05T10:00Z', 60)]
    const totals = [
      totalOf({ day: '2026-11-18', surface: 'instagram.com', minutes: 240 }),
      totalOf({ day: '2026-11-06', surface: 'youtube.com', minutes: 500 }),
    ]
    const scope = scopeOf(spans, { today: '2026-11-27' })
    const history = { ...scope.history, totals }
    const cleanings = { 'youtube.com': { interval: 'quarterly' as const, done: ['2026-10-29'] } }
    const { feeds } = cleanFeedsOf({ ...scope, history }, cleanings, history) as CleanFeeds
    expect(feeds.map(({ name, timeMs, isUsed }) => [name, timeMs / MINUTE_MS, isUsed])).toEqual([
      ['YouTube', 0, true],
      ['Instagram', 240, true],
    ])
    expect(feeds[0]?.comparisons).toMatchObject([
      { state: 'compared', beforeMs: 15 * MINUTE_MS, afterMs: 15 * MINUTE_MS },
    ])
  })

  test('do not include time in parts that no recommendation fills', () => {
    const spans = [
      at('linkedin.com/messaging', '2026-11-16T10:00Z', 90),
      at('google.com/mail', '2026-11-17T10:00Z', 90),
      at('youtube.com/studio', '2026-11-18T10:00Z', 90),
      at('tiktok.com', '2026-11-19T10:00Z', 30),
    ]
    expect(sites(found(spans))).toEqual(['tiktok.com'])
  })

  test('go by the catalogue, whatever the person calls a part', () => {
    const opinions = [{ surface: 'youtube.com/watch', kind: 'learning' as const }]
    expect(sites(found([at('youtube.com/watch', '2026-11-16T10:00Z', 30)], {}, { opinions }))).toEqual([
      'youtube.com',
    ])
  })

  test('add up country versions, and link to the one used most', () => {
    const spans = [at('amazon.com', '2026-11-16T10:00Z', 10), at('amazon.de', '2026-11-17T10:00Z', 25)]
    const [amazon] = found(spans).feeds
    expect(amazon).toMatchObject({ name: 'Amazon', site: 'amazon.de', timeMs: 35 * MINUTE_MS })
    expect(linkOn(amazon!.guide.steps[0]!.ways[0]!, amazon!)).toBe('https://www.amazon.de/gp/history')
  })

  test('link elsewhere as the guide says, and not at all without a link', () => {
    const spans = [
      at('google.de/search', '2026-11-16T10:00Z', 40),
      at('instagram.com', '2026-11-17T10:00Z', 30),
    ]
    const links = found(spans).feeds.map((feed) => linkOn(feed.guide.steps[0]!.ways[0]!, feed))
    expect(links).toEqual(['https://myadcenter.google.com', null])
  })

  test('cover the whole of a longer period', () => {
    const spans = [at('youtube.com', '2026-02-02T10:00Z', 60), at('youtube.com', '2026-11-16T10:00Z', 40)]
    const period = { unit: 'year', first: '2026-01-01', last: '2026-12-31' } as const
    expect(found(spans, {}, { period }).feeds[0]?.timeMs).toBe(100 * MINUTE_MS)
  })

  test('below half an hour there are none, only what is missing', () => {
    const spans = [at('youtube.com', '2026-11-16T10:00Z', 29), at('x.com', '2026-11-16T11:00Z', 5)]
    expect(finding(spans, {})).toMatchObject({ lacks: 'feeds', have: 29, need: 30 })
    expect(finding([], {})).toMatchObject({ lacks: 'feeds', have: 0, need: 30 })
  })
})

describe('a feed with an interval', () => {
  test('stays listed when it is not used any more, so that the interval can be switched off', () => {
    const spans = [at('youtube.com', '2026-11-16T10:00Z', 40)]
    const cleanings = {
      'x.com': { interval: 'monthly', done: ['2026-10-01'] },
      'tiktok.com': { interval: 'off', done: ['2026-10-01'] },
    } as const
    const { feeds } = found(spans, cleanings)
    expect(feeds.map(({ guide, isUsed, isDue, next }) => [guide.site, isUsed, isDue, next])).toEqual([
      ['youtube.com', true, false, null],
      ['x.com', false, true, '2026-11-01'],
    ])
  })

  test('says what changed after it was cleaned, except for ads, which no time depends on', () => {
    const spans = [
      at('youtube.com', '2026-09-25T10:00Z', 40),
      at('google.com', '2026-09-25T11:00Z', 40),
      at('youtube.com', '2026-10-25T10:00Z', 80),
      at('google.com', '2026-10-25T12:00Z', 80),
    ]
    const cleaning = { interval: 'quarterly', done: ['2026-10-12'] } as const
    const { feeds } = found(spans, { 'youtube.com': cleaning, 'google.com': cleaning })
    const states = Object.fromEntries(feeds.map(({ guide, comparisons }) => [guide.site, comparisons]))
    expect(states).toEqual({
      'google.com': [],
      'youtube.com': [
        {
          state: 'compared',
          cleaned: '2026-10-12',
          beforeMs: 10 * MINUTE_MS,
          afterMs: 20 * MINUTE_MS,
          drift: null,
        },
      ],
    })
  })
})

test('for any spans, no feed is listed below half an hour, and the order of spans does not matter', () => {
  fc.assert(
    fc.property(spansArbitrary(), (spans) => {
      const period = { unit: 'dates', first: '2026-11-16', last: '2026-12-15' } as const
      const scope = scopeOf(spans, { period, today: '2027-01-01' })
      const feeds = cleanFeedsOf(scope, {}, scope.history)
      const reversed = { ...scope, history: { ...scope.history, recent: scope.history.recent.toReversed() } }
      expect(cleanFeedsOf(reversed, {}, reversed.history)).toEqual(feeds)
      if ('lacks' in feeds) expect(feeds.have).toBeLessThan(30)
      else expect(feeds.feeds.every(({ timeMs }) => timeMs >= 30 * MINUTE_MS)).toBe(true)
    }),
  )
})
