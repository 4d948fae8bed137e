/** The form that begins a focus hour, or the one that runs. Loaded when it is asked for. */
import { useEffect, useState } from 'preact/hooks'
import { FocusForm } from '../../components/focus/focus-form'
import { FocusRunning } from '../../components/focus/focus-running'
import { useNow } from '../../components/page/use-live'
import { targetName } from '../../components/rule/target-name'
import type { RuleStatus } from '../../domain/firewall/firewall-status'
import { type FocusWish, isFocus } from '../../domain/firewall/focus'
import { wishOfRow } from '../../domain/firewall/focus-row'
import { hoursOfFocus, writeSchedule } from '../../domain/firewall/focus-schedule'
import { targetAt } from '../../domain/firewall/coverage'
import type { Target } from '../../domain/firewall/rule'
import { targetNamed } from '../../domain/firewall/rule-target'
import { typedPlace } from '../../domain/surface/address'
import { KINDS } from '../../domain/surface/kind'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { lastFocusRow } from '../../storage/firewall/focus-log'

/** What is offered the first time. */
const USUAL: FocusWish = {
  named: [
    { type: 'kind', kind: 'work' },
    { type: 'kind', kind: 'learning' },
  ],
  strictness: 'wall',
  minutes: 50,
  until: null,
  workMinutes: null,
  breakMinutes: 0,
}

/** Kinds that work is often about. */
const OFFERED: readonly Target[] = [...USUAL.named, { type: 'kind', kind: 'ai' }]

/** The kind, owner, site, part or address that a text names. */
function targetTyped(typed: string): Target | null {
  const text = typed.trim().toLowerCase()
  const kind = KINDS.find((one) => t(`kind_${one}`).toLowerCase() === text)
  if (kind) return { type: 'kind', kind }
  const place = typedPlace(typed, [])
  return targetNamed(typed, []) ?? (place && targetAt(place))
}

interface Props {
  running: RuleStatus | null
  /** The page in front, if it is recorded. */
  inFront: SurfaceProfile | null
  profileOf: (surface: string) => SurfaceProfile
  /** Shows a failure. */
  ask: (request: Promise<unknown>) => void
  onDone: () => void
  onClose: () => void
}

export function PopupFocus({ running, inFront, profileOf, ask, onDone, onClose }: Props) {
  const now = useNow()
  const [begin, setBegin] = useState<FocusWish | null>(null)
  useEffect(() => {
    lastFocusRow(Date.now()).then(
      (row) => setBegin(row && row.named.length > 0 ? wishOfRow(row) : USUAL),
      () => setBegin(USUAL),
    )
  }, [])
  const nameOf = (target: Target) => targetName(target, profileOf)
  const bound = running?.rule.bound
  if (running && bound && isFocus(bound))
    return (
      <FocusRunning
        status={running}
        {...{ bound, now, nameOf }}
        onLengthen={(minutes) => ask(send('lengthenFocus', { minutes }).then(onDone))}
        onTakeBack={() => ask(send('takeBackFocus', null).then(onDone))}
      />
    )
  if (!begin) return null
  return (
    <FocusForm
      {...{ begin, now, nameOf, onCancel: onClose }}
      offered={inFront ? [...OFFERED, targetAt(inFront)] : OFFERED}
      offsetAt={localOffset}
      find={targetTyped}
      scheduleHref={(wish) =>
        `/dashboard.html#/firewall/focus/${writeSchedule(hoursOfFocus(wish, now, localOffset), wish.named)}`
      }
      onStart={(wish) => ask(send('startFocus', wish).then(onDone))}
    />
  )
}
