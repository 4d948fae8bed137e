import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { reasonOf } from '../../components/page/describe-trouble'
import type { TroubleProps } from '../../components/page/trouble'
import type { WallFacts } from '../../domain/firewall/firewall-status'
import { t } from '../../platform/i18n'
import { send } from '../../platform/messages'

const SECOND_MS = 1000

/** The longest delay that a timer accepts. */
const LONGEST_MS = 2 ** 31 - 1

/** When to ask again: every second during a wait, else when the page opens; null if only a change can open it. */
function askInMs({ isOpen, opensAt, pauseEndsAt, emergency }: WallFacts): number | null {
  if (isOpen) return null
  const isRunning = [pauseEndsAt, emergency?.readyAt].some((end) => (end ?? 0) > Date.now())
  if (isRunning) return SECOND_MS
  return opensAt === null ? null : Math.min(Math.max(SECOND_MS, opensAt - Date.now()), LONGEST_MS)
}

/** The facts of this wall, asked for repeatedly while the page is visible; undefined before the first answer. */
export function useFacts() {
  const [facts, setFacts] = useState<WallFacts | null | undefined>(undefined)
  const [trouble, setTrouble] = useState<TroubleProps | null>(null)
  const asked = useRef(0)

  const ask = useCallback(async () => {
    const turn = (asked.current += 1)
    try {
      const answer = await send('wall', null)
      if (turn !== asked.current) return
      setFacts(answer)
      setTrouble(null)
    } catch (error) {
      if (turn === asked.current) setTrouble({ sentence: t('wall_trouble'), detail: reasonOf(error) })
    }
  }, [])

  useEffect(() => {
    const askIfSeen = () => void (document.hidden || ask())
    void ask()
    document.addEventListener('visibilitychange', askIfSeen)
    window.addEventListener('focus', askIfSeen)
    return () => {
      document.removeEventListener('visibilitychange', askIfSeen)
      window.removeEventListener('focus', askIfSeen)
    }
  }, [])

  useEffect(() => {
    const wait = facts ? askInMs(facts) : null
    if (wait === null) return undefined
    const timer = setInterval(() => void (document.hidden || ask()), wait)
    return () => clearInterval(timer)
  }, [facts])

  return { facts, trouble, ask }
}
