import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import type { Saving } from '../form/use-saving'

export interface Done {
  words: string
  canUndo: boolean
}

interface Props {
  done: Done | null
  saving: Saving
  onUndo: () => void
}

/** Says what was just corrected and offers Undo. It takes the focus, because the control that had it is gone. */
export function UndoBar({ done, saving, onUndo }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (done) (bar.current?.querySelector('button') ?? bar.current)?.focus({ preventScroll: true })
  }, [done])
  return (
    <div ref={bar} class={`undo-bar ${done ? 'said' : ''}`} tabIndex={-1}>
      <p role="status">{done?.words}</p>
      {done?.canUndo && (
        <button type="button" onClick={onUndo}>
          {t('undo')}
        </button>
      )}
      {saving.state === 'failed' && <SaveNote saving={saving} />}
    </div>
  )
}
