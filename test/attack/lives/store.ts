/** Where a life is recorded: in memory, as the database would. */
import type { Attention } from '../../../domain/record/attention'
import type { HeldStep } from '../../../domain/record/held-step'
import type { Span } from '../../../domain/record/span'
import type { LedgerParts } from '../../../entrypoints/background/recording/steady-ledger'

export interface Store {
  /** The longest time, in seconds, in which the worker may do nothing but wait for this store. */
  stride: number
  /** Whether nothing can be written or read. */
  fails: boolean
  /** Lets everything be written from now on. */
  recover: () => void
  parts: () => Omit<LedgerParts, 'mayRecord'>
  /** Whether something waits to be written. */
  isHolding: () => boolean
  /** What ends with the browser. */
  forgetSession: () => void | Promise<void>
  /** Everything recorded, the span in progress included. */
  spans: () => Promise<Span[]>
}

export function memoryStore(): Store {
  let state: Attention | null = null
  let held: HeldStep | null = null
  const spans = new Map<string, Span>()
  const refuse = () => {
    if (store.fails) throw new Error('the disk is full')
  }
  const store: Store = {
    stride: 5,
    fails: false,
    recover: () => void (store.fails = false),
    parts: () => ({
      saveStep: async (advance) => {
        const step = await advance(state)
        refuse()
        if (step.nothingNew) return step
        state = step.state
        for (const id of step.dropped) spans.delete(id)
        for (const span of step.spans) spans.set(span.id, span)
        return step
      },
      saveBeat: async (advance) => {
        refuse()
        const next = state && advance(state)
        if (next) state = next
        return next !== null
      },
      readHolding: async () => ({ held, deletion: null }),
      holdStep: async (make) => void (held = make({ held, deletion: null })),
      releaseStep: async () => void (held = null),
    }),
    isHolding: () => held !== null,
    forgetSession: () => void (held = null),
    spans: async () => [...spans.values(), ...(state?.open ? [state.open] : [])],
  }
  return store
}
