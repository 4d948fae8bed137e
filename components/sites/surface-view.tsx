import type { SourceTime } from '../../domain/record/total-source'
import type { Heat } from '../../domain/statement/heat'
import type { Day } from '../../domain/time/local-time'
import type { Period } from '../../domain/time/period'
import type { Line, SurfaceLine } from '../../domain/statement/statement'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import type { Grain, Trend } from '../../domain/statement/trend'
import { isWorthUnknown } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'
import { TotalsLine } from '../totals/coverage-line'
import { characterWords } from '../figure/character-words'
import { PageHeading } from '../page/page-heading'
import { periodName } from '../period/period-name'
import { RangeControl } from '../period/range-control'
import { PaperName, SurfaceName } from '../figure/surface-name'
import { useFocusAfter } from '../form/use-focus-after'
import { ComparedFigures } from '../trends/compared-figures'
import { HeatTable } from '../trends/heat-table'
import { TrendSection } from '../trends/trend-section'
import { duration } from '../figure/format'
import { fullName } from '../figure/full-name'
import { SiteEditor } from './editor/site-editor'
import type { SiteProps } from './editor/site-actions'
import { PartLinks } from './part-links'
import { SiteSentence } from './sites-sentence'
import { RatedNote } from './rated-note'

interface Figures {
  total: Line
  /** What the other surfaces of the site have, its parts. */
  partsMs: number
  /** The same as the line of its surface. */
  surfaces: readonly SurfaceLine[]
  earlier: Line
  /** The first recorded day, if it lies within the period before, which is then not compared. */
  begins: Day | null
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
  hrefOf: (surface: string) => string
  /** What can be set for it; null until the known sites are read. */
  editing: SiteProps | null
}

/** One surface: its history, and everything that can be set for it. */
export function SurfaceView(props: Props) {
  const { profile, range, period, today, editing, onRange } = props
  const joined = editing?.site.countsAs ?? null
  // The figures may follow a join before the editor does.
  const shown = editing ? editing.site.profile : profile
  const focused = useFocusAfter(editing?.site.opinion.split)
  return (
    <div class="trends surface-page">
      <a ref={focused} class="button quiet back" href={props.backHref}>
        <span aria-hidden="true">‹</span> {t('sites_all')}
      </a>
      <PageHeading>
        <SurfaceName profile={shown} />
      </PageHeading>
      <p class="printed-period">{periodName(period)}</p>
      <p class="soft">{joined ? t('site_counts_as', fullName(joined)) : characterWords(profile)}</p>
      {!joined && props.ratings.length > 0 && <RatedNote profile={profile} ratings={props.ratings} />}
      {editing && <PartLinks {...editing} hrefOf={props.hrefOf} />}
      {!joined && (
        <>
          <RangeControl range={range} period={period} today={today} onRange={onRange} />
          <SurfaceHistory {...props} />
        </>
      )}
      {editing && (
        <section aria-labelledby="character">
          <h2 id="character">
            <PaperName profile={profile}>{t('what_it_is', fullName(profile))}</PaperName>
          </h2>
          <SiteEditor {...editing} />
        </section>
      )}
    </div>
  )
}

function SurfaceHistory(props: Props) {
  const { figures, before, period, profile } = props
  const isUnknown = isWorthUnknown(profile)
  if (figures.total.timeMs === 0) {
    const isInParts = figures.partsMs > 0 && profile.surface === profile.site
    return (
      <p class="empty soft">{isInParts ? t('site_in_parts', duration(figures.partsMs)) : t('trend_none')}</p>
    )
  }
  return (
    <>
      <SiteSentence
        total={figures.total}
        before={figures.earlier}
        surfaces={figures.surfaces}
        currency={isUnknown ? null : props.currency}
      />
      <ComparedFigures
        total={figures.total}
        surfaces={figures.surfaces}
        before={figures.earlier}
        opens={figures.opens}
        beforePeriod={before.period}
        begins={figures.begins}
        isUnknown={isUnknown}
        isSoFar={props.isSoFar}
        currency={props.currency}
      />
      <TotalsLine totals={figures.totals} hasMoney={props.currency !== null} />
      {/* The figures above say what one bar would. */}
      {period.first < period.last && (
        <TrendSection {...props} trend={figures.trend} ofTotals={figures.ofTotals} />
      )}
      <HeatTable heat={figures.heat} dayStartHour={props.dayStartHour} weekStart={props.weekStart} />
    </>
  )
}
