/** The question about an unknown site. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { KindQuestion } from '../../components/popup/kind-question'
import type { UnknownSite } from '../../domain/statement/unknown-site'
import type { Kind } from '../../domain/surface/kind'
import { send } from '../../platform/messages'

interface Props {
  /** The height to keep free until it is known whether there is a question. */
  reserved: string
  /** Shows a failure; the question then stays. */
  ask: (request: Promise<unknown>) => void
}

export function UnknownSiteQuestion({ reserved, ask }: Props) {
  const [unknown, setUnknown] = useState<UnknownSite | null>(null)
  const [isKnown, setKnown] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Without an answer, the figures are still of use, and the popup shows any trouble already.
    void send('unknownSite', null)
      .then(setUnknown, () => undefined)
      .then(() => setKnown(true))
  }, [])
  useLayoutEffect(() => {
    if (isKnown) localStorage.setItem('kindQuestion', String(unknown ? box.current?.offsetHeight : 0))
  }, [isKnown, unknown])
  const answer = (site: string, kind: Kind | null) =>
    ask(
      send('changeSurface', { surface: site, change: kind ? { kind } : { asked: Date.now() } }).then(() =>
        setUnknown(null),
      ),
    )
  return (
    <div ref={box} class="kind-question" style={{ minBlockSize: isKnown ? 0 : reserved }}>
      {unknown && <KindQuestion unknown={unknown} onAnswer={(kind) => answer(unknown.site, kind)} />}
    </div>
  )
}
