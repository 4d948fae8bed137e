import { describe, expect, test } from 'vitest'
import { type Change, changesBetween } from '../../../domain/statement/changes'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { statementOf } from '../../../domain/statement/statement'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { pricing } from '../../../domain/value/valuation'
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

const told = ({ subject, of, now, before }: Change) => [
  subject.type === 'kind' ? subject.kind : subject.profile.surface,
  of,
  of === 'time' ? before / MINUTE_MS : before,
  of === 'time' ? now / MINUTE_MS : now,
]

const changes = (before: Minutes, now: Minutes, amountMinor: number | null = null) =>
  changesBetween(statement(now, amountMinor), statement(before, amountMinor)).map(told)

describe('in time', () => {
  test.each<[string, Minutes, Minutes, unknown[]]>([
    ['what rose', { 'github.com': 60 }, { 'github.com': 120 }, [['github.com', 'time', 60, 120]]],
    ['what fell', { 'github.com': 120 }, { 'github.com': 60 }, [['github.com', 'time', 120, 60]]],
    [
      'what is new',
      { 'github.com': 60 },
      { 'github.com': 60, 'reddit.com': 20 },
      [['reddit.com', 'time', 0, 20]],
    ],
    [
      'what is gone',
      { 'github.com': 60, 'reddit.com': 20 },
      { 'github.com': 60 },
      [['reddit.com', 'time', 20, 0]],
    ],
    [
      'a kind where several surfaces of it moved',
      { 'reddit.com': 60, 'instagram.com': 60 },
      { 'reddit.com': 90, 'instagram.com': 80 },
      [
        ['feed', 'time', 120, 170],
        ['reddit.com', 'time', 60, 90],
      ],
    ],
    [
      'what rose before what fell, the most first, and two of each',
      { 'github.com': 100, 'wikipedia.org': 100, 'amazon.com': 100, 'reddit.com': 100, 'whatsapp.com': 30 },
      { 'github.com': 160, 'wikipedia.org': 190, 'amazon.com': 130, 'reddit.com': 50, 'whatsapp.com': 4 },
      [
        ['wikipedia.org', 'time', 100, 190],
        ['github.com', 'time', 100, 160],
        ['reddit.com', 'time', 100, 50],
        ['whatsapp.com', 'time', 30, 4],
      ],
    ],
  ])('%s is told', (_, before, now, expected) => {
    expect(changes(before, now)).toEqual(expected)
  })

  test.each<[string, Minutes, Minutes]>([
    ['less than a quarter of an hour', { 'github.com': 20 }, { 'github.com': 34 }],
    ['less than a fifth of what was before', { 'github.com': 600 }, { 'github.com': 700 }],
    [
      'less than a fiftieth of all time',
      { 'github.com': 3000, 'reddit.com': 60 },
      { 'github.com': 3000, 'reddit.com': 110 },
    ],
    ['anything where the period before is empty', {}, { 'github.com': 600 }],
    ['anything where the period itself is empty', { 'github.com': 600 }, {}],
  ])('%s is not told', (_, before, now) => {
    expect(changes(before, now)).toEqual([])
  })
})

describe('in net', () => {
  test('a loss that grew is told beside the time', () => {
    expect(changes({ 'reddit.com': 60 }, { 'reddit.com': 120 }, 3000)).toEqual([
      ['reddit.com', 'time', 60, 120],
      ['reddit.com', 'net', -3000, -6000],
    ])
  })

  test('what breaks even does not move', () => {
    expect(changes({ 'github.com': 60 }, { 'github.com': 120 }, 3000)).toEqual([
      ['github.com', 'time', 60, 120],
    ])
  })

  test('a loss that moved by less than half an hour costs is not told', () => {
    expect(changes({ 'reddit.com': 60 }, { 'reddit.com': 85 }, 3000)).toEqual([
      ['reddit.com', 'time', 60, 85],
    ])
  })

  test('nothing is told where hours have no price', () => {
    expect(changes({ 'reddit.com': 60 }, { 'reddit.com': 120 }, 0)).toEqual([['reddit.com', 'time', 60, 120]])
  })
})
