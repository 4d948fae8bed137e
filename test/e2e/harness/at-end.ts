/** What is left to do when this process ends, if it was not done before. */
const left = new Set<() => void>()

/** Has something done when this process ends. Returns how to take that back. */
export function atEnd(act: () => void): () => void {
  left.add(act)
  process.off('exit', actNow).on('exit', actNow)
  return () => {
    left.delete(act)
    if (left.size === 0) process.off('exit', actNow).off('SIGTERM', actAndEnd)
  }
}

/**
 * Call this after each browser start, so that the rest is done only after the driver has closed the browser. Handles
 * SIGTERM too, because Vitest ends its workers with it.
 */
export function actLast(): void {
  if (left.size === 0) return
  process.off('exit', actNow).on('exit', actNow)
  process.off('SIGTERM', actAndEnd).on('SIGTERM', actAndEnd)
}

function actAndEnd(): void {
  actNow()
  process.off('SIGTERM', actAndEnd)
  process.kill(process.pid, 'SIGTERM')
}

function actNow(): void {
  for (const act of left) act()
}
