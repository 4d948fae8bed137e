/** What the rules decide about a visible page, and how visits go on after it was let in. */
import type { Coverage } from './coverage'
import type { FirewallNow } from './firewall-state'
import { isFocus } from './focus'
import { type GuardMemory, withoutOver } from './guard-memory'
import { type Decision, decide, type Standing } from './limits'
import type { OtherUse } from './rule-standings'
import type { Rule } from './rule'
import { isWithinVisit, visitKey } from '../record/visit'

/** Everything by which a page is judged. */
export interface GuardView {
  firewall: FirewallNow
  memory: GuardMemory
  /** How the rules stand, including `others`. */
  standings: readonly Standing[]
  /** Use in private windows and on other devices. */
  others: OtherUse
  coverage: Coverage
}

export interface JudgedSurface {
  surface: string
  /** Whether its time counts now, so that an allowance goes on being used up. */
  isCounted: boolean
}

/** Whether a rule has let the page in: its visit was counted as an open, or its pause is over. */
const isLetIn = ({ memory, firewall: { at } }: GuardView, surface: string, rule: Rule): boolean =>
  (rule.bound.type === 'opens' && isWithinVisit(memory.visits[visitKey(rule.id, surface)], at)) ||
  (rule.strictness === 'pause' && isWithinVisit(memory.letIn[rule.id], at))

export const judge = (view: GuardView, { surface, isCounted }: JudgedSurface): Decision =>
  decide(
    view.standings,
    {
      covers: (rule) => view.coverage.covers(rule, surface),
      isCounted,
      isLetIn: (rule) => isLetIn(view, surface, rule),
    },
    view.firewall.at,
    view.firewall.terms,
  )

/** Whether a decision takes the page away. A pause blocks only the page in front; walls and locks block all. */
export const isStopped = ({ state }: Decision, isAttended: boolean): boolean =>
  state === 'wall' || state === 'lock' || (state === 'pause' && isAttended)

/** The effect of being on pages on the rules that cover them. */
export interface Entry {
  /** The rules for which a visit begins, once for each visit: in ordinary and in private windows. */
  opened: readonly string[]
  openedPrivately: readonly string[]
  visits: GuardMemory['visits']
  letIn: GuardMemory['letIn']
}

/** A page that was not stopped, and how the rules stand that cover it. */
export interface EnteredPage {
  surface: string
  isPrivate: boolean
  standings: readonly Standing[]
}

/**
 * Records that visible pages were not stopped: visits begin or go on, and a page that was let in stays so.
 * A rule whose pass lets the page in counts no visit, because the visit would outlast the pass. A focus hour counts none
 * here: it only has to know which visits it ended and did not turn away.
 */
export function enter(memory: GuardMemory, pages: readonly EnteredPage[], at: number): Entry {
  const keysOf = ({ surface, standings }: EnteredPage) =>
    standings
      .filter(
        ({ rule: { bound }, passUntil }) => isFocus(bound) || (bound.type === 'opens' && passUntil === null),
      )
      .map(({ rule }) => [visitKey(rule.id, surface), rule] as const)
  const keys = new Map(pages.filter(({ isPrivate }) => !isPrivate).flatMap(keysOf))
  const only = new Map(pages.flatMap(keysOf).filter(([key]) => !keys.has(key)))
  const begun = (visits: ReadonlyMap<string, Rule>): string[] =>
    [...visits]
      .filter(([key, { bound }]) => !isFocus(bound) && !isWithinVisit(memory.visits[key], at))
      .map(([, { id }]) => id)
  const rules = pages.flatMap(({ standings }) => standings.map(({ rule }) => rule.id))
  const stillLetIn = rules.filter((id) => isWithinVisit(memory.letIn[id], at))
  const lasting = withoutOver(memory, at)
  return {
    opened: begun(keys),
    openedPrivately: begun(only),
    visits: {
      ...lasting.visits,
      ...Object.fromEntries([...keys.keys(), ...only.keys()].map((key) => [key, at])),
    },
    letIn: { ...lasting.letIn, ...Object.fromEntries(stillLetIn.map((id) => [id, at])) },
  }
}
