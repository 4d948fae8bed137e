/** The use of a rule on a day, kept beside the spans. */
import type { Use } from './use'
import { closedFocusMs, isFocus } from './focus'
import { closedMs, type DayClock, isHours, nightAt } from './hours'
import type { Interval } from '../time/interval'
import type { Day } from '../time/local-time'
import type { Count } from './meter'
import type { Ration } from './ration'
import { amountIn, largerAmount, NO_AMOUNT, plusAmount, type UsedAmount } from './used-amount'
import type { Rule } from './rule'
import type { Span } from '../record/span'
import { type PriceAt } from '../value/hour-price'
import { costMinorOf } from '../value/valuation'

/**
 * A row of the store `usage`. For hours, cutoffs and focus hours it counts only attention in closed time; the opens of a
 * focus hour are the visits that it turned away.
 */
export interface UsageRow extends UsedAmount {
  rule: string
  /** The person's day; for a cutoff the one on which the night began. */
  day: Day
  ms: number
  opens: number
  /** Attention to what has to come first (see comes-first.ts), ms; absent for none. */
  firstMs?: number
  /** What was carried into this day (see carry-over.ts), in the unit of the rule's bound; absent for nothing. */
  carried?: UsedAmount
}

export const usageKey = ({ rule, day }: Pick<UsageRow, 'rule' | 'day'>): string => `${rule} ${day}`

export const byUsageKey = (rows: readonly UsageRow[]): Map<string, UsageRow> =>
  new Map(rows.map((row) => [usageKey(row), row]))

export const emptyRow = (rule: string, day: Day): UsageRow => ({
  rule,
  day,
  ms: 0,
  opens: 0,
  ...NO_AMOUNT,
})

/** Adds use to a row, or subtracts it; time and cost never fall below zero. */
export const addTo = (row: UsageRow, ms: number, cost: UsedAmount, opens = 0): UsageRow => ({
  ...row,
  ms: Math.max(0, row.ms + ms),
  opens: row.opens + opens,
  ...plusAmount(row, cost),
})

/** How much of a stretch counts for a rule, ms. */
function countedMs({ bound }: Rule, start: number, end: number, clock: DayClock): number {
  if (isHours(bound)) return closedMs(bound, start, end, clock)
  return isFocus(bound) ? closedFocusMs(bound, start, end) : end - start
}

/** The time and the cost that a count adds to its rule. */
export function worthOfCount(
  { stretch, sign }: Pick<Count, 'stretch' | 'sign'>,
  rule: Rule,
  { priceAt, currency, ...clock }: DayClock & { priceAt: PriceAt; currency: string | null },
): { ms: number; cost: UsedAmount } {
  const { start, end } = stretch
  const whole = end - start
  const ms = countedMs(rule, start, end, clock)
  const cost = costMinorOf(stretch, priceAt)
  if (cost === null || ms === 0) return { ms: sign * ms, cost: NO_AMOUNT }
  return { ms: sign * ms, cost: { amount: (sign * cost * ms) / whole, currency } }
}

/** The day whose use an interval adds to: for a cutoff, the day on which its night began, else the given day. */
export function dayOfUse({ bound }: Rule, { from, until }: Interval, day: Day, clock: DayClock): Day {
  if (bound.type !== 'cutoff') return day
  const night = [...new Set([from, until - 1])].flatMap((at) => {
    const one = nightAt(bound, at, clock)
    return one?.isRunning ? [one] : []
  })
  return night[0]?.day ?? day
}

/** The parts of a stretch before and after the start of the ration. */
export const cutAt = (stretch: Span, { since }: Ration): { before: Span | null; after: Span | null } => ({
  before: stretch.start < since ? { ...stretch, end: Math.min(stretch.end, since) } : null,
  after: stretch.end > since ? { ...stretch, start: Math.max(stretch.start, since) } : null,
})

/** The sum of the rows of a period, in a currency; null for that of the last amount. */
export function useOf(rows: readonly UsageRow[], currency: string | null): Use {
  const sum = rows.reduce<UsedAmount>(plusAmount, NO_AMOUNT)
  return {
    ms: rows.reduce((ms, row) => ms + row.ms, 0),
    opens: rows.reduce((opens, row) => opens + row.opens, 0),
    amountMinor: amountIn(sum, currency),
    currency: sum.amount === null ? null : (currency ?? sum.currency),
  }
}

const amountOnly = ({ amount, currency }: UsedAmount): UsedAmount => ({ amount, currency })

const firstOf = (row: UsageRow, other: UsageRow): Pick<UsageRow, 'firstMs'> => {
  const firstMs = Math.max(row.firstMs ?? 0, other.firstMs ?? 0)
  return firstMs > 0 ? { firstMs } : {}
}

/** The larger use of two rows: a change or an import never lowers use. */
export const largerUse = (row: UsageRow, other: UsageRow | undefined): UsageRow =>
  other === undefined
    ? row
    : {
        ...row,
        ms: Math.max(row.ms, other.ms),
        opens: Math.max(row.opens, other.opens),
        ...amountOnly(largerAmount(row, other)),
        ...firstOf(row, other),
      }
