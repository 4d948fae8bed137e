/** What is left of the rules. Loaded after the figures are on screen. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Limits } from '../../components/popup/limits'
import { useNow } from '../../components/page/use-live'
import { usePolling } from '../../components/page/use-polling'
import type { FirewallStatus } from '../../domain/firewall/firewall-status'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { send } from '../../platform/messages'
import { readBackup } from '../../storage/bulk/backup'

interface Props {
  profileOf: (surface: string) => SurfaceProfile
  isMoneyHidden: boolean
}

export function PopupLimits(props: Props) {
  const [status, setStatus] = useState<FirewallStatus | null>(null)
  const now = useNow()
  const box = useRef<HTMLDivElement>(null)
  // Rules that could not be read are not reported here: the popup shows the same trouble already.
  usePolling(() => void send('firewall', null).then(setStatus, () => undefined), [])
  useEffect(() => {
    // Reading an expired backup of an import deletes it, whichever page is opened first.
    void readBackup(Date.now())
  }, [])
  useLayoutEffect(() => {
    // The next popup reserves this height, so that nothing moves when the rules appear.
    if (status && box.current) localStorage.setItem('limits', String(box.current.offsetHeight))
  }, [status])
  return <div ref={box}>{status && <Limits {...props} status={status} now={now} />}</div>
}
