import { describe, expect, test } from 'vitest'
import {
  changeBySaid,
  type SaidFacts,
  isPast,
  PERSONAL_SETTINGS,
  saidOf,
  saidOfRules,
} from '../../../domain/devices/said'
import { heardWord } from '../../../domain/devices/word-check'
import { newStoredRule } from '../../../domain/firewall/rule-writing'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { addDays } from '../../../domain/time/local-time'
import { promiseOf, SETTLED } from '../../fixtures/commitments'
import { ruleOf } from '../../fixtures/rules'
import { goneWord, NOW, stampAt, TODAY, wordOf, wordsOf } from './word-of'

const RATE = { from: '2026-01-01', amountMinor: 6000, currency: 'EUR', hourTypes: null }
const NOTHING: SaidFacts = { opinions: [], rates: [], settings: DEFAULT_SETTINGS, promises: [] }
const said = (facts: Partial<SaidFacts>, kept = wordsOf()) =>
  Object.fromEntries(saidOf({ ...NOTHING, ...facts }, kept, TODAY))
const change = (facts: Partial<SaidFacts>, changes: Record<string, unknown>) =>
  changeBySaid({ ...NOTHING, ...facts }, new Map(Object.entries(changes)))

describe('what holds here is said', () => {
  test('nothing by somebody who said nothing', () => {
    expect(said({})).toEqual({})
  })

  test('each field of an opinion for itself, but for the host of its icon', () => {
    expect(
      said({
        opinions: [{ surface: 'reddit.com', kind: 'feed', worthQuarters: 0, iconHost: 'www.reddit.com' }],
      }),
    ).toEqual({ 'opinion reddit.com kind': 'feed', 'opinion reddit.com worthQuarters': 0 })
  })

  test('a rate by its first day', () => {
    const { from, ...rate } = RATE
    expect(said({ rates: [RATE] })).toEqual({ [`rate ${from}`]: rate })
  })

  test('settings at their default say nothing until they were said', () => {
    const settings = { ...DEFAULT_SETTINGS, currency: 'EUR', theme: 'dark' as const }
    expect(said({ settings })).toEqual({ 'setting currency': { is: 'EUR' } })
    const kept = wordsOf(wordOf('setting currency', { is: 'EUR' }), wordOf('setting bedtime', { is: 60 }))
    expect(said({}, kept)).toEqual({ 'setting currency': { is: null }, 'setting bedtime': { is: null } })
  })

  test('a promise of the last ten weeks, without what is this device’s own', () => {
    const recent = promiseOf({ week: addDays(TODAY, -70), deletedMs: 5, told: ['reached'] })
    const old = promiseOf({ week: addDays(TODAY, -71) })
    const [[key, word] = []] = Object.entries(said({ promises: [old, recent] }))
    expect(key).toBe(`promise ${recent.id}`)
    expect(word).not.toHaveProperty('deletedMs')
    expect(word).not.toHaveProperty('told')
    expect(word).not.toHaveProperty('id')
    expect(said({ promises: [old] })).toEqual({})
  })

  test('everything that is said can be heard', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      currency: 'EUR',
      dayStartHour: 5,
      weekStart: 6,
      bedtime: 0,
      guess: { day: TODAY, minutes: 60 },
      region: 'europe' as const,
      dollarRate: { day: TODAY, currency: 'EUR', perDollar: 9200 },
      yearThings: [],
      aiSavedPercent: 0,
      aiGoal: 'work' as const,
    }
    const opinion = {
      surface: 'reddit.com',
      kind: 'feed',
      worthQuarters: 3,
      name: 'R',
      asked: 1,
      excluded: 2,
      joined: 'a.com',
      split: 'x',
    } as const
    const all = said({
      opinions: [opinion],
      rates: [RATE],
      settings,
      promises: [promiseOf({ settled: SETTLED })],
    })
    expect(Object.keys(all).length).toBeGreaterThan(7 + 1 + 9)
    for (const [key, value] of Object.entries(all))
      expect(heardWord([key, stampAt(NOW), value]), key).toMatchObject({ key, value })
  })

  test('settings are about the person, not about a screen', () => {
    for (const name of ['theme', 'badge', 'moneyHidden', 'pausedUntil', 'idleSeconds', 'welcomed'] as const)
      expect(PERSONAL_SETTINGS).not.toContain(name)
  })
})

