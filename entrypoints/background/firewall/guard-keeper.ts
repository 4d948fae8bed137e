/** Keeps what the guard knows: the book on the disk, and in memory what no disk may hold. One after the other. */
import {
  type Book,
  type GuardState,
  NEW_STATE,
  type OpenBook,
  turn,
} from '../../../domain/firewall/guard-book'
import { addDays, calendarDay, DAY_MS, type OffsetAt } from '../../../domain/time/local-time'
import { beatOf, type MeterPolicy } from '../../../domain/firewall/meter'
import type { StoredRule } from '../../../domain/firewall/rule'
import type { StoredTerms } from '../../../domain/firewall/terms'
import { byUsageKey, type UsageRow } from '../../../domain/firewall/usage-row'
import { KNOWN_TO_FAIL_MS } from '../../../storage/base/in-time'
import type { GuardMemory } from '../../../storage/firewall/guard-memory'
import type { GuardRecord } from '../../../storage/firewall/guard-state'

export interface KeeperParts {
  offsetAt: OffsetAt
  /** What limits would go by, if nothing were held; null while it is not known. */
  wantedTerms: () => Promise<StoredTerms | null>
  readGuard: (sinceDay: string, sinceMs: number, limitMs?: number) => Promise<GuardRecord>
  writeGuard: (state: GuardState, usage: readonly UsageRow[], limitMs?: number) => Promise<unknown>
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
const compared = ({ meter, ...state }: GuardState): string =>
  JSON.stringify([{ ...state, lastAt: 0 }, meter.counted, meter.attention?.recent])

/** A question to the database, and how long to wait for its answer. */
type Ask<Answer> = (limitMs: number | undefined) => Promise<Answer>

export class GuardKeeper {
  readonly #parts: KeeperParts
  #tail: Promise<unknown> = Promise.resolve()
  #book: Book | null = null
  #memory: GuardMemory | null = null
  /** The database did not do what was asked of it the last time: nobody waits long for it. */
  #isFailing = false
  /** What time has changed by itself and could not be written yet, in order. */
  readonly #owed: Ask<unknown>[] = []
  /** The first day of which use is at hand. */
  #loadedSince = ''
  /** As of the last write. */
  #written: { state: string; usage: Book['usage'] } = { state: '', usage: new Map() }

  constructor(parts: KeeperParts) {
    this.#parts = parts
  }

  /** Works one after the other; a failure is the caller's alone. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#tail.then(work)
    this.#tail = done.catch(() => undefined)
    return done
  }

  /** What the browser's run remembers; only to be asked once the book was opened. */
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

  /** The book, turned to an instant; rules and passes that have changed by themselves are written. */
  async open(at: number): Promise<OpenBook> {
    const book = await this.#bookFor(at)
    await this.recall()
    const wanted = (await this.#wanted()) ?? book.state.terms?.held
    if (!wanted) throw new Error('What limits go by is not known yet.')
    const opened = turn(book, at, wanted, this.#parts.offsetAt)
    this.#book = opened
    const { endPasses, writeRules } = this.#parts
    if (opened.passes !== book.passes) this.#owed.push((limitMs) => endPasses(at, null, limitMs))
    const changed = opened.rules.filter((rule) => !book.rules.includes(rule))
    const gone = book.rules.flatMap(({ id }) => (opened.rules.some((rule) => rule.id === id) ? [] : [id]))
    if (changed.length + gone.length > 0)
      this.#owed.push((limitMs) => writeRules(changed, gone, null, limitMs))
    while (this.#owed[0] && (await this.#hasDone(this.#owed[0]))) this.#owed.shift()
    return opened
  }

  /** Keeps the book, and writes what of it has changed since the last time; what cannot be written is held. */
  async save({ rules, usage, passes, state }: Book): Promise<void> {
    this.#book = { rules, usage, passes, state }
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
    if (this.#book === null) return
    const { state } = this.#book
    this.#book = { ...this.#book, state: { ...state, meter: beatOf(state.meter, at, policy) } }
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
  async #wanted(): Promise<StoredTerms | null> {
    try {
      return await this.#parts.wantedTerms()
    } catch (error) {
      this.#parts.report(error)
      return null
    }
  }

  /** The book with all that was used in the last days; a clock that was set back may ask for earlier ones. */
  async #bookFor(at: number): Promise<Book> {
    const since = addDays(calendarDay(at, this.#parts.offsetAt(at)), -DAYS_BACK)
    if (this.#book && since >= this.#loadedSince) return this.#book
    // What could not be written yet is known here alone.
    const isOnDisk = !this.#isFailing && this.#owed.length === 0
    const record = await this.#asking((limitMs) =>
      this.#parts.readGuard(since, at - DAYS_BACK * DAY_MS, limitMs),
    )
    const usage = byUsageKey(record.usage)
    const known = this.#book && (isOnDisk ? { ...this.#book, rules: record.rules, usage } : this.#book)
    this.#loadedSince = since
    this.#written = { state: this.#written.state, usage: new Map([...usage, ...this.#written.usage]) }
    this.#book = known
      ? { ...known, usage: new Map([...usage, ...known.usage]), passes: record.passes }
      : { ...record, usage, state: { ...NEW_STATE, ...record.state } }
    return this.#book
  }
}
