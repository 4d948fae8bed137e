import { useEffect, useState } from 'preact/hooks'

const TICK_MS = 200
const KEPT = 'pause'

/** Ms left of the pause that ends at `endsAt`. Kept with the tab, so that reloading the page does not shorten it. */
function leftOfPause(endsAt: number, wholeMs: number): number {
  const [kept, left] = (sessionStorage.getItem(KEPT) ?? '').split(' ').map(Number)
  const seen = kept === endsAt && left !== undefined ? left : wholeMs
  return Math.max(seen, endsAt - Date.now(), 0)
}

/** Ms left of a pause. Time runs only while the page is visible. */
export function usePause(endsAt: number, wholeMs: number): number {
  const [leftMs, setLeft] = useState(() => leftOfPause(endsAt, wholeMs))
  useEffect(() => {
    let left = leftOfPause(endsAt, wholeMs)
    let last = performance.now()
    setLeft(left)
    const timer = setInterval(() => {
      const now = performance.now()
      if (!document.hidden) left = Math.max(0, left - Math.min(now - last, 5 * TICK_MS))
      last = now
      sessionStorage.setItem(KEPT, `${endsAt} ${Math.round(left)}`)
      setLeft(left)
      if (left === 0) clearInterval(timer)
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [endsAt, wholeMs])
  return leftMs
}
