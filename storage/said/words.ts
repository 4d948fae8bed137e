/** What the person said, with stamps (see domain/devices/word.ts). */
import type { KeptWord, Words } from '../../domain/devices/word'
import { db, type Tables } from '../base/db'

/** All words by id. Their number grows with what was said, not with time. */
export const allWords = async (tx: Tables = db): Promise<Words> =>
  new Map((await tx.words.toArray()).map((word) => [word.id, word]))

/** Keeps words, and forgets others by their ids. */
export async function keepWords(
  put: readonly KeptWord[],
  gone: readonly string[],
  tx: Tables = db,
): Promise<void> {
  await tx.words.bulkPut(put)
  await tx.words.bulkDelete(gone)
}
