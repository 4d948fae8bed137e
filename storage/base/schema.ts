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
import type { Day } from '../../domain/time/local-time'
import type { DayTotal, TotalKey } from '../../domain/record/day-total'
import type { Attention } from '../../domain/record/attention'
import type { HeardDevice } from '../../domain/firewall/elsewhere'
import type { FocusRow } from '../../domain/firewall/focus-row'
import type { Pass } from '../../domain/firewall/pass'
import type { RuleEntry } from '../../domain/firewall/rule-history'
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

/** The rows of each store, and their keys. */
export interface Rows {
  spans: [row: Span, key: string]
  days: [row: SealedDay, key: [Day, string]]
  state: [row: Attention, key: 'now']
  surfaces: [row: Opinion, key: string]
  rates: [row: Rate, key: string]
  ratings: [row: Rating, key: number]
  limits: [row: StoredRule, key: string]
  usage: [row: UsageRow, key: [string, Day]]
  overrides: [row: Pass, key: number]
  guard: [row: unknown, key: string]
  statements: [row: IssuedStatement, key: string]
  backup: [row: unknown, key: IDBValidKey]
  totals: [row: DayTotal, key: TotalKey]
  log: [row: LogEntry, key: number]
  commitments: [row: Commitment, key: string]
  devices: [row: HeardDevice, key: string]
  words: [row: KeptWord, key: string]
}

export type StoreName = keyof Rows

/** How a store keeps its rows: a row's own key, if it holds one, and the indexes; `[a+b]` is made of several fields. */
interface Store {
  key?: string
  /** Whether the database numbers the rows. */
  isNumbered?: true
  indexes?: readonly string[]
}

export const STORES: Readonly<Record<StoreName, Store>> = {
  spans: { key: 'id', indexes: ['day', '[surface+day]', 'site'] },
  days: { key: '[day+device]' },
  state: {},
  surfaces: { key: 'surface', indexes: ['kind', 'excluded', 'joined', 'split'] },
  rates: { key: 'from' },
  ratings: { isNumbered: true, indexes: ['surface'] },
  limits: { key: 'id' },
  usage: { key: '[rule+day]', indexes: ['day'] },
  overrides: { isNumbered: true, indexes: ['at'] },
  guard: {},
  statements: { key: 'period' },
  backup: {},
  totals: { key: '[source+day+surface]', indexes: ['day'] },
  log: { isNumbered: true, indexes: ['at'] },
  commitments: { key: 'id', indexes: ['week'] },
  devices: { key: 'id' },
  words: { key: 'id' },
}

export const STORE_NAMES = Object.keys(STORES) as StoreName[]

/** The fields that a key or an index is made of. */
export const pathOf = (key: string): string | string[] =>
  key.startsWith('[') ? key.slice(1, -1).split('+') : key

/** The browser's number of the version: ten times ours, because a library wrote the database in earlier versions. */
export const VERSION = 80
