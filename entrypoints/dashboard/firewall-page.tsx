import type { FirewallActions } from '../../components/firewall/firewall-actions'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { errorIn, pageTrouble, valueOf } from '../../components/page/describe-trouble'
import { FirewallView } from '../../components/firewall/firewall-view'
import { targetName } from '../../components/rule/target-name'
import { Trouble, type TroubleProps } from '../../components/page/trouble'
import { useLive, useNow } from '../../components/page/use-live'
import { usePolling } from '../../components/page/use-polling'
import { useReady } from '../../components/page/use-ready'
import { newDraft } from '../../domain/firewall/bound-choice'
import { targetAt } from '../../domain/firewall/coverage'
import type { FirewallStatus } from '../../domain/firewall/firewall-status'
import { scheduleDraft } from '../../domain/firewall/focus-schedule'
import type { RuleDraft } from '../../domain/firewall/rule-draft'
import { targetNamed } from '../../domain/firewall/rule-target'
import { siteOf } from '../../domain/surface/surface'
import { surfaceBook } from '../../domain/surface/surface-book'
import type { KnownSurface } from '../../domain/surface/surface-directory'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveRuleChanges } from '../../storage/firewall/limits'
import { livePassesTaken } from '../../storage/firewall/passes-taken'
import { liveSettings } from '../../storage/record/live'
import { siteActions } from './site-actions'
import { useDirectory } from './use-directory'

/** The status of the rules. The worker is asked after every change of a rule and every few seconds. */
function useStatus(): [FirewallStatus | null, TroubleProps | null, askAgain: () => void] {
  const [status, setStatus] = useState<FirewallStatus | null>(null)
  const [failed, setFailed] = useState<TroubleProps | null>(null)
  const changes = valueOf(useLive(liveRuleChanges, ''))
  const [own, setOwn] = useState(0)
  const ask = () =>
    void send('firewall', null).then(
      (answer) => {
        setStatus(answer)
        setFailed(null)
      },
      (error: unknown) => setFailed(pageTrouble(error)),
    )
  usePolling(ask, [changes, own])
  return [status, failed, () => setOwn((before) => before + 1)]
}

const actionsOn = (known: readonly KnownSurface[], askAgain: () => void): FirewallActions => ({
  preview: (rule) => send('previewRule', { rule }),
  put: (rule, pin) => send('putRule', { rule, pin }),
  remove: (id, pin) => send('removeRule', { id, pin }),
  takeBack: (id) => send('takeBackChange', { id }),
  keep: (id, pin) => send('keepRule', { id, pin }),
  judge: (address) => send('judge', { address }),
  // The PIN is in no store that is watched here, so the status has to be asked for.
  setPin: (pin, old) => send('setPin', { pin, old }).then(askAgain),
  removePin: (pin) => send('removePin', { pin }).then(askAgain),
  keepPin: () => send('keepPin', null).then(askAgain),
  find: async (typed) => {
    const named = targetNamed(typed, known)
    if (named) return named
    const splits = known.flatMap(({ opinion: { surface, split } }) =>
      split === undefined ? [] : [{ surface, pattern: split }],
    )
    const place = await siteActions.placeOf(typed, splits)
    return place && targetAt(place)
  },
})

interface Props {
  /** Whether no other alert is shown above the page. Without the directory, rules are shown all the same. */
  isWell: boolean
  /** `new` for a new rule about a surface, `focus` for one at the hours of a focus hour; what follows says which. */
  part: string | null
  surface: string | null
}

/** What a new rule is to be about. The address loses it, so that reloading the page does not ask for it again. */
function useBegin({ part, surface }: Props): RuleDraft | null {
  const [begin] = useState(() => {
    if (surface === null) return null
    if (part === 'focus') return scheduleDraft(surface)
    return part === 'new' ? newDraft(targetAt({ surface, site: siteOf(surface) })) : null
  })
  useEffect(() => {
    if (begin) history.replaceState(null, '', '#/firewall')
  }, [])
  return begin
}

export function FirewallPage(props: Props) {
  const { isWell } = props
  const begin = useBegin(props)
  const [status, unanswered, askAgain] = useStatus()
  const { known: read, opinions, failed } = useDirectory()
  const known = read ?? (isWell && !failed ? null : [])
  const liveSet = useLive(liveSettings, '')
  const liveTaken = useLive(livePassesTaken, '')
  const settings = valueOf(liveSet)
  const now = useNow()
  const profileOf = useMemo(() => surfaceBook(opinions), [opinions])
  const trouble = errorIn(liveSet, liveTaken) ?? failed ?? unanswered
  useReady(status !== null && known !== null && liveTaken !== null)
  return (
    <>
      {trouble && <Trouble {...trouble} />}
      {status && known && settings && (
        <FirewallView
          status={status}
          taken={valueOf(liveTaken) ?? null}
          known={known}
          now={now}
          clock={{ dayStartHour: settings.dayStartHour, offsetAt: localOffset }}
          nameOf={(target) => targetName(target, profileOf)}
          isMoneyHidden={settings.moneyHidden}
          begin={begin}
          actions={actionsOn(known, askAgain)}
        />
      )}
    </>
  )
}
