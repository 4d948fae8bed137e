import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atEnd } from './at-end.ts'

/** Retries for a while, because a browser that was just killed may still be writing. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }

const keep = new Map<string, () => void>()

/** Makes a directory that is removed when this process ends, if not before. */
export async function temporaryDirectory(purpose: string): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), `zeitwert-${purpose}-`))
  keep.set(
    path,
    atEnd(() => rmSync(path, REMOVAL)),
  )
  return path
}

export async function removeDirectory(path: string): Promise<void> {
  await rm(path, REMOVAL)
  keep.get(path)?.()
  keep.delete(path)
}
