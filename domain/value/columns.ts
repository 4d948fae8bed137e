/** Rounds money to whole minor units so that every column adds up and no profit becomes a loss or the reverse. */
import { PARTS_OF_A_MINOR_UNIT, toMinor } from './valuation'

/** Amounts in `PARTS_OF_A_MINOR_UNIT`, exact. */
export interface ExactMoney {
  cost: bigint
  returned: bigint
}

/** Whole minor units. */
export interface RoundedMoney {
  costMinor: number
  returnMinor: number
}

const wholeUnits = (parts: bigint, unit: bigint): number => Number(parts / unit)

const floor = (parts: bigint): number => wholeUnits(parts, PARTS_OF_A_MINOR_UNIT)

const exactSum = (column: readonly bigint[]): bigint => column.reduce((sum, parts) => sum + parts, 0n)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * Rounds each row of a column down or up to a whole unit (`unit` parts), so that the rows add up to `total` units.
 * Rows with the lowest `rank` are rounded up first; within a rank, those with the largest remainder (Hamilton's
 * method; the earlier row wins a tie).
 */
export function roundToUnits(
  column: readonly bigint[],
  unit: bigint,
  total: number,
  rank: (row: number) => number = () => 0,
): number[] {
  const rounded = column.map((parts) => wholeUnits(parts, unit))
  const inOrder = column
    .map((parts, row) => ({ row, remainder: parts % unit, rank: rank(row) }))
    .filter(({ remainder }) => remainder > 0n)
    .sort((a, b) => a.rank - b.rank || Number(b.remainder - a.remainder) || a.row - b.row)
  for (const { row } of inOrder.slice(0, total - sum(rounded))) rounded[row] = (rounded[row] ?? 0) + 1
  return rounded
}

/** Rounds exact amounts to minor units that add up to `total`; rows of the lowest `rank` are rounded up first. */
export const roundColumn = (
  column: readonly bigint[],
  total = toMinor(exactSum(column)),
  rank?: (row: number) => number,
): number[] => roundToUnits(column, PARTS_OF_A_MINOR_UNIT, total, rank)

/** Negative at a loss, positive at a profit. */
const sign = ({ cost, returned }: ExactMoney): number => (returned < cost ? -1 : returned > cost ? 1 : 0)

/** Whether cost and return lie between the same whole units, so that rounding could reverse their order. */
const isClose = ({ cost, returned }: ExactMoney): boolean => floor(cost) === floor(returned)

/**
 * The rank of a line's cost where a net would change its sign. A close loss needs its cost rounded up if its return may
 * be, so it comes first; a whole return stays as it is. A close profit comes last.
 */
function costRank(line: ExactMoney): number {
  if (!isClose(line)) return 0
  if (sign(line) > 0) return 1
  return line.returned % PARTS_OF_A_MINOR_UNIT > 0n ? -1 : 0
}

/** Rounds lines that do not break even: first costs, then returns so that no net changes its sign. */
function roundUneven(
  lines: readonly ExactMoney[],
  totals: RoundedMoney,
  lossesFirst: boolean,
): RoundedMoney[] {
  const costs = roundColumn(
    lines.map(({ cost }) => cost),
    totals.costMinor,
    (row) => (lossesFirst ? costRank(lines[row]!) : 0),
  )
  const returns = roundColumn(
    lines.map(({ returned }) => returned),
    totals.returnMinor,
    (row) => {
      const wentUp = costs[row]! > floor(lines[row]!.cost)
      if (!isClose(lines[row]!)) return 0
      return sign(lines[row]!) < 0 ? (wentUp ? 0 : 1) : wentUp ? -1 : 0
    },
  )
  return lines.map((_, row) => ({ costMinor: costs[row]!, returnMinor: returns[row]! }))
}

const isNotReversed = (exact: ExactMoney, { costMinor, returnMinor }: RoundedMoney): boolean =>
  sign(exact) * (returnMinor - costMinor) >= 0

/**
 * Rounds lines so that costs and returns add up to their rounded totals. A line that breaks even exactly stays
 * even, and no net changes its sign. If rounding by the largest remainder would change one, costs are rounded up in
 * the order of `costRank`, which always works.
 */
export function roundLines(lines: readonly ExactMoney[]): RoundedMoney[] {
  const evenRows = lines.flatMap((line, row) => (sign(line) === 0 ? [row] : []))
  const otherRows = lines.flatMap((line, row) => (sign(line) === 0 ? [] : [row]))
  const evens = roundColumn(evenRows.map((row) => lines[row]!.cost))
  const others = otherRows.map((row) => lines[row]!)
  const totals = {
    costMinor: toMinor(exactSum(lines.map(({ cost }) => cost))) - sum(evens),
    returnMinor: toMinor(exactSum(lines.map(({ returned }) => returned))) - sum(evens),
  }
  const plain = roundUneven(others, totals, false)
  const noneReversed = plain.every((rounded, row) => isNotReversed(others[row]!, rounded))
  const uneven = noneReversed ? plain : roundUneven(others, totals, true)

  const result: RoundedMoney[] = []
  evenRows.forEach((row, index) => (result[row] = { costMinor: evens[index]!, returnMinor: evens[index]! }))
  otherRows.forEach((row, index) => (result[row] = uneven[index]!))
  return result
}
