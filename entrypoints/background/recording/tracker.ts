/** Look → step → save, in one queue. The rules of attention are in `step`. */
import {
  type Attention,
  BEAT_MS,
  LOOK_MS,
  type Observation,
  type Policy,
  step,
} from '../../../domain/record/attention'
import { beat } from '../../../domain/record/beat'
import { type Day, HOUR_MS } from '../../../domain/time/local-time'
import { lastSealableDay } from '../../../domain/record/sealing'
import type { AttendedTab } from '../../../platform/look'
import type { Facts } from '../context'
import type { SteadyLedger } from './steady-ledger'

/** Longer than the browser's interval for polling the last input, which is one second. */
const CONFIRM_MS = 2_000

/** What the tracker gets from a look. */
export interface Seen {
  seen: Observation
  inFront: boolean
  /** The window with the focus; null while another program has it. */
  frontWindow: number | null
  isPaused: boolean
  /** The tab with the person's attention, recorded or not. */
  attended: AttendedTab | null
  /** The audible tab in front while another program has focus. */
  beneath: AttendedTab | null
}

/** The tracker's dependencies: real ones in the worker, fake ones in tests. */
export interface Parts {
  now: () => number
  /** What looks and steps depend on: one look uses one set of facts. */
  facts: () => Promise<Facts>
  look: (facts: Facts) => Promise<Seen>
  /** Whether a window has focus; null if the browser reports every change of focus. */
  glance: (() => Promise<boolean>) | null
  policyOf: (facts: Facts) => Omit<Policy, 'announced'>
  ledger: SteadyLedger
  /** Called with every look, beside the ledger. Never rejects. */
  guard: (looked: Seen, policy: Policy) => Promise<void>
  /** Called with every beat. */
  guardBeat: (at: number, policy: Policy) => Promise<void>
  /** Whether a rule covers the front page, even if that page is not recorded. */
  isGuarding: () => boolean
  /** Whether there are any rules. They go on while recording is paused. */
  hasRules: () => boolean
  sealOldestDay: (lastDay: Day) => Promise<Day | null>
  /** Sets or clears the alarm that brings a look even if the worker was ended. */
  setAlarm: (on: boolean) => Promise<void>
  /** Called after every step, with the reason if nothing can be written. */
  show: (state: Attention, trouble: unknown) => Promise<void>
  /** Called after every beat that needed no look. */
  showBeat: (facts: Facts, at: number) => Promise<void>
  /** Called when not even a step could be made. */
  showFailure: (error: unknown) => Promise<void>
  report: (error: unknown) => void
}

/** The observation for a failed look. */
const nothingSeen = (at: number): Observation => ({
  at,
  page: null,
  audible: false,
  fullscreen: false,
  presence: 'unknown',
})

