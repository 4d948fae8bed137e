import type { FocusHour } from '../../domain/statement/focus-hours'
import { t } from '../../platform/i18n'
import { timeOfDay } from '../figure/format'
import { focusSentence } from './focus-words'

/** The focus hours of a day, a line each. */
export function FocusList({ hours }: { hours: readonly FocusHour[] }) {
  if (hours.length === 0) return null
  return (
    <ul class="focus-list" aria-label={t('focus_hours')}>
      {hours.map(({ row, done, isOver }) => (
        <li key={row.id}>
          {t('focus')}{' '}
          <span class="number">
            {timeOfDay(row.at)}–{timeOfDay(row.until)}
          </span>
          {': '}
          {isOver ? focusSentence(done) : t('focus_runs')}
        </li>
      ))}
    </ul>
  )
}
