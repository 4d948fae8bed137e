import type { ComponentChildren } from 'preact'
import { t } from '../../platform/i18n'
import type { useFocusAfter } from '../form/use-focus-after'
import type { ConnectMode } from './use-connecting'
import { useWork } from './use-work'
import { WorkNote } from './work-note'

interface Props {
  isInUse: () => Promise<boolean>
  focused: ReturnType<typeof useFocusAfter>
  onMode: (mode: ConnectMode) => void
  /** Another way, beside the button. */
  children: ComponentChildren
}

/** Looks whether other devices are there, and opens the form. */
export function ConnectButton({ isInUse, focused, onMode, children }: Props) {
  const { run, ...work } = useWork()
  const open = async () => onMode((await isInUse()) ? 'join' : 'first')
  return (
    <div class="actions">
      <button
        ref={focused}
        type="button"
        class="primary"
        aria-disabled={work.isBusy}
        onClick={() => void run(open)}
      >
        {t('devices_connect')}
      </button>
      {children}
      <WorkNote work={work} during={t('devices_looking')} />
    </div>
  )
}
