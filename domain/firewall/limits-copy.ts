/**
 * A copy of the limits outside the database, from which they go on if the browser loses the database. It is written
 * at once when a rule, a pass or a term changes, and every five minutes while use grows: that much of it may be lost.
 */
import { type FirewallRow, type FirewallState, NEW_FIREWALL_ROW } from './firewall-state'
import type { Pass } from './pass'
import type { StoredRule } from './rule'
import type { UsageRow } from './usage-row'
import { MINUTE_MS } from '../time/local-time'

export interface LimitsCopy {
  /** When it was made, epoch ms. */
  at: number
  state: FirewallRow
  rules: readonly StoredRule[]
  usage: readonly UsageRow[]
  passes: readonly Pass[]
}

/** How old the use in a copy may be. */
const STALE_MS = 5 * MINUTE_MS

/** The copy of a firewall; null without rules, so that nothing is kept about sites. */
export const limitsCopy = ({ state, rules, usage, passes }: FirewallState, at: number): LimitsCopy | null =>
  rules.length === 0
    ? null
    : { at, state: { ...state, meter: NEW_FIREWALL_ROW.meter }, rules, usage: [...usage.values()], passes }

/** What of a copy changes only with rules, passes, terms, days and hours, as one text for comparing. */
const lasting = ({
  state: { lastAt: _at, sessions: _sessions, ...state },
  rules,
  passes,
}: LimitsCopy): string => JSON.stringify([state, rules, passes])

const use = ({ usage, state: { sessions } }: LimitsCopy): string => JSON.stringify([usage, sessions])

/** Whether the latest copy has to take the place of the last one. */
export function isCopyDue(last: LimitsCopy | null, latest: LimitsCopy | null): boolean {
  if (last === null || latest === null) return last !== latest
  if (lasting(last) !== lasting(latest)) return true
  return Math.abs(latest.at - last.at) >= STALE_MS && use(last) !== use(latest)
}
