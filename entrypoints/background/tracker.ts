/** Look → step → save, one after the other in one queue. Decides nothing about attention: `step` does. */
import { type Attention, beat, BEAT_MS, type Observation, type Policy, step } from '../../domain/attention'
import { type Day, HOUR_MS } from '../../domain/local-time'
import { lastSealableDay } from '../../domain/sealed-day'
import type { SteadyLedger } from './steady-ledger'

/** Longer than the browser's polling of the time since the last input, which is a second. */
const CONFIRM_MS = 2_000

/** What the tracker is made of; the worker hands in the real parts, tests their own. */
export interface Parts {
  now: () => number
  look: () => Promise<Observation>
  policy: () => Promise<Policy>
  ledger: SteadyLedger
  sealOldestDay: (lastDay: Day) => Promise<Day | null>
  /** Sets or clears the alarm that brings a look every 30 s. */
  setAlarm: (on: boolean) => Promise<void>
  /** Told after every step, and why nothing can be written if so. */
  show: (state: Attention, trouble: unknown) => Promise<void>
  report: (error: unknown) => void
}

export class Tracker {
  readonly #parts: Parts
  #tail: Promise<void> = Promise.resolve()
  #waiting: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #alarmIsOn: boolean | undefined
  #wasAway = false
  #nextSealAt = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Something may have changed: looks soon. Resolves when a look that began after the call is saved. */
  hint(): Promise<void> {
    this.#waiting ??= this.#inTurn(() => {
      this.#waiting = null
      return this.#lookAndSave()
    })
    return this.#waiting
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#tail = this.#tail.then(work).catch(this.#parts.report)
    return this.#tail
  }

  async #lookAndSave(): Promise<void> {
    const { ledger, show } = this.#parts
    const policy = await this.#parts.policy()
    const seen = await this.#look()
    const { state, trouble } = await ledger.save((before) => step(before, seen, policy))
    await this.#keepWatch(state)
    this.#confirmAbsence(state)
    await show(state, trouble)
    await this.#seal(seen.at, policy)
  }

  /** A look that fails saw nothing: what cannot be seen is not counted. */
  async #look(): Promise<Observation> {
    try {
      return await this.#parts.look()
    } catch (error) {
      this.#parts.report(error)
      return { at: this.#parts.now(), page: null, audible: false, fullscreen: false, presence: 'active' }
    }
  }

  /**
   * The browser polls the time since the last input. A look may see the absence before the poll does; should
   * the person come back in between, no event will tell.
   */
  #confirmAbsence({ lastInputAt }: Attention): void {
    const isAway = lastInputAt !== null
    if (isAway && !this.#wasAway) setTimeout(() => void this.hint(), CONFIRM_MS)
    this.#wasAway = isAway
  }

  /** While somebody is there: an alarm for the next look, and beats in between. */
  async #keepWatch({ open }: Attention): Promise<void> {
    const wanted = open !== null
    clearTimeout(this.#timer)
    if (wanted) this.#setBeat()
    if (this.#alarmIsOn === wanted) return
    await this.#parts.setAlarm(wanted)
    this.#alarmIsOn = wanted
  }

  #setBeat(): void {
    this.#timer = setTimeout(() => void this.#inTurn(() => this.#beat()), BEAT_MS)
  }

  async #beat(): Promise<void> {
    const at = this.#parts.now()
    const policy = await this.#parts.policy()
    const isSaved = await this.#parts.ledger.saveBeat((before) => beat(before, at, policy))
    if (isSaved) this.#setBeat()
    else await this.#lookAndSave()
  }

  async #seal(at: number, policy: Policy): Promise<void> {
    if (this.#parts.ledger.isHolding() || at < this.#nextSealAt) return
    const sealed = await this.#parts.sealOldestDay(lastSealableDay(at, policy.offsetAt(at)))
    if (sealed === null) this.#nextSealAt = at + HOUR_MS
  }
}
