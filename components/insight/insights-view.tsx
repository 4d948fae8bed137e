import type { Scope } from '../../domain/insight/finding'
import type { Settings } from '../../domain/settings/settings'
import type { Day } from '../../domain/time/local-time'
import type { Period } from '../../domain/time/period'
import { t } from '../../platform/i18n'
import { PageHeading } from '../page/page-heading'
import { periodName } from '../period/period-name'
import { RangeControl } from '../period/range-control'
import { DriftCard } from './drift-card'
import { OwnersCard } from './owners-card'
import { WorthCard } from './worth-card'

export interface InsightsViewProps {
  range: string
  period: Period
  today: Day
  settings: Settings
  /** Null until everything is read. */
  scope: Scope | null
  /** Null if no money is shown. */
  currency: string | null
  onRange: (range: string) => void
  onSettings: (change: Partial<Settings>) => Promise<unknown>
}

/** The Insights page: one card for each question. */
export function InsightsView({ range, period, today, settings, scope, ...props }: InsightsViewProps) {
  const { onRange, onSettings } = props
  return (
    <div class="insights">
      <PageHeading>{t('insights')}</PageHeading>
      <p class="printed-period">{periodName(period)}</p>
      <p class="lead">{t('insights_lead')}</p>
      <RangeControl range={range} period={period} today={today} onRange={onRange} />
      {scope && (
        <>
          <WorthCard scope={scope} settings={settings} onSettings={onSettings} />
          <DriftCard scope={scope} />
          <OwnersCard scope={scope} />
        </>
      )}
    </div>
  )
}
