/** Saving that does not stop when the database does: what cannot be written is held, and written later. */
import type { Attention, Step } from '../../domain/attention'
import { KNOWN_TO_FAIL_MS } from '../../storage/in-time'

export interface LedgerParts {
  saveStep: (advance: (before: Attention | null) => Step, limitMs?: number) => Promise<Step>
  saveBeat: (advance: (before: Attention) => Attention | null) => Promise<boolean>
  /** What could not be written before this worker started. */
  heldStep: () => Promise<Step | null>
  holdStep: (held: Step | null) => Promise<void>
  /** Held spans may be of sites whose exclusion could not be read at the time. */
  mayRecord: (surface: string) => boolean
}

export interface SteadyLedger {
  /** Makes a step on what is stored or, while nothing can be written, on what is held; never rejects for that. */
  save: (advance: (before: Attention | null) => Step) => Promise<{ state: Attention; trouble: unknown }>
  /** False where only a look can go on: nothing is open, too late for a beat, or nothing can be written. */
  saveBeat: (advance: (before: Attention) => Attention | null) => Promise<boolean>
  isHolding: () => boolean
}

/** Both steps as one: what the later says of a span holds. */
function merged(held: Step, next: Step): Step {
  const spans = new Map([...held.spans, ...next.spans].map((span) => [span.id, span]))
  for (const id of next.dropped) spans.delete(id)
  const dropped = [...new Set([...held.dropped, ...next.dropped])].filter((id) => !spans.has(id))
  return { state: next.state, spans: [...spans.values()], dropped, nothingNew: false }
}

export function createSteadyLedger(parts: LedgerParts): SteadyLedger {
  let last: Attention | null = null
  let held: Step | null | undefined

  const onTopOfHeld = (advance: (before: Attention | null) => Step, stored: Attention | null): Step => {
    if (!held) return advance(stored)
    const spans = held.spans.filter((span) => parts.mayRecord(span.surface))
    return merged({ ...held, spans }, advance(held.state))
  }

  return {
    save: async (advance) => {
      if (held === undefined) held = await parts.heldStep()
      try {
        const limitMs = held ? KNOWN_TO_FAIL_MS : undefined
        last = (await parts.saveStep((stored) => onTopOfHeld(advance, stored), limitMs)).state
        if (held) await parts.holdStep(null)
        held = null
        return { state: last, trouble: null }
      } catch (trouble) {
        held = onTopOfHeld(advance, last)
        last = held.state
        await parts.holdStep(held)
        return { state: last, trouble }
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
  }
}
