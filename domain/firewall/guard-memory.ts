/**
 * What the firewall remembers while the browser runs. It stays in memory, so that addresses are never written
 * to disk.
 */
import type { Meter } from './meter'
import type { AskedAt } from './passes'
import type { Session } from './session'
import type { UsageRow } from './usage-row'
import { isWithinVisit, surfaceOfVisit } from '../record/visit'

/** A wall in a tab, and the page that it replaced. */
export interface WallOfTab {
  rule: string
  surface: string
  /** The address of the tab before the wall; empty if it cannot be returned to. */
  address: string
  since: number
  /** Whether its window is private. */
  isPrivate: boolean
  /** Whether the person said what the visit is for. */
  isAnswered: boolean
  /** The tab that did not leave its page, if the wall was opened beside it; else null. */
  besides: number | null
}

export interface GuardMemory {
  /** By tab id. */
  walls: Record<number, WallOfTab>
  /** Tabs that were muted because their pages did not leave. */
  muted: readonly number[]
  /**
   * When a surface last had the person's attention, by rule and surface (see `visitKey`). The only names of sites here
   * beside those at the wall: they go with the visit.
   */
  visits: Record<string, number>
  /** By rule: when a page was last attended to after the pause of the rule was over. */
  letIn: Record<string, number>
  /** Ids of windows, the one that had the focus last first. */
  windowOrder: readonly number[]
  /** Keys of the warnings that were given. */
  warned: readonly string[]
  /** The waits for passes that are running or over. */
  asked: AskedAt
  /** Use in private windows, which is never written to the database. */
  privateMeter: Meter
  privateUse: readonly UsageRow[]
  /** By rule: sessions that went on in private windows. */
  privateSessions: Readonly<Record<string, Session>>
}

export const NO_MEMORY: GuardMemory = {
  walls: {},
  muted: [],
  visits: {},
  letIn: {},
  windowOrder: [],
  warned: [],
  asked: {},
  privateMeter: { attention: null, counted: null },
  privateUse: [],
  privateSessions: {},
}

const only = (
  times: Readonly<Record<string, number>>,
  isKept: (last: number, key: string) => boolean,
): Record<string, number> =>
  Object.fromEntries(Object.entries(times).filter(([key, last]) => isKept(last, key)))

/** Without the visits that are over at an instant. */
export const withoutOver = (
  { visits, letIn }: GuardMemory,
  at: number,
): Pick<GuardMemory, 'visits' | 'letIn'> => ({
  visits: only(visits, (last) => isWithinVisit(last, at)),
  letIn: only(letIn, (last) => isWithinVisit(last, at)),
})

/** Without the visits to the surfaces that are meant. A visit that goes on counts as an open once more. */
export const withoutVisits = (
  { visits }: GuardMemory,
  isMeant: (surface: string) => boolean,
): Pick<GuardMemory, 'visits'> => ({ visits: only(visits, (_last, key) => !isMeant(surfaceOfVisit(key))) })
