import { useEffect, useState } from 'preact/hooks'
import type { FocusControl } from '../../components/popup/popup-header'
import type { RuleStatus } from '../../domain/firewall/firewall-status'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import type { PopupFocus } from './popup-focus'

/** The focus hour in the popup: the running one, and whether its form or its details are unfolded. */
export function useFocusPanel() {
  const [running, setRunning] = useState<RuleStatus | null>(null)
  // The menu and the keys ask for it.
  const [isOpen, setOpen] = useState(location.hash === '#focus')
  const [Panel, setPanel] = useState<typeof PopupFocus | null>(null)
  // Each turn asks the worker anew how the rules stand.
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    // Loaded on demand, so that the popup opens sooner.
    if (isOpen) void import('./popup-focus').then((module) => setPanel(() => module.PopupFocus))
  }, [isOpen])
  const onToggle = () => setOpen((before) => !before)

  /** `inFront` is the page in front, if it is recorded; `ask` shows a failure. */
  const control = (
    inFront: SurfaceProfile | null,
    profileOf: (surface: string) => SurfaceProfile,
    ask: (request: Promise<unknown>) => void,
  ): FocusControl => ({
    isRunning: running !== null,
    isOpen,
    onToggle,
    panel: Panel && isOpen && (
      <Panel
        {...{ running, inFront, profileOf, ask }}
        onDone={() => setTurn((before) => before + 1)}
        onClose={onToggle}
      />
    ),
  })
  /** Whether the details of the running one are on show. */
  const isShown = running !== null && Panel !== null && isOpen
  return { control, turn, isShown, setRunning }
}
