import type { LocalInterval } from '../../domain/time/interval'
import type { SourceTime } from '../../domain/record/day-total'
import type { Change } from '../../domain/statement/changes'
import type { Heat } from '../../domain/statement/heat'
import type { Day } from '../../domain/time/local-time'
import { extentOf, type Period } from '../../domain/time/period'
import type { Settings } from '../../domain/settings/settings'
import type { Statement } from '../../domain/statement/statement'
import type { Grain, Trend } from '../../domain/statement/trend'
import { t } from '../../platform/i18n'
import { TotalsLine } from '../totals/coverage-line'
import { PageHeading } from '../page/page-heading'
import { periodName } from '../period/period-name'
import { RangeControl } from '../period/range-control'
import { changeSentence } from './change-sentence'
import { ComparedFigures } from './compared-figures'
import { HeatTable } from './heat-table'
import { TrendSection } from './trend-section'
import './trends.css'

interface Figures {
  now: Statement
  earlier: Statement
  trend: Trend
  /** The share of day totals in the trend. */
  ofTotals: Trend
  totals: readonly SourceTime[]
  heat: Heat
  changes: readonly Change[]
  hasRate: boolean
}

interface Props {
  range: string
  period: Period
  before: { period: Period; extent: LocalInterval }
  today: Day
  /** Null before anything was recorded. */
  recordedSince: Day | null
  weekStart: number
  grain: Grain
  grains: readonly Grain[]
  onGrain: (grain: Grain) => void
  onRange: (range: string) => void
  settings: Settings
  /** Null until they are read. */
  figures: Figures | null
}

/** What changed most, in sentences. */
function Changes({ changes, earlier, currency }: Figures & { currency: string | null }) {
  const shown = changes.filter(({ of }) => of === 'time' || currency !== null)
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('changes')}</h2>
      {shown.length === 0 ? (
        <p class="soft">{t(earlier.total.timeMs === 0 ? 'changes_nothing_before' : 'changes_none')}</p>
      ) : (
        <ul class="changes">
          {shown.map((change) => (
            <li key={changeSentence(change, currency ?? '')}>{changeSentence(change, currency ?? '')}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The Trends page: a period by step and by hour of the week. */
export function TrendsView(props: Props) {
  const { range, period, before, today, weekStart, settings, figures, onRange } = props
  const currency = figures?.hasRate && !settings.moneyHidden ? settings.currency : null
  const { dayStartHour } = settings
  return (
    <div class="trends">
      <PageHeading>{t('trends')}</PageHeading>
      <p class="printed-period">{periodName(period)}</p>
      <RangeControl range={range} period={period} today={today} onRange={onRange} />
      {figures && (
        <>
          <ComparedFigures
            total={figures.now.total}
            before={figures.earlier.total}
            opens={null}
            beforePeriod={before.period}
            isSoFar={before.extent.until < extentOf(before.period, dayStartHour).until}
            currency={currency}
          />
          <TotalsLine totals={figures.totals} hasMoney={currency !== null} />
          {figures.now.total.timeMs === 0 ? (
            <p class="empty soft">{t('trend_none')}</p>
          ) : (
            <>
              <TrendSection
                {...props}
                trend={figures.trend}
                ofTotals={figures.ofTotals}
                currency={currency}
              />
              <Changes {...figures} currency={currency} />
              <HeatTable heat={figures.heat} dayStartHour={dayStartHour} weekStart={weekStart} />
            </>
          )}
        </>
      )}
    </div>
  )
}
