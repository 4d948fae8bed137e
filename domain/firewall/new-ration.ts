/** What changes in the use when a ration begins, or goes on under an earlier date. */
import { type AllowedBefores, allowedBefores, withCarried } from './carry-over'
import type { Calendar, Ration } from './ration'
import type { Rule } from './rule'
import type { UsageRow } from './usage-row'
import { carriedBack } from './use-in-period'
import type { Day } from '../time/local-time'

interface Known {
  usage: ReadonlyMap<string, UsageRow>
  last: Ration | null
  /** The first day of the last week in force. */
  lastWeek: Day | null
  allowedBefore: AllowedBefores
  /** Use in private windows and on other devices, which is not stored here. */
  others: readonly UsageRow[]
}

/** The use in a ration, and what rules allowed before it. A new one begins with what was left of the last. */
export function usageIn(
  ration: Ration,
  { usage, last, lastWeek, others, ...known }: Known,
  rules: { before: readonly Rule[]; after: readonly Rule[] },
  calendar: Calendar,
): Pick<Known, 'usage' | 'allowedBefore'> {
  const rows = [...usage.values(), ...others]
  const allowedBefore = allowedBefores(known.allowedBefore, rules, rows, last, ration)
  if (last === null || ration.day === last.day) return { usage, allowedBefore }
  return {
    allowedBefore,
    usage:
      ration.day < last.day
        ? carriedBack(usage, rules.after, { ...last, week: lastWeek }, ration, calendar)
        : withCarried(usage, rules.after, allowedBefore, others, ration),
  }
}
