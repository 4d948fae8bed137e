/**
 * Words: what the person said about one thing, such as the kind of a site or an hourly rate. Each device keeps every
 * word with its stamp. Of two words about one thing the later wins, so their order, repetition and loss do not matter.
 */
import { DAY_MS } from '../time/local-time'
import { written } from '../written'
import { followingStamp, isFollowing, msOfStamp, nextStamp, type Stamp, undated } from './stamp'

/** What a word is about: its sort and its name, `opinion youtube.com kind`. */
export type WordKey = string

export interface Word {
  /** A checksum of the key, so that a word that was taken back names no site. */
  id: string
  /** Null for a word that was taken back, unless it is about a rule, which names no site. */
  key: WordKey | null
  /** Null for a word that was taken back. */
  value: unknown
  stamp: Stamp
}

/** A word as this device keeps it. */
export interface KeptWord extends Word {
  /** What holds here, if it is not the value: a PIN refused it, or a rule heals. Null for nothing. */
  here?: unknown
  /** What the rule of the word becomes by itself, as last seen here (see rule-word.ts). */
  heals?: unknown
}

/** By id. */
export type Words = ReadonlyMap<string, KeptWord>

/**
 * FNV-1a (Fowler, Noll, Vo) over the characters, twice with different primes: 64 bits as hex digits. Only equal keys need
 * equal ids: nobody but the person says words, so it need not withstand an attack, and a library would cost 3 kB gzip.
 */
export function wordId(key: WordKey): string {
  let [one, other] = [0x811c9dc5, 0x811c9dc5]
  for (let at = 0; at < key.length; at += 1) {
    one = Math.imul(one ^ key.charCodeAt(at), 0x01000193)
    other = Math.imul(other ^ key.charCodeAt(at), 0x5bd1e995)
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

export const sortOf = (key: WordKey): string => key.slice(0, key.indexOf(' '))

/** How long a word that was taken back is kept, so that devices that were apart hear of it. */
export const GONE_MS = 90 * DAY_MS

/** Whether a word is a promise that was settled. It stays as it was settled first. */
const isSettled = ({ value }: Word): boolean =>
  typeof value === 'object' && value !== null && 'settled' in value && value.settled !== null

/** Whether a word wins over another one about the same thing. */
export function winsOver(word: Word, other: Word): boolean {
  const [one, two] = [isSettled(word), isSettled(other)]
  if (one !== two) return one
  if (word.stamp !== other.stamp) return one ? word.stamp < other.stamp : word.stamp > other.stamp
  return written(word.value) > written(other.value)
}

/** Those of the words that win over what is kept, one for each thing. */
export function winning(kept: Words, heard: readonly Word[]): Word[] {
  const found = new Map<string, Word>()
  for (const word of heard) {
    const known = found.get(word.id) ?? kept.get(word.id)
    if (!known || winsOver(word, known)) found.set(word.id, word)
  }
  return [...found.values()]
}

/** The latest stamp of some words; an empty text if there are none. */
export const latestStamp = (words: Iterable<Word>): Stamp => {
  let latest = ''
  for (const { stamp } of words) if (stamp > latest) latest = stamp
  return latest
}

export const isAboutRule = ({ key }: Pick<Word, 'key'>): boolean => key !== null && sortOf(key) === 'rule'

/** A word once it was taken back. */
const takenBack = (before: Word, stamp: Stamp): Word => ({
  id: before.id,
  key: isAboutRule(before) ? before.key : null,
  value: null,
  stamp,
})

/** The values that hold here, by key. */
export type Said = ReadonlyMap<WordKey, unknown>

/** Who says words, and when. */
export interface Saying {
  device: string
  /** Epoch ms. */
  now: number
  /** The latest stamp heard of. */
  latest: Stamp
  /** Whether this device never met others: nobody knows when what holds here was said. */
  isFirst: boolean
}

const holdsHere = (word: KeptWord): unknown => (word.here === undefined ? word.value : word.here)

/**
 * What was said and taken back here since words were last kept. `isOver` tells of words whose thing ended by itself, so
 * that its absence says nothing; `follows` tells of values that a word brought about by itself.
 */
export function saidSince(
  kept: Words,
  said: Said,
  saying: Saying,
  isOver: (word: KeptWord) => boolean,
  follows: (word: KeptWord, value: unknown) => boolean = () => false,
): KeptWord[] {
  let { latest } = saying
  const stampOf = (before: KeptWord | undefined, value: unknown): Stamp => {
    // Where devices heal to different rules, the second healing is said anew, so that the stricter rule stays.
    if (before && !isFollowing(before.stamp) && follows(before, value)) return followingStamp(before.stamp)
    if (!before && saying.isFirst) return undated(saying.device)
    latest = nextStamp(latest, saying.now, saying.device)
    return latest
  }
  const here = [...said].map(([key, value]) => ({ id: wordId(key), key, value }))
  const ids = new Set(here.map(({ id }) => id))
  const changed = here.flatMap(({ id, key, value }) => {
    const before = kept.get(id)
    if (before && written(holdsHere(before)) === written(value)) return []
    return [{ id, key, value, stamp: stampOf(before, value) }]
  })
  const gone = [...kept.values()]
    .filter((word) => !ids.has(word.id) && holdsHere(word) !== null && !isOver(word))
    .map((before) => takenBack(before, stampOf(before, null)))
  return [...changed, ...gone]
}

/** Whether a word that was taken back has been kept long enough. */
export const isForgettable = ({ value, stamp }: Word, now: number): boolean =>
  value === null && msOfStamp(stamp) < now - GONE_MS
