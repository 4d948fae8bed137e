import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { readDeviceName } from '../../domain/devices/device-name'
import { t } from '../../platform/i18n'
import { NameInput } from './name-input'
import { PassphraseInput } from './passphrase-input'
import { useWork } from './use-work'
import { WorkNote } from './work-note'

interface Props {
  /** The name of this device if it joins by the file; null if it is connected already. */
  name: string | null
  onRead: (name: string | null, passphrase: string) => Promise<unknown>
  onClose: () => void
}

/** Holds what is typed, reads the file, and puts the focus on the first field with a problem. */
function useFileForm({ name: first, onRead }: Props) {
  const [name, setName] = useState(first)
  const [passphrase, setPassphrase] = useState('')
  const [isTried, setTried] = useState(false)
  const [tries, setTries] = useState(0)
  const { isBusy, failure, run, forgetFailure } = useWork()
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [tries])
  const given = name === null ? null : readDeviceName(name)
  const isWrong = failure?.name.startsWith('error_passphrase') === true
  const isMissing = isTried && passphrase.trim() === ''
  const read = async () => {
    setTried(true)
    const isReady = given !== '' && passphrase.trim() !== ''
    const failed = isReady ? await run(() => onRead(given, passphrase)) : 'typed'
    if (failed !== null) setTries((before) => before + 1)
  }
  return {
    form,
    name: { name, problem: isTried && given === '' ? t('devices_name_missing') : null, onName: setName },
    passphrase: {
      value: passphrase,
      problem: isWrong ? failure.words : isMissing ? t('devices_passphrase_missing') : null,
      onInput: (typed: string) => {
        setPassphrase(typed)
        forgetFailure()
      },
    },
    work: { isBusy, failure: isWrong ? null : failure },
    read,
  }
}

/** Asks for the passphrase of a file, and for a name if this device joins by it. */
export function FileForm(props: Props) {
  const { form, name, passphrase, work, read } = useFileForm(props)
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const isJoining = props.name !== null
  return (
    <form
      ref={form}
      class="card connect-form"
      aria-busy={work.isBusy}
      onSubmit={(event) => {
        event.preventDefault()
        void read()
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {t(isJoining ? 'devices_connect' : 'devices_file_title')}
      </h3>
      <p class="lead-in">{t(isJoining ? 'devices_file_joins' : 'devices_file_apart')}</p>
      {name.name !== null && <NameInput {...name} name={name.name} />}
      <PassphraseInput label={t('devices_passphrase')} hint={t('devices_join_hint')} {...passphrase} />
      <div class="actions end">
        <button type="submit" class="primary" aria-disabled={work.isBusy}>
          {t(isJoining ? 'devices_connect_now' : 'devices_file_read_now')}
        </button>
        <button type="button" disabled={work.isBusy} onClick={props.onClose}>
          {t('cancel')}
        </button>
      </div>
      <WorkNote work={work} during={t('devices_connecting')} />
    </form>
  )
}
