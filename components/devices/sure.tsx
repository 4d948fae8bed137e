import type { ComponentChildren } from 'preact'
import { t } from '../../platform/i18n'
import { useFirstFocus } from '../form/use-first-focus'

interface Props {
  /** What is asked about, for screen readers. */
  label: string
  /** The button that does it. */
  yes: string
  children: ComponentChildren
  onYes: () => void
  onNo: () => void
}

/** A question before something that cannot be taken back by itself. */
export function Sure({ label, yes, children, onYes, onNo }: Props) {
  const root = useFirstFocus<HTMLDivElement>()
  return (
    <div ref={root} class="sure" role="group" aria-label={label}>
      <p>{children}</p>
      <div class="actions">
        <button type="button" class="danger" onClick={onYes}>
          {yes}
        </button>
        <button type="button" onClick={onNo}>
          {t('cancel')}
        </button>
      </div>
    </div>
  )
}
