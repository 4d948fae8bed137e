/** Saves steps even while the database fails: what cannot be written is held and written later. */
import type { Attention, Step } from '../../../domain/record/attention'
import {
  type HeldStep,
  holdOn,
  recordableState,
  recordableStep,
  stepOnHeld,
} from '../../../domain/record/held-step'
import type { Span } from '../../../domain/record/span'
import { KNOWN_TO_FAIL_MS } from '../../../storage/base/in-time'

export interface LedgerParts {
  saveStep: (advance: (before: Attention | null) => Step, limitMs?: number) => Promise<Step>
  saveBeat: (advance: (before: Attention) => Attention | null) => Promise<boolean>
  /** What could not be written before this worker started. */
  heldStep: () => Promise<HeldStep | null>
  holdStep: (held: HeldStep | null) => Promise<void>
  /** Checks held spans, because exclusions could not be read when they were recorded. */
  mayRecord: (surface: string) => boolean
}

export interface SteadyLedger {
  /**
   * Makes a step from the stored state or, while nothing can be written, from the held one. A failing database does
   * not make it reject.
   */
  save: (advance: (before: Attention | null) => Step) => Promise<{ state: Attention; trouble: unknown }>
  /** False if a look is needed: nothing is open, the beat is too late, or nothing can be written. */
  saveBeat: (advance: (before: Attention) => Attention | null) => Promise<boolean>
  isHolding: () => boolean
  /** Drops what waits to be written about a site. */
  forget: (site: string) => Promise<void>
}

export function createSteadyLedger(parts: LedgerParts): SteadyLedger {
  let last: Attention | null = null
  let held: HeldStep | null | undefined

  /** Holds a step in session storage. Returns `trouble`, or the new error if holding fails too. */
  async function hold(step: HeldStep, trouble: unknown): Promise<unknown> {
    held = step
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
        const waiting = held
        const limitMs = waiting ? KNOWN_TO_FAIL_MS : undefined
        const stepFrom = (stored: Attention | null): Step =>
          waiting
            ? stepOnHeld(waiting, stored, advance, ({ surface }) => parts.mayRecord(surface))
            : advance(stored)
        last = (await parts.saveStep(stepFrom, limitMs)).state
        if (held) await parts.holdStep(null)
        held = null
        return { state: last, trouble: null }
      } catch (error) {
        const step = holdOn(held ?? null, last, advance)
        const trouble = await hold(step, error)
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
        // The next look gets the same error, holds its step and shows the trouble.
        return false
      }
    },
    isHolding: () => Boolean(held),
    forget: async (site) => {
      const may = (span: Span) => span.site !== site
      held ??= await parts.heldStep()
      if (last) last = recordableState(last, may)
      if (held) await parts.holdStep((held = recordableStep(held, may)))
    },
  }
}
