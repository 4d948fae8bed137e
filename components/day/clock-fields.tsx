import type { ComponentChildren } from 'preact'
import type { EnteredDraft } from '../../domain/record/entered-draft'
import { Field } from '../form/field'

export type ClockName = keyof EnteredDraft

interface Props {
  draft: EnteredDraft
  labelOf: (name: ClockName) => string
  problemAt: (name: ClockName) => string | null
  onDraft: (change: (before: EnteredDraft) => EnteredDraft) => void
  /** A field is checked once it is left. */
  onLeave: (name: ClockName) => void
  children?: ComponentChildren
}

/** Two times of day, from and to. */
export const ClockFields = ({ draft, labelOf, problemAt, onDraft, onLeave, children }: Props) => (
  <div class="times">
    {(['from', 'to'] as const).map((name) => (
      <Field key={name} label={labelOf(name)} problem={problemAt(name)}>
        {(control) => (
          <input
            {...control}
            type="text"
            class="clock"
            autocomplete="off"
            value={draft[name]}
            onInput={({ currentTarget: { value } }) => onDraft((before) => ({ ...before, [name]: value }))}
            onChange={() => onLeave(name)}
          />
        )}
      </Field>
    ))}
    {children}
  </div>
)
