import type { ComponentChildren, Ref } from 'preact'
import { Field } from '../form/field'

interface Props {
  label: string
  hint: ComponentChildren
  problem: string | null
  value: string
  onInput: (value: string) => void
  field?: Ref<HTMLInputElement>
}

/** A field for a passphrase. What is typed can be read, and no spelling service of the browser gets it. */
export const PassphraseInput = ({ label, hint, problem, value, onInput, field = null }: Props) => (
  <Field label={label} hint={hint} problem={problem} class="passphrase-field">
    {(control) => (
      <input
        {...control}
        ref={field}
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        translate={false}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    )}
  </Field>
)
