import type { Scope } from '../../domain/insight/finding'
import type { SourceTime } from '../../domain/record/day-total'
import type { Settings } from '../../domain/settings/settings'
import type { Day } from '../../domain/time/local-time'
import type { Period } from '../../domain/time/period'
import { t } from '../../platform/i18n'
import { CoverageLine } from '../totals/coverage-line'
import { PageHeading } from '../page/page-heading'
import { periodName } from '../period/period-name'
import { RangeControl } from '../period/range-control'
import { type PhoneProps, PhoneSection } from '../phone/phone-section'
import { OwnersCard } from './owners-card'

export interface InsightsViewProps {
  range: string
  period: Period
  today: Day
  settings: Settings
  /** Null until everything is read. */
  scope: Scope | null
  /** Null if no money is shown. */
  currency: string | null
  /** How much of the period is day totals. */
  totals: readonly SourceTime[]
  /** Null until it is read. */
  phone: PhoneProps | null
  onRange: (range: string) => void
  onSettings: (change: Partial<Settings>) => Promise<unknown>
}

/** The Insights page: one card for each question. */
export function InsightsView({
  range,
  period,
  today,
  scope,
  currency,
  totals,
  phone,
  onRange,
}: InsightsViewProps) {
  return (
    <div class="insights">
      <PageHeading>{t('insights')}</PageHeading>
      <p class="printed-period">{periodName(period)}</p>
      <p class="lead">{t('insights_lead')}</p>
      <RangeControl range={range} period={period} today={today} onRange={onRange} />
      {scope && (
        <>
          <CoverageLine totals={totals} hasMoney={currency !== null} />
          <OwnersCard scope={scope} />
        </>
      )}
      {phone && <PhoneSection {...phone} />}
    </div>
  )
}
