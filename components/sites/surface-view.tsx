import type { SourceTime } from '../../domain/record/day-total'
import type { Heat } from '../../domain/statement/heat'
import type { Day } from '../../domain/time/local-time'
import type { OpinionChange } from '../../domain/surface/opinion'
import type { Period } from '../../domain/time/period'
import type { Line } from '../../domain/statement/statement'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import type { Grain, Trend } from '../../domain/statement/trend'
import { t } from '../../platform/i18n'
import { TotalsLine } from '../totals/coverage-line'
import { characterWords } from '../figure/character-words'
import { PageHeading } from '../page/page-heading'
import { periodName } from '../period/period-name'
import { RangeControl } from '../period/range-control'
import { SurfaceName } from '../figure/surface-name'
import { ComparedFigures } from '../trends/compared-figures'
import { HeatTable } from '../trends/heat-table'
import { TrendSection } from '../trends/trend-section'
import { CharacterFields } from './character-fields'
import { RatedNote } from './rated-note'

interface Figures {
  total: Line
  earlier: Line
  opens: { now: number; before: number }
  trend: Trend
  /** The share of day totals in the trend. */
  ofTotals: Trend
  totals: readonly SourceTime[]
  heat: Heat
}

interface Props {
  profile: SurfaceProfile
  /** What the person answered about its visits, in quarters. */
  ratings: readonly number[]
  range: string
  period: Period
  before: { period: Period }
  isSoFar: boolean
  today: Day
  /** Null before anything was recorded. */
  recordedSince: Day | null
  dayStartHour: number
  weekStart: number
  grain: Grain
  grains: readonly Grain[]
  onGrain: (grain: Grain) => void
  currency: string | null
  figures: Figures
  /** The URL of the page with all sites. */
  backHref: string
  onRange: (range: string) => void
  onChange: (surface: string, change: OpinionChange) => Promise<unknown>
}

/** The history of one surface. */
export function SurfaceView(props: Props) {
  const { profile, range, period, before, today, figures, onRange } = props
  return (
    <div class="trends surface-page">
      <a class="button quiet back" href={props.backHref}>
        <span aria-hidden="true">‹</span> {t('sites_all')}
      </a>
      <PageHeading>
        <SurfaceName profile={profile} />
      </PageHeading>
      <p class="printed-period">{periodName(period)}</p>
      <p class="soft">{characterWords(profile)}</p>
      {props.ratings.length > 0 && <RatedNote profile={profile} ratings={props.ratings} />}
      <RangeControl range={range} period={period} today={today} onRange={onRange} />
      <ComparedFigures
        total={figures.total}
        before={figures.earlier}
        opens={figures.opens}
        beforePeriod={before.period}
        isSoFar={props.isSoFar}
        currency={props.currency}
      />
      <TotalsLine totals={figures.totals} hasMoney={props.currency !== null} />
      {figures.total.timeMs === 0 ? (
        <p class="empty soft">{t('trend_none')}</p>
      ) : (
        <>
          <TrendSection {...props} trend={figures.trend} ofTotals={figures.ofTotals} />
          <HeatTable heat={figures.heat} dayStartHour={props.dayStartHour} weekStart={props.weekStart} />
        </>
      )}
      <section aria-labelledby="character">
        <h2 id="character">{t('what_it_is')}</h2>
        <CharacterFields profile={profile} onChange={props.onChange} />
        <a class="button" href={`#/settings/sites/${profile.surface}`}>
          {t('site_settings')}
        </a>
      </section>
    </div>
  )
}
