import { t } from '../../platform/i18n'
import { useOwnId } from '../form/use-own-id'
import { ShownPassphrase } from './shown-passphrase'

interface Props {
  passphrase: string
  onHide: () => void
}

/** The passphrase that was just chosen, to type on the other devices: nothing can show it later. */
export function FreshPassphrase({ passphrase, onHide }: Props) {
  const id = useOwnId()
  return (
    <section class="card fresh" aria-labelledby={id}>
      <h3 id={id}>{t('devices_passphrase')}</h3>
      <p class="lead-in">{t('devices_fresh', t('settings'), t('devices'))}</p>
      <ShownPassphrase passphrase={passphrase}>
        <button type="button" onClick={onHide}>
          {t('devices_hide')}
        </button>
      </ShownPassphrase>
      <p class="hint">{t('devices_fresh_hint')}</p>
    </section>
  )
}
