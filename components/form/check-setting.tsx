import type { ComponentChildren } from 'preact'
import { SaveNote } from './save-note'
import { useSaving } from './use-saving'
import { useOwnId } from './use-own-id'
import './form.css'

interface Props {
  label: string
  hint?: ComponentChildren
  checked: boolean
  onSave: (checked: boolean) => Promise<unknown>
}

/** A yes or no that is saved as it is said. */
export function CheckSetting({ label, hint, checked, onSave }: Props) {
  const [saving, save] = useSaving()
  const id = useOwnId()
  return (
    <div class="field">
      <div class="control">
        <label class="check">
          <input
            type="checkbox"
            checked={checked}
            aria-describedby={`${id}-hint`}
            onChange={({ currentTarget }) => {
              const said = currentTarget.checked
              void save(() => onSave(said))
            }}
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
