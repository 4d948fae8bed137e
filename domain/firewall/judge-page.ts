/** What the rules say of a page that can be seen, and what being let in means for visits. */
import type { Coverage } from './coverage'
import type { FirewallNow } from './firewall-state'
import type { GuardMemory } from './guard-memory'
import { type Decision, decideBy, type Standing } from './limits'
import { observationFor } from './meter'
import type { Rule } from './rule'
import { isImmersive, type Observation } from '../record/attention'
import { isWithinVisit, visitKey } from '../record/visit'

/** All that a page is judged by. */
export interface GuardView {
  firewall: FirewallNow
  memory: GuardMemory
  /** How the rules stand, private use included. */
  standings: readonly Standing[]
  coverage: Coverage
}

export interface VisiblePage {
  surface: string
  /** Whether it has the person's attention. */
  isAttended: boolean
}

/** Whether a page that a rule would stop may go on: its visit was counted, or its pause sat through. */
const isLetIn = ({ memory, firewall: { at } }: GuardView, surface: string, rule: Rule): boolean =>
  (rule.bound.type === 'opens' && isWithinVisit(memory.visits[visitKey(rule.id, surface)], at)) ||
  (rule.strictness === 'pause' && isWithinVisit(memory.letIn[rule.id], at))

export const judge = (view: GuardView, { surface, isAttended }: VisiblePage): Decision =>
  decideBy(
    view.standings,
    {
      covers: (rule) => view.coverage.covers(rule, surface),
      isAttended,
      isLetIn: (rule) => isLetIn(view, surface, rule),
    },
    view.firewall.at,
    view.firewall.terms,
  )

/** Whether a decision takes the page away. A pause blocks only the page in front; walls and locks block all. */
export const isStopped = ({ state }: Decision, isAttended: boolean): boolean =>
  state === 'wall' || state === 'lock' || (state === 'pause' && isAttended)

/** What is observed of the page in front for the rules that cover it. */
export function observationOf(
  seen: Pick<Observation, 'at' | 'presence'>,
  rules: readonly Rule[],
  surface: string | null,
  attended: { isHeard: boolean; isFullscreen: boolean } | null,
  { kindOf }: Coverage,
): Observation {
  const isImmersed = attended?.isFullscreen && surface !== null && isImmersive(kindOf(surface))
  return observationFor(
    rules.map(({ id }) => id),
    seen,
    Boolean(attended?.isHeard || isImmersed),
  )
}

/** What being on a page means for the rules that cover it. */
export interface Entry {
  /** The rules for which a visit begins. */
  opened: readonly string[]
  visits: GuardMemory['visits']
  letIn: GuardMemory['letIn']
}

/**
 * The page in front was not stopped: visits begin or go on, and so does what was let in. A rule whose pass lets
 * the page in counts no visit: the visit would outlast the pass.
 */
export function enter(
  memory: GuardMemory,
  standings: readonly Standing[],
  surface: string,
  at: number,
): Entry {
  const counting = standings.filter(
    ({ rule, passUntil }) => rule.bound.type === 'opens' && passUntil === null,
  )
  const keys = counting.map(({ rule }) => [rule.id, visitKey(rule.id, surface)] as const)
  const stillLetIn = standings.map(({ rule }) => rule.id).filter((id) => isWithinVisit(memory.letIn[id], at))
  const lasting = (times: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(times).filter(([, last]) => isWithinVisit(last, at)))
  return {
    opened: keys.filter(([, key]) => !isWithinVisit(memory.visits[key], at)).map(([id]) => id),
    visits: { ...lasting(memory.visits), ...Object.fromEntries(keys.map(([, key]) => [key, at])) },
    letIn: { ...lasting(memory.letIn), ...Object.fromEntries(stillLetIn.map((id) => [id, at])) },
  }
}
