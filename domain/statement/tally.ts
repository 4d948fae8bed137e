/** What a history holds of each surface, in as many parts as asked for. */
import type { LocalInterval } from '../time/interval'
import { type History, eachStretch } from '../record/history'
import type { SurfaceProfile } from '../surface/surface-book'
import { Account, type PriceAt } from '../value/valuation'
import { isWithinVisit, VISIT_GAP_MS } from '../record/visit'

/** Time by hour price, and visits that began. */
export interface Tally {
  account: Account
  opens: number
}

export interface SurfaceTally {
  profile: SurfaceProfile
  /** By the part that `partOf` answered, in order of time. */
  parts: Map<number, Tally>
}

/** What turns stretches into figures. */
export interface Valuing {
  profileOf: (surface: string) => SurfaceProfile
  priceAt: PriceAt
  dayStartHour: number
}

/** The part of a statement to which a stretch belongs; `day` counts the person's days since 1970-01-01. */
export type PartOf = (day: number, localMs: number) => number

const WHOLE: PartOf = () => 0

/** How far a surface has been followed. */
interface Followed extends SurfaceTally {
  /** Epoch ms by device. */
  lastEnds: Map<string, number>
  part: number
  tally: Tally | null
}

/**
 * Adds up a history surface by surface. A visit that began before the extent is no open of it; one that goes on
 * from one part to the next is an open of the first. Stretches are cut where a person's day ends, and, for parts that
 * are shorter, at every multiple of `cutMs` of local time.
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
    let state = followed.get(profile)
    if (!state) {
      state = { profile, parts: new Map(), lastEnds: new Map(), part: 0, tally: null }
      followed.set(profile, state)
    }
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
  return [...followed.values()]
    .filter(({ parts }) => parts.size > 0)
    .map(({ profile, parts }) => ({ profile, parts }))
}

/** The tallies as one account each. */
export const accountsOf = (tallies: readonly SurfaceTally[]) =>
  new Map(
    tallies.map(({ profile, parts }) => {
      const account = new Account()
      for (const part of parts.values()) account.addAll(part.account)
      return [profile, account] as const
    }),
  )
