/** How much time of a kind a week has: spans, measured, entered and imported, and the day totals that count beside them. */
import { totalsWithin } from '../record/day-total'
import { eachStretch, type History } from '../record/history'
import type { Kind } from '../surface/kind'
import { type Day, dayNumber } from '../time/local-time'
import { type Commitment, committedExtent } from './commitment'
import type { StatedPromise } from './issued-statement'

/** Ms on each of the seven days of a week. */
export type WeekTimes = readonly number[]

export const sumOfDays = (times: WeekTimes): number => times.reduce((sum, ms) => sum + ms, 0)

/** The promises of a week, in a fixed order, with the time that counts for each: as settled, or as recorded so far. */
export const promisesOfWeek = (
  commitments: readonly Commitment[],
  week: Day,
  history: History,
  kindOf: (surface: string) => Kind,
): StatedPromise[] =>
  commitments
    .filter((commitment) => commitment.week === week)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((commitment) => {
      const recorded = kindTimes(history, kindOf, commitment).get(commitment.kind) ?? []
      const actualMs = commitment.settled?.actualMs ?? sumOfDays(recorded) + commitment.deletedMs
      return { commitment, actualMs }
    })

/** The time of each kind on the days of a commitment's week, like the statement counts it. Kinds without any are absent. */
export function kindTimes(
  history: History,
  kindOf: (surface: string) => Kind,
  commitment: Pick<Commitment, 'week' | 'dayStartHour'>,
): Map<Kind, WeekTimes> {
  const { dayStartHour, week } = commitment
  const extent = committedExtent(commitment)
  const first = dayNumber(week)
  const times = new Map<Kind, number[]>()
  const add = (surface: string, day: number, ms: number) => {
    const kind = kindOf(surface)
    const ofKind = times.get(kind) ?? [0, 0, 0, 0, 0, 0, 0]
    ofKind[day - first] = (ofKind[day - first] ?? 0) + ms
    times.set(kind, ofKind)
  }
  eachStretch(history, extent, dayStartHour, (surface, day, from, until) => add(surface, day, until - from))
  for (const { surface, day, ms } of totalsWithin(history.totals ?? [], extent, dayStartHour))
    add(surface, dayNumber(day), ms)
  return times
}
