import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { extentOf } from '../../../domain/time/period'
import {
  type Grouping,
  GROUPINGS,
  linesWith,
  type Order,
  siteLines,
  sortLines,
  totalOf,
} from '../../../domain/statement/site-lines'
import type { Span } from '../../../domain/record/span'
import { statementOfAccounts } from '../../../domain/statement/statement'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { accountsOf, tally } from '../../../domain/statement/tally'
import { pricing } from '../../../domain/value/hour-price'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

const RATES = [{ from: '1970-01-01', amountMinor: 2533, currency: 'EUR', hourTypes: null }]
const EXTENT = extentOf({ unit: 'dates', first: '2026-11-18', last: '2026-12-20' }, 4)
const profileOf = surfaceBook([{ surface: 'wikipedia.org', worthQuarters: 8 }])

const tallyOf = (spans: readonly Span[]) =>
  tally({ sealed: [], recent: spans }, EXTENT, {
    profileOf,
    priceAt: pricing(RATES, 'EUR', 4),
    dayStartHour: 4,
  })

let hour = 0
const spent = (surface: string, minutes: number): Span =>
  spanOf({
    surface,
    start: Date.parse('2026-11-23T05:00Z') + (hour += 1) * 3_600_000,
    ms: minutes * MINUTE_MS,
  })

const NOW = [
  spent('youtube.com', 30),
  spent('youtube.com/shorts', 20),
  spent('instagram.com', 10),
  spent('whatsapp.com', 15),
  spent('wikipedia.org', 25),
]
const BEFORE = [spent('youtube.com', 10), spent('instagram.com', 40), spent('github.com', 5)]

const lines = (grouping: Grouping) => siteLines(tallyOf(NOW), tallyOf(BEFORE), grouping)
const byName = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)

describe('the lines of sites', () => {
  test.each<[Grouping, [string, number, number][]]>([
    [
      'surfaces',
      [
        ['youtube.com', 30, 10],
        ['wikipedia.org', 25, 0],
        ['youtube.com/shorts', 20, 0],
        ['whatsapp.com', 15, 0],
        ['instagram.com', 10, 40],
        ['github.com', 0, 5],
      ],
    ],
    [
      'sites',
      [
        ['youtube.com', 50, 10],
        ['wikipedia.org', 25, 0],
        ['whatsapp.com', 15, 0],
        ['instagram.com', 10, 40],
        ['github.com', 0, 5],
      ],
    ],
    [
      'kinds',
      [
        ['feed', 60, 50],
        ['learning', 25, 0],
        ['chat', 15, 0],
        ['work', 0, 5],
      ],
    ],
    [
      'owners',
      [
        ['Alphabet', 50, 10],
        ['Meta', 25, 40],
        ['Wikimedia', 25, 0],
        ['Microsoft', 0, 5],
      ],
    ],
  ])(
    'by %s are in order of time, with those that only the period before has at the end',
    (grouping, expected) => {
      expect(
        lines(grouping).map(({ key, timeMs, beforeMs }) => [key, timeMs / MINUTE_MS, beforeMs / MINUTE_MS]),
      ).toEqual(expected)
    },
  )

  test('have zero cost if they have time only in the period before', () => {
    expect(lines('surfaces').at(-1)).toMatchObject({
      key: 'github.com',
      money: { costMinor: 0, returnMinor: 0, netMinor: 0 },
    })
  })

  test('have their opens', () => {
    expect(lines('sites').map(({ opens }) => opens)).toEqual([2, 1, 1, 1, 0])
  })
})

describe('a search', () => {
  test.each([
    ['you shorts', ['youtube.com/shorts']],
    ['YOUTUBE', ['youtube.com', 'youtube.com/shorts']],
    [
      '  ',
      ['youtube.com', 'wikipedia.org', 'youtube.com/shorts', 'whatsapp.com', 'instagram.com', 'github.com'],
    ],
    ['nothing', []],
  ])('for “%s” finds the lines with all its words', (query, expected) => {
    expect(linesWith(lines('surfaces'), query).map(({ key }) => key)).toEqual(expected)
  })

  test('finds an owner by its sites', () => {
    expect(linesWith(lines('owners'), 'instagram').map(({ key }) => key)).toEqual(['Meta'])
  })
})

test.each<[Order, string[]]>([
  [{ column: 'name', isAscending: true }, ['github', 'instagram', 'whatsapp', 'wikipedia', 'youtube']],
  [{ column: 'time', isAscending: true }, ['github', 'instagram', 'whatsapp', 'wikipedia', 'youtube']],
  [{ column: 'opens', isAscending: false }, ['youtube', 'wikipedia', 'whatsapp', 'instagram', 'github']],
  [{ column: 'cost', isAscending: false }, ['youtube', 'wikipedia', 'whatsapp', 'instagram', 'github']],
  [{ column: 'returned', isAscending: false }, ['wikipedia', 'whatsapp', 'youtube', 'instagram', 'github']],
  [{ column: 'net', isAscending: false }, ['wikipedia', 'whatsapp', 'instagram', 'youtube', 'github']],
  [{ column: 'net', isAscending: true }, ['youtube', 'instagram', 'whatsapp', 'wikipedia', 'github']],
  [{ column: 'worth', isAscending: false }, ['wikipedia', 'whatsapp', 'github', 'youtube', 'instagram']],
  // New lines, then +400 %, −75 % and lines without time, as they are shown.
  [{ column: 'change', isAscending: false }, ['wikipedia', 'whatsapp', 'youtube', 'instagram', 'github']],
])('lines are sorted by %j', (order, keys) => {
  expect(sortLines(lines('sites'), order, byName).map(({ key }) => key.split('.')[0])).toEqual(keys)
})

test('lines without a price come after lines with one', () => {
  const [first, ...others] = lines('sites').filter(({ timeMs }) => timeMs > 0)
  const unpriced = { ...first!, money: null }
  const sorted = sortLines([unpriced, ...others], { column: 'cost', isAscending: false }, byName)
  expect(sorted.at(-1)).toBe(unpriced)
})

test('columns add up to the statement, and earlier time to the period before, in every grouping', () => {
  fc.assert(
    fc.property(
      spansArbitrary(),
      spansArbitrary(),
      fc.constantFrom(...GROUPINGS),
      (spans, past, grouping) => {
        const tallies = tallyOf(spans)
        const before = tallyOf(past)
        const found = siteLines(tallies, before, grouping)
        expect(totalOf(found).beforeMs).toBe(statementOfAccounts(accountsOf(before)).total.timeMs)
        const { total } = statementOfAccounts(accountsOf(tallies))
        const sum = totalOf(found)
        expect(sum.timeMs).toBe(total.timeMs)
        if (spans.length > 0) expect(sum.money).toEqual(total.money)
        expect(Math.floor(sum.shownMs / MINUTE_MS)).toBe(Math.floor(total.timeMs / MINUTE_MS))
        const opens = tallies.flatMap(({ parts }) => [...parts.values()].map((part) => part.opens))
        expect(sum.opens).toBe(opens.reduce((all, count) => all + count, 0))
      },
    ),
  )
})
