/** A period in equal steps, each by kind, for a chart and the table beside it. */
import { addDays, type Day, dayNumber } from '../time/local-time'
import { type Kind, KINDS } from '../surface/kind'
import { daysIn, type Period, periodOf } from '../time/period'
import { type Exact, exactOf, type Line, linesOf, type Money, sumOf } from './statement'
import type { PartOf, SurfaceTally } from './tally'
import { shownTimes } from '../value/whole-minutes'

/** The length of a step. */
export const GRAINS = ['day', 'week', 'month'] as const
export type Grain = (typeof GRAINS)[number]

/** More bars than this cannot be told apart; longer periods have months. */
const MOST_STEPS = 400

/**
 * The step lengths that suit a period: no week or month for a period that is hardly longer, and not too many
 * steps.
 */
export function grainsOf(period: Period): Grain[] {
  const days = daysIn(period)
  return GRAINS.filter((grain) => {
    if (grain === 'month') return days > 31
    return grain === 'week' ? days > 7 && days <= 7 * MOST_STEPS : days <= MOST_STEPS
  })
}

/** The step length of a period unless the person chooses another. */
export function usualGrain(period: Period): Grain {
  const days = daysIn(period)
  // A year is a calendar of its days.
  if (days <= 45 || (days > 200 && days <= MOST_STEPS)) return 'day'
  return days <= 200 ? 'week' : 'month'
}

/** A period cut into steps; the first and the last may be shorter than the others. */
export function stepsOf(period: Period, grain: Grain, weekStart: number): Period[] {
  const steps: Period[] = []
  for (let first = period.first; first <= period.last;) {
    const whole = periodOf(grain, first, weekStart)
    const last = whole.last < period.last ? whole.last : period.last
    const isWhole = whole.first === first && whole.last === last
    steps.push({ unit: isWhole ? grain : 'dates', first, last })
    first = addDays(last, 1)
  }
  return steps
}

/** Chooses the step to which a stretch belongs. */
export function partOfSteps(steps: readonly Period[]): PartOf {
  const starts = Int32Array.from(steps, ({ first }) => dayNumber(first))
  let step = 0
  return (day) => {
    // Stretches come in order of time, so the step is the last one or a later one.
    if (day < (starts[step] as number)) step = 0
    while (step + 1 < starts.length && day >= (starts[step + 1] as number)) step += 1
    return step
  }
}

/** Figures as shown. */
export interface TrendCell {
  timeMs: number
  /** The time, rounded as it is shown. */
  shownMs: number
  money: Money | null
}

export interface TrendStep {
  period: Period
  total: TrendCell
  /** In the order of the trend's kinds. */
  kinds: TrendCell[]
}

export interface Trend {
  kinds: Kind[]
  steps: TrendStep[]
  /** The total of each kind over all steps. */
  kindTotals: TrendCell[]
  total: TrendCell
}

/** The total of several cells: the sum of their figures as shown. */
export function addCells(cells: readonly TrendCell[]): TrendCell {
  const sum: TrendCell = { timeMs: 0, shownMs: 0, money: null }
  for (const { timeMs, shownMs, money } of cells) {
    sum.timeMs += timeMs
    sum.shownMs += shownMs
    if (!money) continue
    const { costMinor, returnMinor, netMinor } = sum.money ?? { costMinor: 0, returnMinor: 0, netMinor: 0 }
    sum.money = {
      costMinor: costMinor + money.costMinor,
      returnMinor: returnMinor + money.returnMinor,
      netMinor: netMinor + money.netMinor,
    }
  }
  return sum
}

/** The exact figures of some surfaces in a step. */
function exactStep(tallies: readonly SurfaceTally[], step: number): Exact {
  return sumOf(
    tallies.flatMap(({ profile, parts }) => {
      const part = parts.get(step)
      return part ? [exactOf(part.account, profile)] : []
    }),
  )
}

/**
 * The trend of a period by step and kind. All figures are rounded together, so that rows and columns add up,
 * and all of them to the statement of the period. The parts of the tallies must be the steps.
 */
export function trendOf(tallies: readonly SurfaceTally[], steps: readonly Period[]): Trend {
  const byKind = Map.groupBy(tallies, ({ profile }) => profile.kind)
  const kinds = KINDS.filter((kind) => byKind.has(kind))
  const exact = steps.flatMap((_, step) => kinds.map((kind) => exactStep(byKind.get(kind) ?? [], step)))
  const lines: Line[] = linesOf(exact)
  const shown = shownTimes(exact.map(({ timeMs }) => timeMs))
  const cells = lines.map(({ timeMs, money }, at) => ({ timeMs, money, shownMs: shown[at] as number }))
  const shownSteps = steps.map((period, step) => {
    const own = cells.slice(step * kinds.length, (step + 1) * kinds.length)
    return { period, kinds: own, total: addCells(own) }
  })
  return {
    kinds,
    steps: shownSteps,
    kindTotals: kinds.map((_, kind) => addCells(shownSteps.map((step) => step.kinds[kind] as TrendCell))),
    total: addCells(shownSteps.map(({ total }) => total)),
  }
}

/**
 * The steps that can be compared with each other: those of full length that are over, from the first one with
 * recorded time on, and not the one in which the record begins.
 */
export function comparableSteps({ steps }: Trend, today: Day, recordedSince: Day | null): TrendStep[] {
  const begun = steps.findIndex(({ total }) => total.timeMs > 0)
  if (begun < 0 || recordedSince === null) return []
  return steps
    .slice(begun)
    .filter(({ period: { unit, first, last } }) => unit !== 'dates' && last < today && first > recordedSince)
}

/**
 * Of comparable steps in which something was recorded, the ones with the highest and the lowest value, the earlier
 * one of two; null if there are not two to compare.
 */
export function extremesOf(
  comparable: readonly TrendStep[],
  valueOf: (cell: TrendCell) => number,
): { highest: TrendStep; lowest: TrendStep } | null {
  const ascending = comparable
    .filter(({ total }) => total.timeMs > 0)
    .toSorted((a, b) => valueOf(a.total) - valueOf(b.total))
  const [lowest] = ascending
  if (!lowest || ascending.length < 2) return null
  const most = valueOf((ascending.at(-1) as TrendStep).total)
  return { lowest, highest: ascending.find(({ total }) => valueOf(total) === most) as TrendStep }
}
