/** What is left of the rules. Loaded after the figures are on screen. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Limits } from '../../components/popup/limits'
import { useNow } from '../../components/page/use-live'
import { usePolling } from '../../components/page/use-polling'
import type { FirewallStatus, RuleStatus } from '../../domain/firewall/firewall-status'
import { runningFocus } from '../../domain/firewall/focus'
import type { Goal } from '../../domain/statement/commitment-progress'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { MINUTE_MS } from '../../domain/time/local-time'
import { send } from '../../platform/messages'
import { readBackup } from '../../storage/bulk/backup'
import { PopupFocusEnd } from './popup-focus-end'

interface Props {
  /** The surface in front; null if none is recorded. */
  inFront: string | null
  profileOf: (surface: string) => SurfaceProfile
  isMoneyHidden: boolean
  /** The worker is asked anew when it changes. */
  turn: number
  /** Whether the running focus hour is on show already. */
  isFocusShown: boolean
  onFocus: (running: RuleStatus | null) => void
}

export function PopupLimits({ inFront, turn, onFocus, ...props }: Props) {
  const [status, setStatus] = useState<FirewallStatus | null>(null)
  const [goals, setGoals] = useState<readonly Goal[] | null>(null)
  const now = useNow()
  const box = useRef<HTMLDivElement>(null)
  // Rules that could not be read are not reported here: the popup shows the same trouble already.
  const asking = inFront === null ? null : { surface: inFront }
  const ask = () => send('firewall', asking).then(setStatus, () => undefined)
  usePolling(() => void ask(), [inFront, turn])
  const running = status && runningFocus(status.rules)
  useEffect(() => onFocus(running), [status])
  // Once a minute: a goal moves no faster.
  const minute = Math.floor(now / MINUTE_MS)
  useEffect(() => void send('goals', null).then(setGoals, () => setGoals([])), [minute])
  useEffect(() => {
    // Reading an expired backup of an import deletes it, whichever page is opened first.
    void readBackup(Date.now())
  }, [])
  useLayoutEffect(() => {
    // The next popup reserves this height, so that nothing moves when the rules appear.
    if (status && goals && box.current && !props.isFocusShown)
      localStorage.setItem('limits', String(box.current.offsetHeight))
  }, [status, goals])
  return (
    <>
      {status && !running && <PopupFocusEnd />}
      <div ref={box}>{status && goals && <Limits {...props} status={status} goals={goals} now={now} />}</div>
    </>
  )
}
