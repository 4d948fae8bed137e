import { LONGEST_DEVICE_NAME } from '../../domain/devices/device-name'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'

interface Props {
  name: string
  problem: string | null
  onName: (name: string) => void
}

export const NameInput = ({ name, problem, onName }: Props) => (
  <Field label={t('devices_name')} hint={t('devices_name_hint')} problem={problem}>
    {(control) => (
      <input
        {...control}
        type="text"
        autocomplete="off"
        maxLength={LONGEST_DEVICE_NAME}
        value={name}
        onInput={({ currentTarget }) => onName(currentTarget.value)}
      />
    )}
  </Field>
)
