import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deviceOfStamp, followingStamp, isStamp, msOfStamp, undated } from '../../../domain/devices/stamp'
import {
  GONE_MS,
  isAboutRule,
  isForgettable,
  type KeptWord,
  latestStamp,
  winning,
  type Saying,
  saidSince,
  sortOf,
  winsOver,
  wordId,
  type Words,
} from '../../../domain/devices/word'
import { DAY_MS } from '../../../domain/time/local-time'
import { goneWord, NOW, ONE, someWord, stampAt, TWO, wordOf, wordsOf } from './word-of'

const KIND = 'opinion reddit.com kind'
const saying: Saying = { device: ONE, now: NOW, latest: '', isFirst: false }
const never = () => false

test('an id has 16 hex digits, tells keys apart, and names nothing', () => {
  expect(wordId(KIND)).toMatch(/^[\da-f]{16}$/)
  expect(wordId(KIND)).toBe(wordId(KIND))
  expect(wordId(KIND)).not.toBe(wordId('opinion reddit.com worthQuarters'))
})

test('the sort of a key is what comes before its first space', () => {
  expect(sortOf(KIND)).toBe('opinion')
  expect(isAboutRule({ key: 'rule abc' })).toBe(true)
  expect(isAboutRule({ key: 'rulers abc' })).toBe(false)
  expect(isAboutRule({ key: null })).toBe(false)
})

describe('of two words about one thing', () => {
  const [earlier, later] = [wordOf(KIND, 'feed', NOW), wordOf(KIND, 'video', NOW + 1)]

  test('the later wins', () => {
    expect(winsOver(later, earlier)).toBe(true)
    expect(winsOver(earlier, later)).toBe(false)
    expect(winsOver(later, later)).toBe(false)
  })

  test('one that takes back wins like any other', () => {
    expect(winsOver(goneWord(KIND, NOW + 2), later)).toBe(true)
    expect(winsOver(later, goneWord(KIND, NOW))).toBe(true)
  })

  test('of one instant, that of the device with the larger id wins', () => {
    expect(winsOver(wordOf(KIND, 'a', NOW, TWO), wordOf(KIND, 'b', NOW, ONE))).toBe(true)
  })

  test('with one stamp, as after a copy of a profile, the same one wins everywhere', () => {
    const [a, b] = [wordOf(KIND, 'a'), wordOf(KIND, 'b')]
    expect([winsOver(a, b), winsOver(b, a)]).toEqual([false, true])
  })

  test('what follows from a word loses to any word after it', () => {
    const healed = { ...earlier, value: 'healed', stamp: followingStamp(earlier.stamp) }
    expect(winsOver(healed, earlier)).toBe(true)
    expect(winsOver(wordOf(KIND, 'x', NOW, TWO), healed)).toBe(true)
  })

  test('a promise that was settled wins over one that was changed later, and over one taken back', () => {
    const key = 'promise 2026-11-23-feed-most'
    const [settled, changed] = [wordOf(key, { settled: { at: 1 } }), wordOf(key, { settled: null }, NOW + 9)]
    expect([winsOver(settled, changed), winsOver(changed, settled)]).toEqual([true, false])
    expect(winsOver(goneWord(key, NOW + 9), settled)).toBe(false)
  })

  test('a promise that two devices settled stays as it was settled first', () => {
    const key = 'promise 2026-11-23-feed-most'
    const [first, second] = [
      wordOf(key, { settled: { at: 1 } }),
      wordOf(key, { settled: { at: 2 } }, NOW + 1, TWO),
    ]
    expect([winsOver(first, second), winsOver(second, first)]).toEqual([true, false])
  })
})

