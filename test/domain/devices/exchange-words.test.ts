import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asKept,
  type Heard,
  sayingOf,
  idsOfRules,
  wordsAfter,
  withWords,
} from '../../../domain/devices/exchange-words'
import { deviceOfStamp, undated } from '../../../domain/devices/stamp'
import type { KeptWord, Words } from '../../../domain/devices/word'
import { addDays, DAY_MS } from '../../../domain/time/local-time'
import { goneWord, LONG_AGO, NOW, ONE, someWord, stampAt, TODAY, TWO, wordOf, wordsOf } from './word-of'

const KIND = 'opinion reddit.com kind'
const PROMISE = 'promise 2026-11-23-feed-most'
const heardOf = (kept: Words, heard: readonly KeptWord[], more: Partial<Heard> = {}): Heard => ({
  kept,
  heard,
  device: ONE,
  now: NOW,
  isFirst: false,
  today: TODAY,
  ...more,
})
const after = (
  kept: Words,
  heard: readonly KeptWord[],
  said: Record<string, unknown>,
  more: Partial<Heard> = {},
) => wordsAfter(heardOf(kept, heard, more), new Map(Object.entries(said)))
const NONE = { put: [], gone: [], changes: new Map() }

describe('an exchange of words', () => {
  test('changes nothing if nothing is new', () => {
    const word = wordOf(KIND, 'feed')
    expect(after(wordsOf(), [], {})).toEqual(NONE)
    expect(after(wordsOf(word), [word], { [KIND]: 'feed' })).toEqual(NONE)
  })

  test('keeps what was said here, and changes nothing for it', () => {
    const { put, changes } = after(wordsOf(), [], { [KIND]: 'feed' })
    expect(put).toMatchObject([{ key: KIND, value: 'feed', stamp: stampAt(NOW) }])
    expect(changes.size).toBe(0)
  })

  test('applies and keeps what was said elsewhere', () => {
    const word = wordOf(KIND, 'video', NOW + 1, TWO)
    const { put, changes } = after(wordsOf(wordOf(KIND, 'feed')), [word], { [KIND]: 'feed' })
    expect(put).toEqual([word])
    expect([...changes]).toEqual([[KIND, 'video']])
  })

  test('what was said here after the words were kept is later than all that is heard', () => {
    const word = wordOf(KIND, 'video', NOW + DAY_MS, TWO)
    const { put, changes } = after(wordsOf(wordOf(KIND, 'feed')), [word], { [KIND]: 'work' })
    expect(put).toMatchObject([{ value: 'work' }])
    expect(deviceOfStamp(put[0]!.stamp)).toBe(ONE)
    expect(put[0]!.stamp > word.stamp).toBe(true)
    expect(changes.size).toBe(0)
  })

  test('what was said before the first exchange loses to every dated word', () => {
    const word = wordOf(KIND, 'video', 1, TWO)
    const { put, changes } = after(wordsOf(), [word], { [KIND]: 'feed' }, { isFirst: true })
    expect(put).toEqual([word])
    expect([...changes]).toEqual([[KIND, 'video']])
    expect(after(wordsOf(), [], { [KIND]: 'feed' }, { isFirst: true }).put[0]?.stamp).toBe(undated(ONE))
  })

  test('takes back here what was taken back elsewhere, by what is known of it', () => {
    const gone = goneWord(KIND, NOW + 1, TWO)
    const { put, changes } = after(wordsOf(wordOf(KIND, 'feed')), [gone], { [KIND]: 'feed' })
    expect([...changes]).toEqual([[KIND, null]])
    expect(put).toEqual([gone])
  })

  test('keeps what was taken back and never known here, so that it does not come back late', () => {
    const gone = goneWord(KIND, NOW + 1, TWO)
    const first = after(wordsOf(), [gone], {})
    expect(first).toMatchObject({ put: [gone], changes: new Map() })
    expect(after(wordsOf(...first.put), [wordOf(KIND, 'feed')], {})).toEqual(NONE)
  })

  test('hears nothing of words about rules, not even of one that was deleted', () => {
    const rule = wordOf('rule abc', { rule: 1 })
    const gone = goneWord('rule abc', NOW + 1, TWO)
    expect(after(wordsOf(rule), [gone], {})).toEqual(NONE)
    expect(after(wordsOf(), [rule], {})).toEqual(NONE)
  })

  test('forgets what was taken back 90 days ago', () => {
    const gone = goneWord(KIND, LONG_AGO)
    expect(after(wordsOf(gone), [gone], {})).toEqual({ ...NONE, gone: [gone.id] })
    expect(after(wordsOf(), [gone], {})).toEqual(NONE)
  })

  test('takes back what was taken back elsewhere long ago, and comes back to nobody who had it', () => {
    const [kept, gone] = [wordOf(KIND, 'feed', LONG_AGO - 1), goneWord(KIND, LONG_AGO, TWO)]
    const { put, gone: forgotten, changes } = after(wordsOf(kept), [gone], { [KIND]: 'feed' })
    expect([...changes]).toEqual([[KIND, null]])
    expect({ put, forgotten }).toEqual({ put: [], forgotten: [gone.id] })
    expect(after(wordsOf(), [gone, kept], {})).toEqual(NONE)
    expect(after(wordsOf(), [kept, gone], {})).toEqual(NONE)
  })

  test('leaves a rule that was deleted to the rules, also if it is heard of for the first time', () => {
    const [rule, gone] = [wordOf('rule abc', { rule: 1 }), goneWord('rule abc', NOW + 1, TWO)]
    expect(after(wordsOf(), [gone, rule], {})).toEqual(NONE)
  })

  test('forgets promises of old weeks, and hears of none', () => {
    const old = wordOf(PROMISE, { week: addDays(TODAY, -71), settled: null })
    expect(after(wordsOf(old), [old], {})).toEqual({ ...NONE, gone: [old.id] })
    expect(after(wordsOf(), [old], {})).toEqual(NONE)
  })

  test('a promise that two devices settled stays as it was settled first', () => {
    const word = (at: number, device: string) => wordOf(PROMISE, { week: TODAY, settled: { at } }, at, device)
    const [first, second] = [word(NOW - 5, TWO), word(NOW - 1, ONE)]
    expect([...after(wordsOf(second), [first], { [PROMISE]: second.value }).changes]).toEqual([
      [PROMISE, first.value],
    ])
    expect(after(wordsOf(first), [second], { [PROMISE]: first.value })).toEqual(NONE)
  })

  test('of one that was settled here and now, and earlier elsewhere, the earlier holds', () => {
    const kept = wordOf(PROMISE, { week: TODAY, settled: null }, NOW - 9)
    const there = wordOf(PROMISE, { week: TODAY, settled: { at: NOW - 5 } }, NOW - 5, TWO)
    const { put, changes } = after(wordsOf(kept), [there], {
      [PROMISE]: { week: TODAY, settled: { at: NOW } },
    })
    expect(put).toEqual([there])
    expect([...changes]).toEqual([[PROMISE, there.value]])
  })

  test('is done after one round: the next one changes nothing', () => {
    fc.assert(
      fc.property(fc.array(someWord), fc.array(someWord), fc.boolean(), (some, heard, isFirst) => {
        const kept = wordsOf(...some)
        const named = [...kept.values()].flatMap(({ key, value }) =>
          key === null ? [] : [[key, value] as const],
        )
        const facts = new Map<string, unknown>(named)
        const first = wordsAfter(heardOf(kept, heard, { isFirst }), facts)
        for (const [key, value] of first.changes) {
          if (value === null) facts.delete(key)
          else facts.set(key, value)
        }
        const next = withWords(kept, first.put)
        for (const id of first.gone) next.delete(id)
        expect(wordsAfter(heardOf(next, heard), facts)).toEqual(NONE)
      }),
    )
  })
})

