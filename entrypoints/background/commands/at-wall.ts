/** What a wall stands for, and what its page is told of that. */
import type { PassOffer, Use, WallFacts } from '../../../domain/firewall/firewall'
import { inCurrency } from '../../../domain/firewall/rule-standings'
import { type FirewallNow } from '../../../domain/firewall/firewall-state'
import { isHours } from '../../../domain/firewall/hours'
import type { Standing } from '../../../domain/firewall/limits'
import { emergencyOf, emergencyReadyAt, isEmergencyReady, passesOf } from '../../../domain/firewall/passes'
import { type Bound, EVERY_DAY } from '../../../domain/firewall/rule'
import { useBeforeRule } from '../../../domain/firewall/use-before-rule'
import { useOf } from '../../../domain/firewall/usage-row'
import type { WallOfTab } from '../../../storage/firewall/guard-memory'
import { spansFor } from './firewall-commands'
import type { Guard } from '../firewall/guard'
import { isStopped, judge } from '../firewall/guard-judge'

/** What stands before the page of a wall now. */
export interface AtWall {
  firewall: FirewallNow
  wall: WallOfTab
  tabId: number
  isOpen: boolean
  standing: Standing
}

/** When a pause before entry has been sat through; null where it is none. */
export const pauseEnd = ({ wall, standing: { rule } }: AtWall): number | null =>
  rule.strictness === 'pause' ? wall.since + 1000 * rule.pauseSeconds : null

const ALL_DAY: Bound = { type: 'time', allowance: { per: 'day', of: EVERY_DAY(null) } }

/** What was used of the rule's pages; of hours what was recorded today, for they count only what lies in them. */
async function usedOf(guard: Guard, firewall: FirewallNow, { rule, used }: Standing): Promise<Use> {
  if (!isHours(rule.bound)) return used
  const allDay = { ...rule, bound: ALL_DAY }
  return useOf(
    useBeforeRule(firewall, allDay, guard.coverageOf(firewall).covers, await spansFor(firewall, allDay)),
  )
}

export async function factsOf(guard: Guard, at: AtWall): Promise<WallFacts> {
  const { firewall, wall, standing, isOpen } = at
  const { rule, allowed, opensAt } = standing
  const offer = emergencyOf(standing, firewall.passes, firewall.at, firewall.terms)
  const readyAt = emergencyReadyAt(guard.keeper.memory.emergencies[rule.id], firewall.at)
  return {
    rule: inCurrency(rule, firewall.currency),
    surface: wall.surface,
    used: await usedOf(guard, firewall, standing),
    allowed,
    opensAt,
    isOpen,
    currency: firewall.currency,
    passes: passesOf(standing, firewall.passes, firewall.at, firewall.terms),
    emergency: offer && { offer, readyAt },
    pauseEndsAt: isOpen ? null : pauseEnd(at),
  }
}

/** Null where the tab stands at no wall of this run of the browser, or its rule is gone. */
export function standAt(guard: Guard, firewall: FirewallNow, tabId: number | null): AtWall | null {
  const { memory } = guard.keeper
  const wall = tabId === null ? undefined : memory.walls[tabId]
  if (tabId === null || !wall) return null
  const all = guard.standings(firewall)
  const page = { surface: wall.surface, isAttended: true }
  const decision = judge(firewall, memory, all, guard.coverageOf(firewall), page)
  const id = decision.rule?.id ?? wall.rule
  const standing = all.find(({ rule }) => rule.id === id)
  return standing ? { firewall, wall, tabId, standing, isOpen: !isStopped(decision, true) } : null
}

/** The passage of a lock that may be taken now; null while it has to be waited for. */
export function readyEmergency(guard: Guard, { firewall, standing }: AtWall): PassOffer | null {
  const askedAt = guard.keeper.memory.emergencies[standing.rule.id]
  return isEmergencyReady(askedAt, firewall.at)
    ? emergencyOf(standing, firewall.passes, firewall.at, firewall.terms)
    : null
}
