import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { readDeviceName } from '../../domain/devices/device-name'
import { isPassphraseLong } from '../../domain/devices/passphrase'
import { t } from '../../platform/i18n'
import { useWork, type Work } from './use-work'

/** `first`: no other device is there. `join`: others are. `anew`: all begin again with a new passphrase. */
export type ConnectMode = 'first' | 'join' | 'anew'

export interface ConnectTask {
  mode: ConnectMode
  /** The name of this device. */
  name: string
  make: () => string
  onConnect: (mode: ConnectMode, name: string, passphrase: string) => Promise<unknown>
  onMode: (mode: ConnectMode) => void
}

interface Draft {
  name: string
  passphrase: string
}

interface Problems {
  name: string | null
  passphrase: string | null
}

const NO_PROBLEMS: Problems = { name: null, passphrase: null }

/** What is wrong, as far as can be said without trying the passphrase. */
function problemsOf(mode: ConnectMode, { name, passphrase }: Draft): Problems {
  const isMissing = mode === 'join' && passphrase.trim() === ''
  const isShort = mode !== 'join' && !isPassphraseLong(passphrase)
  return {
    name: readDeviceName(name) === '' ? t('devices_name_missing') : null,
    passphrase: isMissing ? t('devices_passphrase_missing') : isShort ? t('error_passphrase_short') : null,
  }
}

interface Connecting {
  draft: Draft
  problems: Problems
  /** Without a failure that is about the passphrase: its field says that. */
  work: Pick<Work, 'isBusy' | 'failure'>
  setName: (name: string) => void
  setPassphrase: (passphrase: string) => void
  connect: () => Promise<void>
  form: RefObject<HTMLFormElement | null>
}

/** Holds what is typed, connects, and puts the focus on the first field with a problem. */
export function useConnecting({ mode, name, make, onConnect, onMode }: ConnectTask): Connecting {
  const firstPassphrase = () => (mode === 'join' ? '' : make())
  const [draft, setDraft] = useState<Draft>(() => ({ name, passphrase: firstPassphrase() }))
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [tries, setTries] = useState(0)
  const { isBusy, failure, run, forgetFailure } = useWork()
  const form = useRef<HTMLFormElement>(null)
  const shownMode = useRef(mode)

  useLayoutEffect(() => {
    if (shownMode.current === mode) return
    shownMode.current = mode
    setDraft((now) => ({ ...now, passphrase: firstPassphrase() }))
    setProblems(NO_PROBLEMS)
    forgetFailure()
  }, [mode])
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [tries])

  const connect = async () => {
    const found = problemsOf(mode, draft)
    setProblems(found)
    const isReady = found.name === null && found.passphrase === null
    const failed = isReady
      ? await run(() => onConnect(mode, readDeviceName(draft.name), draft.passphrase))
      : 'typed'
    // Another device has come since the form was opened.
    if (failed === 'error_passphrase_wrong' && mode === 'first') onMode('join')
    else if (failed !== null) setTries((before) => before + 1)
  }
  const isAboutPassphrase = failure?.name.startsWith('error_passphrase') === true
  return {
    draft,
    problems: isAboutPassphrase ? { ...problems, passphrase: failure.words } : problems,
    work: { isBusy, failure: isAboutPassphrase ? null : failure },
    setName: (typed) => {
      setDraft((now) => ({ ...now, name: typed }))
      setProblems((now) => ({ ...now, name: null }))
    },
    setPassphrase: (passphrase) => {
      setDraft((now) => ({ ...now, passphrase }))
      setProblems((now) => ({ ...now, passphrase: null }))
      forgetFailure()
    },
    connect,
    form,
  }
}
