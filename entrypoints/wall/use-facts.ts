import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { reasonOf } from '../../components/page/describe-trouble'
import type { TroubleProps } from '../../components/page/trouble'
import type { WallFacts } from '../../domain/firewall/firewall-status'
import { askWallInMs } from '../../domain/firewall/ask-wall'
import { t } from '../../platform/i18n'
import { send } from '../../platform/messages'

/** The facts of this wall, asked for repeatedly while the page is visible; undefined before the first answer. */
export function useFacts() {
  const [facts, setFacts] = useState<WallFacts | null | undefined>(undefined)
  const [trouble, setTrouble] = useState<TroubleProps | null>(null)
  /** Whether the worker knew no wall of this tab from the start; null before its first answer. */
  const [isLeftOver, setLeftOver] = useState<boolean | null>(null)
  const asked = useRef(0)

  const ask = useCallback(async () => {
    const turn = (asked.current += 1)
    try {
      const answer = await send('wall', null)
      if (turn !== asked.current) return
      setFacts(answer)
      setLeftOver((known) => known ?? answer === null)
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
    const wait = facts ? askWallInMs(facts, Date.now()) : null
    if (wait === null) return undefined
    const timer = setInterval(() => void (document.hidden || ask()), wait)
    return () => clearInterval(timer)
  }, [facts])

  return { facts, isLeftOver, trouble, ask }
}
