/** Where the curve of weekly yields lies in its picture: percent of its width, and of its height from the top. */
import type { YieldWeek } from '../../domain/insight/hour-yield'

export interface CurvePoint {
  x: number
  /** What an hour earned, the part of it by the person's own word, and the price. */
  earned: number
  own: number
  price: number
}

export interface Curve {
  /** Neighbouring weeks with a figure. */
  runs: CurvePoint[][]
  last: CurvePoint
}

/** Free room above the highest value. */
const HEADROOM = 0.1

/** The curve from zero to the highest value; null without any. */
export function curveOf(weeks: readonly YieldWeek[]): Curve | null {
  const highest = Math.max(
    1,
    ...weeks.flatMap(({ earning }) => (earning ? [earning.yieldMinor, earning.priceMinor] : [])),
  )
  const yOf = (minor: number) => 100 * (1 - minor / (highest * (1 + HEADROOM)))
  const points = weeks.map(({ earning }, index) =>
    earning === null
      ? null
      : {
          x: (100 * index) / Math.max(1, weeks.length - 1),
          earned: yOf(earning.yieldMinor),
          own: yOf(earning.ownMinor),
          price: yOf(earning.priceMinor),
        },
  )
  const runs: CurvePoint[][] = []
  points.forEach((point, index) => {
    if (!point) return
    if (index > 0 && points[index - 1]) runs.at(-1)?.push(point)
    else runs.push([point])
  })
  const last = points.findLast((point) => point !== null)
  return last ? { runs, last } : null
}

type Corner = readonly [x: number, y: number]

const polygon = (corners: readonly Corner[]): string =>
  `polygon(${corners.map(([x, y]) => `${x}% ${y}%`).join()})`

type Level = 'earned' | 'own' | 'price'

/** The area between two lines of a run, or between a line and zero, as a `clip-path`. */
export const areaOf = (run: readonly CurvePoint[], upper: Level, lower: Level | 'zero'): string =>
  polygon([
    ...run.map((point): Corner => [point.x, point[upper]]),
    ...run.toReversed().map((point): Corner => [point.x, lower === 'zero' ? 100 : point[lower]]),
  ])

interface Gap {
  isLoss: boolean
  area: string
}

/** Where yield and price cross between two weeks; null if they do not. */
function crossingOf(a: CurvePoint, b: CurvePoint): Corner | null {
  const [before, after] = [a.earned - a.price, b.earned - b.price]
  if (before * after >= 0) return null
  const part = before / (before - after)
  return [a.x + part * (b.x - a.x), a.price + part * (b.price - a.price)]
}

/** The areas between yield and price from week to week, each wholly below the price or wholly above it. */
export const gapsOf = (run: readonly CurvePoint[]): Gap[] =>
  run.slice(1).flatMap((b, index): Gap[] => {
    const a = run[index] as CurvePoint
    const crossing = crossingOf(a, b)
    const [before, after] = [a.earned - a.price, b.earned - b.price]
    if (before === 0 && after === 0) return []
    const sideAt = (point: CurvePoint): Corner[] => [
      [point.x, point.price],
      [point.x, point.earned],
    ]
    if (crossing === null)
      return [{ isLoss: before + after > 0, area: polygon([...sideAt(a), ...sideAt(b).toReversed()]) }]
    return [
      { isLoss: before > 0, area: polygon([...sideAt(a), crossing]) },
      { isLoss: after > 0, area: polygon([...sideAt(b), crossing]) },
    ]
  })

/** A line through the runs, as the path of an SVG. */
export const lineOf = (runs: readonly CurvePoint[][], level: Level): string =>
  runs
    .map((run) => run.map((point, at) => `${at > 0 ? 'L' : 'M'}${point.x} ${point[level]}`).join(''))
    .join('')

/** Moves two labels apart, so that they do not cover each other; both stay inside the picture. */
export function apart(one: number, other: number, least: number): [one: number, other: number] {
  if (Math.abs(one - other) >= least) return [one, other]
  const middle = Math.min(100 - least / 2, Math.max(least / 2, (one + other) / 2))
  const half = one <= other ? -least / 2 : least / 2
  return [middle + half, middle - half]
}
