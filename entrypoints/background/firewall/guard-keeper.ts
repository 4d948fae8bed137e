/** Keeps the guard's data: the firewall state, and in memory what may not go to disk. Works in one queue. */
import { type FirewallNow, type FirewallState, advanceTo } from '../../../domain/firewall/firewall-state'
import { type GuardMemory, withoutOver, withoutVisits } from '../../../domain/firewall/guard-memory'
import { endedFocus } from '../../../domain/firewall/focus'
import type { LimitTerms } from '../../../domain/firewall/limit-terms'
import { beatOf, type MeterPolicy } from '../../../domain/firewall/meter'
import type { StoredRule } from '../../../domain/firewall/rule'
import { turnedAwayIn } from '../../../domain/firewall/turned-away'
import { GuardStore, type StoreParts } from './guard-store'
import { type ElsewhereParts, KnownElsewhere } from './known-elsewhere'

export interface KeeperParts extends StoreParts, ElsewhereParts {
  /** The terms that limits would use without any pending change; null if they cannot be read. */
  wantedTerms: () => Promise<LimitTerms | null>
  readMemory: () => Promise<GuardMemory>
  writeMemory: (memory: GuardMemory) => Promise<unknown>
  /** Tells that a focus hour is over, if it ended just now. */
  tellFocusEnd: (ended: StoredRule, turnedAway: number, at: number) => Promise<unknown>
}

export class GuardKeeper {
  readonly #parts: KeeperParts
  readonly #store: GuardStore
  readonly elsewhere: KnownElsewhere
  #tail: Promise<unknown> = Promise.resolve()
  #memory: GuardMemory | null = null

  constructor(parts: KeeperParts) {
    this.#parts = parts
    this.#store = new GuardStore(parts)
    this.elsewhere = new KnownElsewhere(parts)
  }

  /** Runs work in the queue. A failure reaches only the caller. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#tail.then(work)
    this.#tail = done.catch(() => undefined)
    return done
  }

  /** The memory of this run of the browser. Read it only after `open` or `recall`. */
  get memory(): GuardMemory {
    if (this.#memory === null) throw new Error('The memory has not been read.')
    return this.#memory
  }

  /** Reads the memory if it has not been read. */
  async recall(): Promise<void> {
    this.#memory ??= await this.#parts.readMemory()
  }

  async remember(change: Partial<GuardMemory>): Promise<void> {
    const memory = { ...this.memory, ...change }
    if (JSON.stringify(memory) === JSON.stringify(this.#memory)) return
    this.#memory = memory
    await this.#parts.writeMemory(memory)
  }

  /** The firewall state, advanced to an instant. Writes the rules and passes that changed with time. */
  async open(at: number): Promise<FirewallNow> {
    // Side by side, so that a database that does not answer is waited for once.
    const [firewall] = await Promise.all([this.#store.stateFor(at), this.elsewhere.read()])
    await this.recall()
    await this.remember(withoutOver(this.memory, at))
    const wanted = (await this.#wanted()) ?? firewall.state.terms?.held
    if (!wanted) throw new Error('The terms of the limits are not known yet.')
    const others = [...this.memory.privateUse, ...this.elsewhere.latest.flatMap(({ rows }) => rows)]
    const opened = advanceTo(firewall, at, wanted, this.#parts.offsetAt, others)
    await this.#tellEnds(firewall, opened, at)
    await this.#store.advanced(firewall, opened)
    return opened
  }

  /** Before the end is written: a worker that is killed in between finds it again, and tells it under the same name. */
  async #tellEnds(before: FirewallState, after: FirewallState, at: number): Promise<void> {
    for (const ended of endedFocus(before.rules, after.rules, at)) {
      const turnedAway = turnedAwayIn(before.usage.values(), ended.id)
      await this.#parts.tellFocusEnd(ended, turnedAway, at).catch(this.#parts.report)
    }
  }

  /** Keeps the firewall state and writes what has changed since the last write. A failed write is made up later. */
  save(firewall: FirewallState): Promise<void> {
    return this.#store.save(firewall)
  }

  /**
   * Reads rules and use again, also that of other devices, because a page has written or erased some. The rest of the
   * state stays as it is in memory.
   */
  reread(): Promise<void> {
    return this.inTurn(async () => {
      this.#store.reread()
      this.elsewhere.changed()
    })
  }

  /** Writes everything again because the browser lost the database. */
  rewrite(): Promise<void> {
    return this.inTurn(async () => this.#store.rewrite())
  }

  /** Forgets the visits to surfaces. Their walls stay, so that the pages can come back. */
  forget(isMeant: (surface: string) => boolean): Promise<void> {
    return this.inTurn(async () => {
      await this.recall()
      await this.remember(withoutVisits(this.memory, isMeant))
    })
  }

  /** Records in memory that the worker was awake at an instant. */
  beat(at: number, policy: MeterPolicy): void {
    const { latest } = this.#store
    if (latest === null) return
    const { state } = latest
    this.#store.keep({ ...latest, state: { ...state, meter: beatOf(state.meter, at, policy) } })
    if (this.#memory) {
      const { privateMeter } = this.#memory
      this.#memory = { ...this.#memory, privateMeter: beatOf(privateMeter, at, policy) }
    }
  }

  /** Returns null if the terms cannot be read, so that the current ones stay. */
  async #wanted(): Promise<LimitTerms | null> {
    try {
      return await this.#parts.wantedTerms()
    } catch (error) {
      this.#parts.report(error)
      return null
    }
  }
}
