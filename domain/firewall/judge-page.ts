/** What the rules decide about a visible page, and how visits go on after it was let in. */
import type { Coverage } from './coverage'
import type { FirewallNow } from './firewall-state'
import { type GuardMemory, withoutOver } from './guard-memory'
import { type Decision, decide, type Standing } from './limits'
import { observationFor } from './meter'
import type { Rule } from './rule'
import { isImmersive, type Observation } from '../record/attention'
import { isWithinVisit, visitKey } from '../record/visit'

/** Everything by which a page is judged. */
export interface GuardView {
  firewall: FirewallNow
  memory: GuardMemory
  /** How the rules stand, including use in private windows. */
  standings: readonly Standing[]
  coverage: Coverage
}

export interface VisiblePage {
  surface: string
  /** Whether it has the person's attention. */
  isAttended: boolean
}

/** Whether a rule has let the page in: its visit was counted as an open, or its pause is over. */
const isLetIn = ({ memory, firewall: { at } }: GuardView, surface: string, rule: Rule): boolean =>
  (rule.bound.type === 'opens' && isWithinVisit(memory.visits[visitKey(rule.id, surface)], at)) ||
  (rule.strictness === 'pause' && isWithinVisit(memory.letIn[rule.id], at))

export const judge = (view: GuardView, { surface, isAttended }: VisiblePage): Decision =>
  decide(
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

/** The observation of the page in front, for the rules that cover it. */
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

/** The effect of being on a page on the rules that cover it. */
export interface Entry {
  /** The rules for which a visit begins. */
  opened: readonly string[]
  visits: GuardMemory['visits']
  letIn: GuardMemory['letIn']
}

/**
 * Records that the page in front was not stopped: visits begin or go on, and a page that was let in stays so.
 * A rule whose pass lets the page in counts no visit, because the visit would outlast the pass.
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
  const lasting = withoutOver(memory, at)
  return {
    opened: keys.filter(([, key]) => !isWithinVisit(memory.visits[key], at)).map(([id]) => id),
    visits: { ...lasting.visits, ...Object.fromEntries(keys.map(([, key]) => [key, at])) },
    letIn: { ...lasting.letIn, ...Object.fromEntries(stillLetIn.map((id) => [id, at])) },
  }
}
