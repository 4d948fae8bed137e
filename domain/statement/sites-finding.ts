/** What the list of sites says in a sentence. */
import type { SiteLine } from './site-lines'

export interface SitesFinding {
  /** Lines with time. */
  count: number
  timeMs: number
  /** Lines with a profit, and with a loss. */
  gains: number
  losses: number
  /** What the lines at a loss lost together, in minor units; at least 0. */
  lostMinor: number
  /** Lines whose return is assumed. */
  assumed: number
}

/** Counts the lines of a period, with the figures as they are shown. */
export function sitesFinding(lines: readonly SiteLine[]): SitesFinding {
  const spent = lines.filter(({ timeMs }) => timeMs > 0)
  const nets = spent.flatMap(({ money }) => money?.netMinor ?? [])
  return {
    count: spent.length,
    timeMs: spent.reduce((sum, { timeMs }) => sum + timeMs, 0),
    gains: nets.filter((net) => net > 0).length,
    losses: nets.filter((net) => net < 0).length,
    lostMinor: nets.reduce((sum, net) => sum + Math.max(0, -net), 0),
    assumed: spent.filter(({ money, profile }) => money && profile.worth.source === 'assumed').length,
  }
}
