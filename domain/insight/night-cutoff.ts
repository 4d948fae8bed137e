/**
 * What nights are measured by: the person's own cutoff, or else a suggested one, 45 min before the bedtime that they
 * stated. A suggested cutoff is for feeds, videos and games, and its night lasts until 6 h after the bedtime.
 */
import { type CutoffBound, type DayClock, nightAt, nightOf } from '../firewall/hours'
import { LURES } from '../firewall/presets'
import { coursesOf, versionsOn } from '../firewall/rule-courses'
import type { RuleEntry } from '../firewall/rule-history'
import { EVERY_DAY, type Rule, type StoredRule } from '../firewall/rule'
import type { ClockRange } from '../time/interval'
import { type Day, DAY_MINUTES, personDay, weekday } from '../time/local-time'
import type { Scope } from './finding'

/** Minutes between a suggested cutoff and the bedtime. */
export const WIND_DOWN_MINUTES = 45

/** For so many minutes after the bedtime, attention counts as late; later it may be the next morning. */
export const BED_MINUTES = 6 * 60

export interface NightCutoff {
  /** The person's rule; null if the cutoff is suggested. */
  rule: Rule | null
  covers: (surface: string) => boolean
  /** The first day on which it held; null if it holds for all. */
  since: Day | null
  /** The closed minutes from the midnight that begins the day; null on a day without a cutoff. */
  closedOn: (day: Day) => ClockRange | null
  /** Attention past the cutoff as the firewall counted it on that day, ms; null if it has to be read from the record. */
  countedOn: ((day: Day) => number) | null
}

/** The cutoff that a bedtime (minute of the day) suggests. */
const suggestedCutoff = (bedtime: number): CutoffBound => ({
  type: 'cutoff',
  evenings: EVERY_DAY((bedtime - WIND_DOWN_MINUTES + DAY_MINUTES) % DAY_MINUTES),
  morning: (bedtime + BED_MINUTES) % DAY_MINUTES,
})

const isCutoff = (rule: Rule): rule is Rule & { bound: CutoffBound } =>
  rule.isOn && rule.bound.type === 'cutoff'

/**
 * Whether the night of any cutoff is running at an instant; without one, that of the cutoff that the stated bedtime
 * suggests.
 */
export function isQuietNight(
  rules: readonly Pick<StoredRule, 'rule'>[],
  bedtime: number | null,
  at: number,
  clock: DayClock,
): boolean {
  const own = rules.flatMap(({ rule }) => (isCutoff(rule) ? [rule.bound] : []))
  const bounds = own.length > 0 || bedtime === null ? own : [suggestedCutoff(bedtime)]
  return bounds.some((bound) => nightAt(bound, at, clock)?.isRunning === true)
}

/** The cutoff that a rule was at the end of each day; null if it was none, or counted as another kind of limit before. */
function cutoffOf(stored: StoredRule, history: readonly RuleEntry[], clock: DayClock) {
  const rows = history.filter(({ id }) => id === stored.id)
  const [course] = coursesOf([stored], rows, clock)
  return (day: Day): CutoffBound | null => {
    const versions = (course && versionsOn(course, day)?.versions) ?? []
    const last = versions.at(-1)
    const isOther = versions.some((rule) => rule?.isOn && !isCutoff(rule))
    return last && isCutoff(last) && !isOther ? last.bound : null
  }
}

/** The cutoff of a rule. What was past it is what the rule counted, so that a later change of it rewrites no night. */
function ownCutoff({ firewall, valuing: { dayStartHour } }: Scope): NightCutoff | null {
  const { rules, usage, covers, offsetAt, history = [] } = firewall
  const [oldest] = rules
    .filter(({ rule }) => isCutoff(rule))
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  if (!oldest || !isCutoff(oldest.rule)) return null
  const { rule, createdAt } = oldest
  const boundOn = cutoffOf(oldest, history, { dayStartHour, offsetAt })
  const counted = new Map(usage.flatMap((row) => (row.rule === rule.id ? [[row.day, row.ms] as const] : [])))
  return {
    rule,
    covers: (surface) => covers(rule, surface),
    since: personDay(createdAt, offsetAt(createdAt), dayStartHour),
    closedOn: (day) => {
      const bound = boundOn(day)
      return bound && nightOf(bound, weekday(day), dayStartHour)
    },
    countedOn: (day) => counted.get(day) ?? 0,
  }
}

/** The cutoff of nights: of the rule that was set first, else 45 min before the bedtime (minute of the day), else null. */
export function nightCutoff(scope: Scope, bedtime: number | null): NightCutoff | null {
  const own = ownCutoff(scope)
  if (own || bedtime === null) return own
  const { profileOf, dayStartHour } = scope.valuing
  const suggested = suggestedCutoff(bedtime)
  return {
    rule: null,
    covers: (surface) => LURES.includes(profileOf(surface).kind),
    since: null,
    closedOn: (day) => nightOf(suggested, weekday(day), dayStartHour),
    countedOn: null,
  }
}
