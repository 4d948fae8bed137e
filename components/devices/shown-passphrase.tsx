import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { spelled } from './devices-words'

interface Props {
  passphrase: string
  /** More buttons beside Copy. */
  children: ComponentChildren
}

/** A passphrase to read, select and copy. */
export function ShownPassphrase({ passphrase, children }: Props) {
  const [copied, setCopied] = useState<{ passphrase: string; isDone: boolean } | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(passphrase).then(
      () => setCopied({ passphrase, isDone: true }),
      () => setCopied({ passphrase, isDone: false }),
    )
  const isCurrent = copied?.passphrase === passphrase
  return (
    <>
      <output class="passphrase" translate={false}>
        <bdi aria-hidden="true">{passphrase}</bdi>
        <span class="only-read">{spelled(passphrase)}</span>
      </output>
      <div class="actions">
        <button type="button" onClick={() => void copy()}>
          {t('devices_copy')}
        </button>
        {children}
        <p class="save-note" role="status">
          {isCurrent && t(copied.isDone ? 'devices_copied' : 'devices_not_copied')}
        </p>
      </div>
    </>
  )
}
