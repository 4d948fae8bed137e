import type { ComponentChildren } from 'preact'
import { Field } from './field'
import { SaveNote } from './save-note'
import { useChoice } from './use-choice'

export interface Option {
  value: string
  label: string
}

interface Props {
  label: string
  hint?: ComponentChildren
  value: string
  options: readonly (Option | 'line')[]
  onSave: (value: string) => Promise<unknown>
}

export const Options = ({ options }: { options: readonly (Option | 'line')[] }) => (
  <>
    {options.map((option) =>
      option === 'line' ? (
        <hr key={option} />
      ) : (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ),
    )}
  </>
)

/** A select that saves at once. */
export function SelectSetting({ label, hint, value, options, onSave }: Props) {
  const [shown, choose, saving] = useChoice(value, onSave)
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div class="control">
          <select {...control} value={shown} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            <Options options={options} />
          </select>
          <SaveNote saving={saving} />
        </div>
      )}
    </Field>
  )
}
