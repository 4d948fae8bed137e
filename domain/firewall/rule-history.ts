/**
 * How rules changed: rows of the store `log`, each with the rule as it stood from an instant on. The passage of time
 * changes rules, too: a loosening that waited, a weakened rule that heals.
 */
import type { Interval } from '../time/interval'
import { MINUTE_MS } from '../time/local-time'
import { isFocusId } from './focus'
import type { After, Rule, StoredRule, Target } from './rule'
import { isOfSite } from './target-of-site'

export interface RuleEntry {
  /** From when the rule stood so, or was known to, epoch ms. */
  at: number
  type: 'rule'
  /** The id of the rule. */
  id: string
  /** Null once it was gone. */
  rule: Rule | null
}

/** Whether two rules are the same in every field. */
export const isSameRule = (one: Rule | null, other: Rule | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The row of a rule whose past is not known; null for a focus hour, which has a row of its own kind. */
export const knownRow = ({ id, rule }: Pick<StoredRule, 'id' | 'rule'>, at: number): RuleEntry | null =>
  isFocusId(id) ? null : { at, type: 'rule', id, rule }

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

/** Whether the rows may name the sites of a rule: none of them was forgotten, or there are no rows yet. */
const isKnown = (rows: readonly RuleEntry[], now: Rule): boolean =>
  rows.length === 0 || rows.some(({ rule }) => isSameRule(rule, now))

/**
 * What a change of a stored rule means for its rows: one to add, or `forget` if none of them may stay.
 *
 * - A rule in force that is deleted without having waited was a slip of its first minute: it counts as never made.
 * - Where none of the rows is the rule as it stood, one of its sites was forgotten: no later row names a site, and nothing
 *   stays once the rule is gone.
 */
export function rowOfChange(
  rows: readonly RuleEntry[],
  before: StoredRule | null,
  after: StoredRule | null,
  at: number,
): RuleEntry | 'forget' | null {
  const id = (after ?? before)?.id
  if (id === undefined || isFocusId(id)) return null
  if (before === null) return after && knownRow(after, isNew(after, at) ? after.createdAt : at)
  if (isSameRule(before.rule, after?.rule ?? null)) return null
  const isNamed = isKnown(rows, before.rule)
  const hasWaited = !before.rule.isOn || before.next?.value === null
  if (after === null && !(isNamed && hasWaited)) return 'forget'
  const rule = after && (isNamed ? after.rule : nameless(after.rule))
  const row: RuleEntry = { at: effectiveAt(before, after, at), type: 'rule', id, rule }
  const instants = new Set(rows.map((one) => one.at))
  // Of two changes in one instant, the order has to show.
  while (instants.has(row.at)) row.at += 1
  return row
}

/** How a rule stood over time. */
export interface RuleCourse {
  id: string
  /** The rule now; null if it is gone. */
  stored: StoredRule | null
  /** The earliest first. */
  rows: readonly RuleEntry[]
}

const inOrder = (rows: readonly RuleEntry[]): RuleEntry[] =>
  rows.toSorted((a, b) => a.at - b.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/**
 * The courses of all rules, those that are gone after those that are not. A rule that is not here although nothing says
 * that it ended has none.
 */
export function coursesOf(rules: readonly StoredRule[], rows: readonly RuleEntry[]): RuleCourse[] {
  const byId = Map.groupBy(inOrder(rows), ({ id }) => id)
  const here = rules.map((stored) => ({ id: stored.id, stored, rows: byId.get(stored.id) ?? [] }))
  const known = new Set(rules.map(({ id }) => id))
  const gone = [...byId]
    .filter(([id, own]) => !known.has(id) && own.at(-1)?.rule === null)
    .map(([id, own]) => ({ id, stored: null, rows: own }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return [...here, ...gone]
}

/**
 * The versions of a rule in an interval in their order, null where there was none or none is known; null for the whole
 * before anything is known.
 */
export function versionsIn({ rows }: RuleCourse, { from, until }: Interval): (Rule | null)[] | null {
  const first = rows.findLast(({ at }) => at <= from)
  const later = rows.filter(({ at }) => at > from && at < until)
  return first || later.length > 0 ? [first?.rule ?? null, ...later.map(({ rule }) => rule)] : null
}

const withoutNames = (rule: Rule, isGone: (target: Target) => boolean): Rule => {
  const left = (targets: readonly Target[]): Target[] => targets.filter((target) => !isGone(target))
  const after: After | null = rule.after ? { ...rule.after, targets: left(rule.after.targets) } : null
  return {
    ...rule,
    targets: left(rule.targets),
    except: left(rule.except),
    ...(after && { after: after.targets.length > 0 ? after : null }),
  }
}

const namesIn = ({ targets, except, after }: Rule): Target[] => [
  ...targets,
  ...except,
  ...(after?.targets ?? []),
]

/** The row without a site that is forgotten, maybe about nothing then; the same row if it does not name it. */
export const withoutForgotten = (row: RuleEntry, site: string): RuleEntry =>
  row.rule && namesIn(row.rule).some((target) => isOfSite(target, site))
    ? { ...row, rule: withoutNames(row.rule, (target) => isOfSite(target, site)) }
    : row

const isAboutNothing = ({ rule }: RuleEntry): boolean => rule?.targets.length === 0

/**
 * The rows of a rule that is gone without a site, each in its place; null for one that goes because it is about the site
 * alone. What stood before it is not known any more either.
 */
export function rowsWithout(rows: readonly RuleEntry[], site: string): (RuleEntry | null)[] {
  const ordered = inOrder(rows)
  const last = ordered.findLastIndex((row) => isAboutNothing(withoutForgotten(row, site)))
  const known = new Set(ordered.slice(last + 1))
  return rows.map((row) => (known.has(row) ? withoutForgotten(row, site) : null))
}

/** How a rule is kept once one of its sites was forgotten: what it allows, without any site that it names. */
const nameless = (rule: Rule): Rule => withoutNames(rule, ({ type }) => type === 'site' || type === 'surface')
