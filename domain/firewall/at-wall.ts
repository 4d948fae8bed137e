/** What a wall blocks, what its page shows, and what a pause opens once it is over. */
import type { WallFacts } from './firewall-status'
import type { Use } from './use'
import type { GuardMemory, WallOfTab } from './guard-memory'
import { isFocus } from './focus'
import { isHours } from './hours'
import { type GuardView, isStopped, judge } from './judge-page'
import { isInTheWay, type Standing } from './limits'
import type { PassOffer } from './pass'
import { emergencyOf, passesOf, readyAt, type WaitedPass } from './passes'
import { type Bound, EVERY_DAY, type Rule } from './rule'
import { inCurrency } from './rule-standings'
import { useOf } from './usage-row'
import { useBeforeRule } from './use-before-rule'
import type { Span } from '../record/span'
import { usedWhere } from './used-where'
import { visitToday } from './visit-today'

/** The wall in a tab, and the rule that it is there for now. */
export interface AtWall {
  view: GuardView
  tabId: number
  wall: WallOfTab
  standing: Standing
  /** Whether no rule blocks the page any more. */
  isOpen: boolean
}

/** Finds the wall of a tab; null if the tab has no wall from this run of the browser, or its rule is gone. */
export function standAt(view: GuardView, tabId: number | null): AtWall | null {
  const wall = tabId === null ? undefined : view.memory.walls[tabId]
  if (tabId === null || !wall) return null
  const decision = judge(view, { surface: wall.surface, isCounted: true })
  const id = decision.rule?.id ?? wall.rule
  const standing = view.standings.find(({ rule }) => rule.id === id)
  return standing ? { view, tabId, wall, standing, isOpen: !isStopped(decision, true) } : null
}

/** When a pause before entry is over, epoch ms; null for rules that do not pause. */
export const waitEndsAt = ({ wall, standing: { rule } }: AtWall): number | null =>
  rule.strictness === 'pause' ? wall.since + 1000 * rule.pauseSeconds : null

const ALL_DAY: Bound = { type: 'time', allowance: { per: 'day', of: EVERY_DAY(null) } }

/**
 * The rule by which recorded use of the pages is counted. A rule with hours counts only closed time, so its
 * use is counted all day instead.
 */
export const ruleOfUse = (rule: Rule): Rule => ({ ...rule, bound: ALL_DAY })

/** The use to show; `spans` are those recorded today, for a rule with hours. */
function useAt({ view: { firewall, coverage }, standing }: AtWall, spans: readonly Span[]): Use {
  const { rule, used } = standing
  return isHours(rule.bound)
    ? useOf(useBeforeRule(firewall, ruleOfUse(rule), coverage.covers, spans), firewall.currency)
    : used
}

/** The passes on offer at a wall. None is for the day while a focus hour is in the way, too: it would not open the page. */
export function passesAt(at: AtWall): PassOffer[] {
  const { standing, view } = at
  const { passes, at: now, terms } = view.firewall
  const offers = passesOf(standing, passes, now, terms)
  const isInFocus = rulesInTheWay(at, ({ bound }) => isFocus(bound)).length > 0
  return isInFocus ? offers.filter(({ type }) => type !== 'day') : offers
}

/**
 * What the page of the wall shows. `spans` are those recorded today, for a rule with hours and for a pause; none if they
 * cannot be read. `knowsVisits`: whether the visits to the page are among them.
 */
export function wallFacts(at: AtWall, spans: readonly Span[], knowsVisits: boolean): WallFacts {
  const { view, wall, standing, isOpen } = at
  const { firewall, memory } = view
  const { rule, allowed, opensAt, missingMs } = standing
  const offer = emergencyOf(standing, firewall.passes, firewall.at, firewall.terms)
  const where = usedWhere(firewall, rule, view.others)
  const readyFrom = (type: WaitedPass) => readyAt(memory.asked, type, rule.id, firewall.at)
  return {
    rule: inCurrency(rule, firewall.currency),
    surface: wall.surface,
    used: useAt(at, spans),
    ...(where && { where }),
    allowed,
    opensAt,
    ...(missingMs !== undefined && { missingMs }),
    isOpen,
    currency: firewall.currency,
    passes: passesAt(at),
    dayReadyAt: readyFrom('day'),
    emergency: offer && { offer, readyAt: readyFrom('emergency') },
    pauseEndsAt: isOpen ? null : waitEndsAt(at),
    visit: knowsVisits ? visitToday(view, rule, wall, spans) : null,
    isAnswered: wall.isAnswered,
  }
}

/** The rules that block the page of the wall and meet a condition. */
export const rulesInTheWay = ({ view, wall }: AtWall, fulfils: (rule: Rule) => boolean): Rule[] =>
  view.standings
    .filter((one) => isInTheWay(one) && fulfils(one.rule) && view.coverage.covers(one.rule, wall.surface))
    .map(({ rule }) => rule)

/** `letIn` with the pauses before the page, once they have been waited out. */
export function letInAfterPause(at: AtWall): GuardMemory['letIn'] {
  const { memory, firewall } = at.view
  const paused = rulesInTheWay(at, (rule) => rule.isOn && rule.strictness === 'pause')
  return { ...memory.letIn, ...Object.fromEntries(paused.map(({ id }) => [id, firewall.at])) }
}
