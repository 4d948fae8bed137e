import { setTimeout as sleep } from 'node:timers/promises'

const INTERVAL_MS = 10
const LONGEST_INTERVAL_MS = 100

/**
 * Waits for a condition, not for a fixed time. Returns the probe's first answer that is not false or missing. If the
 * time is over, the message says what `seen` sees then.
 */
export async function until<T>(
  what: string,
  probe: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  timeoutMs = 10_000,
  seen?: () => Promise<string>,
): Promise<T> {
  const start = performance.now()
  for (;;) {
    const answer = await probe()
    if (answer !== undefined && answer !== null && answer !== false) return answer
    const waitedMs = performance.now() - start
    if (waitedMs >= timeoutMs) {
      const sight = seen ? ` Seen instead: ${await seen()}` : ''
      throw new Error(`Timed out after ${timeoutMs} ms: waited until ${what}.${sight}`)
    }
    // Asking costs the browser more than waiting, so a long wait asks less often.
    await sleep(Math.min(Math.max(INTERVAL_MS, waitedMs / 20), LONGEST_INTERVAL_MS))
  }
}
