/**
 * A commitment: a promise about the coming week, at a price that the person set for each hour off it. It can be changed
 * until its week begins, and is settled once.
 */
import type { Kind } from '../surface/kind'
import type { Interval, LocalInterval } from '../time/interval'
import { addDays, type Day, dayNumber, MINUTE_MS, type OffsetAt, startOfDay } from '../time/local-time'
import { extentOf, type Period } from '../time/period'

/** At most or at least so much time. */
export const COMMITMENT_TYPES = ['most', 'least'] as const
export type CommitmentType = (typeof COMMITMENT_TYPES)[number]

/** What the person is told once in a week about a goal. */
export const GOAL_NOTICES = ['reached', 'atRisk'] as const
export type GoalNotice = (typeof GOAL_NOTICES)[number]

/** How a commitment ended: facts of that moment, which nothing revalues. Times in ms, amounts in minor units. */
export interface Settlement {
  /** Epoch ms. */
  at: number
  /** Whether the person settled it before its week was over. */
  isEarly: boolean
  actualMs: number
  /** How much of the week was over, and how long it was: 167 to 169 h where clocks change. */
  elapsedMs: number
  lengthMs: number
  /** Above zero for a gain. */
  amountMinor: number
  currency: string
  /** The version of the formula (see settlement.ts). */
  formula: number
}

/** What the person promises. */
export interface CommitmentTerms {
  /** The first day of the person's week. */
  week: Day
  kind: Kind
  type: CommitmentType
  minutes: number
  /** For each hour off, in minor units of `currency`; 0 if the promise has no price. */
  priceMinor: number
  currency: string
}

/** A row of the store `commitments`. */
export interface Commitment extends CommitmentTerms {
  /** See `commitmentId`: one promise of a type for each kind and week. */
  id: string
  /** Epoch ms. */
  madeAt: number
  /** The hour at which its days begin, as it was set when the promise was made. */
  dayStartHour: number
  /** Time that counted and was deleted or replaced since, ms: deleting days changes no result. */
  deletedMs: number
  /** The notices that the person had. */
  told: readonly GoalNotice[]
  settled: Settlement | null
}

/** A week has so many minutes. No promise is about more. */
export const MOST_COMMITTED_MINUTES = 7 * 24 * 60

export const commitmentId = ({ week, kind, type }: Pick<CommitmentTerms, 'week' | 'kind' | 'type'>): string =>
  `${week}-${kind}-${type}`

/** The committed time, ms. */
export const committedMs = ({ minutes }: Pick<CommitmentTerms, 'minutes'>): number => minutes * MINUTE_MS

export const committedWeek = ({ week }: Pick<CommitmentTerms, 'week'>): Period => ({
  unit: 'week',
  first: week,
  last: addDays(week, 6),
})

type Placed = Pick<Commitment, 'week' | 'dayStartHour'>

/** When the week begins and ends, epoch ms. */
export const committedInterval = ({ week, dayStartHour }: Placed, offsetAt: OffsetAt): Interval => ({
  from: startOfDay(week, dayStartHour, offsetAt),
  until: startOfDay(addDays(week, 7), dayStartHour, offsetAt),
})

/** The week in local time, by which spans count. */
export const committedExtent = (commitment: Placed): LocalInterval =>
  extentOf(committedWeek(commitment), commitment.dayStartHour)

/** Whether two promises are about the same kind and type, and their weeks overlap. */
export const isSamePromise = (a: CommitmentTerms, b: CommitmentTerms): boolean =>
  a.kind === b.kind && a.type === b.type && Math.abs(dayNumber(a.week) - dayNumber(b.week)) < 7

/** The same promise for each of the four weeks from `first` on. */
export const sameAgain = (terms: CommitmentTerms, first: Day): CommitmentTerms[] => {
  const { kind, type, minutes, priceMinor, currency } = terms
  return [0, 1, 2, 3].map((weeks) => ({
    week: addDays(first, 7 * weeks),
    kind,
    type,
    minutes,
    priceMinor,
    currency,
  }))
}

/** A new row. */
export const newCommitment = (terms: CommitmentTerms, madeAt: number, dayStartHour: number): Commitment => ({
  id: commitmentId(terms),
  ...terms,
  madeAt,
  dayStartHour,
  deletedMs: 0,
  told: [],
  settled: null,
})
