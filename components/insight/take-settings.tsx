import type { ChangeSettings, DollarRate, Region, Settings } from '../../domain/settings/settings'
import { REGIONS } from '../../domain/settings/settings'
import type { Day } from '../../domain/time/local-time'
import { namesCurrency, parseNumber, withoutSigns } from '../../domain/value/amount'
import { t } from '../../platform/i18n'
import { currencySign, currencySigns, decimalSeparator } from '../figure/numbers'
import { numberFormat } from '../figure/intl'
import { DateField } from '../form/date-field'
import { numberSentence } from '../form/flaw-sentence'
import { SaveNote } from '../form/save-note'
import { SelectSetting } from '../form/select-setting'
import { TextSetting } from '../form/text-setting'
import { useOwnId } from '../form/use-own-id'
import { useSaving } from '../form/use-saving'
import { regionName } from './take-words'
import './take-why.css'

/** Asks once for the region, because no earnings are shown without one. */
export function RegionQuestion({ onSettings }: { onSettings: ChangeSettings }) {
  const [saving, , saveOnce] = useSaving()
  const id = useOwnId()
  return (
    <div class="take-ask" role="group" aria-labelledby={id} aria-describedby={`${id}-hint`}>
      <p id={id}>{t('insight_take_ask')}</p>
      <div class="actions">
        {REGIONS.map((region) => (
          <button key={region} type="button" onClick={() => void saveOnce(() => onSettings({ region }))}>
            {regionName(region)}
          </button>
        ))}
        <SaveNote saving={saving} />
      </div>
      <p id={`${id}-hint`} class="hint">
        {t('insight_take_ask_hint')}
      </p>
    </div>
  )
}

const RegionSetting = ({ region, onSettings }: { region: Region; onSettings: ChangeSettings }) => (
  <SelectSetting
    label={t('insight_take_region')}
    value={region}
    options={REGIONS.map((value) => ({ value, label: regionName(value) }))}
    onSave={(chosen) => onSettings({ region: chosen as Region })}
  />
)

const PER_DOLLAR_RANGE = { digits: 4, min: 0.01, max: 10_000_000 }

/** Ten-thousandths; null for an empty field. */
function readPerDollar(text: string, currency: string): { value: number | null } | { problem: string } {
  const amount = withoutSigns(text, currencySigns(currency))
  if (namesCurrency(amount)) return { problem: t('amount_otherCurrency', currency) }
  const typed = parseNumber(amount, decimalSeparator(), PER_DOLLAR_RANGE)
  if (typed.ok) return { value: typed.units }
  return typed.flaw === 'empty' ? { value: null } : { problem: numberSentence(typed.flaw, PER_DOLLAR_RANGE) }
}

const perDollarText = ({ perDollar }: DollarRate): string =>
  numberFormat({ maximumFractionDigits: PER_DOLLAR_RANGE.digits, useGrouping: false }).format(
    perDollar / 10 ** PER_DOLLAR_RANGE.digits,
  )

interface DollarProps {
  currency: string
  /** The typed rate for this currency. */
  typed: DollarRate | null
  today: Day
  onSettings: ChangeSettings
}

/** The rate to the US dollar, and the day for which it was typed: today, until the person says another. */
function DollarSetting({ currency, typed, today, onSettings }: DollarProps) {
  const [saving, save] = useSaving()
  const set = (perDollar: number | null) =>
    onSettings({ dollarRate: perDollar === null ? null : { day: today, currency, perDollar } })
  return (
    <>
      <TextSetting
        label={t('insight_take_dollar')}
        hint={t('insight_take_dollar_hint')}
        value={typed ? perDollarText(typed) : ''}
        unit={currencySign(currency)}
        isNumber
        read={(text) => readPerDollar(text, currency)}
        onSave={set}
      />
      {typed && (
        <div class="field">
          <p class="take-label" aria-hidden="true">
            {t('insight_take_dollar_day')}
          </p>
          <div class="control">
            <DateField
              label={t('insight_take_dollar_day')}
              day={typed.day}
              max={today}
              onDay={(day) => void save(() => onSettings({ dollarRate: { ...typed, day } }))}
            />
            <SaveNote saving={saving} />
          </div>
        </div>
      )}
    </>
  )
}

interface Props {
  settings: Settings
  /** Null if no money is shown. */
  currency: string | null
  today: Day
  onSettings: ChangeSettings
}

/** What the person can change about the card once a region is chosen. */
export function TakeSettings({ settings, currency, today, onSettings }: Props) {
  const { region, dollarRate } = settings
  if (region === null) return null
  return (
    <div class="take-settings">
      <RegionSetting region={region} onSettings={onSettings} />
      {currency !== null && currency !== 'USD' && (
        <DollarSetting
          currency={currency}
          typed={dollarRate?.currency === currency ? dollarRate : null}
          today={today}
          onSettings={onSettings}
        />
      )}
    </div>
  )
}
