import type { ComponentChildren, RefObject } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import type { SourceTime } from '../../domain/record/total-source'
import type { Day } from '../../domain/time/local-time'
import type { OpinionChange } from '../../domain/surface/opinion'
import type { Period } from '../../domain/time/period'
import { GROUPINGS, linesWith, type SiteLine, siteLines } from '../../domain/statement/site-lines'
import type { SurfaceTally } from '../../domain/statement/tally'
import { t } from '../../platform/i18n'
import { TotalsLine } from '../totals/coverage-line'
import { PageHeading } from '../page/page-heading'
import { periodName } from '../period/period-name'
import { RangeControl } from '../period/range-control'
import { shortDay } from '../figure/numbers'
import type { IconCache } from '../figure/site-icon'
import { ChoiceBar } from '../trends/choice-bar'
import { FIRST_CHOICE, type SiteChoice } from './site-choice'
import { SiteTable } from './site-table'
import { SitesSentence } from './sites-sentence'
import './sites.css'

/** What the list of other sites needs from this page. */
export interface OthersWanted {
  query: string
  listed: ReadonlySet<string>
  onExcluded: () => void
}

interface Props {
  range: string
  period: Period
  before: { period: Period }
  /** Whether the period before is compared only up to the same point in time. */
  isSoFar: boolean
  today: Day
  /** Null until they are read. */
  tallies: {
    now: readonly SurfaceTally[]
    /** The first recorded day, if it lies within the period before, which is then not compared. */
    begins: Day | null
    before: readonly SurfaceTally[]
  } | null
  totals: readonly SourceTime[]
  choice: SiteChoice
  onChoice: (choice: SiteChoice) => void
  currency: string | null
  icons: IconCache
  onRange: (range: string) => void
  hrefOf: (surface: string) => string
  onChange: (surface: string, change: OpinionChange) => Promise<unknown>
  /** Draws the known sites without time in the period. */
  othersOf: (wanted: OthersWanted) => ComponentChildren
}

/** The Sites page: where the time of a period went, line by line, and all other known sites. */
export function SitesView(props: Props) {
  const { range, period, before, isSoFar, today, tallies, choice, onChoice, onRange } = props
  const { grouping, query, showsOthers } = choice
  const search = useRef<HTMLInputElement>(null)
  const lines = useMemo(
    () => tallies && siteLines(tallies.now, tallies.before, grouping),
    [tallies, grouping],
  )
  const surfaces = useMemo(() => tallies && siteLines(tallies.now, tallies.before, 'surfaces'), [tallies])
  const listed = useMemo(() => new Set(surfaces?.map(({ key }) => key)), [surfaces])
  const isEmpty = lines?.every(({ timeMs }) => timeMs === 0)
  const isFound = lines !== null && linesWith(lines, query).length > 0
  return (
    <div class="trends sites">
      <PageHeading>{t('sites')}</PageHeading>
      <p class="printed-period">{periodName(period)}</p>
      <RangeControl range={range} period={period} today={today} onRange={onRange} />
      {lines && surfaces && <SitesSentence {...{ lines, grouping, surfaces }} currency={props.currency} />}
      <Toolbar choice={choice} onChoice={onChoice} search={search} />
      {lines && (
        <section aria-label={t(`group_${grouping}`)}>
          <TotalsLine totals={props.totals} hasMoney={props.currency !== null} />
          {isFound || query === '' ? (
            isEmpty && <p class="empty soft">{t('trend_none')}</p>
          ) : (
            <p class="empty soft">{t('sites_not_in_period')}</p>
          )}
          <SiteTable {...props} lines={lines} />
          {isFound && (
            <Compared
              lines={lines}
              begins={tallies?.begins ?? null}
              beforePeriod={before.period}
              isSoFar={isSoFar}
            />
          )}
        </section>
      )}
      {tallies && (showsOthers || query !== '') ? (
        props.othersOf({ query, listed, onExcluded: () => search.current?.focus() })
      ) : (
        <button
          type="button"
          class="show-all"
          onClick={() => {
            search.current?.focus()
            onChoice({ ...choice, showsOthers: true })
          }}
        >
          {t('sites_others')}
        </button>
      )}
    </div>
  )
}

interface ComparedProps extends Pick<Props, 'isSoFar'> {
  lines: readonly SiteLine[]
  begins: Day | null
  beforePeriod: Period
}

/** What the changes are against, or why there are none. */
function Compared({ lines, begins, beforePeriod, isSoFar }: ComparedProps) {
  const name = periodName(beforePeriod)
  if (begins !== null) return <p class="soft before">{t('before_partly', name, shortDay(begins))}</p>
  if (lines.every(({ beforeMs }) => beforeMs === 0)) return null
  return <p class="soft before">{t(isSoFar ? 'change_so_far' : 'change_is', name)}</p>
}

interface ToolbarProps {
  choice: SiteChoice
  onChoice: (choice: SiteChoice) => void
  search: RefObject<HTMLInputElement | null>
}

/** Groups and searches the lines. */
const Toolbar = ({ choice, onChoice, search }: ToolbarProps) => (
  <div class="toolbar">
    <ChoiceBar
      label={t('group')}
      values={GROUPINGS}
      chosen={choice.grouping}
      nameOf={(name) => t(`group_${name}`)}
      onChoose={(next) => onChoice({ ...FIRST_CHOICE, grouping: next })}
    />
    <label class="search">
      <span class="only-read">{t('sites_search')}</span>
      <input
        ref={search}
        type="search"
        autocomplete="off"
        placeholder={t('sites_search')}
        value={choice.query}
        onInput={({ currentTarget }) => onChoice({ ...choice, query: currentTarget.value })}
      />
    </label>
  </div>
)
