/** Keeps the guard's data: the firewall state on disk, and in memory what may not go to disk. Works in one queue. */
import {
  type FirewallState,
  type FirewallRow,
  NEW_FIREWALL_ROW,
  type FirewallNow,
  advanceTo,
} from '../../../domain/firewall/firewall-state'
import { addDays, calendarDay, DAY_MS, MINUTE_MS, type OffsetAt } from '../../../domain/time/local-time'
import { beatOf, type MeterPolicy } from '../../../domain/firewall/meter'
import type { StoredRule } from '../../../domain/firewall/rule'
import type { LimitTerms } from '../../../domain/firewall/limit-terms'
import { byUsageKey, type UsageRow } from '../../../domain/firewall/usage-row'
import { KNOWN_TO_FAIL_MS } from '../../../storage/base/in-time'
import { type GuardMemory, withoutOver, withoutVisits } from '../../../domain/firewall/guard-memory'
import type { StoredGuard } from '../../../storage/firewall/guard-state'

export interface KeeperParts {
  offsetAt: OffsetAt
  /** The terms that limits would use without any pending change; null if they cannot be read. */
  wantedTerms: () => Promise<LimitTerms | null>
  readGuard: (sinceDay: string, sinceMs: number, limitMs?: number) => Promise<StoredGuard>
  writeGuard: (state: FirewallRow, usage: readonly UsageRow[], limitMs?: number) => Promise<unknown>
  writeRules: (
    rules: readonly StoredRule[],
    gone: readonly string[],
    weakened: null,
    limitMs?: number,
  ) => Promise<unknown>
  endPasses: (at: number, rule: null, limitMs?: number) => Promise<unknown>
  readMemory: () => Promise<GuardMemory>
  writeMemory: (memory: GuardMemory) => Promise<unknown>
  report: (error: unknown) => void
}

/** Days of use and passes that are kept in memory: the longest week has 13 days. */
const DAYS_BACK = 15

/** Sorts after every day, so that everything is read again. */
const NEVER = '~'

/** How old the stored time of the last look may be, so that a clock set back while the browser is closed shows. */
const LAST_LOOK_MS = 5 * MINUTE_MS

/**
 * The parts of a state that need a write when they change. The time of the last look needs one only now and then, and
 * only while hours are still to close.
 */
function compared({ meter, ...state }: FirewallRow): string {
  const isAhead = Object.keys(state.nextClosed).length > 0
  const lastAt = isAhead ? Math.floor(state.lastAt / LAST_LOOK_MS) : 0
  return JSON.stringify([{ ...state, lastAt }, meter.counted, meter.attention?.recent])
}

/** A database operation that takes its own time limit. */
type Ask<Answer> = (limitMs: number | undefined) => Promise<Answer>

export class GuardKeeper {
  readonly #parts: KeeperParts
  #tail: Promise<unknown> = Promise.resolve()
  #firewall: FirewallState | null = null
  #memory: GuardMemory | null = null
  /** Whether the last database operation failed, so that the next one gets a short time limit. */
  #isFailing = false
  /** Writes due to the passage of time that could not be made yet, in order. */
  readonly #owed: Ask<unknown>[] = []
  /** The first day whose use is in memory. */
  #loadedSince = ''
  /** As of the last write. */
  #written: { state: string; usage: FirewallState['usage'] } = { state: '', usage: new Map() }

  constructor(parts: KeeperParts) {
    this.#parts = parts
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
    const firewall = await this.#stateFor(at)
    await this.recall()
    await this.remember(withoutOver(this.memory, at))
    const wanted = (await this.#wanted()) ?? firewall.state.terms?.held
    if (!wanted) throw new Error('The terms of the limits are not known yet.')
    const opened = advanceTo(firewall, at, wanted, this.#parts.offsetAt)
    this.#firewall = opened
    const { endPasses, writeRules } = this.#parts
    if (opened.passes !== firewall.passes) this.#owed.push((limitMs) => endPasses(at, null, limitMs))
    const changed = opened.rules.filter((rule) => !firewall.rules.includes(rule))
    const gone = firewall.rules.flatMap(({ id }) => (opened.rules.some((rule) => rule.id === id) ? [] : [id]))
    if (changed.length + gone.length > 0)
      this.#owed.push((limitMs) => writeRules(changed, gone, null, limitMs))
    while (this.#owed[0] && (await this.#hasDone(this.#owed[0]))) this.#owed.shift()
    return opened
  }

  /** Keeps the firewall state and writes what has changed since the last write. A failed write is made up later. */
  async save({ rules, usage, passes, state }: FirewallState): Promise<void> {
    this.#firewall = { rules, usage, passes, state }
    const changed = [...usage].filter(([key, row]) => this.#written.usage.get(key) !== row)
    const text = compared(state)
    if (text === this.#written.state && changed.length === 0) return
    const rows = changed.map(([, row]) => row)
    if (await this.#hasDone((limitMs) => this.#parts.writeGuard(state, rows, limitMs)))
      this.#written = { state: text, usage }
  }

  /** Reads rules and use again because a page has written some. The rest of the state stays as it is in memory. */
  reread(): Promise<void> {
    return this.inTurn(async () => {
      this.#loadedSince = NEVER
    })
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
    if (this.#firewall === null) return
    const { state } = this.#firewall
    this.#firewall = { ...this.#firewall, state: { ...state, meter: beatOf(state.meter, at, policy) } }
    if (this.#memory) {
      const { privateMeter } = this.#memory
      this.#memory = { ...this.#memory, privateMeter: beatOf(privateMeter, at, policy) }
    }
  }

  async #asking<Answer>(ask: Ask<Answer>): Promise<Answer> {
    try {
      const answer = await ask(this.#isFailing ? KNOWN_TO_FAIL_MS : undefined)
      this.#isFailing = false
      return answer
    } catch (error) {
      this.#isFailing = true
      throw error
    }
  }

  /** Whether a write succeeded. A failure is reported, and limits continue. */
  #hasDone(write: Ask<unknown>): Promise<boolean> {
    return this.#asking(write).then(
      () => true,
      (error: unknown) => {
        this.#parts.report(error)
        return false
      },
    )
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

  /** The firewall state with the use of the last days. Reads earlier days if the clock was set back. */
  async #stateFor(at: number): Promise<FirewallState> {
    const since = addDays(calendarDay(at, this.#parts.offsetAt(at)), -DAYS_BACK)
    if (this.#firewall && since >= this.#loadedSince) return this.#firewall
    // After a failed write, memory is newer than the database.
    const isOnDisk = !this.#isFailing && this.#owed.length === 0
    const stored = await this.#asking((limitMs) =>
      this.#parts.readGuard(since, at - DAYS_BACK * DAY_MS, limitMs),
    )
    const usage = byUsageKey(stored.usage)
    const known =
      this.#firewall && (isOnDisk ? { ...this.#firewall, rules: stored.rules, usage } : this.#firewall)
    this.#loadedSince = since
    this.#written = { state: this.#written.state, usage: new Map([...usage, ...this.#written.usage]) }
    this.#firewall = known
      ? { ...known, usage: new Map([...usage, ...known.usage]), passes: stored.passes }
      : { ...stored, usage, state: { ...NEW_FIREWALL_ROW, ...stored.state } }
    return this.#firewall
  }
}
