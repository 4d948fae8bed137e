/** What a wall stands for, and what its page is told of that. */
import type { PassOffer, Use, WallFacts } from '../../../domain/firewall/firewall'
import { inCurrency } from '../../../domain/firewall/book-standings'
import { type OpenBook } from '../../../domain/firewall/guard-book'
import { isHours } from '../../../domain/firewall/hours'
import type { Standing } from '../../../domain/firewall/limits'
import { emergencyOf, emergencyReadyAt, isEmergencyReady, passesOf } from '../../../domain/firewall/passes'
import { type Bound, EVERY_DAY } from '../../../domain/firewall/rule'
import { seededUse } from '../../../domain/firewall/seeded-use'
import { useOf } from '../../../domain/firewall/usage-row'
import type { WallOfTab } from '../../../storage/firewall/guard-memory'
import { spansFor } from './firewall-commands'
import type { Guard } from '../firewall/guard'
import { isStopped, judge } from '../firewall/guard-judge'

/** What stands before the page of a wall now. */
export interface AtWall {
  book: OpenBook
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
async function usedOf(guard: Guard, book: OpenBook, { rule, used }: Standing): Promise<Use> {
  if (!isHours(rule.bound)) return used
  const allDay = { ...rule, bound: ALL_DAY }
  return useOf(seededUse(book, allDay, guard.coverageOf(book).covers, await spansFor(book, allDay)))
}

export async function factsOf(guard: Guard, at: AtWall): Promise<WallFacts> {
  const { book, wall, standing, isOpen } = at
  const { rule, allowed, opensAt } = standing
  const offer = emergencyOf(standing, book.passes, book.at, book.terms)
  const readyAt = emergencyReadyAt(guard.keeper.memory.emergencies[rule.id], book.at)
  return {
    rule: inCurrency(rule, book.currency),
    surface: wall.surface,
    used: await usedOf(guard, book, standing),
    allowed,
    opensAt,
    isOpen,
    currency: book.currency,
    passes: passesOf(standing, book.passes, book.at, book.terms),
    emergency: offer && { offer, readyAt },
    pauseEndsAt: isOpen ? null : pauseEnd(at),
  }
}

/** Null where the tab stands at no wall of this run of the browser, or its rule is gone. */
export function standAt(guard: Guard, book: OpenBook, tabId: number | null): AtWall | null {
  const { memory } = guard.keeper
  const wall = tabId === null ? undefined : memory.walls[tabId]
  if (tabId === null || !wall) return null
  const all = guard.standings(book)
  const page = { surface: wall.surface, isAttended: true }
  const decision = judge(book, memory, all, guard.coverageOf(book), page)
  const id = decision.rule?.id ?? wall.rule
  const standing = all.find(({ rule }) => rule.id === id)
  return standing ? { book, wall, tabId, standing, isOpen: !isStopped(decision, true) } : null
}

/** The passage of a lock that may be taken now; null while it has to be waited for. */
export function readyEmergency(guard: Guard, { book, standing }: AtWall): PassOffer | null {
  const askedAt = guard.keeper.memory.emergencies[standing.rule.id]
  return isEmergencyReady(askedAt, book.at) ? emergencyOf(standing, book.passes, book.at, book.terms) : null
}