export class Tracker {
  readonly #parts: Parts
  #tail: Promise<void> = Promise.resolve()
  #waiting: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #alarmIsOn: boolean | undefined
  #isBeating = false
  /** Whether an event has announced a change since the last look. */
  #isAnnounced = false
  #isOpen = false
  /** Whether the last look failed. */
  #mustLook = false
  #wasInFront = false
  #wasAway = false
  #nextSealAt = 0
  #lastLookAt = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * Looks soon, because an event announced a possible change or because a look is due. Resolves when a look that
   * began after the call is saved.
   */
  hint(isAnnounced = true): Promise<void> {
    this.#isAnnounced ||= isAnnounced
    this.#waiting ??= this.#inTurn(() => {
      this.#waiting = null
      return this.#lookAndSave()
    })
    return this.#waiting
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#tail = this.#tail.then(work).catch((error: unknown) => this.#failed(error))
    return this.#tail
  }

  /** Shows failures outside the database too, and retries one beat later. */
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
    // A change announced during this look counts for this look and for the next one.
    const policy = { ...this.#parts.policyOf(facts), announced: wasAnnounced || this.#isAnnounced }
    this.#wasInFront = looked?.inFront ?? false
    this.#mustLook = looked === null
    this.#lastLookAt = at
    const guarded = looked && this.#parts.guard(looked, policy)
    const { state, trouble } = await ledger.save((before) =>
      step(before, looked?.seen ?? nothingSeen(at), policy),
    )
    await guarded
    const isOfUse = looked !== null && (!looked.isPaused || this.#parts.hasRules())
    const mayReturn = isOfUse && looked.seen.presence === 'active' && !looked.inFront
    await this.#keepWatch(state.open !== null, mayReturn, state.open ? at - state.open.end : 0)
    this.#confirmAbsence(state)
    await show(state, trouble)
    await this.#seal(at, policy)
  }

  /** Null if the look fails: what cannot be seen is not counted. */
  async #look(facts: Facts): Promise<Seen | null> {
    try {
      return await this.#parts.look(facts)
    } catch (error) {
      this.#parts.report(error)
      return null
    }
  }

  /**
   * The browser polls the time since the last input. If a look sees the absence before the poll does and the
   * person returns in between, no event reports the return.
   */
  #confirmAbsence({ lastInputAt }: Attention): void {
    const isAway = lastInputAt !== null
    if (isAway && !this.#wasAway) setTimeout(() => void this.hint(), CONFIRM_MS)
    this.#wasAway = isAway
  }

  /**
   * Keeps an alarm for looks and a timer for beats while the person is there. If the browser does not report that
   * its window regains focus, also while the person uses another program. `unsavedMs` is how far the look was ahead
   * of the stored checkpoint, which must not grow older than a beat.
   */
  async #keepWatch(isOpen: boolean, mayReturn: boolean, unsavedMs: number): Promise<void> {
    this.#isOpen = isOpen
    const isWatched = isOpen || this.#parts.isGuarding()
    const wanted = isWatched || this.#mustLook || (this.#parts.glance !== null && mayReturn)
    this.#isBeating = wanted
    clearTimeout(this.#timer)
    if (wanted) this.#setBeat(BEAT_MS - unsavedMs)
    if (this.#alarmIsOn === wanted) return
    await this.#parts.setAlarm(wanted)
    this.#alarmIsOn = wanted
  }

  #setBeat(dueMs = BEAT_MS): void {
    clearTimeout(this.#timer)
    const timer = setTimeout(() => void this.#inTurn(() => this.#beat(timer)), dueMs)
    this.#timer = timer
  }

  async #beat(timer: ReturnType<typeof setTimeout>): Promise<void> {
    // A beat that was due during a look runs after it: the look has saved as much, or watching has stopped.
    if (!this.#isBeating || timer !== this.#timer) return
    const { glance } = this.#parts
    const isDue = Math.abs(this.#parts.now() - this.#lastLookAt) >= LOOK_MS
    const hasChanged = glance !== null && (await glance()) !== this.#wasInFront
    if (this.#mustLook || isDue || hasChanged || !(await this.#saveBeat())) await this.#lookAndSave()
    else this.#setBeat()
  }

  /** False if a look is needed. If nothing is open, only the guard gets the beat. */
  async #saveBeat(): Promise<boolean> {
    const at = this.#parts.now()
    const facts = await this.#parts.facts()
    const policy = { ...this.#parts.policyOf(facts), announced: false }
    await this.#parts.guardBeat(at, policy)
    const isSaved = !this.#isOpen || (await this.#parts.ledger.saveBeat((before) => beat(before, at, policy)))
    if (isSaved) await this.#parts.showBeat(facts, at)
    return isSaved
  }

  async #seal(at: number, policy: Policy): Promise<void> {
    if (this.#parts.ledger.isHolding() || at < this.#nextSealAt) return
    const sealed = await this.#parts.sealOldestDay(lastSealableDay(at, policy.offsetAt(at)))
    if (sealed === null) this.#nextSealAt = at + HOUR_MS
  }
}
