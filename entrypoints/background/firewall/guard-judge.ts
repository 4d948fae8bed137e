/** What the rules say of the pages that can be seen, and what being there means for visits. Touches no browser. */
import { observationFor } from '../../../domain/firewall/meter'
import { isImmersive, type Observation } from '../../../domain/record/attention'
import type { Coverage } from '../../../domain/firewall/coverage'
import type { FirewallNow } from '../../../domain/firewall/firewall-state'
import { type Decision, decideBy, type Standing } from '../../../domain/firewall/limits'
import type { Rule } from '../../../domain/firewall/rule'
import { isWithinVisit, visitKey } from '../../../domain/record/visit'
import type { AttendedTab } from '../../../platform/look'
import type { GuardMemory } from '../../../storage/firewall/guard-memory'

export interface Page {
  surface: string
  isAttended: boolean
}

/** Whether a page that a rule would stop may go on: its visit was counted, its pause sat through. */
const isLetIn = (memory: GuardMemory, surface: string, at: number, rule: Rule): boolean =>
  (rule.bound.type === 'opens' && isWithinVisit(memory.visits[visitKey(rule.id, surface)], at)) ||
  (rule.strictness === 'pause' && isWithinVisit(memory.letIn[rule.id], at))

export const judge = (
  firewall: FirewallNow,
  memory: GuardMemory,
  standings: readonly Standing[],
  { covers }: Coverage,
  { surface, isAttended }: Page,
): Decision =>
  decideBy(
    standings,
    {
      covers: (rule) => covers(rule, surface),
      isAttended,
      isLetIn: (rule) => isLetIn(memory, surface, firewall.at, rule),
    },
    firewall.at,
    firewall.terms,
  )

/** Whether a decision takes the page away; a pause is for whoever enters, not for what lies open elsewhere. */
export const isStopped = ({ state }: Decision, isAttended: boolean): boolean =>
  state === 'wall' || state === 'lock' || (state === 'pause' && isAttended)

/** What is observed of the page in front for its rules. */
export function observationOf(
  seen: Pick<Observation, 'at' | 'presence'>,
  about: readonly Rule[],
  surface: string | null,
  attended: AttendedTab | null,
  { kindOf }: Coverage,
): Observation {
  const isImmersed = attended?.isFullscreen && surface !== null && isImmersive(kindOf(surface))
  return observationFor(
    about.map(({ id }) => id),
    seen,
    Boolean(attended?.isHeard || isImmersed),
  )
}

/** What being on a page means for its rules. */
export interface Entry {
  /** The rules of which a visit begins. */
  opened: readonly string[]
  visits: GuardMemory['visits']
  letIn: GuardMemory['letIn']
}

/**
 * The page in front was not stopped: visits begin or go on, and so does what was let in. A rule whose pass lets
 * the page in counts no visit: it would outlast the pass.
 */
export function enter(memory: GuardMemory, about: readonly Standing[], surface: string, at: number): Entry {
  const counting = about.filter(({ rule, passUntil }) => rule.bound.type === 'opens' && passUntil === null)
  const keys = counting.map(({ rule }) => [rule.id, visitKey(rule.id, surface)] as const)
  const stillLetIn = about.map(({ rule }) => rule.id).filter((id) => isWithinVisit(memory.letIn[id], at))
  const lasting = (times: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(times).filter(([, last]) => isWithinVisit(last, at)))
  return {
    opened: keys.filter(([, key]) => !isWithinVisit(memory.visits[key], at)).map(([id]) => id),
    visits: { ...lasting(memory.visits), ...Object.fromEntries(keys.map(([, key]) => [key, at])) },
    letIn: { ...lasting(memory.letIn), ...Object.fromEntries(stillLetIn.map((id) => [id, at])) },
  }
}
