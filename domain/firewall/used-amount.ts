/** Amounts of use. They are kept in the currency in which they arose, and read in the one that is asked for. */
import { inUnitsOf } from '../value/minor-units'

export interface UsedAmount {
  /** Fractional minor units of `currency`; null without a rate. */
  amount: number | null
  /** ISO 4217; null without an amount. */
  currency: string | null
}

export const NO_AMOUNT: UsedAmount = { amount: null, currency: null }

/** The same number in another currency (see decision 014). An amount without a currency keeps its number. */
export function amountIn({ amount, currency }: UsedAmount, wanted: string | null): number | null {
  return amount === null || !currency || !wanted ? amount : inUnitsOf(amount, currency, wanted)
}

/** The sum, in the currency of what is added; it never falls below zero. */
export function plusAmount(sum: UsedAmount, added: UsedAmount): UsedAmount {
  const currency = added.currency ?? sum.currency
  const [before, more] = [amountIn(sum, currency), amountIn(added, currency)]
  if (before === null && more === null) return NO_AMOUNT
  return { amount: Math.max(0, (before ?? 0) + (more ?? 0)), currency }
}

/** The larger of two amounts, in its own currency. */
export function largerAmount(one: UsedAmount, other: UsedAmount): UsedAmount {
  const [mine, theirs] = [amountIn(one, one.currency), amountIn(other, one.currency)]
  return theirs === null || (mine !== null && mine >= theirs) ? one : other
}
