import { useEffect, useState } from 'preact/hooks'
import { MINUTE_MS } from '../../domain/time/local-time'

const thisMinute = (): number => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS

/** The time in whole minutes: a comparison up to now, perhaps over years, need not be computed every second. */
export function useMinute(): number {
  const [minute, setMinute] = useState(thisMinute)
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) setMinute(thisMinute())
    }, 1000)
    return () => clearInterval(timer)
  }, [])
  return minute
}
