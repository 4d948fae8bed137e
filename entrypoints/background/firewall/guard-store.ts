/**
 * Reads and writes the firewall's state. What cannot be written is held in session storage; what cannot be read goes
 * on from there, or from the copy of the limits outside the database.
 */
import {
  type FirewallNow,
  type FirewallRow,
  type FirewallState,
  NEW_FIREWALL_ROW,
} from '../../../domain/firewall/firewall-state'
import {
  firewallOf,
  type HeldGuard,
  heldGuard,
  NOTHING_OWED,
  onStored,
  type Owed,
  owedAfter,
  owesNothing,
} from '../../../domain/firewall/held-guard'
import { isCopyDue, type LimitsCopy, limitsCopy } from '../../../domain/firewall/limits-copy'
import type { StoredRule } from '../../../domain/firewall/rule'
import { byUsageKey, type UsageRow } from '../../../domain/firewall/usage-row'
import { addDays, calendarDay, DAY_MS, type OffsetAt } from '../../../domain/time/local-time'
import { KNOWN_TO_FAIL_MS } from '../../../storage/base/in-time'
import type { StoredGuard } from '../../../storage/firewall/guard-state'
import { compared } from './compared-state'

export interface StoreParts {
  offsetAt: OffsetAt
  readGuard: (sinceDay: string, sinceMs: number, limitMs?: number) => Promise<StoredGuard>
  writeGuard: (state: FirewallRow, usage: readonly UsageRow[], limitMs?: number) => Promise<unknown>
  writeRules: (
    rules: readonly StoredRule[],
    gone: readonly string[],
    now: Pick<FirewallNow, 'at' | 'calendar'>,
    weakened: null,
    limitMs?: number,
  ) => Promise<unknown>
  clockSetBack: (now: Pick<FirewallNow, 'at' | 'calendar'>, limitMs?: number) => Promise<unknown>
  readHeld: () => Promise<HeldGuard | null>
  writeHeld: (held: HeldGuard | null) => Promise<unknown>
  readCopy: () => Promise<LimitsCopy | null>
  writeCopy: (copy: LimitsCopy | null) => Promise<unknown>
  report: (error: unknown) => void
}

/** Days of use and passes that are kept in memory: the longest week has 13 days. */
const DAYS_BACK = 15

/** Sorts after every day, so that everything is read again. */
const NEVER = '~'

/** A database operation that takes its own time limit. */
type Ask<Answer> = (limitMs: number | undefined) => Promise<Answer>

