/** What a list of sites, or the page of one, says in a sentence. */
import { changeOfTime } from './page-finding'
import type { Assumed, Line } from './statement'

const SECOND_MS = 1000

export interface SitesFinding {
  /** Lines with a whole second: others were only met at their wall. */
  count: number
  timeMs: number
  /** How much more it is than before, in ms of whole minutes; 0 if about as much, null if there was nothing before. */
  byMs: number | null
  /** Lines with a profit, and with a loss. */
  gains: number
  losses: number
  /** What the lines at a profit gained and those at a loss lost together, in minor units; at least 0. */
  gainedMinor: number
  lostMinor: number
  /** How much of the returns is assumed. */
  assumed: Assumed
}

type Found = Line & { beforeMs: number }

const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0)

/** Counts the lines of a period, with the figures as they are shown. */
export function sitesFinding(lines: readonly Found[]): SitesFinding {
  const spent = lines.filter(({ timeMs }) => timeMs > 0)
  const priced = spent.filter(({ money }) => money !== null)
  const nets = priced.flatMap(({ money }) => money?.netMinor ?? [])
  const timeMs = sum(spent.map((line) => line.timeMs))
  const beforeMs = sum(lines.map((line) => line.beforeMs))
  const isAll = (share: Assumed) => priced.every(({ assumed }) => assumed === share)
  return {
    count: spent.filter((line) => line.timeMs >= SECOND_MS).length,
    timeMs,
    byMs: beforeMs === 0 ? null : changeOfTime(timeMs, beforeMs),
    gains: nets.filter((net) => net > 0).length,
    losses: nets.filter((net) => net < 0).length,
    gainedMinor: sum(nets.filter((net) => net > 0)),
    lostMinor: -sum(nets.filter((net) => net < 0)) || 0,
    assumed: isAll('no') ? 'no' : isAll('wholly') ? 'wholly' : 'partly',
  }
}
