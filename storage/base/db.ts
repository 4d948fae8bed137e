/**
 * The schema of the database `zeitwert`, a public and versioned contract.
 *
 * | store      | rows                                                                                     |
 * | ---------- | ---------------------------------------------------------------------------------------- |
 * | `spans`    | closed spans of days that are not yet sealed                                             |
 * | `days`     | sealed calendar days: one record per day and device, spans in columns                    |
 * | `state`    | key `now`: the state of `step`, with the span in progress as `open`. A checkpoint in      |
 * |            | `storage.local` (storage/record/checkpoint.ts) moves its `end` on. Key `sampling`: the    |
 * |            | visit that the person is asked about, and which parts of the day have had a question.     |
 * |            | Key `used`: marks a database in use, so that its loss shows (storage/bulk/recover.ts)      |
 * |            | Key `folder`: the folder for backups (storage/said/backup-folder.ts)                      |
 * | `surfaces` | what the person said about a surface                                                     |
 * | `rates`    | hourly rates, each with the day from which it holds                                      |
 * | `ratings`  | answers about sampled visits: the worth of the surface in quarters, and whether the       |
 * |            | person drifted; answers at a pause: the latter alone                                     |
 * | `limits`   | rules of the firewall, each with its pending change                                      |
 * | `usage`    | what a rule has used on a day, `[rule, day]`; apart from the spans, so that deleting     |
 * |            | spans does not refill the allowance. `amount` is in minor units of `currency`. With what |
 * |            | came first that day, and what was carried into it                                        |
 * | `overrides`| passes taken: rule, length, the price that was shown                                     |
 * | `guard`    | at most one row, key `now`: the state of the firewall                                    |
 * | `statements`| when a statement was first issued, and its figures at that time                         |
 * | `backup`   | what imports changed, until the next day start; popup and dashboard then remove it       |
 * | `totals`   | day totals `[source, day, surface]` from other tools or typed by hand, such as a phone's |
 * | `commitments`| promises about a week at a price, and how each was settled; both are facts             |
 * | `devices`  | other devices that were heard of: name, and what rules used there lately                 |
 * | `words`    | what the person said, with stamps, to be exchanged with their other devices               |
 * | `log`      | pauses, weakened rules, forgotten sites, questions asked, promises settled early, focus   |
 * |            | hours with what was named (domain/firewall/focus-row.ts), and how each rule stood from    |
 * |            | an instant on (domain/firewall/rule-history.ts): `{ at, type, … }`                        |
 */
import { Dexie, type Table, type Transaction } from 'dexie'
import type { DayTotal, TotalKey } from '../../domain/record/day-total'
import type { Attention } from '../../domain/record/attention'
import type { HeardDevice } from '../../domain/firewall/elsewhere'
import type { FirewallRow } from '../../domain/firewall/firewall-state'
import type { FocusRow } from '../../domain/firewall/focus-row'
import type { Pass } from '../../domain/firewall/pass'
import { isRuleRow, knownRow, type RuleEntry } from '../../domain/firewall/rule-history'
import type { Commitment } from '../../domain/statement/commitment'
import type { IssuedStatement } from '../../domain/statement/issued-statement'
import type { KeptWord } from '../../domain/devices/word'
import type { Opinion } from '../../domain/surface/opinion'
import type { Rating } from '../../domain/record/rating'
import type { StoredRule } from '../../domain/firewall/rule'
import type { SealedDay } from '../../domain/record/sealed-day'
import type { Span } from '../../domain/record/span'
import type { UsageRow } from '../../domain/firewall/usage-row'
import type { Rate } from '../../domain/value/hour-price'

export type LogEntry =
  | { at: number; type: 'pause'; until: number | 'resumed' }
  | { at: number; type: 'resume' }
  | { at: number; type: 'ask' }
  | { at: number; type: 'forget'; spans: number }
  | { at: number; type: 'weaken'; rule: string; from: number }
  /** A commitment that was settled before its week was over, with its result in minor units. */
  | { at: number; type: 'settle'; commitment: string; amountMinor: number; currency: string }
  | FocusRow
  | RuleEntry

/** Until version 3, the span in progress lay in a store of its own, `open`. */
async function joinOpenToState(transaction: Transaction): Promise<void> {
  if (!transaction.idbtrans.db.objectStoreNames.contains('open')) return
  const [open = null] = (await transaction.table<Span>('open').toArray()) as (Span | undefined)[]
  const table = transaction.table<unknown>('state')
  const state = await table.get('now')
  if (open || state) await table.put({ ...(state as object | undefined), open }, 'now')
}

/** Until version 4, rows of `usage` named no currency: their amounts are in the one that limits then went by. */
async function nameCurrencyOfUse(transaction: Transaction): Promise<void> {
  const state = (await transaction.table<unknown>('guard').get('now')) as Partial<FirewallRow> | undefined
  const currency = state?.terms?.held.currency ?? null
  await transaction
    .table<UsageRow>('usage')
    .filter((row) => row.currency === undefined)
    .modify((row) => void Object.assign(row, { currency: row.amount === null ? null : currency }))
}

/** Until version 6, nothing was kept of how rules changed: all are known from now on. */
async function beginRuleHistory(transaction: Transaction): Promise<void> {
  const log = transaction.table<LogEntry>('log')
  // A row of this type came with a file that an earlier version did not check.
  await log.filter(isRuleRow).delete()
  const rules = await transaction.table<StoredRule>('limits').toArray()
  await log.bulkAdd(rules.flatMap((rule) => knownRow(rule, Date.now()) ?? []))
}

export class Database extends Dexie {
  declare spans: Table<Span, string>
  declare days: Table<SealedDay, [string, string]>
  declare state: Table<Attention, 'now'>
  declare surfaces: Table<Opinion, string>
  declare rates: Table<Rate, string>
  declare ratings: Table<Rating, number>
  declare limits: Table<StoredRule, string>
  declare usage: Table<UsageRow, [string, string]>
  declare overrides: Table<Pass, number>
  declare guard: Table<unknown, string>
  declare statements: Table<IssuedStatement, string>
  declare commitments: Table<Commitment, string>
  declare totals: Table<DayTotal, TotalKey>
  declare log: Table<LogEntry, number>
  declare devices: Table<HeardDevice, string>
  declare words: Table<KeptWord, string>

  constructor(name = 'zeitwert') {
    super(name)
    // Few versions: Dexie parses the schema of each anew. The first of these raises whatever is older in one step.
    this.version(7)
      .stores({
        spans: 'id, day, [surface+day], site',
        days: '[day+device]',
        state: '',
        surfaces: 'surface, kind, excluded, joined, split',
        rates: 'from',
        ratings: '++, surface',
        limits: 'id',
        usage: '[rule+day], day',
        overrides: '++, at',
        guard: '',
        statements: 'period',
        backup: '',
        totals: '[source+day+surface], day',
        log: '++, at',
        commitments: 'id, week',
      })
      .upgrade(async (transaction) => {
        await joinOpenToState(transaction)
        await nameCurrencyOfUse(transaction)
        await beginRuleHistory(transaction)
      })
    // A version of its own, so that nothing above runs for a database that is at 7: it would begin its history anew.
    this.version(8).stores({ devices: 'id', words: 'id' })
  }

  /** After one failed open, Dexie rejects every query. Closing the database lets the next query open it again. */
  override open() {
    const opening = super.open()
    opening.catch(() => setTimeout(() => this.hasFailed() && this.close({ disableAutoOpen: false })))
    return opening
  }
}

export const db = new Database()
