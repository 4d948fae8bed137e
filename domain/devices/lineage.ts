/**
 * A profile that was restored from a copy, or copied to another computer, has the id of a device that goes on elsewhere.
 * It shows in the area: there is an item of its own that it did not write. It then takes a new id. What both have used
 * before is counted for the old one alone.
 */
import { addTo, emptyRow, usageKey, type UsageRow } from '../firewall/usage-row'
import { amountIn, NO_AMOUNT } from '../firewall/used-amount'
import { addDays, type Day } from '../time/local-time'
import type { UsePart } from './item'

/** What a device remembers of what it wrote. */
export interface Sent {
  seq: number
  /** When, epoch ms. */
  at: number
  rows: readonly UsageRow[]
}

/** Whether an item in the area is one that this device did not write: of a later number, or of another time. */
export const isOfAnother = (inArea: UsePart | null, sent: Sent | null): boolean =>
  inArea !== null &&
  (sent === null || inArea.seq > sent.seq || (inArea.seq === sent.seq && inArea.at !== sent.at))

/** Days of use that devices send each other. */
export const DAYS_OF_USE = 8

/** Rows without what another device counts already; rows of days before `today − 8` are left out. */
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
