/** What is typed for next week's promises, and what is wrong with it. */
import type { Kind } from '../surface/kind'
import type { Day } from '../time/local-time'
import { type AmountFlaw, type NumberFlaw, type NumberRange, parseAmount, parseNumber } from '../value/amount'
import { minorDigits } from '../value/minor-units'
import { type CommitmentTerms, type CommitmentType, MOST_COMMITTED_MINUTES } from './commitment'

/** Hours of a week, with two decimals: `1.5`. */
export const COMMITTED_HOURS: NumberRange = { digits: 2, min: 0, max: MOST_COMMITTED_MINUTES / 60 }

export interface PromiseDraft {
  kind: Kind
  type: CommitmentType
  /** As typed; a promise without hours is not made. */
  hours: string
}

/** Minutes from typed hours, in whole minutes, at least one. */
export function readHours(text: string, separator: string): { minutes: number } | { flaw: NumberFlaw } {
  const typed = parseNumber(text, separator, COMMITTED_HOURS)
  if (!typed.ok) return { flaw: typed.flaw }
  const minutes = Math.round((typed.units * 60) / 100)
  return minutes < 1 ? { flaw: 'tooSmall' } : { minutes }
}

export interface ReadPromises {
  terms: CommitmentTerms[]
  /** By the index of the draft. */
  hourFlaws: Map<number, NumberFlaw>
  priceFlaw: AmountFlaw | null
  /** Whether no hours were typed. */
  isEmpty: boolean
}

/**
 * The promises of a week. `price` is typed for an hour, without the signs of its currency; null if amounts are hidden:
 * then the promises have no price.
 */
export function readPromises(
  drafts: readonly PromiseDraft[],
  price: string | null,
  { week, currency, separator }: { week: Day; currency: string; separator: string },
): ReadPromises {
  const amount = price === null ? null : parseAmount(price, minorDigits(currency), separator)
  const hourFlaws = new Map<number, NumberFlaw>()
  const terms: CommitmentTerms[] = []
  const priceMinor = amount?.ok ? amount.minor : 0
  const typed = drafts.flatMap((draft, index) => (draft.hours.trim() === '' ? [] : [{ draft, index }]))
  for (const { draft, index } of typed) {
    const read = readHours(draft.hours, separator)
    if ('flaw' in read) hourFlaws.set(index, read.flaw)
    else terms.push({ week, kind: draft.kind, type: draft.type, minutes: read.minutes, priceMinor, currency })
  }
  return {
    terms,
    hourFlaws,
    priceFlaw: amount && !amount.ok ? amount.flaw : null,
    isEmpty: typed.length === 0,
  }
}
