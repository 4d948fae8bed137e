import { t } from '../../platform/i18n'
import { Field } from '../form/field'

interface PinFieldProps {
  label?: string
  pin: string
  onChange: (pin: string) => void
}

export const PinField = ({ label = t('pin'), pin, onChange }: PinFieldProps) => (
  <Field label={label}>
    {(control) => (
      <input
        {...control}
        type="password"
        inputMode="numeric"
        autocomplete="off"
        class="pin"
        value={pin}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </Field>
)
