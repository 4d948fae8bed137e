import { addDays, type Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { DateField } from '../form/date-field'
import { useFocusAfter } from '../form/use-focus-after'
import '../period/range-control.css'

interface Props {
  day: Day
  today: Day
  onDay: (day: Day) => void
}

/** Chooses the day that the page shows: the previous or next one, any date, or today. */
export function DayControl({ day, today, onDay }: Props) {
  // On today, the next button is disabled and the link to today is gone: the date gets the focus.
  const date = useFocusAfter(day === today)
  return (
    <div class="range-control" role="group" aria-label={t('day_shown')}>
      <button type="button" class="icon-button" onClick={() => onDay(addDays(day, -1))}>
        <span aria-hidden="true">‹</span>
        <span class="only-read">{t('range_earlier')}</span>
      </button>
      <DateField field={date} label={t('day_shown')} day={day} max={today} onDay={onDay} />
      <button
        type="button"
        class="icon-button"
        disabled={day >= today}
        onClick={() => onDay(addDays(day, 1))}
      >
        <span aria-hidden="true">›</span>
        <span class="only-read">{t('range_later')}</span>
      </button>
      {day !== today && (
        <a class="button text-button" href="#/today">
          {t('today')}
        </a>
      )}
    </div>
  )
}
