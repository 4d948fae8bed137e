/** What the person said, with stamps (see domain/devices/word.ts). */
import type { KeptWord, Words } from '../../domain/devices/word'
import { db } from '../base/db'

/** All words by id. Their number grows with what was said, not with time. */
export const allWords = async (): Promise<Words> =>
  new Map((await db.words.toArray()).map((word) => [word.id, word]))

/** Keeps words, and forgets others by their ids. */
export async function keepWords(put: readonly KeptWord[], gone: readonly string[]): Promise<void> {
  if (put.length > 0) await db.words.bulkPut([...put])
  if (gone.length > 0) await db.words.bulkDelete([...gone])
}
