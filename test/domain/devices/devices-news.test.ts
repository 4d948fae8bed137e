import { expect, test } from 'vitest'
import { type DevicesFacts, isNoNews, newsBetween } from '../../../domain/devices/devices-news'
import { nextStamp } from '../../../domain/devices/stamp'
import { type Word, wordId } from '../../../domain/devices/word'
import { totalFrom } from '../../fixtures/totals'

const NOW = Date.UTC(2026, 10, 30, 12)
const OTHER = '11111111'

const wordOf = (key: string, value: unknown, minute = 0): Word => ({
  id: wordId(key),
  key,
  value,
  stamp: nextStamp('', NOW + minute * 60_000, OTHER),
})

const factsOf = (words: readonly Word[] = [], more: Partial<DevicesFacts> = {}): DevicesFacts => ({
  words: new Map(words.map((word) => [word.id, word])),
  heard: [],
  totals: [],
  ...more,
})

const heardOf = (ms: number | null) => ({
  id: OTHER,
  name: 'Desk',
  at: NOW,
  seq: 1,
  use: {
    rows: ms === null ? [] : [{ rule: 'a', day: '2026-11-30', ms, opens: 1, amount: null, currency: null }],
    sessions: {},
  },
})

const NOTHING = { sites: 0, rates: 0, rules: 0, promises: 0, settings: 0, days: 0, uses: 0 }

test('what a file said is counted by what it is about; a site counts once', () => {
  const said = [
    wordOf('opinion reddit.com kind', 'feed'),
    wordOf('opinion reddit.com worthQuarters', 2),
    wordOf('opinion duolingo.com kind', 'learning'),
    wordOf('rate 1970-01-01', {}),
    wordOf('rule f00dfeed', {}),
    wordOf('promise 2026-11-30', {}),
    wordOf('setting currency', 'CHF'),
  ]
  expect(newsBetween(factsOf(), factsOf(said), said)).toEqual({
    ...NOTHING,
    sites: 2,
    rates: 1,
    rules: 1,
    promises: 1,
    settings: 1,
  })
})

test('what was known, what lost and what says the same later is no news', () => {
  const before = wordOf('setting currency', 'CHF')
  const later = wordOf('setting currency', 'EUR', 5)
  const same = wordOf('setting currency', 'CHF', 7)
  expect(newsBetween(factsOf([before]), factsOf([before]), [before])).toEqual(NOTHING)
  expect(newsBetween(factsOf([later]), factsOf([later]), [before])).toEqual(NOTHING)
  expect(newsBetween(factsOf([before]), factsOf([same]), [same])).toEqual(NOTHING)
  expect(isNoNews(NOTHING)).toBe(true)
})

test('what was taken back is counted by what it was about', () => {
  const before = wordOf('opinion reddit.com kind', 'feed')
  const gone = { ...before, key: null, value: null, stamp: nextStamp('', NOW + 60_000, OTHER) }
  expect(newsBetween(factsOf([before]), factsOf([gone]), [gone])).toEqual({ ...NOTHING, sites: 1 })
  // Of what was never known here, nobody can say what it was.
  expect(newsBetween(factsOf(), factsOf([gone]), [gone])).toEqual(NOTHING)
})

test('days of day totals that came or changed are counted once each', () => {
  const [one, two] = [
    totalFrom(OTHER, { minutes: 5 }),
    totalFrom(OTHER, { surface: 'b.example', minutes: 5 }),
  ]
  const other = totalFrom(OTHER, { day: '2026-11-21', minutes: 5 })
  const after = factsOf([], { totals: [one, two, other] })
  expect(newsBetween(factsOf(), after, [])).toEqual({ ...NOTHING, days: 2 })
  expect(newsBetween(factsOf([], { totals: [one, two] }), after, [])).toEqual({ ...NOTHING, days: 1 })
  expect(newsBetween(after, after, [])).toEqual(NOTHING)
})

test('a device counts if its use changed, not if only its time did', () => {
  const facts = (ms: number | null, at = NOW) => factsOf([], { heard: [{ ...heardOf(ms), at }] })
  expect(newsBetween(factsOf(), facts(1000), [])).toEqual({ ...NOTHING, uses: 1 })
  expect(newsBetween(facts(1000), facts(1000, NOW + 1), [])).toEqual(NOTHING)
  expect(newsBetween(factsOf(), facts(null), [])).toEqual(NOTHING)
  expect(isNoNews(newsBetween(facts(1000), facts(2000), []))).toBe(false)
})
