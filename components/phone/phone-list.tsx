import type { DayTotal } from '../../domain/record/day-total'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { shortDay } from '../figure/numbers'
import { SurfaceName } from '../figure/surface-name'
import { totalWords } from './phone-words'

interface Props {
  /** The latest first. */
  totals: readonly DayTotal[]
  profileOf: (surface: string) => SurfaceProfile
  onChange: (total: DayTotal) => void
  onRemove: (total: DayTotal) => void
}

/** What was typed for the phone in a period. */
export const PhoneList = ({ totals, profileOf, onChange, onRemove }: Props) => (
  <table class="phone-list" aria-label={t('phone_typed')}>
    <thead class="only-read">
      <tr>
        <th scope="col">{t('phone_day')}</th>
        <th scope="col">{t('phone_platform')}</th>
        <th scope="col">{t('time')}</th>
        <th scope="col">{t('actions')}</th>
      </tr>
    </thead>
    <tbody>
      {totals.map((total) => (
        <tr key={`${total.day} ${total.surface}`}>
          <td class="soft">{shortDay(total.day)}</td>
          <th scope="row">
            <SurfaceName profile={profileOf(total.surface)} />
          </th>
          <td class="number">
            <Time ms={total.ms} />
          </td>
          <td class="row-actions">
            <button
              type="button"
              class="text-button"
              aria-label={t('phone_change_of', totalWords(total, profileOf))}
              onClick={() => onChange(total)}
            >
              {t('phone_change')}
            </button>
            <button
              type="button"
              class="text-button danger"
              aria-label={t('phone_delete_of', totalWords(total, profileOf))}
              onClick={() => onRemove(total)}
            >
              {t('delete')}
            </button>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
