/** The visits that a focus hour turns away. */
import { isFocus } from './focus'
import type { EnteredPage } from './judge-page'
import type { GuardMemory } from './guard-memory'
import { isInTheWay } from './limits'
import type { SeenPage } from './pages-in-use'
import type { UsageRow } from './usage-row'
import { isWithinVisit, visitKey } from '../record/visit'

/** A page that was stopped, and the standings of the rules that cover it. */
type StoppedNow = SeenPage & Pick<EnteredPage, 'standings'>

/** The rules that turned a visit away, once for each, and the visits under way with these. */
export interface TurnedAway {
  rules: readonly string[]
  visits: GuardMemory['visits']
}

/**
 * Counts the stopped pages as visits, each once: not again if the same page is looked at or tried again within five
 * minutes, nor if it was in front already when the work began. What happens in private windows is not counted.
 */
export function turnedAway(
  visits: GuardMemory['visits'],
  stopped: readonly StoppedNow[],
  at: number,
): TurnedAway {
  const keys = new Map(
    stopped
      .filter(({ isPrivate, isAttended, isVisible }) => !isPrivate && (isAttended || isVisible))
      .flatMap(({ surface, standings }) =>
        standings
          .filter((standing) => isFocus(standing.rule.bound) && isInTheWay(standing))
          .map(({ rule }) => [visitKey(rule.id, surface), rule.id] as const),
      ),
  )
  const begun = [...keys].filter(([key]) => !isWithinVisit(visits[key], at))
  return {
    rules: begun.map(([, rule]) => rule),
    visits: { ...visits, ...Object.fromEntries([...keys.keys()].map((key) => [key, at])) },
  }
}

/** How many visits a focus hour has turned away, from its use. */
export const turnedAwayIn = (usage: Iterable<UsageRow>, id: string): number =>
  [...usage].reduce((sum, { rule, opens }) => (rule === id ? sum + opens : sum), 0)
