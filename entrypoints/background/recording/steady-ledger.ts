/** Saving that does not stop when the database does: what cannot be written is held, and written later. */
import type { Attention, Step } from '../../../domain/record/attention'
import type { Span } from '../../../domain/record/span'
import { ended } from '../../../domain/record/take-back'
import { KNOWN_TO_FAIL_MS } from '../../../storage/base/in-time'
import type { HeldStep } from '../../../storage/said/session'

export interface LedgerParts {
  saveStep: (advance: (before: Attention | null) => Step, limitMs?: number) => Promise<Step>
  saveBeat: (advance: (before: Attention) => Attention | null) => Promise<boolean>
  /** What could not be written before this worker started. */
  heldStep: () => Promise<HeldStep | null>
  holdStep: (held: HeldStep | null) => Promise<void>
  /** Held spans may be of sites whose exclusion could not be read at the time. */
  mayRecord: (surface: string) => boolean
}

export interface SteadyLedger {
  /** Makes a step on what is stored or, while nothing can be written, on what is held; never rejects for that. */
  save: (advance: (before: Attention | null) => Step) => Promise<{ state: Attention; trouble: unknown }>
  /** False where only a look can go on: nothing is open, too late for a beat, or nothing can be written. */
  saveBeat: (advance: (before: Attention) => Attention | null) => Promise<boolean>
  isHolding: () => boolean
  /** Lets go of what waits to be written of a site. */
  forget: (site: string) => Promise<void>
}

/** Both steps as one: what the later says of a span holds. */
function merged(held: Step, next: Step): Step {
  const spans = new Map([...held.spans, ...next.spans].map((span) => [span.id, span]))
  for (const id of next.dropped) spans.delete(id)
  const dropped = [...new Set([...held.dropped, ...next.dropped])].filter((id) => !spans.has(id))
  return { state: next.state, spans: [...spans.values()], dropped, nothingNew: false }
}

const stateOf = (state: Attention, may: (span: Span) => boolean): Attention => ({
  ...state,
  open: state.open && may(state.open) ? state.open : null,
  recent: state.recent.filter(may),
})

/** The step without the spans that may not be recorded. */
const only = <Held extends Step>(step: Held, may: (span: Span) => boolean): Held => ({
  ...step,
  spans: step.spans.filter(may),
  state: stateOf(step.state, may),
})

export function createSteadyLedger(parts: LedgerParts): SteadyLedger {
  let last: Attention | null = null
  let held: HeldStep | null | undefined

  const onTopOfHeld = (advance: (before: Attention | null) => Step, stored: Attention | null): Step => {
    if (!held) return advance(stored)
    const unseen = held.isBlind && stored ? ended(stored, held.lastInputAt) : { spans: [], dropped: [] }
    const before = { ...held, ...unseen }
    const whole = merged(merged(before, held), advance(held.state))
    return only(whole, ({ surface }) => parts.mayRecord(surface))
  }

  /** Keeps what could not be written, here and where it outlives the worker; says why, if not even that works. */
  async function hold(step: Step, isBlind: boolean, trouble: unknown): Promise<unknown> {
    held = { ...step, isBlind, lastInputAt: held?.lastInputAt ?? step.state.lastInputAt }
    last = held.state
    try {
      await parts.holdStep(held)
      return trouble
    } catch (error) {
      return error
    }
  }

  return {
    save: async (advance) => {
      try {
        if (held === undefined) held = await parts.heldStep()
        const limitMs = held ? KNOWN_TO_FAIL_MS : undefined
        last = (await parts.saveStep((stored) => onTopOfHeld(advance, stored), limitMs)).state
        if (held) await parts.holdStep(null)
        held = null
        return { state: last, trouble: null }
      } catch (error) {
        const isBlind = held ? held.isBlind : last === null
        const step = held ? merged(held, advance(held.state)) : advance(last)
        const trouble = await hold(step, isBlind, error)
        return { state: step.state, trouble }
      }
    },
    saveBeat: async (advance) => {
      if (held) return false
      try {
        return await parts.saveBeat((before) => {
          const after = advance(before)
          if (after) last = after
          return after
        })
      } catch {
        // The look that follows meets the same error, holds what it must and shows it.
        return false
      }
    },
    isHolding: () => Boolean(held),
    forget: async (site) => {
      const may = (span: Span) => span.site !== site
      held ??= await parts.heldStep()
      if (last) last = stateOf(last, may)
      if (held) await parts.holdStep((held = only(held, may)))
    },
  }
}
