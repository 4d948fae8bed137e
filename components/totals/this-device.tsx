import { t } from '../../platform/i18n'
import { CheckSetting } from '../form/check-setting'
import './this-device.css'

interface Props {
  isAlone: boolean
  onChange: (isAlone: boolean) => Promise<unknown>
}

/** The switch between what all devices recorded and what this one did. */
export const ThisDevice = ({ isAlone, onChange }: Props) => (
  <div class="this-device">
    <CheckSetting
      label={t('this_device_alone')}
      hint={isAlone && t('this_device_alone_what')}
      checked={isAlone}
      onSave={onChange}
    />
  </div>
)
