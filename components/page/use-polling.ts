import { useEffect } from 'preact/hooks'

const ASK_EVERY_MS = 5_000

/** Asks at once, every 5 s and when the page can be seen again; never while it is hidden. Restarts when `keys` change. */
export function usePolling(ask: () => void, keys: readonly unknown[]): void {
  useEffect(() => {
    const askIfSeen = () => {
      if (!document.hidden) ask()
    }
    askIfSeen()
    const timer = setInterval(askIfSeen, ASK_EVERY_MS)
    document.addEventListener('visibilitychange', askIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', askIfSeen)
    }
  }, keys)
}
