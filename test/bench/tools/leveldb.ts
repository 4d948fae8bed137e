/** Counts what a browser writes into its LevelDB databases, from their logs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** https://github.com/google/leveldb/blob/main/doc/log_format.md */
const BLOCK = 32_768
const HEADER = 7
const FULL = 1
const FIRST = 2

/** A record is one write batch; one that spans blocks is counted where it begins. */
export function batchesIn(log: Uint8Array): number {
  let batches = 0
  let offset = 0
  while (offset + HEADER <= log.length) {
    const left = BLOCK - (offset % BLOCK)
    if (left < HEADER) {
      offset += left // the rest of a block that has no room for a header
      continue
    }
    const length = log[offset + 4]! | (log[offset + 5]! << 8)
    const type = log[offset + 6]
    if (type === 0 && length === 0) break // room that is not written yet
    if (type === FULL || type === FIRST) batches += 1
    offset += HEADER + length
  }
  return batches
}

/** Batches so far, by log. */
export type Logged = ReadonlyMap<string, number>

export function loggedIn(databases: readonly string[]): Logged {
  const logged = new Map<string, number>()
  for (const database of databases.filter(existsSync))
    for (const name of readdirSync(database).filter((file) => file.endsWith('.log'))) {
      const path = join(database, name)
      logged.set(path, batchesIn(readFileSync(path)))
    }
  return logged
}

/** How many batches came since; a log that is new began in between. */
export const batchesSince = (before: Logged, after: Logged): number =>
  [...after].reduce((sum, [path, batches]) => sum + batches - (before.get(path) ?? 0), 0)
