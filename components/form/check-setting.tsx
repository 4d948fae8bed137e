import type { ComponentChildren } from 'preact'
import { SaveNote } from './save-note'
import { useChoice } from './use-choice'
import { useOwnId } from './use-own-id'
import './form.css'

interface Props {
  label: string
  hint?: ComponentChildren
  checked: boolean
  onSave: (checked: boolean) => Promise<unknown>
}

/** A checkbox that saves at once. */
export function CheckSetting({ label, hint, checked, onSave }: Props) {
  const [shown, choose, saving] = useChoice(checked, onSave)
  const id = useOwnId()
  return (
    <div class="field">
      <div class="control">
        <label class="check">
          <input
            type="checkbox"
            checked={shown}
            aria-describedby={`${id}-hint`}
            onChange={({ currentTarget }) => choose(currentTarget.checked)}
          />
          {label}
        </label>
        <SaveNote saving={saving} />
      </div>
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
    </div>
  )
}
