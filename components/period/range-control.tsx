import { type Day } from '../../domain/time/local-time'
import { type Period, shiftPeriod } from '../../domain/time/period'
import { NAMED_RANGES, type NamedRange, writeRange } from '../../domain/time/range'
import { type MessageKey, t } from '../../platform/i18n'
import { DateField } from '../form/date-field'
import { Options } from '../form/select-setting'
import { useOwnId } from '../form/use-own-id'
import { periodName } from './period-name'
import './range-control.css'

interface Props {
  /** The range as written in the URL. */
  range: string
  period: Period
  today: Day
  onRange: (range: string) => void
}

const DATES = 'dates'

const isNamed = (range: string): range is NamedRange => NAMED_RANGES.includes(range as NamedRange)

const nameOf = (range: NamedRange): string => t(`range_${range.replace('-', '_')}` as MessageKey)

/** Chooses the period that a page shows: by name, the previous or next one, or any two dates. */
export function RangeControl({ range, period, today, onRange }: Props) {
  const id = useOwnId()
  const next = shiftPeriod(period, 1)
  const show = (other: Period) => onRange(writeRange(other))
  const dates = (...days: [first: Day, last: Day]) => {
    const [first, last] = days.sort() as [Day, Day]
    show({ unit: DATES, first, last })
  }
  const own = isNamed(range) || period.unit === DATES ? [] : [{ value: range, label: periodName(period) }]
  return (
    <div class="range-control" role="group" aria-label={t('range')}>
      <button type="button" class="icon-button" onClick={() => show(shiftPeriod(period, -1))}>
        <span aria-hidden="true">‹</span>
        <span class="only-read">{t('range_earlier')}</span>
      </button>
      <label class="only-read" for={id}>
        {t('range')}
      </label>
      <select
        id={id}
        value={period.unit === DATES ? DATES : range}
        onChange={({ currentTarget: { value } }) =>
          value === DATES ? dates(period.first, period.last) : onRange(value)
        }
      >
        <Options
          options={[
            ...own,
            ...NAMED_RANGES.map((name) => ({ value: name, label: nameOf(name) })),
            { value: DATES, label: t('range_dates') },
          ]}
        />
      </select>
      <button type="button" class="icon-button" disabled={next.first > today} onClick={() => show(next)}>
        <span aria-hidden="true">›</span>
        <span class="only-read">{t('range_later')}</span>
      </button>
      {period.unit === DATES ? (
        <span class="dates">
          <DateField
            label={t('range_first')}
            day={period.first}
            onDay={(first) => dates(first, period.last)}
          />
          <span aria-hidden="true">–</span>
          <DateField label={t('range_last')} day={period.last} onDay={(last) => dates(period.first, last)} />
        </span>
      ) : (
        <span class="soft">{isNamed(range) && periodName(period)}</span>
      )}
    </div>
  )
}
