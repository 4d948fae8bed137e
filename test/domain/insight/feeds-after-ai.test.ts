import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedsAfterAi } from '../../../domain/insight/feeds-after-ai'
import type { Span } from '../../../domain/record/span'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { scopeOf } from '../../fixtures/scope'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

/** `[surface, first minute, last minute]` after 10:00 UTC on Tuesday, on one device. */
type Row = [surface: string, from: number, until: number]

const TEN = Date.parse('2026-11-17T10:00Z')

const spansFrom = (rows: readonly Row[], device = 'desk', start = TEN): Span[] =>
  rows.map(([surface, from, until]) =>
    spanOf({ surface, start: start + from * MINUTE_MS, ms: (until - from) * MINUTE_MS, device }),
  )

const visits = (spans: readonly Span[]) =>
  feedsAfterAi(scopeOf(spans)).map(({ from, to, timeMs }) => [from.name, to.surface, timeMs / MINUTE_MS])

describe('a visit to a feed counts', () => {
  test('if it begins within 5 min of leaving an AI tool, with its day, time and length', () => {
    const rows: Row[] = [
      ['chatgpt.com', 0, 10],
      ['reddit.com', 15, 35],
      ['claude.ai', 60, 70],
      ['netflix.com', 70, 100],
    ]
    expect(visits(spansFrom(rows))).toEqual([
      ['ChatGPT', 'reddit.com', 20],
      ['Claude', 'netflix.com', 30],
    ])
    expect(feedsAfterAi(scopeOf(spansFrom(rows)))[0]).toMatchObject({
      day: '2026-11-17',
      localMs: Date.parse('2026-11-17T11:15Z'),
    })
  })

  test('with all its spans, whatever comes in between', () => {
    const rows: Row[] = [
      ['chatgpt.com', 0, 10],
      ['github.com', 10, 12],
      ['reddit.com', 12, 20],
      ['github.com', 20, 24],
      ['reddit.com', 24, 30],
      ['reddit.com', 40, 50],
    ]
    expect(visits(spansFrom(rows))).toEqual([['ChatGPT', 'reddit.com', 14]])
  })

  test('on the person’s day: after midnight on the day before', () => {
    const spans = spansFrom(
      [
        ['chatgpt.com', 0, 10],
        ['reddit.com', 10, 20],
      ],
      'desk',
      TEN + 15 * 60 * MINUTE_MS,
    )
    expect(feedsAfterAi(scopeOf(spans))).toMatchObject([{ day: '2026-11-17' }])
  })

  test('once if it goes on past the start of the next day', () => {
    const spans = spansFrom(
      [
        ['chatgpt.com', 0, 5],
        ['reddit.com', 5, 30],
      ],
      'desk',
      Date.parse('2026-11-18T02:50Z'),
    )
    expect(visits(spans)).toEqual([['ChatGPT', 'reddit.com', 25]])
  })

  test('if the AI tool was left just before the period began', () => {
    const spans = spansFrom(
      [
        ['chatgpt.com', 0, 8],
        ['reddit.com', 11, 20],
      ],
      'desk',
      Date.parse('2026-11-16T02:50Z'),
    )
    expect(visits(spans)).toEqual([['ChatGPT', 'reddit.com', 9]])
  })
})

describe('a visit to a feed does not count', () => {
  test.each<[string, Row[]]>([
    [
      'more than 5 min after the AI tool',
      [
        ['chatgpt.com', 0, 10],
        ['reddit.com', 15.1, 20],
      ],
    ],
    [
      'before the AI tool',
      [
        ['reddit.com', 0, 10],
        ['chatgpt.com', 10, 20],
      ],
    ],
    [
      'that was going on before the AI tool',
      [
        ['reddit.com', 0, 10],
        ['chatgpt.com', 10, 13],
        ['reddit.com', 13, 20],
      ],
    ],
    [
      'if it is no feed',
      [
        ['chatgpt.com', 0, 10],
        ['github.com', 10, 20],
      ],
    ],
  ])('%s', (_when, rows) => {
    expect(visits(spansFrom(rows))).toEqual([])
  })

  test('after an AI tool on another device', () => {
    const spans = [...spansFrom([['chatgpt.com', 0, 10]], 'laptop'), ...spansFrom([['reddit.com', 11, 20]])]
    expect(visits(spans)).toEqual([])
  })

  test('if it began before the period', () => {
    const spans = spansFrom(
      [
        ['chatgpt.com', 0, 5],
        ['reddit.com', 5, 30],
      ],
      'desk',
      Date.parse('2026-11-16T02:50Z'),
    )
    expect(visits(spans)).toEqual([])
  })
})

test('for any spans, visits lie in the period in order of time, and the order of spans does not matter', () => {
  const withAi = spansArbitrary(120).map((spans) =>
    spans.map((span) =>
      span.surface === 'example.com'
        ? spanOf({ ...span, surface: 'chatgpt.com', ms: span.end - span.start })
        : span,
    ),
  )
  fc.assert(
    fc.property(withAi, (spans) => {
      const { history, ...scope } = scopeOf(spans, {
        period: { unit: 'dates', first: '2026-11-16', last: '2026-11-30' },
      })
      const found = feedsAfterAi({ ...scope, history })
      expect(feedsAfterAi({ ...scope, history: { ...history, recent: spans.toReversed() } })).toEqual(found)
      expect(found.map(({ localMs }) => localMs)).toEqual(
        found.map(({ localMs }) => localMs).toSorted((a, b) => a - b),
      )
      for (const { from, to, timeMs, localMs } of found) {
        expect(from.kind).toBe('ai')
        expect(['feed', 'video']).toContain(to.kind)
        expect(timeMs).toBeGreaterThan(0)
        expect(localMs).toBeGreaterThanOrEqual(scope.extent.from)
        expect(localMs).toBeLessThan(scope.extent.until)
      }
    }),
  )
})
