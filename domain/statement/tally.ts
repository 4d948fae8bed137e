/** Adds up a history by surface, as a whole or in parts. */
import type { LocalInterval } from '../time/interval'
import { startOfTotal, totalsWithin } from '../record/day-total'
import { visitsOfTotal } from '../record/total-source'
import { type History, eachStretch } from '../record/history'
import { dayNumber } from '../time/local-time'
import type { SurfaceProfile } from '../surface/surface-book'
import { type PriceAt } from '../value/hour-price'
import { Account } from '../value/valuation'
import { isWithinVisit, VISIT_GAP_MS } from '../record/visit'

/** Time by hour price, and visits that began. */
export interface Tally {
  account: Account
  opens: number
}

export interface SurfaceTally {
  profile: SurfaceProfile
  /** By part (see `PartOf`), in order of time. */
  parts: Map<number, Tally>
}

/** All that turns recorded time into figures. */
export interface Valuing {
  profileOf: (surface: string) => SurfaceProfile
  priceAt: PriceAt
  dayStartHour: number
}

/** Chooses the part to which a stretch belongs; `day` counts the person's days since 1970-01-01. */
export type PartOf = (day: number, localMs: number) => number

const WHOLE: PartOf = () => 0

/** The state of the sum for one surface. */
interface Followed extends SurfaceTally {
  /** The end of the last stretch by device, epoch ms. */
  lastEnds: Map<string, number>
  part: number
  tally: Tally | null
}

function followedOf(followed: Map<SurfaceProfile, Followed>, profile: SurfaceProfile): Followed {
  const known = followed.get(profile)
  if (known) return known
  const fresh: Followed = { profile, parts: new Map(), lastEnds: new Map(), part: 0, tally: null }
  followed.set(profile, fresh)
  return fresh
}

/** Adds the day totals of an extent, each at the plain rate of its day. */
function addTotals(
  followed: Map<SurfaceProfile, Followed>,
  { totals }: History,
  extent: LocalInterval,
  { profileOf, priceAt, dayStartHour }: Valuing,
  partOf: PartOf,
): void {
  for (const total of totals ? totalsWithin(totals, extent, dayStartHour) : []) {
    const start = startOfTotal(total, dayStartHour)
    const { parts } = followedOf(followed, profileOf(total.surface))
    const part = partOf(dayNumber(total.day), start)
    const sum = parts.get(part) ?? { account: new Account(), opens: 0 }
    sum.account.addPlain(total.ms, start, priceAt)
    sum.opens += visitsOfTotal(total)
    parts.set(part, sum)
  }
}

/**
 * Adds up a history by surface. A visit that began before the extent does not count as an open; a visit
 * across parts is an open of the first. Stretches are cut where a person's day ends and, for shorter parts,
 * at every multiple of `cutMs` of local time; then day totals do not count, because they have no hour.
 */
export function tally(
  history: History,
  extent: LocalInterval,
  { profileOf, priceAt, dayStartHour }: Valuing,
  partOf = WHOLE,
  cutMs = Infinity,
): SurfaceTally[] {
  const followed = new Map<SurfaceProfile, Followed>()
  const withVisitBefore = { ...extent, from: extent.from - VISIT_GAP_MS }
  eachStretch(history, withVisitBefore, dayStartHour, (surface, day, from, until, device, offsetMs) => {
    const profile = profileOf(surface)
    const state = followedOf(followed, profile)
    const goesOn = isWithinVisit(state.lastEnds.get(device), from - offsetMs)
    state.lastEnds.set(device, until - offsetMs)
    if (from < extent.from) return
    for (let at = from; at < until;) {
      const stop = Math.min(until, (Math.floor(at / cutMs) + 1) * cutMs)
      const part = partOf(day, at)
      if (state.tally === null || state.part !== part) {
        state.part = part
        state.tally = state.parts.get(part) ?? { account: new Account(), opens: 0 }
        state.parts.set(part, state.tally)
      }
      state.tally.account.addLocal(at, stop, priceAt)
      if (!goesOn && at === from) state.tally.opens += 1
      at = stop
    }
  })
  if (cutMs === Infinity) addTotals(followed, history, extent, { profileOf, priceAt, dayStartHour }, partOf)
  return [...followed.values()]
    .filter(({ parts }) => parts.size > 0)
    .map(({ profile, parts }) => ({ profile, parts }))
}

/** One account for each surface, with all its parts. */
export const accountsOf = (tallies: readonly SurfaceTally[]) =>
  new Map(
    tallies.map(({ profile, parts }) => {
      const account = new Account()
      for (const part of parts.values()) account.addAll(part.account)
      return [profile, account] as const
    }),
  )
