import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { Watchable } from '../../domain/watchable'

export type Live<Value> = { value: Value; key: string } | { error: unknown } | null

/** The latest value of the observable and its key; null before the first. Subscribes again when `key` changes. */
export function useLive<Value>(watch: () => Watchable<Value>, key: string): Live<Value> {
  const [live, setLive] = useState<Live<Value>>(null)
  // Before the next paint, because the page waits for the first value.
  useLayoutEffect(() => {
    const subscription = watch().subscribe({
      next: (value) => setLive({ value, key }),
      error: (error) => setLive({ error }),
    })
    return () => subscription.unsubscribe()
  }, [key])
  return live
}

/** The current time, updated every second while the page is visible. */
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
