import { describe, expect, test } from 'vitest'
import { type Change, changesBetween } from '../../../domain/statement/changes'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { statementOf } from '../../../domain/statement/statement'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { pricing } from '../../../domain/value/hour-price'
import { spanOf } from '../../fixtures/spans'

type Minutes = Record<string, number>

const profileOf = surfaceBook([])

function statement(minutes: Minutes, amountMinor: number | null) {
  let start = Date.parse('2026-11-23T05:00Z')
  const spans = Object.entries(minutes).map(([surface, length]) => {
    const span = spanOf({ surface, start, ms: length * MINUTE_MS })
    start = span.end
    return span
  })
  const rates =
    amountMinor === null ? [] : [{ from: '1970-01-01', amountMinor, currency: 'EUR', hourTypes: null }]
  return statementOf(spans, profileOf, pricing(rates, 'EUR', 4))
}

const summaryOf = ({ subject, of, now, before }: Change) => [
  subject.type === 'kind' ? subject.kind : subject.profile.surface,
  of,
  of === 'time' ? before / MINUTE_MS : before,
  of === 'time' ? now / MINUTE_MS : now,
]

const changes = (before: Minutes, now: Minutes, amountMinor: number | null = null) =>
  changesBetween(statement(now, amountMinor), statement(before, amountMinor)).map(summaryOf)

describe('changes in time', () => {
  test.each<[string, Minutes, Minutes, unknown[]]>([
    ['an increase', { 'github.com': 60 }, { 'github.com': 120 }, [['github.com', 'time', 60, 120]]],
    ['a decrease', { 'github.com': 120 }, { 'github.com': 60 }, [['github.com', 'time', 120, 60]]],
    [
      'a new surface',
      { 'github.com': 60 },
      { 'github.com': 60, 'reddit.com': 20 },
      [['reddit.com', 'time', 0, 20]],
    ],
    [
      'a surface without time in the period',
      { 'github.com': 60, 'reddit.com': 20 },
      { 'github.com': 60 },
      [['reddit.com', 'time', 20, 0]],
    ],
    [
      'a kind with changes in several surfaces',
      { 'reddit.com': 60, 'instagram.com': 60 },
      { 'reddit.com': 90, 'instagram.com': 80 },
      [
        ['feed', 'time', 120, 170],
        ['reddit.com', 'time', 60, 90],
      ],
    ],
    [
      'the two largest increases, then the two largest decreases',
      { 'github.com': 100, 'wikipedia.org': 100, 'amazon.com': 100, 'reddit.com': 100, 'whatsapp.com': 30 },
      { 'github.com': 160, 'wikipedia.org': 190, 'amazon.com': 130, 'reddit.com': 50, 'whatsapp.com': 4 },
      [
        ['wikipedia.org', 'time', 100, 190],
        ['github.com', 'time', 100, 160],
        ['reddit.com', 'time', 100, 50],
        ['whatsapp.com', 'time', 30, 4],
      ],
    ],
  ])('show %s', (_, before, now, expected) => {
    expect(changes(before, now)).toEqual(expected)
  })

  test.each<[string, Minutes, Minutes]>([
    ['less than a quarter of an hour', { 'github.com': 20 }, { 'github.com': 34 }],
    ['less than a fifth of the time before', { 'github.com': 600 }, { 'github.com': 700 }],
    [
      'less than a fiftieth of all time',
      { 'github.com': 3000, 'reddit.com': 60 },
      { 'github.com': 3000, 'reddit.com': 110 },
    ],
    ['everything if the period before is empty', {}, { 'github.com': 600 }],
    ['everything if the period itself is empty', { 'github.com': 600 }, {}],
  ])('leave out %s', (_, before, now) => {
    expect(changes(before, now)).toEqual([])
  })
})

describe('changes in net', () => {
  test('show a larger loss beside the time', () => {
    expect(changes({ 'reddit.com': 60 }, { 'reddit.com': 120 }, 3000)).toEqual([
      ['reddit.com', 'time', 60, 120],
      ['reddit.com', 'net', -3000, -6000],
    ])
  })

  test('leave out a surface that breaks even', () => {
    expect(changes({ 'github.com': 60 }, { 'github.com': 120 }, 3000)).toEqual([
      ['github.com', 'time', 60, 120],
    ])
  })

  test('leave out a loss that changed by less than the cost of half an hour', () => {
    expect(changes({ 'reddit.com': 60 }, { 'reddit.com': 85 }, 3000)).toEqual([
      ['reddit.com', 'time', 60, 85],
    ])
  })

  test('are left out if an hour costs nothing', () => {
    expect(changes({ 'reddit.com': 60 }, { 'reddit.com': 120 }, 0)).toEqual([['reddit.com', 'time', 60, 120]])
  })
})
