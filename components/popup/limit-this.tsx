import { useEffect, useState } from 'preact/hooks'
import type { FirewallStatus } from '../../domain/firewall'
import { EVERY_DAY, PAUSE_SECONDS, type Rule } from '../../domain/rule'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useSaving } from '../form/use-saving'
import { whole } from '../format'

const MINUTES = [15, 30, 60] as const

/** How the popup asks for rules and sets one. */
export interface Limiting {
  status: () => Promise<FirewallStatus>
  put: (rule: Rule) => Promise<unknown>
}

const limitOf = (surface: string, minutes: number): Rule => ({
  id: '',
  targets: [{ type: 'surface', surface }],
  except: [],
  bound: { type: 'time', allowance: { per: 'day', of: EVERY_DAY(minutes) } },
  strictness: 'wall',
  pauseSeconds: PAUSE_SECONDS.usual,
  hasEmergency: true,
  isOn: true,
})

/** Whether the surface has a limit of its own, which is changed rather than set again. */
const hasOwn = ({ rules }: FirewallStatus, surface: string): boolean =>
  rules.some(({ rule: { targets, bound, isOn } }) => {
    const [only] = targets
    const isAlone = targets.length === 1 && only?.type === 'surface' && only.surface === surface
    return isOn && isAlone && bound.type === 'time'
  })

/** A daily limit in one click; with a PIN, or where there is one already, the way to where it is changed. */
export function LimitThis({ surface, limiting }: { surface: string; limiting: Limiting }) {
  const [status, setStatus] = useState<FirewallStatus | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const [saving, , saveOnce] = useSaving()
  useEffect(() => {
    limiting.status().then(setStatus, () => undefined)
  }, [surface])
  const isElsewhere = chosen === null && status !== null && (status.pin.isSet || hasOwn(status, surface))
  const choose = async (minutes: number) => {
    if (await saveOnce(() => limiting.put(limitOf(surface, minutes)))) setChosen(minutes)
  }
  return (
    <fieldset>
      <legend>{t('limit_this')}</legend>
      {isElsewhere ? (
        <a class="button" href="/dashboard.html#/firewall" target="_blank">
          {t('limit_change')}
        </a>
      ) : (
        MINUTES.map((minutes) => (
          <button
            key={minutes}
            type="button"
            aria-pressed={minutes === chosen}
            disabled={status === null || chosen !== null}
            onClick={() => void choose(minutes)}
          >
            {t('limit_a_day', whole(minutes))}
          </button>
        ))
      )}
      <SaveNote saving={saving} />
      <p class="soft">{t('limit_hint')}</p>
    </fieldset>
  )
}
