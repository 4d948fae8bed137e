/** How well the rules of the firewall were kept in a period, and which passes were taken. */
import type { Pass } from '../firewall/pass'
import type { Rule } from '../firewall/rule'
import { isSameRule } from '../firewall/rule-history'
import type { Day, OffsetAt } from '../time/local-time'
import type { Period } from '../time/period'
import { type FirewallRecord, judgeOf } from './judged-rules'

/** A rule in a period: it applied on `of` days (or weeks), and was kept on `kept` of them. */
export interface KeptRule {
  rule: Rule
  kept: number
  of: number
  /** For hours and cutoffs: attention in their closed time, ms. */
  pastMs: number
}

/** The price of passes together, in minor units of a currency (ISO 4217); null without a rate. */
export interface PassPrice {
  priceMinor: number
  currency: string | null
}

export interface LimitsKept {
  rules: KeptRule[]
  /** Whether some days are judged by the first version of a rule that is known, because nothing older is. */
  isByFirst: boolean
  /** Whether some rule changed in the period, so that its days are judged by different versions of it. */
  hasChanged: boolean
  /** How many passes, how many of them with a fixed length, and the price of those in the currency of the latest. */
  passes: PassPrice & {
    count: number
    priced: number
    /** The prices in other currencies; absent if there are none. */
    others?: PassPrice[]
  }
}

/** A pass for the day has only a price per hour. */
export const hasLength = ({ type }: Pass): boolean => type !== 'day'

/** The price of all passes with a fixed length together, in each of their currencies, that of the latest first. */
export function pricesOf(passes: readonly Pass[]): PassPrice[] {
  const latestFirst = passes.filter(hasLength).toSorted((a, b) => b.at - a.at)
  const currencies = new Set(latestFirst.flatMap(({ currency }) => currency ?? []))
  return [...currencies].map((currency) => ({
    priceMinor: latestFirst
      .filter((pass) => pass.currency === currency)
      .reduce((sum, { priceMinor }) => sum + (priceMinor ?? 0), 0),
    currency,
  }))
}

/**
 * Counts passes. One pass through the walls of several rules has a row for each rule, with the same instant.
 */
export const passCount = (passes: readonly Pass[]): number => new Set(passes.map(({ at }) => at)).size

/** How rules were kept on the days of a period up to the last day that is over, and the passes of the period. */
export function limitsKept(
  period: Period,
  record: FirewallRecord,
  lastOver: Day,
  dayStartHour: number,
  offsetAt: OffsetAt,
): LimitsKept {
  const judged = judgeOf(record, lastOver, dayStartHour, offsetAt)(period)
  const parts = judged.flatMap((one) => one.parts)
  const taken = record.passes.filter(({ day }) => period.first <= day && day <= period.last)
  const [price = { priceMinor: 0, currency: null }, ...others] = pricesOf(taken)
  return {
    rules: judged.map((one) => ({
      rule: one.rule,
      kept: one.parts.filter(({ isKept }) => isKept).length,
      of: one.parts.length,
      pastMs: one.pastMs,
    })),
    isByFirst: parts.some((part) => part.isByFirst),
    hasChanged: judged.some((one) =>
      one.parts.some(({ rule }) => !isSameRule(rule, one.parts.at(-1)?.rule ?? rule)),
    ),
    passes: {
      count: passCount(taken),
      priced: passCount(taken.filter(hasLength)),
      ...price,
      ...(others.length > 0 && { others }),
    },
  }
}