test('a device says its words later than what it keeps and what it hears', () => {
  const [kept, heard] = [wordOf(KIND, 1, NOW - 5), wordOf(KIND, 2, NOW + 5)]
  expect(sayingOf(heardOf(wordsOf(kept), [heard])).latest).toBe(heard.stamp)
  expect(sayingOf(heardOf(wordsOf(heard), [kept])).latest).toBe(heard.stamp)
  expect(sayingOf(heardOf(wordsOf(), [])).latest).toBe('')
})

test('a deleted rule keeps its key, other things do not', () => {
  const [rule, kind] = [wordOf('rule abc', 1), wordOf(KIND, 1)]
  expect(asKept(goneWord('rule abc'), rule).key).toBe('rule abc')
  expect(asKept(goneWord('rule abc'), undefined).key).toBeNull()
  expect(asKept(goneWord(KIND), kind).key).toBeNull()
  expect(asKept(rule, rule)).toBe(rule)
})

test('rules are known by the words about them, also those that were deleted and named nothing', () => {
  const [rule, other] = [wordOf('rule abc', 1), wordOf('rule other', 1)]
  const heard = [other, goneWord(KIND), goneWord('rule abc')]
  expect([...idsOfRules({ kept: wordsOf(rule, wordOf(KIND, 1)), heard })]).toEqual([rule.id, other.id])
})
