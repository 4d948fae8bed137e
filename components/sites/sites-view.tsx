import { useMemo } from 'preact/hooks'
import type { SourceTime } from '../../domain/record/day-total'
import type { Day } from '../../domain/time/local-time'
import type { OpinionChange } from '../../domain/surface/opinion'
import type { Period } from '../../domain/time/period'
import { GROUPINGS, siteLines } from '../../domain/statement/site-lines'
import type { SurfaceTally } from '../../domain/statement/tally'
import { t } from '../../platform/i18n'
import { TotalsLine } from '../totals/coverage-line'
import { PageHeading } from '../page/page-heading'
import { periodName } from '../period/period-name'
import { RangeControl } from '../period/range-control'
import type { IconCache } from '../figure/site-icon'
import { Assumption } from '../today/assumption'
import { ChoiceBar } from '../trends/choice-bar'
import { FIRST_CHOICE, type SiteChoice } from './site-choice'
import { SiteTable } from './site-table'

interface Props {
  range: string
  period: Period
  before: { period: Period }
  /** Whether the period before is compared only up to the same point in time. */
  isSoFar: boolean
  today: Day
  /** Null until they are read. */
  tallies: { now: readonly SurfaceTally[]; before: readonly SurfaceTally[] } | null
  totals: readonly SourceTime[]
  choice: SiteChoice
  onChoice: (choice: SiteChoice) => void
  currency: string | null
  icons: IconCache
  onRange: (range: string) => void
  hrefOf: (surface: string) => string
  onChange: (surface: string, change: OpinionChange) => Promise<unknown>
}

/** The Sites page: where the time of a period went, line by line. */
export function SitesView(props: Props) {
  const { range, period, before, isSoFar, today, tallies, onRange } = props
  const { grouping } = props.choice
  const lines = useMemo(
    () => tallies && siteLines(tallies.now, tallies.before, grouping),
    [tallies, grouping],
  )
  const spent = lines?.filter(({ timeMs }) => timeMs > 0) ?? []
  return (
    <div class="trends">
      <PageHeading>{t('sites')}</PageHeading>
      <p class="printed-period">{periodName(period)}</p>
      <RangeControl range={range} period={period} today={today} onRange={onRange} />
      {lines && spent.length === 0 && <p class="empty soft">{t('trend_none')}</p>}
      {lines && lines.length > 0 && (
        <section aria-label={t(`group_${grouping}`)}>
          <ChoiceBar
            label={t('group')}
            values={GROUPINGS}
            chosen={grouping}
            nameOf={(name) => t(`group_${name}`)}
            onChoose={(next) => props.onChoice({ ...FIRST_CHOICE, grouping: next })}
          />
          {props.currency !== null && grouping === 'surfaces' && <Assumption lines={spent} />}
          <TotalsLine totals={props.totals} hasMoney={props.currency !== null} />
          <SiteTable {...props} lines={lines} />
          {lines.some(({ beforeMs }) => beforeMs > 0) && (
            <p class="soft before">{t(isSoFar ? 'change_so_far' : 'change_is', periodName(before.period))}</p>
          )}
        </section>
      )}
    </div>
  )
}
