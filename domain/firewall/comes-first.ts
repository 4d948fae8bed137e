/**
 * What has to come first: a rule can open its pages only after some attention to something else, each day anew. That
 * attention is counted with the use of the rule, in its own row.
 */
import type { RuleScope } from './coverage'
import type { Day } from '../time/local-time'
import { MINUTE_MS, weekday } from '../time/local-time'
import type { Bound, Rule } from './rule'
import type { UsageRow } from './usage-row'

/** What has to come first, as the pages that it is about; null if nothing has to. */
export const comesFirst = ({ after }: Rule): RuleScope | null =>
  after ? { targets: after.targets, except: [] } : null

/** Ends the name under which the meter sees a rule whose pages come first are in front. No id of a rule has a colon. */
const FIRST = ':first'

export const firstId = (rule: string): string => `${rule}${FIRST}`

/** The rule of a name that the meter saw, and whether it stands for what comes first. */
export const countedFor = (name: string): { id: string; isFirst: boolean } =>
  name.endsWith(FIRST) ? { id: name.slice(0, -FIRST.length), isFirst: true } : { id: name, isFirst: false }

/** Whether a rule holds on a day at all: its value for the weekday may be missing. */
function holdsOn(bound: Bound, day: Day): boolean {
  const of = weekday(day)
  if (bound.type === 'hours') return bound.ranges[of] !== null
  if (bound.type === 'cutoff') return bound.evenings[of] !== null
  if (!('allowance' in bound) || bound.allowance.per === 'week') return true
  return bound.allowance.of[of] !== null
}

/** The attention to what comes first on a day, ms. */
export const firstMsOf = (rows: readonly UsageRow[], rule: string, day: Day): number =>
  rows.reduce((sum, row) => (row.rule === rule && row.day === day ? sum + (row.firstMs ?? 0) : sum), 0)

/** The attention still missing before a rule opens on a day, ms; 0 if nothing is. */
export const missingMs = ({ after, bound }: Rule, firstMs: number, day: Day): number =>
  after && holdsOn(bound, day) ? Math.max(0, after.minutes * MINUTE_MS - firstMs) : 0

/** A row with more or less attention to what comes first, ms. */
export const plusFirst = (row: UsageRow, ms: number): UsageRow => ({
  ...row,
  firstMs: Math.max(0, (row.firstMs ?? 0) + ms),
})
