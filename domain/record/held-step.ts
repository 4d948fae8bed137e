/** Steps that could not be written are merged into one held step, which is written with the next step that can be. */
import { type Attention, type Step, witnessed } from './attention'
import { restOfStep, restThat } from './deletion'
import type { Span } from './span'
import { partsWithin } from './span-parts'
import { keptAfter, takeBack } from './take-back'

export interface HeldStep extends Step {
  /** Whether it was made without knowing the stored state. */
  isBlind: boolean
  /** The last input before the person first went idle during the hold, epoch ms; null if they did not. */
  lastInputAt: number | null
}

type Advance = (before: Attention | null) => Step
type MayRecord = (span: Span) => boolean

/** Merges two steps; if both have a span, the later step counts. */
export function joinedSteps(earlier: Step, later: Step): Step {
  const spans = new Map([...earlier.spans, ...later.spans].map((span) => [span.id, span]))
  for (const id of later.dropped) spans.delete(id)
  const dropped = [...new Set([...earlier.dropped, ...later.dropped])].filter((id) => !spans.has(id))
  return { state: later.state, spans: [...spans.values()], dropped, nothingNew: false }
}

/**
 * Ends a stored state about which no more is known than the last input since (null if the person stayed active): its
 * open span ends at the checkpoint, or earlier if time is taken back.
 */
function ended(state: Attention, lastInputAt: number | null): Pick<Step, 'spans' | 'dropped'> {
  const kept = keptAfter(Math.min(state.lastInputAt ?? Infinity, lastInputAt ?? Infinity), witnessed(state))
  const { spans, dropped } = takeBack(state.recent, kept)
  return { spans: [...spans, ...(state.open ? partsWithin(state.open, kept) : [])], dropped }
}

/** Merges a held step and the next one into a step that can be written over the stored state. */
export function stepOnHeld(
  held: HeldStep,
  stored: Attention | null,
  advance: Advance,
  mayRecord: MayRecord,
): Step {
  const unseen = held.isBlind && stored ? ended(stored, held.lastInputAt) : { spans: [], dropped: [] }
  const whole = joinedSteps(joinedSteps({ ...held, ...unseen }, held), advance(held.state))
  return restOfStep(whole, restThat(mayRecord))
}

/** The held step after one more step could not be written; `known` is the state in memory. */
export function holdOn(
  held: HeldStep | null,
  known: Attention | null,
  advance: Advance,
  mayRecord: MayRecord,
): HeldStep {
  const isBlind = held ? held.isBlind : known === null
  const step = held ? joinedSteps(held, advance(held.state)) : advance(known)
  const whole = { ...step, isBlind, lastInputAt: held?.lastInputAt ?? step.state.lastInputAt }
  return restOfStep(whole, restThat(mayRecord))
}
