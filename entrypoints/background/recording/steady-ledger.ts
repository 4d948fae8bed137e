/** Saves steps even while the database fails: what cannot be written is held and written later. */
import type { Attention, Step } from '../../../domain/record/attention'
import { type HeldStep, holdOn, stepOnHeld } from '../../../domain/record/held-step'
import type { Span } from '../../../domain/record/span'
import { KNOWN_TO_FAIL_MS } from '../../../storage/base/in-time'
import type { Holding } from '../../../storage/said/session'

type Advance = (before: Attention | null) => Step

export interface LedgerParts {
  saveStep: (advance: (before: Attention | null) => Step | Promise<Step>, limitMs?: number) => Promise<Step>
  saveBeat: (advance: (before: Attention) => Attention | null, saved: Attention | null) => Promise<boolean>
  /** What waits to be written, without what has been deleted since. */
  readHolding: () => Promise<Holding>
  holdStep: (make: (before: Holding) => HeldStep) => Promise<void>
  releaseStep: () => Promise<void>
  /** Checks held spans, because exclusions could not be read when they were recorded. */
  mayRecord: (surface: string) => boolean
}

export interface SteadyLedger {
  /**
   * Makes a step from the stored state or, while nothing can be written, from the held one. A failing database does
   * not make it reject.
   */
  save: (advance: Advance) => Promise<{ state: Attention; trouble: unknown }>
  /** False if a look is needed: nothing is open, the beat is too late, or nothing can be written. */
  saveBeat: (advance: (before: Attention) => Attention | null) => Promise<boolean>
  isHolding: () => boolean
}

export function createSteadyLedger(parts: LedgerParts): SteadyLedger {
  /** Copies in memory: the state as of the last step, and what waits, undefined until it is read. */
  let last: Attention | null = null
  let held: HeldStep | null | undefined
  /** The last deletion that the copies know of. */
  let deletion: string | null = null

  const may = ({ surface }: Span) => parts.mayRecord(surface)

  /** Gives up the copies if something was deleted since they were made: they may still have it. */
  function take(holding: Holding): void {
    if (held === undefined || holding.deletion !== deletion) {
      held = holding.held
      last = null
    }
    deletion = holding.deletion
  }

  /** Holds a step in session storage. Returns `trouble`, or the new error if holding fails too. */
  async function hold(advance: Advance, trouble: unknown) {
    let made: HeldStep | undefined
    const make = () => (made = holdOn(held ?? null, last, advance, may))
    let reason = trouble
    try {
      await parts.holdStep((holding) => {
        take(holding)
        return make()
      })
    } catch (error) {
      reason = error
    }
    held = made ?? make()
    last = held.state
    return { state: held.state, trouble: reason }
  }

  return {
    save: async (advance) => {
      try {
        if (held === undefined) take(await parts.readHolding())
        const limitMs = held ? KNOWN_TO_FAIL_MS : undefined
        const written = await parts.saveStep(async (stored) => {
          // Deletions wait for the lock that this step is made under.
          if (held) take(await parts.readHolding())
          return held ? stepOnHeld(held, stored, advance, may) : advance(stored)
        }, limitMs)
        last = written.state
        if (held !== null) await parts.releaseStep()
        held = null
        return { state: last, trouble: null }
      } catch (error) {
        return hold(advance, error)
      }
    },
    saveBeat: async (advance) => {
      if (held) return false
      try {
        return await parts.saveBeat((before) => {
          const after = advance(before)
          if (after) last = after
          return after
        }, last)
      } catch {
        // The next look gets the same error, holds its step and shows the trouble.
        return false
      }
    },
    isHolding: () => Boolean(held),
  }
}
