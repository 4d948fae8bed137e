import type { LocalInterval } from '../../domain/time/interval'
import type { SourceTime } from '../../domain/record/total-source'
import { changeFinding } from '../../domain/statement/page-finding'
import type { Change } from '../../domain/statement/changes'
import type { FocusHour } from '../../domain/statement/focus-hours'
import type { Heat } from '../../domain/statement/heat'
import type { Day } from '../../domain/time/local-time'
import { extentOf, type Period } from '../../domain/time/period'
import type { Settings } from '../../domain/settings/settings'
import type { Statement } from '../../domain/statement/statement'
import type { Grain, Trend } from '../../domain/statement/trend'
import { t } from '../../platform/i18n'
import { TotalsLine } from '../totals/coverage-line'
import { PageHeading } from '../page/page-heading'
import { findingWords } from '../period/finding-words'
import { periodName } from '../period/period-name'
import { RangeControl } from '../period/range-control'
import { discreetName } from '../figure/full-name'
import { changeSentence } from './change-sentence'
import { ComparedFigures } from './compared-figures'
import { HeatTable } from './heat-table'
import { TrendSection } from './trend-section'
import './trends.css'

/** Whether others are not to read the name in it. */
const isForOthers = ({ subject }: Change): boolean =>
  subject.type === 'surface' && subject.profile.discreet === true

interface Figures {
  now: Statement
  /** Empty if it is not compared. */
  earlier: Statement
  /** The first recorded day, if it lies within the period before. */
  begins: Day | null
  trend: Trend
  /** The share of day totals in the trend. */
  ofTotals: Trend
  totals: readonly SourceTime[]
  heat: Heat
  changes: readonly Change[]
  /** The focus hours of the period that are over. */
  focus: readonly FocusHour[]
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
            <li key={changeSentence(change, currency ?? '')}>
              <span class={isForOthers(change) ? 'on-screen' : ''}>
                {changeSentence(change, currency ?? '')}
              </span>
              {isForOthers(change) && (
                <span class="on-paper">{changeSentence(change, currency ?? '', discreetName)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What the period says against the one before. */
function Lead({ now, earlier }: Figures) {
  const found = changeFinding(now, earlier)
  return found ? (
    <p class="lead found">{findingWords(found, null)}</p>
  ) : (
    <p class="empty lead">{t('trend_none')}</p>
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
          <Lead {...figures} />
          <ComparedFigures
            total={figures.now.total}
            surfaces={figures.now.surfaces}
            before={figures.earlier.total}
            opens={null}
            beforePeriod={before.period}
            begins={figures.begins}
            isSoFar={before.extent.until < extentOf(before.period, dayStartHour).until}
            currency={currency}
          />
          <TotalsLine totals={figures.totals} hasMoney={currency !== null} />
          {figures.now.total.timeMs > 0 && (
            <>
              {/* The figures above say what one bar would. */}
              {period.first < period.last && (
                <TrendSection
                  {...props}
                  trend={figures.trend}
                  ofTotals={figures.ofTotals}
                  focus={figures.focus}
                  currency={currency}
                />
              )}
              {figures.begins === null && <Changes {...figures} currency={currency} />}
              <HeatTable heat={figures.heat} dayStartHour={dayStartHour} weekStart={weekStart} />
            </>
          )}
        </>
      )}
    </div>
  )
}
