import { useMemo } from 'preact/hooks'
import { isMissing, type Scope } from '../../domain/insight/finding'
import { exchangeRatio, perDollarOf, type Take, takeOf } from '../../domain/insight/take'
import type { ChangeSettings, Settings } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'
import { useFocusAfter } from '../form/use-focus-after'
import { InsightCard } from './card'
import { coverageOf, measuredBasis } from './owners-words'
import { RegionQuestion, TakeSettings } from './take-settings'
import { TakeTable } from './take-table'
import { TakeWhy } from './take-why'
import {
  linesShown,
  ratioWords,
  takeBasis,
  takeTimeWords,
  takeWords,
  unknownWords,
  unpricedWords,
} from './take-words'

interface Props {
  scope: Scope
  settings: Settings
  /** Null if no money is shown. */
  currency: string | null
  onSettings: ChangeSettings
}

function Ratio({ take, settings, currency }: Pick<Props, 'settings' | 'currency'> & { take: Take }) {
  if (currency === null) return null
  const ratio = exchangeRatio(take.total, currency, perDollarOf(currency, settings.dollarRate))
  return (
    ratio && <p class="take-note">{ratioWords(ratio, currency === 'USD' ? null : settings.dollarRate)}</p>
  )
}

/**
 * What platforms cost the person, what came back, and what they earned from the same hours. Hidden money hides theirs
 * too: only the time is left.
 */
export function TakeCard({ scope, settings, currency, onSettings }: Props) {
  const { region, moneyHidden: isHidden } = settings
  const found = useMemo(() => takeOf(scope, region), [scope, region])
  const focused = useFocusAfter(region)
  const take = isMissing(found) ? null : found
  const unpriced = take ? unpricedWords(take, currency) : ''
  const unknown = take && !isHidden ? unknownWords(take) : ''
  return (
    <InsightCard
      id="take"
      title={t('insight_take')}
      finding={isMissing(found) ? found : isHidden ? takeTimeWords(found) : takeWords(found, currency)}
      basis={
        take && region && !isHidden
          ? `${takeBasis(take, region)} · ${coverageOf(scope)}`
          : measuredBasis(scope)
      }
      why={
        isHidden ? (
          <p>{t('insight_take_hidden')}</p>
        ) : (
          <>
            <TakeWhy line={take && (linesShown(take, currency)[0] ?? null)} region={region} />
            <TakeSettings
              settings={settings}
              currency={currency}
              today={scope.today}
              onSettings={onSettings}
            />
          </>
        )
      }
    >
      {take && (
        <div ref={focused} tabIndex={-1} class="take-picture">
          {region === null && !isHidden && <RegionQuestion onSettings={onSettings} />}
          <TakeTable take={take} currency={currency} isEarnedShown={!isHidden} />
          <Ratio take={take} settings={settings} currency={currency} />
          {currency === null && !isHidden && (
            <p class="take-note">
              {t('insight_take_no_rate')} <a href="#/settings/rate">{t('rate_missing_button')}</a>
            </p>
          )}
          {unpriced && <p class="take-note soft">{unpriced}</p>}
          {unknown && <p class="take-note soft">{unknown}</p>}
        </div>
      )}
    </InsightCard>
  )
}
