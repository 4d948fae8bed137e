import { useMemo } from 'preact/hooks'
import { isMissing, type Scope } from '../../domain/insight/finding'
import { type Nights, nightsOf } from '../../domain/insight/nights'
import type { ChangeSettings } from '../../domain/settings/settings'
import type { Target } from '../../domain/firewall/rule'
import { t } from '../../platform/i18n'
import type { NameOf } from '../rule/rule-sentence'
import { targetName } from '../rule/target-name'
import { BedtimeField } from './bedtime-field'
import { InsightCard } from './card'
import { NightsFacts } from './nights-facts'
import { NightsTable } from './nights-table'
import { NightsWhy } from './nights-why'
import { nightsBasis, nightsWords, sleepBasis } from './nights-words'
import './nights.css'

interface Props {
  scope: Scope
  weekStart: number
  bedtime: number | null
  /** Null if no money is shown. */
  currency: string | null
  onSettings: ChangeSettings
}

/** What counted, what it covers, and whether sleep is estimated. */
function basisOf(nights: Nights | null, bedtime: number | null, nameOf: NameOf): string {
  if (!nights) return t('insight_measured', t('coverage_only'))
  return [nightsBasis(nights, nameOf), t('coverage_only'), sleepBasis(bedtime)].join(' · ')
}

/** How your days end. */
export function NightsCard({ scope, weekStart, bedtime, currency, onSettings }: Props) {
  const found = useMemo(() => nightsOf(scope, bedtime), [scope, bedtime])
  const nights = isMissing(found) ? null : found
  const lacksCutoff = isMissing(found) && found.lacks === 'cutoff'
  const nameOf = (target: Target): string => targetName(target, scope.valuing.profileOf)
  const field = <BedtimeField bedtime={bedtime} onSave={(chosen) => onSettings({ bedtime: chosen })} />
  return (
    <InsightCard
      id="nights"
      title={t('insight_nights')}
      finding={isMissing(found) ? found : nightsWords(found)}
      basis={basisOf(nights, bedtime, nameOf)}
      why={
        <>
          <NightsWhy nights={nights} nameOf={nameOf} />
          {!lacksCutoff && <div class="nights-bedtime">{field}</div>}
        </>
      }
      ask={
        lacksCutoff && (
          <div class="nights-bedtime">
            {field}
            <a href="#/firewall">{t('insight_nights_set_cutoff')}</a>
          </div>
        )
      }
    >
      {nights && (
        <div class="nights">
          <NightsTable nights={nights} weekStart={weekStart} />
          <NightsFacts nights={nights} currency={currency} />
        </div>
      )}
    </InsightCard>
  )
}