export class GuardStore {
  readonly #parts: StoreParts
  /** The latest state; null until it is read. */
  #firewall: FirewallState | null = null
  /** Whether the last database operation failed, so that the next one gets a short time limit. */
  #isFailing = false
  #owed: Owed = NOTHING_OWED
  /** Whether something is held in session storage; null until that is known. */
  #isHeld: boolean | null = null
  /** Whether the state began with a copy, because the database has not been read yet. */
  #isOld = false
  /** The first day whose use is in memory. */
  #loadedSince = ''
  /** As of the last write. */
  #written: { state: string; lastAt: number; usage: FirewallState['usage'] } = {
    state: '',
    lastAt: 0,
    usage: new Map(),
  }
  /** The copy outside the database; undefined until it is read. */
  #copy: LimitsCopy | null | undefined

  constructor(parts: StoreParts) {
    this.#parts = parts
  }

  get latest(): FirewallState | null {
    return this.#firewall
  }

  /** Keeps a state in memory alone. */
  keep(firewall: FirewallState): void {
    this.#firewall = firewall
  }

  /** Reads rules and use again with the next state, because a page has written some. */
  reread(): void {
    this.#loadedSince = NEVER
  }

  /** Writes everything again with the next state, because the browser lost the database. */
  rewrite(): void {
    this.#written = { ...this.#written, state: '', usage: new Map() }
    const rules = this.#firewall?.rules.map(({ id }) => id) ?? []
    this.#owed = { ...this.#owed, rules: [...new Set([...this.#owed.rules, ...rules])] }
  }

  /** The state with the use of the last days. Reads earlier days if the clock was set back. */
  async stateFor(at: number): Promise<FirewallState> {
    const since = addDays(calendarDay(at, this.#parts.offsetAt(at)), -DAYS_BACK)
    if (this.#firewall && since >= this.#loadedSince) return this.#firewall
    try {
      const stored = await this.#asking((limitMs) =>
        this.#parts.readGuard(since, at - DAYS_BACK * DAY_MS, limitMs),
      )
      this.#firewall = await this.#withUnsaved(stored)
      this.#loadedSince = since
      this.#isOld = false
    } catch (error) {
      this.#firewall ??= await this.#unread()
      if (this.#firewall === null) throw error
      this.#parts.report(error)
      this.#loadedSince = NEVER
    }
    return this.#firewall
  }

  /** Notes what the passage of time changed in rules and passes, and writes what is owed. */
  async advanced(before: FirewallState, after: FirewallNow): Promise<void> {
    this.#firewall = after
    this.#owed = owedAfter(this.#owed, before, after, after.at)
    // First: a worker that is killed in between would find rules that moved, and move them once more.
    if (after.state.lastAt < before.state.lastAt) await this.#saveState(after)
    const { rules, endPassesAt } = this.#owed
    const { clockSetBack, writeRules } = this.#parts
    for (const [index, at] of endPassesAt.entries()) {
      if (!(await this.#hasDone((limitMs) => clockSetBack({ ...after, at }, limitMs)))) return
      this.#owed = { rules, endPassesAt: endPassesAt.slice(index + 1) }
    }
    if (rules.length === 0) return
    const now = after.rules.filter(({ id }) => rules.includes(id))
    const gone = rules.filter((id) => !now.some((rule) => rule.id === id))
    if (await this.#hasDone((limitMs) => writeRules(now, gone, after, null, limitMs)))
      this.#owed = NOTHING_OWED
  }

  /** Keeps the state and writes what has changed since the last write. What cannot be written is held. */
  async save(firewall: FirewallState): Promise<void> {
    await this.#saveState(firewall)
    const { rules, usage, passes, state } = firewall
    await this.#copyOut({ rules, usage, passes, state }).catch(this.#parts.report)
  }

  async #saveState({ rules, usage, passes, state }: FirewallState): Promise<void> {
    this.#firewall = { rules, usage, passes, state }
    const rows = this.#unsaved().map(([, row]) => row)
    const text = compared({ state, rules })
    const isNew = text !== this.#written.state || state.lastAt < this.#written.lastAt || rows.length > 0
    if (!isNew || (await this.#hasDone((limitMs) => this.#parts.writeGuard(state, rows, limitMs))))
      this.#written = { state: text, lastAt: isNew ? state.lastAt : this.#written.lastAt, usage }
    await this.#hold().catch(this.#parts.report)
  }

  /** The rows of use that are not written yet. Those of a rule that was erased are not to be written any more. */
  #unsaved(): [string, UsageRow][] {
    const { rules, usage } = this.#firewall ?? { rules: [], usage: new Map<string, UsageRow>() }
    return [...usage].filter(
      ([key, row]) => this.#written.usage.get(key) !== row && rules.some(({ id }) => id === row.rule),
    )
  }

  /** The state after the database was read: stored rules and use, and over them what is not written yet. */
  async #withUnsaved(stored: StoredGuard): Promise<FirewallState> {
    const held = this.#firewall ? this.#asHeld(this.#firewall) : await this.#held()
    const usage = byUsageKey(stored.usage)
    this.#written = { ...this.#written, state: this.#firewall ? this.#written.state : '', usage }
    if (held === null) return { ...stored, usage, state: { ...NEW_FIREWALL_ROW, ...stored.state } }
    this.#owed = held.owed
    return onStored(held, stored)
  }

  /** The state while the database cannot be read; null if nothing is known. */
  async #unread(): Promise<FirewallState | null> {
    const held = await this.#held()
    if (held) {
      this.#owed = held.owed
      this.#isOld = held.isOld
      const unsaved = new Set(held.unsaved)
      const firewall = firewallOf(held)
      const saved = [...firewall.usage].filter(([key]) => !unsaved.has(key))
      this.#written = { ...this.#written, state: '', usage: new Map(saved) }
      return firewall
    }
    this.#copy ??= await this.#parts.readCopy()
    if (!this.#copy) return null
    const usage = byUsageKey(this.#copy.usage)
    this.#isOld = true
    this.#written = { ...this.#written, state: '', usage }
    return { ...this.#copy, usage }
  }

  async #held(): Promise<HeldGuard | null> {
    const held = await this.#parts.readHeld()
    this.#isHeld = held !== null
    return held
  }

  #asHeld(firewall: FirewallState): HeldGuard {
    const unsaved = this.#unsaved().map(([key]) => key)
    return heldGuard(firewall, { owed: this.#owed, unsaved, isOld: this.#isOld })
  }

  /** Holds the state while something of it is not written, and releases it after that. */
  async #hold(): Promise<void> {
    const firewall = this.#firewall
    if (firewall === null) return
    const isWritten =
      compared(firewall) === this.#written.state && this.#unsaved().length === 0 && owesNothing(this.#owed)
    if (isWritten && this.#isHeld === false) return
    await this.#parts.writeHeld(isWritten ? null : this.#asHeld(firewall))
    this.#isHeld = !isWritten
  }

  /** Copies the limits out of the database if the last copy is too old. */
  async #copyOut(firewall: FirewallState): Promise<void> {
    const latest = limitsCopy(firewall, firewall.state.lastAt)
    if (this.#copy === undefined) this.#copy = await this.#parts.readCopy()
    if (!isCopyDue(this.#copy, latest)) return
    await this.#parts.writeCopy(latest)
    this.#copy = latest
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
}
