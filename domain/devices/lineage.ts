/**
 * A profile that was restored from a copy, or copied to another computer, has the id of a device that goes on elsewhere.
 * Each item of use names the runs of the browser in which its device wrote, so that a copy shows: its runs are others from
 * some write on. One of the two then takes a new id. What both have used before is counted for the old one alone.
 */
import { addTo, emptyRow, usageKey, type UsageRow } from '../firewall/usage-row'
import { amountIn, NO_AMOUNT } from '../firewall/used-amount'
import { addDays, type Day } from '../time/local-time'

/** What a device wrote last while its browser ran once. */
export interface Sent {
  /** Tells the run from all others: no copy of a profile is ever opened in it. */
  run: string
  seq: number
  rows: readonly UsageRow[]
}

/** The last writes of a device in each of its runs. */
export interface DeviceLine {
  /** The latest; null before the first. */
  sent: Sent | null
  /** Those of the runs before, the latest first. */
  earlier: readonly Sent[]
}

/** Runs, each with the number of its last write, the latest first. */
export type Runs = readonly (readonly [run: string, seq: number])[]

/** How many runs an item names: those of more than a week. */
export const MOST_RUNS = 32
/** For so many of them it is known what they wrote. A copy that starts more often before it hears of the other counts everything twice. */
const MOST_KNOWN = 8

const writesOf = ({ sent, earlier }: DeviceLine): readonly Sent[] => (sent ? [sent, ...earlier] : earlier)

export const runsOf = (line: DeviceLine): Runs => writesOf(line).map(({ run, seq }) => [run, seq])

/** The line after another write. */
export function withSent(line: DeviceLine, sent: Sent): DeviceLine {
  const before = writesOf(line).filter(({ run }) => run !== sent.run)
  const earlier = before.slice(0, MOST_RUNS - 1)
  return {
    sent,
    earlier: earlier.map((one, index) => (index < MOST_KNOWN - 1 ? one : { ...one, rows: [] })),
  }
}

/**
 * What this device and the one that wrote its item in the area have both counted, if it is another one and this one has to
 * take a new id; null if it goes on. The one stays that wrote more in the last run they share; if they parted after the
 * same write, the one whose next run has the smaller name. Who stays writes the item anew, and the other sees it.
 */
export function sharedUse(
  inArea: { runs: Runs } | null,
  run: string,
  line: DeviceLine,
): readonly UsageRow[] | null {
  if (inArea === null) return null
  const writes = writesOf(line)
  const mine = line.sent?.run === run ? runsOf(line) : [[run, 0] as const, ...runsOf(line)]
  const theirs = inArea.runs
  const common = writes.find((write) => theirs.some(([other]) => other === write.run))
  const placeIn = (runs: Runs): number => {
    const place = runs.findIndex(([one]) => one === common?.run)
    return place < 0 ? runs.length : place
  }
  const [here, there] = [placeIn(mine), placeIn(theirs)]
  const ahead = (theirs[there]?.[1] ?? 0) - (common?.seq ?? 0)
  const [next, other] = [mine[here - 1]?.[0], theirs[there - 1]?.[0]]
  const isOthers = ahead === 0 ? next !== undefined && other !== undefined && next > other : ahead > 0
  return isOthers ? (common?.rows ?? []) : null
}

/** Days of use that devices send each other. */
export const DAYS_OF_USE = 8

/** Rows without what another device counts already; only of the last eight days. */
export function withoutCounted(
  rows: readonly UsageRow[],
  counted: readonly UsageRow[],
  today: Day,
): UsageRow[] {
  const known = new Map(counted.map((row) => [usageKey(row), row]))
  return rows
    .filter(({ day }) => day > addDays(today, -DAYS_OF_USE))
    .flatMap(({ carried: _carried, ...row }) => {
      const before = known.get(usageKey(row))
      const rest = before ? minus(row, before) : row
      return isEmpty(rest) ? [] : [rest]
    })
}

const isEmpty = ({ ms, opens, amount, firstMs = 0 }: UsageRow): boolean =>
  ms === 0 && opens === 0 && (amount ?? 0) === 0 && firstMs === 0

function minus(row: UsageRow, counted: UsageRow): UsageRow {
  const amount = amountIn(counted, row.currency)
  const rest = addTo(
    row,
    -counted.ms,
    amount === null ? NO_AMOUNT : { amount: -amount, currency: row.currency },
    -Math.min(counted.opens, row.opens),
  )
  const firstMs = Math.max(0, (row.firstMs ?? 0) - (counted.firstMs ?? 0))
  const { firstMs: _first, ...others } = rest
  return { ...others, ...(firstMs > 0 && { firstMs }) }
}

/** Rows of both, the sum where both have one: what lines of one device have counted before they parted. */
export function plusCounted(one: readonly UsageRow[], other: readonly UsageRow[]): UsageRow[] {
  const sums = new Map(one.map((row) => [usageKey(row), row]))
  for (const { carried: _carried, ...row } of other) {
    const before = sums.get(usageKey(row)) ?? emptyRow(row.rule, row.day)
    const sum = addTo(before, row.ms, row, row.opens)
    const firstMs = (before.firstMs ?? 0) + (row.firstMs ?? 0)
    sums.set(usageKey(row), { ...sum, ...(firstMs > 0 && { firstMs }) })
  }
  return [...sums.values()]
}
