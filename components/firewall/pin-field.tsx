import { t } from '../../platform/i18n'
import { Field } from '../form/field'

interface PinFieldProps {
  label?: string
  hint?: string
  pin: string
  onChange: (pin: string) => void
}

export const PinField = ({ label = t('pin'), hint, pin, onChange }: PinFieldProps) => (
  <Field label={label} hint={hint ?? ''}>
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
