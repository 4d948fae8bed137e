/** What was taken back of promises, with its price: passes, loosened and deleted rules, pauses, early settlements. */
import { loosens } from '../firewall/loosening'
import { inOrder, type RuleEntry } from '../firewall/rule-history'
import { nameless } from '../firewall/rule-names'
import { inCurrency } from '../firewall/rule-standings'
import type { Rule } from '../firewall/rule'
import { hasLength, type PassPrice, passCount, pricesOf } from '../statement/limits-kept'
import type { Commitment } from '../statement/commitment'
import { type Day, personDay } from '../time/local-time'
import { holds, type Period } from '../time/period'
import type { Scope } from './finding'

export interface IntegrityEvents {
  passes: number
  /** How many of them have a fixed length, and so a price. */
  priced: number
  /** What passes with a fixed length cost, that in the currency of the latest first. */
  passPrices: PassPrice[]
  /** How many of the passes were taken in focus hours. */
  inFocus: number
  loosened: number
  deleted: number
  paused: number
  settledEarly: number
  /** What came of promises that were settled early, below zero for a loss, and only of those with a price. */
  settledPrices: { amountMinor: number; currency: string }[]
}

/** A change of a rule that allowed more, or its end. */
interface Weakening {
  /** The person's day on which it held from, as their days went then. */
  day: Day
  isDeleted: boolean
}

const currencyOf = ({ bound }: Rule): string | null => (bound.type === 'money' ? bound.currency : null)

/**
 * When rules were loosened or deleted, in fact: a loosening that was taken back while it waited is none. A row without a
 * day says only how a rule stood when it became known, not when it changed.
 */
export function weakeningsIn(history: readonly RuleEntry[], dayStartHour: number): Weakening[] {
  const byRule = Map.groupBy(inOrder(history), ({ id }) => id)
  return [...byRule.values()].flatMap((rows) =>
    rows.flatMap((row, index): Weakening[] => {
      const { day, rule } = row
      const before = rows[index - 1]
      if (day === undefined) return []
      if (rule === null) return before?.rule === null ? [] : [{ day, isDeleted: true }]
      if (!before?.rule) return []
      // A site that was forgotten is no site that was taken out.
      const [was, is] =
        before.nameless || row.nameless ? [before.rule, rule].map(nameless) : [before.rule, rule]
      const isLooser = loosens(inCurrency(was as Rule, currencyOf(rule)), is as Rule, dayStartHour)
      return isLooser ? [{ day, isDeleted: false }] : []
    }),
  )
}

function settledSums(settled: readonly Commitment[]): IntegrityEvents['settledPrices'] {
  const sums = new Map<string, number>()
  for (const { settled: result, priceMinor } of settled)
    if (result && priceMinor > 0)
      sums.set(result.currency, (sums.get(result.currency) ?? 0) + result.amountMinor)
  return [...sums].map(([currency, amountMinor]) => ({ amountMinor, currency }))
}

/** What happened on the days of each period. */
export function eventsOf({ firewall, promised, valuing }: Scope): (period: Period) => IntegrityEvents {
  const { offsetAt } = firewall
  const { dayStartHour } = valuing
  const all = weakeningsIn(firewall.history ?? [], dayStartHour)
  const focus = new Set(promised.focus.map(({ id }) => id))
  return (period) => {
    const isWithin = ({ at }: { at: number }): boolean =>
      holds(period, personDay(at, offsetAt(at), dayStartHour))
    const passes = firewall.passes.filter(({ day }) => holds(period, day))
    const weakenings = all.filter(({ day }) => holds(period, day))
    const early = promised.commitments.filter(({ settled }) => settled?.isEarly && isWithin(settled))
    return {
      passes: passCount(passes),
      priced: passCount(passes.filter(hasLength)),
      passPrices: pricesOf(passes),
      inFocus: passCount(passes.filter(({ rule }) => focus.has(rule))),
      loosened: weakenings.filter(({ isDeleted }) => !isDeleted).length,
      deleted: weakenings.filter(({ isDeleted }) => isDeleted).length,
      paused: promised.pausedAt.filter((at) => isWithin({ at })).length,
      settledEarly: early.length,
      settledPrices: settledSums(early),
    }
  }
}
