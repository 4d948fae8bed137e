import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A browser that has just been killed may still be writing, hence again for a while. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }

const left = new Set<string>()

/** A directory that is gone at the latest when this process ends. */
export async function temporaryDirectory(purpose: string): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), `zeitwert-${purpose}-`))
  left.add(path)
  process.off('exit', removeLeft).on('exit', removeLeft)
  return path
}

export async function removeDirectory(path: string): Promise<void> {
  await rm(path, REMOVAL)
  left.delete(path)
  if (left.size === 0) process.off('exit', removeLeft).off('SIGTERM', removeLeftAndEnd)
}

/**
 * To be called whenever a browser has started: at the end it goes first, and then its directory. Vitest ends its
 * workers by SIGTERM.
 */
export function removeLeftLast(): void {
  if (left.size === 0) return
  process.off('exit', removeLeft).on('exit', removeLeft)
  process.off('SIGTERM', removeLeftAndEnd).on('SIGTERM', removeLeftAndEnd)
}

function removeLeftAndEnd(): void {
  removeLeft()
  process.off('SIGTERM', removeLeftAndEnd)
  process.kill(process.pid, 'SIGTERM')
}

function removeLeft(): void {
  for (const path of left) rmSync(path, REMOVAL)
}