describe('rules', () => {
  const stored = newStoredRule(ruleOf(), 'abc', NOW)
  const key = 'rule abc'

  test('younger than a minute say nothing: they can still be taken back', () => {
    expect(saidOfRules([stored], wordsOf(), NOW).size).toBe(0)
    expect(saidOfRules([stored], wordsOf(), NOW + 59_999).size).toBe(0)
    expect([...saidOfRules([stored], wordsOf(), NOW + 60_000).keys()]).toEqual([key])
  })

  test('speak at once if others know of them', () => {
    expect([...saidOfRules([stored], wordsOf(wordOf(key, null)), NOW).keys()]).toEqual([key])
  })

  test('of a clock that was ahead speak at once', () => {
    expect(saidOfRules([stored], wordsOf(), NOW - 1).size).toBe(1)
  })

  test('that wait to be deleted say nothing', () => {
    const going = { ...stored, next: { value: null, from: NOW + 9 } }
    expect(saidOfRules([going], wordsOf(wordOf(key, 1)), NOW + 60_000).size).toBe(0)
  })
})

test('a promise of which only a word is left is over after ten weeks', () => {
  const word = (week: string) => wordOf('promise x', { week })
  expect(isPast(word(addDays(TODAY, -70)), TODAY)).toBe(false)
  expect(isPast(word(addDays(TODAY, -71)), TODAY)).toBe(true)
  expect(isPast(goneWord('promise x'), TODAY)).toBe(false)
  expect(isPast(wordOf('rate 1970-01-01', { week: '1970-01-01' }), TODAY)).toBe(false)
})

describe('what words change here', () => {
  test('nothing if there are none', () => {
    expect(change({}, {})).toEqual({
      opinions: { put: [], gone: [] },
      rates: { put: [], gone: [] },
      settings: {},
      promises: { put: [], gone: [] },
      hasForgotten: false,
    })
  })

  test('a field of an opinion; others stay', () => {
    const opinions = [{ surface: 'reddit.com', worthQuarters: 2, iconHost: 'www.reddit.com' }]
    expect(
      change({ opinions }, { 'opinion reddit.com kind': 'feed', 'opinion a.com name': 'A' }).opinions,
    ).toEqual({
      put: [
        { ...opinions[0], kind: 'feed' },
        { surface: 'a.com', name: 'A' },
      ],
      gone: [],
    })
  })

  test('several fields of one opinion, and a last one that goes', () => {
    const opinions = [{ surface: 'reddit.com', kind: 'feed' as const }]
    expect(
      change({ opinions }, { 'opinion reddit.com kind': null, 'opinion reddit.com name': 'R' }).opinions,
    ).toEqual({ put: [{ surface: 'reddit.com', name: 'R' }], gone: [] })
    expect(change({ opinions }, { 'opinion reddit.com kind': null }).opinions).toEqual({
      put: [],
      gone: ['reddit.com'],
    })
  })

  test('rates by their first day', () => {
    const { from, ...rate } = RATE
    expect(change({}, { [`rate ${from}`]: rate, 'rate 2026-02-01': null }).rates).toEqual({
      put: [RATE],
      gone: ['2026-02-01'],
    })
  })

  test('rows by their keys, whatever else a word says', () => {
    const { from, ...rate } = RATE
    const { id, ...promise } = promiseOf()
    const { rates, promises } = change(
      {},
      { [`rate ${from}`]: { ...rate, from: 'x' }, [`promise ${id}`]: { ...promise, deletedMs: -1, told: 7 } },
    )
    expect(rates.put).toEqual([RATE])
    expect(promises.put).toEqual([promiseOf()])
  })

  test('settings; one that cannot be is left at its default', () => {
    expect(change({}, { 'setting currency': { is: 'USD' }, 'setting bedtime': { is: 60 } }).settings).toEqual(
      {
        currency: 'USD',
        bedtime: 60,
      },
    )
    expect(change({}, { 'setting dayStartHour': { is: 99 } }).settings).toEqual({ dayStartHour: 4 })
  })

  test('a promise; what is this device’s own stays', () => {
    const mine = promiseOf({ deletedMs: 7, told: ['reached'] })
    const { id, deletedMs: _deletedMs, told: _told, ...word } = promiseOf({ settled: SETTLED })
    expect(change({ promises: [mine] }, { [`promise ${id}`]: word }).promises.put).toEqual([
      { ...mine, settled: SETTLED },
    ])
    expect(change({}, { [`promise ${id}`]: word }).promises.put).toEqual([promiseOf({ settled: SETTLED })])
    expect(change({ promises: [mine] }, { [`promise ${id}`]: null }).promises.gone).toEqual([id])
  })
})