describe('merging', () => {
  const merged = (kept: Words, heard: readonly KeptWord[]): Words =>
    new Map([...kept, ...winning(kept, heard).map((word) => [word.id, word] as const)])
  const all = (...lists: readonly (readonly KeptWord[])[]): [string, KeptWord][] =>
    [...lists.reduce<Words>(merged, new Map())].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const lists = fc.array(someWord, { maxLength: 8 })

  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(lists, lists, lists, (a, b, c) => {
        expect(all(b, a)).toEqual(all(a, b))
        expect(
          all(
            a,
            all(b, c).map(([, word]) => word),
          ),
        ).toEqual(
          all(
            all(a, b).map(([, word]) => word),
            c,
          ),
        )
        expect(all(a, b, a, a)).toEqual(all(a, b))
        expect(all([...a, ...b].toReversed())).toEqual(all(a, b))
      }),
      { numRuns: 500 },
    )
  })

  test('winning is an order: never both ways, never in a circle', () => {
    fc.assert(
      fc.property(someWord, someWord, someWord, (a, b, c) => {
        expect(winsOver(a, b) && winsOver(b, a)).toBe(false)
        if (winsOver(a, b) && winsOver(b, c)) expect(winsOver(a, c)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('names only what won, once for each thing', () => {
    const kept = wordsOf(wordOf(KIND, 'feed', NOW))
    expect(winning(kept, [wordOf(KIND, 'feed', NOW), wordOf(KIND, 'old', NOW - 1)])).toEqual([])
    const [one, two] = [wordOf(KIND, 'video', NOW + 1), wordOf(KIND, 'work', NOW + 2)]
    expect(winning(kept, [one, two, one])).toEqual([two])
  })
})

describe('what was said since', () => {
  const since = (kept: Words, said: Record<string, unknown>, more: Partial<Saying> = {}) =>
    saidSince(kept, new Map(Object.entries(said)), { ...saying, ...more }, never)

  test('what holds as it was kept says nothing', () => {
    expect(since(wordsOf(wordOf(KIND, 'feed')), { [KIND]: 'feed' })).toEqual([])
    const [one, two] = [wordOf('rate 2026-01-01', { a: 1, b: 2 }), { b: 2, a: 1 }]
    expect(since(wordsOf(one), { 'rate 2026-01-01': two })).toEqual([])
  })

  test('a change is a word that is later than all heard of', () => {
    const latest = stampAt(NOW + DAY_MS, TWO)
    const [word] = since(wordsOf(wordOf(KIND, 'feed')), { [KIND]: 'video' }, { latest })
    expect(word).toMatchObject({ key: KIND, value: 'video', id: wordId(KIND) })
    expect(word!.stamp > latest).toBe(true)
    expect(deviceOfStamp(word!.stamp)).toBe(ONE)
  })

  test('several changes have stamps one after another', () => {
    const stamps = since(new Map(), { a: 1, b: 2, c: 3 }).map(({ stamp }) => stamp)
    expect(new Set(stamps).size).toBe(3)
    expect(stamps.every(isStamp)).toBe(true)
  })

  test('what is gone was taken back: the word names nothing', () => {
    const [word] = since(wordsOf(wordOf(KIND, 'feed')), {})
    expect(word).toMatchObject({ id: wordId(KIND), key: null, value: null })
    expect(word!.stamp > stampAt(NOW - 1)).toBe(true)
  })

  test('what was taken back is taken back once, and can be said anew', () => {
    const kept = wordsOf(goneWord(KIND, NOW - 5))
    expect(since(kept, {})).toEqual([])
    expect(since(kept, { [KIND]: 'feed' })).toMatchObject([{ key: KIND, value: 'feed' }])
  })

  test('a rule that was deleted keeps its key: it names no site', () => {
    expect(since(wordsOf(wordOf('rule abc', { rule: 1 })), {})).toMatchObject([
      { key: 'rule abc', value: null },
    ])
  })

  test('what ended by itself was not taken back', () => {
    const kept = wordsOf(wordOf(KIND, 'feed'))
    expect(saidSince(kept, new Map(), saying, () => true)).toEqual([])
  })

  test('before the devices met nobody knows when things were said, but changes are dated', () => {
    const kept = wordsOf(wordOf(KIND, 'feed', NOW - 5))
    const words = since(kept, { [KIND]: 'video', 'setting currency': 1 }, { isFirst: true })
    expect(words.map(({ stamp }) => stamp === undated(ONE))).toEqual([false, true])
  })

  test('what holds here instead of a word is compared, not the word', () => {
    const refused: KeptWord = { ...wordOf('rule abc', 'looser'), here: 'strict' }
    expect(since(wordsOf(refused), { 'rule abc': 'strict' })).toEqual([])
    expect(since(wordsOf(refused), { 'rule abc': 'looser' })).toMatchObject([{ value: 'looser' }])
    const absent: KeptWord = { ...wordOf('rule abc', 'one too many'), here: null }
    expect(since(wordsOf(absent), {})).toEqual([])
  })

  test('what follows from a word has its stamp, once; the next one is said anew', () => {
    const kept = wordOf('rule abc', 'weak', NOW - 5, TWO)
    const heal = (word: KeptWord) =>
      saidSince(wordsOf(word), new Map([['rule abc', 'strict']]), saying, never, () => true)[0]!
    expect(heal(kept).stamp).toBe(followingStamp(kept.stamp))
    const again = heal({ ...kept, stamp: followingStamp(kept.stamp) })
    expect(deviceOfStamp(again.stamp)).toBe(ONE)
    expect(msOfStamp(again.stamp)).toBe(NOW)
  })
})

test('a word that was taken back is kept for 90 days', () => {
  expect(isForgettable(goneWord(KIND, NOW - GONE_MS), NOW)).toBe(false)
  expect(isForgettable(goneWord(KIND, NOW - GONE_MS - 1), NOW)).toBe(true)
  expect(isForgettable(wordOf(KIND, 'feed', 1), NOW)).toBe(false)
  expect(GONE_MS).toBe(90 * DAY_MS)
})

test('the latest stamp of words; an empty text for none', () => {
  expect(latestStamp([])).toBe('')
  expect(latestStamp([wordOf(KIND, 1, 5), wordOf(KIND, 1, 9), wordOf(KIND, 1, 7)])).toBe(stampAt(9))
})
