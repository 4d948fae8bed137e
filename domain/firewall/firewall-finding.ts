/** What the page of the rules says first. */
import type { RuleStatus } from './firewall-status'

export interface FirewallFinding {
  /** All rules that are switched on. */
  count: number
  /** Those that let no page through right now. */
  closed: number
  /** The least attention that is left under one of the others, ms; null if attention uses up none. */
  leastLeftMs: number | null
}

type Facts = Pick<RuleStatus, 'isSpent' | 'passUntil' | 'leftMs'> & {
  rule: Pick<RuleStatus['rule'], 'strictness' | 'isOn'>
}

/** A notice and a pause close nothing, and neither does a rule that a pass has opened. */
const isClosed = ({ isSpent, passUntil, rule: { strictness } }: Facts): boolean =>
  isSpent && passUntil === null && (strictness === 'wall' || strictness === 'lock')

/** How the rules stand that are switched on; null if none is. */
export function firewallFinding(all: readonly Facts[]): FirewallFinding | null {
  const rules = all.filter(({ rule }) => rule.isOn)
  if (rules.length === 0) return null
  const open = rules.filter((rule) => !isClosed(rule))
  const left = open.flatMap(({ leftMs, isSpent }) => (leftMs === null || isSpent ? [] : [leftMs]))
  return {
    count: rules.length,
    closed: rules.length - open.length,
    leastLeftMs: left.length === 0 ? null : Math.min(...left),
  }
}
