/** What the firewall remembers as long as the browser runs, in memory only: addresses are never on a disk. */
import type { Meter } from './meter'
import type { Session } from './session'
import type { UsageRow } from './usage-row'

/** What a wall stands for. */
export interface WallOfTab {
  rule: string
  surface: string
  /** Where the tab was; empty where that is no place to return to. */
  address: string
  since: number
  /** The tab that would not leave its page, if the wall had to be opened beside it. */
  besides: number | null
}

export interface GuardMemory {
  /** By tab. */
  walls: Record<number, WallOfTab>
  /** Tabs that were muted, because their pages would not leave. */
  muted: readonly number[]
  /** When a surface had the person's attention last, by rule and surface (see `visitKey`). */
  visits: Record<string, number>
  /** When a page of a rule was attended to last, whose pause was sat through. */
  letIn: Record<string, number>
  /** Warnings that were given. */
  warned: readonly string[]
  /** When the emergency passage of a rule was asked for. */
  emergencies: Record<string, number>
  /** Use in private windows, of which nothing is written. */
  privateMeter: Meter
  privateUse: readonly UsageRow[]
  /** By rule, of sessions that went on there. */
  privateSessions: Readonly<Record<string, Session>>
}

export const NO_MEMORY: GuardMemory = {
  walls: {},
  muted: [],
  visits: {},
  letIn: {},
  warned: [],
  emergencies: {},
  privateMeter: { attention: null, counted: null },
  privateUse: [],
  privateSessions: {},
}
