/** Keeps what the guard knows: the firewall state on the disk, and in memory what no disk may hold. One after the other. */
import {
  type FirewallState,
  type FirewallRow,
  NEW_FIREWALL_ROW,
  type FirewallNow,
  advanceTo,
} from '../../../domain/firewall/firewall-state'
import { addDays, calendarDay, DAY_MS, type OffsetAt } from '../../../domain/time/local-time'
import { beatOf, type MeterPolicy } from '../../../domain/firewall/meter'
import type { StoredRule } from '../../../domain/firewall/rule'
import type { LimitTerms } from '../../../domain/firewall/limit-terms'
import { byUsageKey, type UsageRow } from '../../../domain/firewall/usage-row'
import { KNOWN_TO_FAIL_MS } from '../../../storage/base/in-time'
import type { GuardMemory } from '../../../domain/firewall/guard-memory'
import type { GuardRecord } from '../../../storage/firewall/guard-state'

export interface KeeperParts {
  offsetAt: OffsetAt
  /** What limits would go by, if nothing were held; null while it is not known. */
  wantedTerms: () => Promise<LimitTerms | null>
  readGuard: (sinceDay: string, sinceMs: number, limitMs?: number) => Promise<GuardRecord>
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

/** What of a week and a little more is kept at hand. */
const DAYS_BACK = 9

/** After every day: nothing is at hand. */
const NEVER = '~'

/** What of a state is worth a write; when the guard has looked last is not, by itself. */
const compared = ({ meter, ...state }: FirewallRow): string =>
  JSON.stringify([{ ...state, lastAt: 0 }, meter.counted, meter.attention?.recent])

/** A question to the database, and how long to wait for its answer. */
type Ask<Answer> = (limitMs: number | undefined) => Promise<Answer>

export class GuardKeeper {
  readonly #parts: KeeperParts
  #tail: Promise<unknown> = Promise.resolve()
  #firewall: FirewallState | null = null
  #memory: GuardMemory | null = null
  /** The database did not do what was asked of it the last time: nobody waits long for it. */
  #isFailing = false
  /** What time has changed by itself and could not be written yet, in order. */
  readonly #owed: Ask<unknown>[] = []
  /** The first day of which use is at hand. */
  #loadedSince = ''
  /** As of the last write. */
  #written: { state: string; usage: FirewallState['usage'] } = { state: '', usage: new Map() }

  constructor(parts: KeeperParts) {
    this.#parts = parts
  }

  /** Works one after the other; a failure is the caller's alone. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#tail.then(work)
    this.#tail = done.catch(() => undefined)
    return done
  }

  /** What the browser's run remembers; only to be asked once the firewall state was opened. */
  get memory(): GuardMemory {
    if (this.#memory === null) throw new Error('The memory has not been read.')
    return this.#memory
  }

  /** Reads the memory, where that has not been done. */
  async recall(): Promise<void> {
    this.#memory ??= await this.#parts.readMemory()
  }

  async remember(change: Partial<GuardMemory>): Promise<void> {
    const memory = { ...this.memory, ...change }
    if (JSON.stringify(memory) === JSON.stringify(this.#memory)) return
    this.#memory = memory
    await this.#parts.writeMemory(memory)
  }

  /** The firewall state, turned to an instant; rules and passes that have changed by themselves are written. */
  async open(at: number): Promise<FirewallNow> {
    const firewall = await this.#bookFor(at)
    await this.recall()
    const wanted = (await this.#wanted()) ?? firewall.state.terms?.held
    if (!wanted) throw new Error('What limits go by is not known yet.')
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

  /** Keeps the firewall state, and writes what of it has changed since the last time; what cannot be written is held. */
  async save({ rules, usage, passes, state }: FirewallState): Promise<void> {
    this.#firewall = { rules, usage, passes, state }
    const changed = [...usage].filter(([key, row]) => this.#written.usage.get(key) !== row)
    const text = compared(state)
    if (text === this.#written.state && changed.length === 0) return
    const rows = changed.map(([, row]) => row)
    if (await this.#hasDone((limitMs) => this.#parts.writeGuard(state, rows, limitMs)))
      this.#written = { state: text, usage }
  }

  /** Reads rules and use anew, for a page has written some; where it goes on stays as it is in memory. */
  reread(): Promise<void> {
    return this.inTurn(async () => {
      this.#loadedSince = NEVER
    })
  }

  /** Notes in memory that the worker was awake at an instant. */
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

  /** Whether something could be written; a failure is told, and limits go on. */
  #hasDone(write: Ask<unknown>): Promise<boolean> {
    return this.#asking(write).then(
      () => true,
      (error: unknown) => {
        this.#parts.report(error)
        return false
      },
    )
  }

  /** What cannot be read now holds as it did. */
  async #wanted(): Promise<LimitTerms | null> {
    try {
      return await this.#parts.wantedTerms()
    } catch (error) {
      this.#parts.report(error)
      return null
    }
  }

  /** The firewall state with all that was used in the last days; a clock that was set back may ask for earlier ones. */
  async #bookFor(at: number): Promise<FirewallState> {
    const since = addDays(calendarDay(at, this.#parts.offsetAt(at)), -DAYS_BACK)
    if (this.#firewall && since >= this.#loadedSince) return this.#firewall
    // What could not be written yet is known here alone.
    const isOnDisk = !this.#isFailing && this.#owed.length === 0
    const record = await this.#asking((limitMs) =>
      this.#parts.readGuard(since, at - DAYS_BACK * DAY_MS, limitMs),
    )
    const usage = byUsageKey(record.usage)
    const known =
      this.#firewall && (isOnDisk ? { ...this.#firewall, rules: record.rules, usage } : this.#firewall)
    this.#loadedSince = since
    this.#written = { state: this.#written.state, usage: new Map([...usage, ...this.#written.usage]) }
    this.#firewall = known
      ? { ...known, usage: new Map([...usage, ...known.usage]), passes: record.passes }
      : { ...record, usage, state: { ...NEW_FIREWALL_ROW, ...record.state } }
    return this.#firewall
  }
}
