import type { TypicalHours } from '../../domain/value/typical-hours'
import { minorDigits } from '../../domain/value/minor-units'
import { t } from '../../platform/i18n'
import { displayNames, numberFormat } from '../figure/intl'

export const minorOf = (major: number, currency: string): number => major * 10 ** minorDigits(currency)

const wholeMoney = (major: number, currency: string): string =>
  numberFormat({ style: 'currency', currency, maximumFractionDigits: 0 }).format(major)

const regionName = (region: string): string => displayNames({ type: 'region' }).of(region) ?? region

interface Props {
  hours: TypicalHours
  currency: string
  /** What is typed now, in minor units; null for nothing. */
  hourMinor: number | null
  onChoose: (hourMinor: number) => void
}

/** Net hours to choose from, around the typical one of a region, and what that figure is worked out from. */
export function TypicalChips({ hours, currency, hourMinor, onChoose }: Props) {
  const { typical, region, source, basis } = hours
  return (
    <>
      <div class="chips" role="group" aria-label={t('welcome_typical')}>
        {hours.choices.map((major) => (
          <button
            key={major}
            type="button"
            aria-pressed={minorOf(major, currency) === hourMinor}
            onClick={() => onChoose(minorOf(major, currency))}
          >
            {wholeMoney(major, currency)}
          </button>
        ))}
      </div>
      <p class="hint">{t(`welcome_${basis}`, regionName(region), wholeMoney(typical, currency), source)}</p>
    </>
  )
}
