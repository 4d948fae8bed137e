/** Steps that could not be written wait as one held step, to be written with the next one that can be. */
import { type Attention, type Step, witnessed } from './attention'
import type { Span } from './span'
import { partsWithin } from './span-parts'
import { keptAfter, takeBack } from './take-back'

export interface HeldStep extends Step {
  /** Whether it was made without knowing what is stored. */
  isBlind: boolean
  /** The last input before the first absence since then, epoch ms; null if there was none. */
  lastInputAt: number | null
}

type Advance = (before: Attention | null) => Step
type MayRecord = (span: Span) => boolean

/** Two steps as one; what the later says of a span holds. */
export function joinedSteps(earlier: Step, later: Step): Step {
  const spans = new Map([...earlier.spans, ...later.spans].map((span) => [span.id, span]))
  for (const id of later.dropped) spans.delete(id)
  const dropped = [...new Set([...earlier.dropped, ...later.dropped])].filter((id) => !spans.has(id))
  return { state: later.state, spans: [...spans.values()], dropped, nothingNew: false }
}

/** A state without the spans that may not be recorded. */
export const recordableState = (state: Attention, may: MayRecord): Attention => ({
  ...state,
  open: state.open && may(state.open) ? state.open : null,
  recent: state.recent.filter(may),
})

/** A step without the spans that may not be recorded. */
export const recordableStep = <Held extends Step>(step: Held, may: MayRecord): Held => ({
  ...step,
  spans: step.spans.filter(may),
  state: recordableState(step.state, may),
})

/**
 * How a stored state ends when nothing more is known of it than the last input since (null: the person stayed): its
 * open span ends at the checkpoint, or at the take-back.
 */
function ended(state: Attention, lastInputAt: number | null): Pick<Step, 'spans' | 'dropped'> {
  const kept = keptAfter(Math.min(state.lastInputAt ?? Infinity, lastInputAt ?? Infinity), witnessed(state))
  const { spans, dropped } = takeBack(state.recent, kept)
  return { spans: [...spans, ...(state.open ? partsWithin(state.open, kept) : [])], dropped }
}

/** The next step made on top of a held one, ready to be written over what is stored. */
export function stepOnHeld(
  held: HeldStep,
  stored: Attention | null,
  advance: Advance,
  mayRecord: MayRecord,
): Step {
  const unseen = held.isBlind && stored ? ended(stored, held.lastInputAt) : { spans: [], dropped: [] }
  const whole = joinedSteps(joinedSteps({ ...held, ...unseen }, held), advance(held.state))
  return recordableStep(whole, mayRecord)
}

/** The held step after one more step could not be written; `known` is the state that memory goes on from. */
export function holdOn(held: HeldStep | null, known: Attention | null, advance: Advance): HeldStep {
  const isBlind = held ? held.isBlind : known === null
  const step = held ? joinedSteps(held, advance(held.state)) : advance(known)
  return { ...step, isBlind, lastInputAt: held?.lastInputAt ?? step.state.lastInputAt }
}
