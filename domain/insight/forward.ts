/** The card “Next week, sold forward”: what was promised, how it stands, and what next week can end with. */
import type { History } from '../record/history'
import {
  type Commitment,
  committedInterval,
  type CommitmentType,
  isSamePromise,
  sameAgain,
} from '../statement/commitment'
import { type CommitmentProgress, isRunningAt, progressOf } from '../statement/commitment-progress'
import { kindTimes, sumOfDays, type WeekTimes } from '../statement/committed-time'
import { suggestedMinutes } from '../statement/promise-suggestion'
import { type Settled, settledInOrder, settlementOf } from '../statement/settlement'
import type { Kind } from '../surface/kind'
import { addDays, type Day, type OffsetAt, personDay } from '../time/local-time'
import { firstDayOfWeek } from '../time/week'

/** A promise of a week that is not over, how far it is, and what settling it now would bring, minor units. */
export interface RunningPromise {
  commitment: Commitment
  progress: CommitmentProgress
  nowMinor: number
}

export interface Forward {
  /** The first day of the week that can be promised. */
  nextWeek: Day
  /** What is promised of it, and of the weeks after it. */
  made: Commitment[]
  running: RunningPromise[]
  /** The latest first. */
  settled: Settled[]
  /** The time of each kind in the last whole week, ms. */
  lastWeek: ReadonlyMap<Kind, number>
  /** Minutes to promise, from what was kept; null if nothing can be said. */
  suggestedFor: (kind: Kind, type: CommitmentType) => number | null
}

/** How many weeks a suggestion looks back. */
export const WEEKS_BACK = 4

export interface ForwardFacts {
  commitments: readonly Commitment[]
  /** The record of this week and of the `WEEKS_BACK` before it. */
  history: History
  kindOf: (surface: string) => Kind
  /** The first recorded day; null if there is none. */
  recordedSince: Day | null
  /** Epoch ms. */
  at: number
  weekStart: number
  dayStartHour: number
  offsetAt: OffsetAt
}

const NO_TIME: WeekTimes = [0, 0, 0, 0, 0, 0, 0]

export function forwardOf(facts: ForwardFacts): Forward {
  const { commitments, history, kindOf, recordedSince, at, weekStart, dayStartHour, offsetAt } = facts
  const today = personDay(at, offsetAt(at), dayStartHour)
  const thisWeek = firstDayOfWeek(today, weekStart)
  const weeks = Array.from({ length: WEEKS_BACK }, (_, index) => addDays(thisWeek, -7 * (index + 1)))
    .filter((week, index) => index === 0 || (recordedSince !== null && recordedSince <= week))
    .map((week) => kindTimes(history, kindOf, { week, dayStartHour }))
  const isWhole = recordedSince !== null && recordedSince <= addDays(thisWeek, -7)
  const settled = settledInOrder(commitments)
  const running = commitments.flatMap((commitment): RunningPromise[] => {
    const week = committedInterval(commitment, offsetAt)
    if (!isRunningAt(commitment, week, at)) return []
    const times = kindTimes(history, kindOf, commitment).get(commitment.kind) ?? NO_TIME
    const progress = progressOf(commitment, times, personDay(at, offsetAt(at), commitment.dayStartHour))
    return [
      { commitment, progress, nowMinor: settlementOf(commitment, progress.actualMs, week, at).amountMinor },
    ]
  })
  return {
    nextWeek: addDays(thisWeek, 7),
    made: commitments
      .filter((one) => one.settled === null && committedInterval(one, offsetAt).from > at)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    running,
    settled,
    lastWeek: new Map([...(weeks[0] ?? [])].map(([kind, times]) => [kind, sumOfDays(times)])),
    suggestedFor: (kind, type) => {
      const last = settled.find(({ commitment }) => commitment.kind === kind && commitment.type === type)
      const times = isWhole ? weeks.map((week) => sumOfDays(week.get(kind) ?? NO_TIME)) : []
      return suggestedMinutes(type, times, last?.commitment ?? null)
    },
  }
}

/** The promises of the last settled week, each for the four weeks from next week on, but those made already. */
export function againFrom({ settled, nextWeek, made }: Forward): ReturnType<typeof sameAgain> {
  const week = settled[0]?.commitment.week
  return settled
    .filter(({ commitment }) => commitment.week === week)
    .flatMap(({ commitment }) => sameAgain(commitment, nextWeek))
    .filter((terms) => !made.some((one) => isSamePromise(one, terms)))
}
