import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Retries for a while, because a browser that was just killed may still be writing. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }

const left = new Set<string>()

/** Makes a directory that is removed when this process ends, if not before. */
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
 * Call this after each browser start, so that its directory is removed only after the driver has closed the browser.
 * Handles SIGTERM too, because Vitest ends its workers with it.
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
