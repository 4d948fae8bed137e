import type { ComponentChildren, JSX } from 'preact'
import { useOwnId } from './use-own-id'
import './form.css'

export interface ControlProps {
  id: string
  'aria-describedby': string
  'aria-invalid': boolean
}

interface Props {
  label: string
  /** What the field means; always shown. */
  hint?: ComponentChildren
  /** What is wrong with the input and what to do. */
  problem?: string | null | undefined
  class?: string
  children: (control: ControlProps) => JSX.Element
}

/** A label and its control, with the problem and the hint below. */
export function Field({ label, hint, problem, children, ...rest }: Props) {
  const id = useOwnId()
  return (
    <div class={`field ${rest.class ?? ''}`}>
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': `${id}-hint ${id}-problem`,
        'aria-invalid': Boolean(problem),
      })}
      <p id={`${id}-problem`} class="problem" aria-live="polite">
        {problem}
      </p>
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
    </div>
  )
}
