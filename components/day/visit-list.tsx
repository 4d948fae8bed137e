import type { DayRecord } from '../../domain/statement/day-record'
import { type DayVisit, visitId } from '../../domain/statement/day-visits'
import type { Span } from '../../domain/record/span'
import { shownTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { Amount, ColumnTime } from '../figure/figures'
import { useOwnId } from '../form/use-own-id'
import { type IconCache, SiteIcon } from '../figure/site-icon'
import { SurfaceName } from '../figure/surface-name'
import { FromTo, visitFromTo } from './clock-text'
import type { DayActions, UseKnown } from './day-actions'
import { type Corrections, VisitDetails } from './visit-details'
import './visit-list.css'

interface Props extends Corrections {
  record: DayRecord
  nameOf: (surface: string) => string
  useKnown: UseKnown
  /** Null if no money is shown. */
  currency: string | null
  icons: IconCache
  actions: DayActions
  /** Id of the unfolded visit. */
  unfolded: string | null
  onUnfold: (id: string | null) => void
}

/** The day's visits in order of time. An unfolded visit can be corrected. */
export function VisitList({ unfolded, onUnfold, ...rest }: Props) {
  const { visits, costs } = rest.record
  const shown = shownTimes(visits.map(({ timeMs }) => timeMs))
  // As wide as the longest text, so that all times form one column.
  const clockLength = Math.max(...visits.map((visit) => visitFromTo(visit).length))
  return (
    <ol
      class={rest.currency === null ? 'visits' : 'visits priced'}
      aria-label={t('day_list')}
      style={{ '--clock-length': clockLength }}
    >
      {visits.map((visit, index) => (
        <Row
          key={visitId(visit)}
          visit={visit}
          shownMs={shown[index] ?? 0}
          costMinor={costs[index] ?? null}
          isOpen={visitId(visit) === unfolded}
          onUnfold={onUnfold}
          {...rest}
        />
      ))}
    </ol>
  )
}

interface RowProps extends Omit<Props, 'unfolded'> {
  visit: DayVisit
  shownMs: number
  costMinor: number | null
  isOpen: boolean
}

function Row({ visit, shownMs, costMinor, isOpen, onUnfold, currency, icons, ...rest }: RowProps) {
  const id = useOwnId()
  const key = visitId(visit)
  const { profile, spans, timeMs, isEntered, isRunning } = visit
  const cells = (
    <>
      <FromTo first={spans[0] as Span} last={spans.at(-1)} />
      <SiteIcon profile={profile} icons={icons} />
      <span class="visited">
        <SurfaceName profile={profile} />
        {isEntered && <span class="soft mark">{t('visit_entered')}</span>}
        {isRunning && <span class="soft mark">{t('now')}</span>}
      </span>
      <span class="number">
        <ColumnTime ms={timeMs} shownMs={shownMs} />
      </span>
      {currency !== null && (
        <span class="number cost soft">
          {costMinor !== null && <Amount minor={costMinor} currency={currency} />}
        </span>
      )}
    </>
  )
  return (
    <li data-surface={profile.surface} class={isOpen ? 'open' : ''}>
      {isRunning ? (
        <div class="visit-row">{cells}</div>
      ) : (
        <button
          type="button"
          class="visit-row"
          data-visit={key}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => onUnfold(isOpen ? null : key)}
        >
          {cells}
        </button>
      )}
      {isOpen && (
        <div id={id}>
          <VisitDetails visit={visit} {...rest} />
        </div>
      )}
    </li>
  )
}
