/** Look → step → save, one after the other in one queue. Decides nothing about attention: `step` does. */
import {
  type Attention,
  beat,
  BEAT_MS,
  type Observation,
  type Policy,
  step,
} from '../../../domain/record/attention'
import { type Day, HOUR_MS } from '../../../domain/time/local-time'
import { lastSealableDay } from '../../../domain/record/sealing'
import type { AttendedTab } from '../../../platform/look'
import type { Facts } from '../context'
import type { SteadyLedger } from './steady-ledger'

/** Longer than the browser's polling of the time since the last input, which is a second. */
const CONFIRM_MS = 2_000

/** What a look tells the tracker. */
export interface Seen {
  seen: Observation
  inFront: boolean
  isPaused: boolean
  /** The tab with the person's attention, recorded or not. */
  attended: AttendedTab | null
}

/** What the tracker is made of; the worker hands in the real parts, tests their own. */
export interface Parts {
  now: () => number
  /** What looks and steps depend on: one look uses one set of facts. */
  facts: () => Promise<Facts>
  look: (facts: Facts) => Promise<Seen>
  /** Whether a window has the focus; null where the browser tells of every change itself. */
  glance: (() => Promise<boolean>) | null
  policyOf: (facts: Facts) => Omit<Policy, 'announced'>
  ledger: SteadyLedger
  /** Told of every look beside the ledger, and of what is known then; never rejects. */
  guard: (looked: Seen, policy: Policy) => Promise<void>
  /** Told of every beat. */
  guardBeat: (at: number, policy: Policy) => Promise<void>
  /** Whether a rule is about what is in front, though it may not be recorded. */
  isGuarding: () => boolean
  /** Whether there are rules at all, which a pause of the record does not pause. */
  hasRules: () => boolean
  sealOldestDay: (lastDay: Day) => Promise<Day | null>
  /** Sets or clears the alarm that brings a look every 30 s. */
  setAlarm: (on: boolean) => Promise<void>
  /** Told after every step, and why nothing can be written if so. */
  show: (state: Attention, trouble: unknown) => Promise<void>
  /** Told when not even a step could be made. */
  showFailure: (error: unknown) => Promise<void>
  report: (error: unknown) => void
}

/** A look that failed knows nothing of the person either: who was away still is. */
const nothingSeen = (at: number, before: Attention | null): Observation => ({
  at,
  page: null,
  audible: false,
  fullscreen: false,
  presence: before && before.lastInputAt !== null ? 'idle' : 'active',
})

export class Tracker {
  readonly #parts: Parts
  #tail: Promise<void> = Promise.resolve()
  #waiting: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #alarmIsOn: boolean | undefined
  #isBeating = false
  /** Whether an event has told of something since the last look. */
  #isAnnounced = false
  #isOpen = false
  /** Whether the last look failed. */
  #mustLook = false
  #wasInFront = false
  #wasAway = false
  #nextSealAt = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * Looks soon, because an event told that something may have changed, or because it is time to. Resolves when
   * a look that began after the call is saved.
   */
  hint(isAnnounced = true): Promise<void> {
    this.#isAnnounced ||= isAnnounced
    this.#waiting ??= this.#inTurn(() => {
      this.#waiting = null
      return this.#lookAndSave()
    })
    return this.#waiting
  }

  /** Lets go of what waits to be written of a site. */
  forget(site: string): Promise<void> {
    return this.#inTurn(() => this.#parts.ledger.forget(site))
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#tail = this.#tail.then(work).catch((error: unknown) => this.#failed(error))
    return this.#tail
  }

  /** What fails outside the database is shown as well, and tried again a beat later. */
  async #failed(error: unknown): Promise<void> {
    this.#parts.report(error)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.hint(false), BEAT_MS)
    try {
      await this.#parts.showFailure(error)
    } catch (unseen) {
      this.#parts.report(unseen)
    }
  }

  async #lookAndSave(): Promise<void> {
    const { ledger, show } = this.#parts
    const facts = await this.#parts.facts()
    const wasAnnounced = this.#isAnnounced
    this.#isAnnounced = false
    const looked = await this.#look(facts)
    const at = looked?.seen.at ?? this.#parts.now()
    // What is announced during the look stays announced for the next one, too.
    const policy = { ...this.#parts.policyOf(facts), announced: wasAnnounced || this.#isAnnounced }
    this.#wasInFront = looked?.inFront ?? false
    this.#mustLook = looked === null
    const guarded = looked && this.#parts.guard(looked, policy)
    const { state, trouble } = await ledger.save((before) =>
      step(before, looked?.seen ?? nothingSeen(at, before), policy),
    )
    await guarded
    const isOfUse = looked !== null && (!looked.isPaused || this.#parts.hasRules())
    const mayReturn = isOfUse && looked.seen.presence === 'active' && !looked.inFront
    await this.#keepWatch(state.open !== null, mayReturn)
    this.#confirmAbsence(state)
    await show(state, trouble)
    await this.#seal(at, policy)
  }

  /** Null where a look fails: what cannot be seen is not counted. */
  async #look(facts: Facts): Promise<Seen | null> {
    try {
      return await this.#parts.look(facts)
    } catch (error) {
      this.#parts.report(error)
      return null
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

  /**
   * While somebody is there: an alarm for the next look, and beats in between. Where the browser does not tell
   * that its window gets the focus back, that goes for somebody who is busy in another program, too.
   */
  async #keepWatch(isOpen: boolean, mayReturn: boolean): Promise<void> {
    this.#isOpen = isOpen
    const isWatched = isOpen || this.#parts.isGuarding()
    const wanted = isWatched || this.#mustLook || (this.#parts.glance !== null && mayReturn)
    this.#isBeating = wanted
    clearTimeout(this.#timer)
    if (wanted) this.#setBeat()
    if (this.#alarmIsOn === wanted) return
    await this.#parts.setAlarm(wanted)
    this.#alarmIsOn = wanted
  }

  #setBeat(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#inTurn(() => this.#beat()), BEAT_MS)
  }

  async #beat(): Promise<void> {
    // A beat that fell due during a look comes after it, when nobody may be there any more.
    if (!this.#isBeating) return
    const { glance } = this.#parts
    const hasChanged = glance !== null && (await glance()) !== this.#wasInFront
    if (this.#mustLook || hasChanged || !(await this.#saveBeat())) await this.#lookAndSave()
    else this.#setBeat()
  }

  /** False where only a look can go on. Where nothing is recorded, the guard alone hears of it. */
  async #saveBeat(): Promise<boolean> {
    const at = this.#parts.now()
    const policy = { ...this.#parts.policyOf(await this.#parts.facts()), announced: false }
    await this.#parts.guardBeat(at, policy)
    return !this.#isOpen || this.#parts.ledger.saveBeat((before) => beat(before, at, policy))
  }

  async #seal(at: number, policy: Policy): Promise<void> {
    if (this.#parts.ledger.isHolding() || at < this.#nextSealAt) return
    const sealed = await this.#parts.sealOldestDay(lastSealableDay(at, policy.offsetAt(at)))
    if (sealed === null) this.#nextSealAt = at + HOUR_MS
  }
}
