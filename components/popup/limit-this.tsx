import { useEffect, useState } from 'preact/hooks'
import { isSameTarget, targetAt } from '../../domain/firewall/coverage'
import type { FirewallStatus, RulePreview } from '../../domain/firewall/firewall-status'
import { MINUTE_MS } from '../../domain/time/local-time'
import { minutesADay, newRule, type Rule } from '../../domain/firewall/rule'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useSaving } from '../form/use-saving'
import { duration, timeOfWeek, whole } from '../figure/format'

const MINUTES = [10, 20, 30, 60] as const

type LimitedSurface = Pick<SurfaceProfile, 'surface' | 'site' | 'kind'>

/** The requests with which the popup reads rules and sets one. */
export interface Limiting {
  status: () => Promise<FirewallStatus>
  preview: (rule: Rule) => Promise<RulePreview>
  put: (rule: Rule) => Promise<unknown>
}

const limitOf = (place: LimitedSurface, minutes: number): Rule =>
  newRule([targetAt(place)], minutesADay(minutes))

/** Whether the place already has a time limit of its own, which is then changed, not set again. */
const hasOwn = ({ rules }: FirewallStatus, place: LimitedSurface): boolean =>
  rules.some(({ rule: { targets, bound, isOn } }) => {
    const [only] = targets
    const isAlone = targets.length === 1 && only !== undefined && isSameTarget(only, targetAt(place))
    return isOn && isAlone && bound.type === 'time'
  })

/** The status of the rules and today's use of the place; null until the worker answers. */
function useLimits(place: LimitedSurface, limiting: Limiting) {
  const [known, setKnown] = useState<{ status: FirewallStatus; usedMs: number } | null>(null)
  useEffect(() => {
    Promise.all([limiting.status(), limiting.preview(limitOf(place, MINUTES[0]))]).then(
      ([status, { used }]) => setKnown({ status, usedMs: used.ms }),
      () => undefined,
    )
  }, [place.surface, place.kind])
  return known
}

/** Sets a daily limit in one click, or leads to the form for another one; if there is one, to the page that changes it. */
export function LimitThis({ place, limiting }: { place: LimitedSurface; limiting: Limiting }) {
  const known = useLimits(place, limiting)
  const [chosen, setChosen] = useState<number | null>(null)
  const [saving, , saveOnce] = useSaving()
  const termsFrom = known?.status.termsFrom ?? null
  const isElsewhere = chosen === null && known !== null && hasOwn(known.status, place)
  const isLate = !isElsewhere && known !== null && known.usedMs >= MINUTES[0] * MINUTE_MS
  const choose = async (minutes: number) => {
    if (await saveOnce(() => limiting.put(limitOf(place, minutes)))) setChosen(minutes)
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
            disabled={known === null || chosen !== null}
            onClick={() => void choose(minutes)}
          >
            {t('limit_a_day', whole(minutes))}
          </button>
        ))
      )}
      {!isElsewhere && (
        <a class="button" href={`/dashboard.html#/firewall/new/${place.surface}`} target="_blank">
          {t('limit_else')}
        </a>
      )}
      <SaveNote saving={saving} />
      <p class="soft">
        {isLate && `${t('limit_less_closes', duration(known.usedMs))} `}
        {t('limit_hint')}
        {termsFrom !== null && ` ${t('limits_follow', timeOfWeek(termsFrom))}`}
      </p>
    </fieldset>
  )
}
