import type { ComponentChildren } from 'preact'
import { SaveNote } from '../form/save-note'
import { type Option, Options } from '../form/select-setting'
import { useChoice } from '../form/use-choice'
import './picker.css'

interface Props {
  label: string
  value: string
  options: readonly Option[]
  onSave: (value: string) => Promise<unknown>
  /** What is seen of the choice, shorter than the words of its option. */
  children: ComponentChildren
}

/** A select behind a short text with an arrow. It saves at once; a failure to save is shown below. */
export function Picker({ label, value, options, onSave, children }: Props) {
  const [shown, choose, saving] = useChoice(value, onSave)
  return (
    <>
      <span class="picker">
        <span class="picked" aria-hidden="true">
          {children}
        </span>
        <select
          aria-label={label}
          value={shown}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <Options options={options} />
        </select>
      </span>
      {saving.state === 'failed' && <SaveNote saving={saving} />}
    </>
  )
}
