import { useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { useFocusAfter } from '../form/use-focus-after'
import { PassphraseInput } from './passphrase-input'
import { ShownPassphrase } from './shown-passphrase'

interface Props {
  value: string
  problem: string | null
  make: () => string
  onInput: (passphrase: string) => void
}

/** A passphrase that Zeitwert makes, or one of the person's own. */
export function NewPassphrase({ value, problem, make, onInput }: Props) {
  const [isOwn, setOwn] = useState(false)
  const focused = useFocusAfter(isOwn)
  const turn = (toOwn: boolean) => {
    setOwn(toOwn)
    onInput(toOwn ? '' : make())
  }
  if (isOwn)
    return (
      <div class="new-passphrase">
        <PassphraseInput
          label={t('devices_passphrase')}
          hint={t('devices_own_hint')}
          problem={problem}
          value={value}
          onInput={onInput}
          field={focused}
        />
        <button type="button" class="text-button" onClick={() => turn(false)}>
          {t('devices_use_made')}
        </button>
      </div>
    )
  return (
    <div class="new-passphrase" role="group" aria-label={t('devices_passphrase')}>
      <p class="label">{t('devices_passphrase')}</p>
      <ShownPassphrase passphrase={value}>
        <button type="button" onClick={() => onInput(make())}>
          {t('devices_make_another')}
        </button>
        <button ref={focused} type="button" onClick={() => turn(true)}>
          {t('devices_use_own')}
        </button>
      </ShownPassphrase>
      <p class="hint">{t('devices_made_hint')}</p>
    </div>
  )
}
