/**
 * How rules changed: rows of the store `log`, each with the rule as it stood from an instant on. The passage of time
 * changes rules, too: a loosening that waited, a weakened rule that heals.
 */
import { type Day, MINUTE_MS, personDay, startOfDay } from '../time/local-time'
import { written } from '../written'
import { isFocusId } from './focus'
import type { DayClock } from './hours'
import type { Rule, StoredRule } from './rule'
import { nameless } from './rule-names'

export interface RuleEntry {
  /** From when the rule stood so, or was known to, epoch ms. No two rows of a rule have the same instant. */
  at: number
  type: 'rule'
  /** The id of the rule. */
  id: string
  /** Null once it was gone. */
  rule: Rule | null
  /** The person's day of that instant, as their days went then; absent if the rule only became known. */
  day?: Day
  /** Present if it held from the beginning of that day. */
  isWhole?: true
  /** For a rule that was here before it became known: when it was made, epoch ms. */
  since?: number
  /** Present if a site of the rule was forgotten: no row of it names a site from then on. */
  nameless?: true
}

/** Whether an entry of the log says how a rule stood. */
export const isRuleRow = <Entry extends { type: string }>(entry: Entry): entry is Entry & RuleEntry =>
  entry.type === 'rule'

/** Rows with the earliest first. */
export const inOrder = (rows: readonly RuleEntry[]): RuleEntry[] => rows.toSorted((a, b) => a.at - b.at)

/** Every rule that is known: as it is, or as it last was if it is gone. */
export function everyRule(stored: readonly StoredRule[], rows: readonly RuleEntry[]): Rule[] {
  const here = new Set(stored.map(({ id }) => id))
  const gone = Map.groupBy(
    inOrder(rows).filter(({ id }) => !here.has(id)),
    ({ id }) => id,
  )
  const last = [...gone.values()].flatMap((own) => own.findLast(({ rule }) => rule !== null)?.rule ?? [])
  return [...stored.map(({ rule }) => rule), ...last]
}

/** Whether two rules are the same in every field. */
export const isSameRule = (one: Rule | null, other: Rule | null): boolean =>
  one === other || written(one) === written(other)

/** A row without names, marked so. */
export const namelessRow = (row: RuleEntry): RuleEntry => ({
  ...row,
  rule: row.rule && nameless(row.rule),
  nameless: true,
})

/** Rows as they may be written beside others of their rule: without names, if one of those is. */
export const beside = (rows: readonly RuleEntry[], added: readonly RuleEntry[]): RuleEntry[] =>
  rows.some((one) => one.nameless) ? added.map(namelessRow) : [...added]

/** The row of a rule whose past is not known; null for a focus hour, which has a row of its own kind. */
export const knownRow = (
  { id, rule, createdAt }: Pick<StoredRule, 'id' | 'rule' | 'createdAt'>,
  at: number,
): RuleEntry | null =>
  isFocusId(id) ? null : { at, type: 'rule', id, rule, ...(createdAt < at && { since: createdAt }) }

/** What has to be added at an instant so that the last row of a rule is the rule as it is; null if it already is. */
export function missingRow(rows: readonly RuleEntry[], stored: StoredRule, at: number): RuleEntry | null {
  const last = inOrder(rows).at(-1)
  const row = knownRow(stored, last ? Math.max(at, last.at + 1) : at)
  const [added = null] = beside(rows, row ? [row] : [])
  return added && last && isSameRule(last.rule, added.rule) ? null : added
}

/** A new rule is stored at once; one with an older date was here before, as after a lost database. */
const isNew = ({ createdAt }: StoredRule, at: number): boolean =>
  createdAt <= at && at - createdAt < MINUTE_MS

/** When a change that is seen at an instant took effect: earlier, if it was due while the browser was closed. */
function effectiveAt(before: StoredRule, after: StoredRule | null, at: number): number {
  const healed = before.heals && !after?.heals ? before.heals.at : at
  const loosened = after?.heals && after.heals.since !== before.heals?.since ? after.heals.since : healed
  const due = after === null ? (before.next?.from ?? at) : loosened
  return Math.min(due, at)
}

/** The person's day of an instant, and whether it is the beginning of that day. */
function dayOf(at: number, { dayStartHour, offsetAt }: DayClock): Pick<RuleEntry, 'day' | 'isWhole'> {
  const day = personDay(at, offsetAt(at), dayStartHour)
  return { day, ...(at === startOfDay(day, dayStartHour, offsetAt) && { isWhole: true }) }
}

/** What a change of a rule does to its rows. */
export interface RuleRowsChange {
  put: RuleEntry[]
  /** Rows later than this go, epoch ms: they are from a clock that was ahead. */
  last: number
}

/**
 * The end of a rule that is gone, as of an instant to which the clock was set back, if its row says that it ended later;
 * else null. No row goes: it may be now that the clock is wrong.
 */
export function endSetBack(rows: readonly RuleEntry[], at: number, clock: DayClock): RuleEntry | null {
  const sorted = inOrder(rows)
  const last = sorted.findLast((row) => row.at <= at)
  if (!last?.rule || sorted.at(-1)?.rule !== null) return null
  const { id } = last
  const [end] = beside(rows, [
    { at: last.at === at ? at + 1 : at, type: 'rule', id, rule: null, ...dayOf(at, clock) },
  ])
  return end ?? null
}

/**
 * What a change of a stored rule does to its rows; null for nothing. A rule in force that can be deleted without
 * waiting is in its first minute: its rows go too. A rule without rows is taken to have had its present form until now.
 */
export function rowsOfChange(
  rows: readonly RuleEntry[],
  before: StoredRule | null,
  after: StoredRule | null,
  at: number,
  clock: DayClock,
): RuleRowsChange | null {
  const id = (after ?? before)?.id
  if (id === undefined || isFocusId(id)) return null
  if (isSameRule(before?.rule ?? null, after?.rule ?? null)) return null
  if (before && after === null && before.rule.isOn && before.next?.value !== null)
    return { put: [], last: -Infinity }
  const made = before === null && after && isNew(after, at) ? after.createdAt : at
  const from = before === null ? made : effectiveAt(before, after, at)
  const left = rows.filter((row) => row.at <= from)
  const first = before === null ? after && knownRow(after, from) : knownRow(before, from - 1)
  const row: RuleEntry = {
    ...(before === null && left.length === 0 && first),
    // Of two changes in one instant, the order has to show.
    at: left.some((one) => one.at === from) ? from + 1 : from,
    type: 'rule',
    id,
    rule: after?.rule ?? null,
    ...dayOf(from, clock),
  }
  const known = before && first && left.length === 0 ? [first] : []
  return { put: beside(rows, [...known, row]), last: from }
}
