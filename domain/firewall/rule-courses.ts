/** How each rule stood over time, by the person's days. */
import { type Day, personDay } from '../time/local-time'
import type { DayClock } from './hours'
import type { Rule, StoredRule } from './rule'
import { inOrder, type RuleEntry } from './rule-history'
import { withNamesOf } from './rule-names'

/** A version of a rule from a day on; null for none. */
interface Version {
  day: Day
  /** Whether it held from the beginning of that day. */
  isWhole: boolean
  rule: Rule | null
}

/** How a rule stood over time. */
export interface RuleCourse {
  id: string
  /** The person's day on which it was made, as far as known. */
  madeOn: Day
  /** The earliest first. */
  versions: readonly Version[]
  /** What it is taken to have been before that, from the day on which it was made; null if it was not there yet. */
  first: Rule | null
}

function versionsOf(
  stored: StoredRule | null,
  rows: readonly RuleEntry[],
  { dayStartHour, offsetAt }: DayClock,
): Version[] {
  let latest: Day = ''
  return rows.map(({ at, day, isWhole, rule, nameless }) => {
    const own = day ?? personDay(at, offsetAt(at), dayStartHour)
    // Whoever travels west may live through a day again: the later one goes on.
    const isAgain = own < latest
    if (!isAgain) latest = own
    const shown = nameless && rule && stored ? withNamesOf(rule, stored.rule) : rule
    return { day: latest, isWhole: isWhole === true && !isAgain, rule: shown }
  })
}

function courseOf(
  id: string,
  stored: StoredRule | null,
  rows: readonly RuleEntry[],
  clock: DayClock,
): RuleCourse | null {
  const versions = versionsOf(stored, rows, clock)
  const [row, version] = [rows[0], versions[0]]
  const madeAt = stored?.createdAt ?? row?.since ?? row?.at
  if (madeAt === undefined) return null
  // The first row is then the rule as it was made.
  if (row && version && row.at <= madeAt) return { id, madeOn: version.day, versions, first: null }
  const madeOn = personDay(madeAt, clock.offsetAt(madeAt), clock.dayStartHour)
  return { id, madeOn, versions, first: (version ? version.rule : stored?.rule) ?? null }
}

/**
 * The courses of all rules, those that are gone after those that are not. A rule that is not here although nothing says
 * that it ended has none.
 */
export function coursesOf(
  rules: readonly StoredRule[],
  rows: readonly RuleEntry[],
  clock: DayClock,
): RuleCourse[] {
  const byId = Map.groupBy(inOrder(rows), ({ id }) => id)
  const known = new Set(rules.map(({ id }) => id))
  const gone = [...byId]
    .filter(([id, own]) => !known.has(id) && own.at(-1)?.rule === null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    ...rules.flatMap((stored) => courseOf(stored.id, stored, byId.get(stored.id) ?? [], clock) ?? []),
    ...gone.flatMap(([id, own]) => courseOf(id, null, own, clock) ?? []),
  ]
}

/** What was in force on a day, the last version at its end. */
export interface DayRules {
  day: Day
  versions: readonly (Rule | null)[]
  /** Whether nothing older is known, so that it is the first version that is known. */
  isByFirst: boolean
}

/** The versions of a rule on a day in their order, null where there was none; null for the whole if there was none at all. */
export function versionsOn({ madeOn, versions, first }: RuleCourse, day: Day): DayRules | null {
  const before = versions.findLast((one) => one.day < day)
  const own = versions.filter((one) => one.day === day)
  const begin = own.findLastIndex(({ isWhole }) => isWhole)
  const rules = own.slice(Math.max(0, begin)).map(({ rule }) => rule)
  if (begin >= 0) return { day, versions: rules, isByFirst: false }
  if (before) return { day, versions: [before.rule, ...rules], isByFirst: false }
  if (day < madeOn) return null
  if (first === null) return rules.length > 0 ? { day, versions: [null, ...rules], isByFirst: false } : null
  return { day, versions: [...(day === madeOn ? [null] : []), first, ...rules], isByFirst: true }
}
