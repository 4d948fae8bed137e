import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { Field } from './field'
import { SaveNote } from './save-note'
import { useSaving } from './use-saving'

interface Props<Value> {
  label: string
  hint?: ComponentChildren
  /** The stored value as text. */
  value: string
  unit?: string
  placeholder?: string
  isNumber?: boolean
  read: (text: string) => { value: Value } | { problem: string }
  onSave: (value: Value) => Promise<unknown>
}

/** A text field that is checked in place and saved once it is valid and left. */
export function TextSetting<Value>({ value, unit, isNumber, read, onSave, ...props }: Props<Value>) {
  const [text, setText] = useState(value)
  const [problem, setProblem] = useState<string | null>(null)
  const [saving, save] = useSaving()
  // Before the paint: a later effect would overwrite what was typed in between.
  useLayoutEffect(() => {
    setText(value)
    setProblem(null)
  }, [value])

  const commit = (typed: string) => {
    const result = read(typed)
    setProblem('problem' in result ? result.problem : null)
    if ('value' in result && typed !== value) void save(() => onSave(result.value))
  }
  const change = (typed: string) => {
    setText(typed)
    if (problem !== null && 'value' in read(typed)) setProblem(null)
  }
  return (
    <Field label={props.label} hint={props.hint} problem={problem}>
      {(control) => (
        <div class="control">
          <input
            {...control}
            type="text"
            inputMode={isNumber ? 'decimal' : 'text'}
            class={isNumber ? 'short' : ''}
            autocomplete="off"
            placeholder={props.placeholder}
            value={text}
            onInput={({ currentTarget }) => change(currentTarget.value)}
            onChange={({ currentTarget }) => commit(currentTarget.value)}
          />
          {unit && <span>{unit}</span>}
          <SaveNote saving={saving} />
        </div>
      )}
    </Field>
  )
}
