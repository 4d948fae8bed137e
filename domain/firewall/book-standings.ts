/** How the rules of a book stand: what each has used, and whether it is open. */
import type { Use } from './firewall'
import type { GuardState, OpenBook } from './guard-book'
import { type Standing, standingOf, type Usage } from './limits'
import type { Rule } from './rule'
import type { UsageRow } from './usage-row'
import { useInPeriod } from './use-in-period'
import { rescale } from '../value/valuation'

/** What is used in private windows, of which nothing is written. */
export interface PrivateUse {
  rows: readonly UsageRow[]
  /** Sessions that went on there; they count in place of those in the book. */
  sessions: GuardState['sessions']
}

const NO_PRIVATE_USE: PrivateUse = { rows: [], sessions: {} }

/** What a rule has used in its period. */
export const usedBy = (book: OpenBook, rule: Rule, others: readonly UsageRow[] = []): Use =>
  useInPeriod([...book.usage.values(), ...others], rule, book.terms.ration, book.calendar)

/** A money rule in the currency of now; its numbers stay as they are. */
export function inCurrency(rule: Rule, currency: string | null): Rule {
  const { bound } = rule
  if (bound.type !== 'money' || currency === null || currency === bound.currency) return rule
  const convert = (amount: number) => rescale(amount, bound.currency, currency)
  const allowance =
    bound.allowance.per === 'week'
      ? { ...bound.allowance, of: convert(bound.allowance.of) }
      : {
          ...bound.allowance,
          of: bound.allowance.of.map((amount) => (amount === null ? null : convert(amount))),
        }
  return { ...rule, bound: { ...bound, currency, allowance } }
}

export const usageOf = (book: OpenBook, rule: Rule, others = NO_PRIVATE_USE): Usage => ({
  used: usedBy(book, rule, others.rows),
  session: others.sessions[rule.id] ?? book.state.sessions[rule.id] ?? null,
  heldUntil: book.state.heldUntil[rule.id] ?? null,
})

/** How a rule stands; `others` is use that is not written. */
export function standing(book: OpenBook, rule: Rule, others = NO_PRIVATE_USE): Standing {
  const now = inCurrency(rule, book.currency)
  return standingOf(now, usageOf(book, rule, others), book.passes, book.at, book.terms)
}

export const standings = (book: OpenBook, others = NO_PRIVATE_USE): Standing[] =>
  book.rules.map(({ rule }) => standing(book, rule, others))
