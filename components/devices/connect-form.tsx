import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { NameInput } from './name-input'
import { NewPassphrase } from './new-passphrase'
import { PassphraseInput } from './passphrase-input'
import { type ConnectTask, useConnecting } from './use-connecting'
import { WorkNote } from './work-note'

interface Props extends ConnectTask {
  /** Whether the name is asked for. */
  asksName: boolean
  onClose: () => void
}

/** Title, what happens, and the button that does it. */
const WORDS = {
  first: ['devices_connect', 'devices_first', 'devices_connect_now'],
  join: ['devices_connect', 'devices_join', 'devices_connect_now'],
  anew: ['devices_anew', 'devices_anew_sure', 'devices_anew'],
} as const

/** Connects this device: its name, and a new passphrase or that of the other devices. */
export function ConnectForm(props: Props) {
  const { mode, asksName, make, onMode, onClose } = props
  const { draft, problems, work, setName, setPassphrase, connect, form } = useConnecting(props)
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [mode])
  const [title, about, submit] = WORDS[mode]
  const passphrase = { value: draft.passphrase, problem: problems.passphrase, onInput: setPassphrase }
  return (
    <form
      ref={form}
      class="card connect-form"
      aria-busy={work.isBusy}
      onSubmit={(event) => {
        event.preventDefault()
        void connect()
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {t(title)}
      </h3>
      <p class="lead-in">{t(about)}</p>
      {/* What is typed must stay what the key is made of. */}
      <fieldset disabled={work.isBusy}>
        {asksName && <NameInput name={draft.name} problem={problems.name} onName={setName} />}
        {mode === 'join' ? (
          <>
            <PassphraseInput label={t('devices_passphrase')} hint={t('devices_join_hint')} {...passphrase} />
            <button type="button" class="text-button" disabled={work.isBusy} onClick={() => onMode('anew')}>
              {t('devices_passphrase_gone')}
            </button>
          </>
        ) : (
          <NewPassphrase key={mode} make={make} {...passphrase} />
        )}
      </fieldset>
      <div class="actions end">
        <button type="submit" class={mode === 'anew' ? 'danger' : 'primary'} aria-disabled={work.isBusy}>
          {t(submit)}
        </button>
        <button type="button" disabled={work.isBusy} onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
      <WorkNote work={work} during={t('devices_connecting')} />
    </form>
  )
}
