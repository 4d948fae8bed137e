/** Words and stamps for tests. */
import fc from 'fast-check'
import { nextStamp, type Stamp } from '../../../domain/devices/stamp'
import { type KeptWord, wordId, type WordKey, type Words } from '../../../domain/devices/word'
import { DAY_MS } from '../../../domain/time/local-time'

export const ONE = '00000001'
export const TWO = '00000002'
export const THREE = '00000003'

export const NOW = Date.UTC(2026, 10, 25, 12)
export const TODAY = '2026-11-25'

export const stampAt = (ms: number, device = ONE): Stamp => nextStamp('', ms, device)

export const wordOf = (key: WordKey, value: unknown, ms = NOW, device = ONE): KeptWord => ({
  id: wordId(key),
  key,
  value,
  stamp: stampAt(ms, device),
})

/** As it is once it was taken back: it names nothing. */
export const goneWord = (key: WordKey, ms = NOW, device = ONE): KeptWord => ({
  ...wordOf(key, null, ms, device),
  key: null,
})

export const wordsOf = (...words: readonly KeptWord[]): Words => new Map(words.map((word) => [word.id, word]))

const promise = (at: number | null) => ({ week: '2026-11-23', settled: at === null ? null : { at } })

const things = fc.oneof(
  fc.tuple(
    fc.constantFrom('opinion reddit.com kind', 'opinion a.com kind'),
    fc.constantFrom('feed', 'video', null),
  ),
  fc.tuple(
    fc.constant('promise 2026-11-23-feed-most'),
    fc.constantFrom(null, promise(null), promise(1), promise(2)),
  ),
)

/** Words about a few things, said by a few devices at a few times, so that they meet; some are settled promises. */
export const someWord: fc.Arbitrary<KeptWord> = fc
  .tuple(things, fc.integer({ min: NOW - 3, max: NOW }), fc.constantFrom(ONE, TWO, THREE))
  .map(([[key, value], ms, device]) =>
    value === null ? goneWord(key, ms, device) : wordOf(key, value, ms, device),
  )

export const LONG_AGO = NOW - 91 * DAY_MS
