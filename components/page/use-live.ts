import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { Watchable } from '../../domain/watchable'

export type Live<Value> = { value: Value; key: string } | { error: unknown } | null

/** The latest value of what `watch` returns, and its key; null before the first. Starts anew when `key` changes. */
export function useLive<Value>(watch: () => Watchable<Value>, key: string): Live<Value> {
  const [live, setLive] = useState<Live<Value>>(null)
  // At once, not after the next paint: what is shown waits for it.
  useLayoutEffect(() => {
    const subscription = watch().subscribe({
      next: (value) => setLive({ value, key }),
      error: (error) => setLive({ error }),
    })
    return () => subscription.unsubscribe()
  }, [key])
  return live
}

/** The time, told anew every second while the page can be seen. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    let timer: ReturnType<typeof setInterval>
    const tick = () => setNow(Date.now())
    const follow = () => {
      clearInterval(timer)
      if (document.hidden) return
      tick()
      timer = setInterval(tick, 1000)
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', follow)
    }
  }, [])
  return now
}
