/** What a deletion leaves of a state or step that is not written yet. */
import type { Attention, Step } from './attention'
import type { Span } from './span'

/** What may still be written of a span: the same object if all of it, else its parts. */
export type Rest = (span: Span) => Span[]

/** Nothing is deleted. */
export const wholeRest: Rest = (span) => [span]

/** Only the spans that may be recorded. */
export const restThat =
  (may: (span: Span) => boolean): Rest =>
  (span) =>
    may(span) ? [span] : []

const isWhole = (span: Span, rest: Rest): boolean => rest(span)[0] === span

/** The rest of a state. A span in progress that loses any part of itself is gone entirely. */
export const restOfState = (state: Attention, rest: Rest): Attention => ({
  ...state,
  open: state.open && isWhole(state.open, rest) ? state.open : null,
  recent: state.recent.flatMap(rest),
})

/** The rest of a step, held or not. */
export const restOfStep = <Held extends Step>(step: Held, rest: Rest): Held => ({
  ...step,
  spans: step.spans.flatMap(rest),
  state: restOfState(step.state, rest),
})
