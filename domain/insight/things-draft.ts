/** The list of things while the person types it. */
import { type KnownThing, MOST_THINGS, type YearThing } from '../settings/year-things'
import { type AmountFlaw, type NumberFlaw, parseAmount, parseNumber, withoutSigns } from '../value/amount'
import { minorDigits } from '../value/minor-units'

export interface ThingDraft {
  /** Until the person types another name. */
  known: KnownThing | null
  name: string
  /** What one takes: hours of time, or money. */
  takes: 'time' | 'money'
  /** Hours or an amount, as typed. */
  amount: string
}

export interface ThingFlaws {
  name?: 'empty'
  hours?: NumberFlaw
  price?: AmountFlaw
}

export const HOURS_OF_A_THING = { digits: 2, min: 0.1, max: 10_000 }

export const EMPTY_THING: ThingDraft = { known: null, name: '', takes: 'time', amount: '' }

export const mayGrow = (drafts: readonly ThingDraft[]): boolean => drafts.length < MOST_THINGS

const isBlank = ({ name, amount }: ThingDraft): boolean => name.trim() === '' && amount.trim() === ''

/** How the person writes numbers: the decimal sign, and all signs of the currency. */
export interface AmountNotation {
  currency: string
  separator: string
  signs: readonly string[]
}

function readThing(
  draft: ThingDraft,
  { currency, separator, signs }: AmountNotation,
): YearThing | ThingFlaws {
  const { known, takes, amount } = draft
  const name = known === null ? draft.name.trim() : ''
  const named: ThingFlaws = known === null && name === '' ? { name: 'empty' } : {}
  if (takes === 'time') {
    const typed = parseNumber(amount, separator, HOURS_OF_A_THING)
    if (!typed.ok) return { ...named, hours: typed.flaw }
    return named.name ? named : { known, name, minutes: Math.round(typed.units * 0.6), price: null }
  }
  // The H100 waits for a price that only the person can say.
  if (known === 'h100' && amount.trim() === '') return { known, name, minutes: null, price: null }
  const typed = parseAmount(withoutSigns(amount, signs), minorDigits(currency), separator)
  if (!typed.ok) return { ...named, price: typed.flaw }
  return named.name ? named : { known, name, minutes: null, price: { amountMinor: typed.minor, currency } }
}

/**
 * Parses what was typed, leaving out blank rows; `things` is null if there is any flaw. The flaws are by row. Amounts
 * of money are in the currency.
 */
export function readThings(
  drafts: readonly ThingDraft[],
  notation: AmountNotation,
): { things: YearThing[] | null; flaws: ReadonlyMap<number, ThingFlaws> } {
  const things: YearThing[] = []
  const flaws = new Map<number, ThingFlaws>()
  drafts.forEach((draft, row) => {
    if (isBlank(draft)) return
    const read = readThing(draft, notation)
    if ('known' in read) things.push(read)
    else flaws.set(row, read)
  })
  return { things: flaws.size > 0 ? null : things, flaws }
}
