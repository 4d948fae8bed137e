/**
 * Drift: visits that went on longer than was meant or that were not meant at all, as a share of those about which the
 * person said so, in the popup or at a pause, by surface and by the hour at which the visit began. The popup asks 21
 * questions a week at most, so the eight weeks up to the end of the period count, or all of a longer period. What people
 * regret follows drift, not length (arXiv 2606.08965, 2026, 21 people, 1,445 sessions, B−). So no length is part of it,
 * and more minutes are never said to be worse.
 */
import { dayOfRating, type Rating } from '../record/rating'
import type { SurfaceProfile } from '../surface/surface-book'
import type { ClockRange } from '../time/interval'
import { holds, type Period } from '../time/period'
import { isOver, whenAnswered } from './missing'
import { lastDayOf, type Missing, MOST_WEEKS, type Scope, weeksUpTo } from './finding'

/** Below this, there is no share of all visits. */
export const LEAST_VISITS = 10

/** Below this, a surface or a part of the day has no share of its own. */
export const LEAST_VISITS_OF_ROW = 5

/** The parts of the day by the local clock, in hours. */
export const CLOCK_PARTS: readonly ClockRange[] = [
  { from: 4, to: 12 },
  { from: 12, to: 18 },
  { from: 18, to: 22 },
  { from: 22, to: 4 },
]

/** `drifted` of `visits`; a share only where both are large enough. */
export interface DriftCount {
  drifted: number
  visits: number
}

export interface Drift extends DriftCount {
  /** The person's days that count. */
  period: Period
  /** The surfaces and parts of the day with enough answers: by share, and in order of the clock. */
  surfaces: (DriftCount & { profile: SurfaceProfile })[]
  parts: (DriftCount & { part: ClockRange })[]
}

/** Whether the person said if the visit drifted. */
const saysDrift = ({ drifted }: Rating): boolean => typeof drifted === 'boolean'

/** Of answers that say so, how many drifted. */
export function driftIn(answers: readonly Rating[]): DriftCount {
  const said = answers.filter(saysDrift)
  return { drifted: said.filter(({ drifted }) => drifted).length, visits: said.length }
}

/** 0 to 1. */
export const driftShare = ({ drifted, visits }: DriftCount): number => drifted / visits

export const hasEnough = ({ visits }: DriftCount): boolean => visits >= LEAST_VISITS_OF_ROW

const isWithin = ({ hour }: Rating, { from, to }: ClockRange): boolean =>
  hour !== undefined && (from < to ? hour >= from && hour < to : hour >= from || hour < to)

/** The period, or the eight weeks up to its end if these are longer. */
function countedPeriod(scope: Scope): Period {
  const [first] = weeksUpTo(scope, MOST_WEEKS)
  const last = lastDayOf(scope)
  return {
    unit: 'dates',
    first: first && first.first < scope.period.first ? first.first : scope.period.first,
    last,
  }
}

/** How often visits drifted; missing below ten answers. */
export function driftOf(scope: Scope): Drift | Missing {
  const { profileOf, dayStartHour } = scope.valuing
  const period = countedPeriod(scope)
  const { ratings } = scope
  const said = ratings.filter(
    (rating) => saysDrift(rating) && holds(period, dayOfRating(rating, dayStartHour)),
  )
  if (said.length < LEAST_VISITS) {
    const [have, need] = [said.length, LEAST_VISITS]
    return { lacks: 'drift', have, need, when: isOver(scope) ? { by: 'over' } : whenAnswered(have, need) }
  }
  const surfaces = [...Map.groupBy(said, ({ surface }) => profileOf(surface))]
    .map(([profile, own]) => ({ profile, ...driftIn(own) }))
    .filter(hasEnough)
    .sort(
      (a, b) =>
        driftShare(b) - driftShare(a) ||
        b.visits - a.visits ||
        (a.profile.surface < b.profile.surface ? -1 : 1),
    )
  const parts = CLOCK_PARTS.map((part) => ({
    part,
    ...driftIn(said.filter((rating) => isWithin(rating, part))),
  })).filter(hasEnough)
  return { ...driftIn(said), period, surfaces, parts }
}

/** The part of the day with the highest share, if it is above that of all visits and of every other part. */
export function mostDrifting({
  parts,
  ...all
}: Pick<Drift, 'parts' | 'drifted' | 'visits'>): ClockRange | null {
  const [first, second] = parts.toSorted((a, b) => driftShare(b) - driftShare(a))
  if (!first || driftShare(first) <= driftShare(all)) return null
  return second && driftShare(second) === driftShare(first) ? null : first.part
}
