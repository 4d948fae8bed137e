import type { Day } from '../../domain/time/local-time'
import type { Period } from '../../domain/time/period'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'

export type Days = Pick<Period, 'first' | 'last'>

interface Props {
  days: Days
  today: Day
  onDays: (days: Days) => void
}

/** Whether both days are set and in order. */
export const areDays = ({ first, last }: Days): boolean => first !== '' && first <= last

/** The first and last day of a range. A problem is shown at the last day. */
export const DaysFields = ({ days, today, onDays }: Props) => (
  <div class="days-fields">
    <Field label={t('range_first')}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={days.first}
          max={today}
          onInput={({ currentTarget }) => onDays({ ...days, first: currentTarget.value })}
        />
      )}
    </Field>
    <Field label={t('range_last')} problem={areDays(days) ? null : t('data_order')}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={days.last}
          max={today}
          onInput={({ currentTarget }) => onDays({ ...days, last: currentTarget.value })}
        />
      )}
    </Field>
  </div>
)
