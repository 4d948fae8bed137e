/** Loaded after the figures are on screen: what is left of the rules. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Limits } from '../../components/popup/limits'
import { useNow } from '../../components/page/use-live'
import type { FirewallStatus } from '../../domain/firewall/firewall-status'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { send } from '../../platform/messages'
import { readBackup } from '../../storage/bulk/backup'

const ASK_EVERY_MS = 5000

interface Props {
  profileOf: (surface: string) => SurfaceProfile
  isMoneyHidden: boolean
}

export function PopupLimits(props: Props) {
  const [status, setStatus] = useState<FirewallStatus | null>(null)
  const now = useNow()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Rules that could not be read are not told: the trouble that the popup tells is the same.
    const ask = () => send('firewall', null).then(setStatus, () => undefined)
    void ask()
    const timer = setInterval(() => void ask(), ASK_EVERY_MS)
    // What imports changed goes when its time is over, whichever page is opened first.
    void readBackup(Date.now())
    return () => clearInterval(timer)
  }, [])
  useLayoutEffect(() => {
    // The next popup keeps as much room free, so that nothing moves when they arrive.
    if (status && box.current) localStorage.setItem('limits', String(box.current.offsetHeight))
  }, [status])
  return <div ref={box}>{status && <Limits {...props} status={status} now={now} />}</div>
}
