/** What an exchange does to words: what was said here is kept with its stamp, then what was heard is merged. */
import { isPast } from './said'
import type { Stamp } from './stamp'
import type { Day } from '../time/local-time'
import {
  isAboutRule,
  isForgettable,
  type KeptWord,
  latestStamp,
  winning,
  type Said,
  saidSince,
  type Saying,
  type Word,
  type WordKey,
  type Words,
} from './word'

/** The words of a device and of the others. */
export interface Heard {
  kept: Words
  heard: readonly Word[]
  /** As in `Saying`. */
  device: string
  now: number
  isFirst: boolean
  /** The person's day. */
  today: Day
}

export interface WordsChange {
  put: KeptWord[]
  /** Ids of words that are kept no longer. */
  gone: string[]
  /** What to change here, by key: the value of each word that won; null for one that was taken back. */
  changes: Map<WordKey, unknown>
}

export const sayingOf = ({ kept, heard, device, now, isFirst }: Heard): Saying => ({
  device,
  now,
  isFirst,
  latest: laterOf(latestStamp(kept.values()), latestStamp(heard)),
})

const laterOf = (one: Stamp, other: Stamp): Stamp => (one > other ? one : other)

/** Words by id with others over them. */
export const withWords = (kept: Words, words: readonly KeptWord[]): Map<string, KeptWord> =>
  new Map([...kept, ...words.map((word) => [word.id, word] as const)])

/** A word that won, as it is kept. One that was taken back is told by what is known of it. */
export const asKept = (word: Word, before: KeptWord | undefined): KeptWord =>
  word.value === null && before && isAboutRule(before) ? { ...word, key: before.key } : word

/** The ids of all rules that words are about, kept or heard: a rule that was deleted is heard of by its id alone. */
export const idsOfRules = ({ kept, heard }: Pick<Heard, 'kept' | 'heard'>): Set<string> =>
  new Set([...kept.values(), ...heard].filter(isAboutRule).map(({ id }) => id))

/** Those of the words that win. One that took something back long ago still does, but is not kept for what is unknown. */
export const winningNow = (before: Words, heard: readonly Word[], now: number): Word[] =>
  winning(before, heard).filter((word) => before.has(word.id) || !isForgettable(word, now))

/** The effect of an exchange on all words but those about rules; `said` is what holds here. */
export function wordsAfter(heard: Heard, said: Said): WordsChange {
  const { kept, now, today } = heard
  const ofRules = idsOfRules(heard)
  const own = new Map([...kept].filter(([id]) => !ofRules.has(id)))
  const isOver = (word: KeptWord) => isPast(word, today)
  const here = saidSince(own, said, sayingOf(heard), isOver)
  const before = withWords(own, here)
  const won = winningNow(
    before,
    heard.heard.filter((word) => !ofRules.has(word.id) && !isOver(word)),
    now,
  )
  const changes = new Map<WordKey, unknown>()
  for (const word of won) {
    const key = word.key ?? before.get(word.id)?.key ?? null
    if (key !== null) changes.set(key, word.value)
  }
  const after = withWords(own, [...here, ...won])
  const gone = [...after.values()].filter((word) => isForgettable(word, now) || isOver(word))
  const ended = new Set(gone.map(({ id }) => id))
  return {
    put: [...here, ...won].filter(({ id }, index, all) => !ended.has(id) && lastOf(all, id) === index),
    gone: [...ended],
    changes,
  }
}

const lastOf = (words: readonly Word[], id: string): number => words.findLastIndex((word) => word.id === id)
