import type { ComponentChildren } from 'preact'

interface Props {
  /** `1 of 2`; empty if the step is not counted. */
  step: string
  children: ComponentChildren
}

/** The heading of a step. It can have the focus, which it gets when the step follows another one. */
export const StepHeading = ({ step, children }: Props) => (
  <>
    {step !== '' && <p class="step soft">{step}</p>}
    <h1 tabIndex={-1}>{children}</h1>
  </>
)
