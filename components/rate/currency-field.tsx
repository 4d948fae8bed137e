import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { Options } from '../form/select-setting'
import { currencyOptions } from './currencies'

interface Props {
  currency: string
  onChange: (currency: string) => void
}

/** Chooses a currency while none is saved. */
export const CurrencyField = ({ currency, onChange }: Props) => (
  <Field label={t('currency')}>
    {(control) => (
      <select {...control} value={currency} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <Options options={currencyOptions(currency)} />
      </select>
    )}
  </Field>
)
