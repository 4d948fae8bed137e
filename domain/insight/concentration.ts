/**
 * Who holds a person's attention. With s as an owner's share of the time: effective number of owners = 1 ÷ Σ s²,
 * HHI = 10,000 × Σ s² (both pure numbers). Computed by owner, on the person's own time (Prat & Valletti 2022). No
 * threshold is known for people, so there is no verdict.
 */
import { ownerOf } from '../surface/catalog/owners'
import type { Kind } from '../surface/kind'
import { domainName, type SurfaceProfile } from '../surface/surface-book'
import type { SurfaceTally } from '../statement/tally'
import type { Period } from '../time/period'
import { LEAST_ATTENTION_MS, type Missing, type Scope } from './finding'
import { LEAST_WEEKS, missingMinutes, missingWeeks, whenInPeriod } from './missing'
import { talliesOfPeriod, talliesOfWeeks } from './sums'

/** Five, so that the first of them lies four weeks before the last. */
const TREND_WEEKS = 5

export interface Share {
  /** As shown: a company, or the domain of a site without a known one. */
  name: string
  timeMs: number
  /** Of all time, 0 to 1. */
  share: number
  /** The kind by which others see it, if all of its surfaces are named with discretion (see discreet.ts). */
  discreet?: Kind
}

export interface Spread {
  /** The largest first. */
  shares: Share[]
  timeMs: number
  /** Effective number of owners: so many with equal shares would be as concentrated. */
  effective: number
  hhi: number
}

export interface Concentration extends Spread {
  /** The last `TREND_WEEKS` weeks, the earliest first; null where there is too little time. */
  weeks: { week: Period; spread: Spread | null }[]
  /** Why the weeks make no trend; null if they do. */
  trend: Missing | null
  /** The same for AI tools alone, by tool; null if there is too little time in them. */
  ai: Spread | null
}

/** The names of which every surface is named with discretion, and the kind of the last of these. */
function discreetNames(
  tallies: readonly SurfaceTally[],
  nameOf: (profile: SurfaceProfile) => string,
): Map<string, Kind> {
  const found = new Map<string, Kind>()
  const open = new Set<string>()
  for (const { profile } of tallies) {
    if (profile.discreet) found.set(nameOf(profile), profile.kind)
    else open.add(nameOf(profile))
  }
  for (const name of open) found.delete(name)
  return found
}

/** The spread of some time over owners or tools; null if there are fewer than `LEAST_ATTENTION_MS`. */
export function spreadOf(
  times: ReadonlyMap<string, number>,
  discreet: ReadonlyMap<string, Kind> = new Map(),
): Spread | null {
  const timeMs = [...times.values()].reduce((sum, ms) => sum + ms, 0)
  if (timeMs < LEAST_ATTENTION_MS) return null
  const shares = [...times]
    .map(([name, ms]) => {
      const kind = discreet.get(name)
      return { name, timeMs: ms, share: ms / timeMs, ...(kind && { discreet: kind }) }
    })
    .sort((a, b) => b.timeMs - a.timeMs || (a.name < b.name ? -1 : 1))
  const squares = shares.reduce((sum, { share }) => sum + share * share, 0)
  return { shares, timeMs, effective: 1 / squares, hhi: 10_000 * squares }
}

/** Ms in one part of the tallies (all parts if null), by what `nameOf` says. */
function timesBy(
  tallies: readonly SurfaceTally[],
  nameOf: (profile: SurfaceProfile) => string,
  part: number | null,
): Map<string, number> {
  const times = new Map<string, number>()
  for (const { profile, parts } of tallies) {
    const name = nameOf(profile)
    for (const [own, { account }] of parts)
      if (part === null || part === own) times.set(name, (times.get(name) ?? 0) + account.timeMs)
  }
  return times
}

const ownerName = ({ site }: SurfaceProfile): string => domainName(ownerOf(site))

/** Who holds the attention of a period; missing below half an hour. */
export function concentrationOf(scope: Scope): Concentration | Missing {
  const tallies = talliesOfPeriod(scope)
  const spread = spreadOf(timesBy(tallies, ownerName, null), discreetNames(tallies, ownerName))
  if (spread === null) {
    const ms = [...timesBy(tallies, ownerName, null).values()].reduce((sum, own) => sum + own, 0)
    return missingMinutes('minutes', ms, LEAST_ATTENTION_MS, whenInPeriod(ms, LEAST_ATTENTION_MS, scope))
  }
  const { weeks, tallies: ofWeeks } = talliesOfWeeks(scope)
  const discreet = discreetNames(ofWeeks, ownerName)
  const ai = tallies.filter(({ profile }) => profile.kind === 'ai')
  const toolName = ({ name }: SurfaceProfile): string => name
  const spreads = weeks
    .map((week, part) => ({ week, spread: spreadOf(timesBy(ofWeeks, ownerName, part), discreet) }))
    .slice(-TREND_WEEKS)
  const known = spreads.filter((one) => one.spread !== null).length
  return {
    ...spread,
    weeks: spreads,
    trend: known < LEAST_WEEKS ? missingWeeks(known, scope) : null,
    ai: spreadOf(timesBy(ai, toolName, null), discreetNames(ai, toolName)),
  }
}

/** How many of the largest together hold half of the time or more, at most `most`. */
export function holdersOfHalf({ shares }: Spread, most: number): Share[] {
  let sum = 0
  const found: Share[] = []
  for (const one of shares.slice(0, most)) {
    if (sum >= 0.5) break
    found.push(one)
    sum += one.share
  }
  return found
}

/** The summed share of owners with these names, 0 to 1. */
export const shareOf = ({ shares }: Spread, names: ReadonlySet<string>): number =>
  shares.reduce((sum, { name, share }) => (names.has(name) ? sum + share : sum), 0)
