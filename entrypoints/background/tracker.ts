/** Look → step → save, one after the other in one queue. Decides nothing about attention: `step` does. */
import {
  type Attention,
  beat,
  BEAT_MS,
  type Observation,
  type Policy,
  step,
  type Step,
} from '../../domain/attention'
import { HOUR_MS } from '../../domain/local-time'
import { lastSealableDay } from '../../domain/sealed-day'

/** What the tracker is made of; the worker hands in the real parts, tests their own. */
export interface Parts {
  now: () => number
  look: () => Promise<Observation>
  policy: () => Promise<Policy>
  saveStep: (advance: (before: Attention | null) => Step) => Promise<Step>
  saveBeat: (advance: (before: Attention) => Attention | null) => Promise<boolean>
  sealOldestDay: (lastDay: string) => Promise<string | null>
  /** What could not be written before this worker started. */
  heldStep: () => Promise<Step | null>
  holdStep: (held: Step | null) => Promise<void>
  /** Held spans may be of sites whose exclusion could not be read at the time. */
  mayRecord: (surface: string) => boolean
  /** Sets or clears the alarm that brings a look every 30 s. */
  setAlarm: (on: boolean) => Promise<void>
  /** Told after every step, and why nothing can be written if so. */
  show: (state: Attention, trouble: unknown) => Promise<void>
  report: (error: unknown) => void
}

export interface Tracker {
  /** Something may have changed: looks soon. Resolves when a look that began after the call is saved. */
  hint: () => Promise<void>
}

const merged = (held: Step, next: Step): Step => {
  const spans = new Map([...held.spans, ...next.spans].map((span) => [span.id, span]))
  for (const id of next.dropped) spans.delete(id)
  return {
    state: next.state,
    spans: [...spans.values()],
    dropped: [...new Set([...held.dropped, ...next.dropped])].filter((id) => !spans.has(id)),
    nothingNew: false,
  }
}

export function createTracker(parts: Parts): Tracker {
  let tail: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let alarmIsOn: boolean | undefined
  let last: Attention | null = null
  let held: Step | null | undefined
  let nextSealAt = 0

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    tail = tail.then(work).catch(parts.report)
    return tail
  }

  const hint = (): Promise<void> => {
    waiting ??= inTurn(() => {
      waiting = null
      return lookAndSave()
    })
    return waiting
  }

  async function lookAndSave(): Promise<void> {
    const policy = await parts.policy()
    const seen = await parts.look()
    await save((before) => step(before, seen, policy))
    await seal(seen.at, policy)
  }

  /** Makes a step on what is stored or, while nothing can be written, on what is held in memory. */
  async function save(advance: (before: Attention | null) => Step): Promise<void> {
    if (held === undefined) held = await parts.heldStep()
    const onTop = (stored: Attention | null): Step =>
      held ? merged(withoutExcluded(held), advance(held.state)) : advance(stored)
    let trouble: unknown = null
    try {
      last = (await parts.saveStep(onTop)).state
      if (held) await parts.holdStep(null)
      held = null
    } catch (error) {
      trouble = error
      held = onTop(last)
      last = held.state
      await parts.holdStep(held)
    }
    await keepWatch(last)
    await parts.show(last, trouble)
  }

  const withoutExcluded = (step: Step): Step => ({
    ...step,
    spans: step.spans.filter((span) => parts.mayRecord(span.surface)),
  })

  /** While somebody is there: an alarm for the next look, and beats in between. */
  async function keepWatch(state: Attention): Promise<void> {
    clearTimeout(timer)
    if (state.open) timer = setTimeout(() => void inTurn(beatOnce), BEAT_MS)
    const wanted = state.open !== null
    if (alarmIsOn !== wanted) {
      alarmIsOn = wanted
      await parts.setAlarm(wanted)
    }
  }

  async function beatOnce(): Promise<void> {
    const at = parts.now()
    const policy = await parts.policy()
    if (held || !(await saveBeat(at, policy))) return lookAndSave()
    timer = setTimeout(() => void inTurn(beatOnce), BEAT_MS)
  }

  /** A beat that fails is followed by a look, which meets the same error and shows it. */
  const saveBeat = (at: number, policy: Policy): Promise<boolean> =>
    parts
      .saveBeat((before) => {
        const after = beat(before, at, policy)
        if (after) last = after
        return after
      })
      .catch(() => false)

  async function seal(at: number, policy: Policy): Promise<void> {
    if (held || at < nextSealAt) return
    const sealed = await parts.sealOldestDay(lastSealableDay(at, policy.offsetAt(at)))
    if (sealed === null) nextSealAt = at + HOUR_MS
  }

  return { hint }
}
