import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const temporaryDirectory = (purpose: string): Promise<string> =>
  mkdtemp(join(tmpdir(), `zeitwert-${purpose}-`))

/** Tries again for a while: a browser that has just been killed may still be writing. */
export const removeDirectory = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
