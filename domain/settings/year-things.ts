/** What the person compares a year of their time or money with: books, hours of sport, anything they name. */

/** Things that have a name in every language. */
export const KNOWN_THINGS = ['books', 'sport', 'h100'] as const
export type KnownThing = (typeof KNOWN_THINGS)[number]

export interface YearThing {
  /** Null if the person named it. */
  known: KnownThing | null
  /** The person's own name for it; empty for a known one. */
  name: string
  /** Minutes that one takes; null for a thing of money. */
  minutes: number | null
  /** What one costs, in minor units; null for a thing of time, and until the person has typed it. */
  price: { amountMinor: number; currency: string } | null
}

/** More than these make no short table. */
export const MOST_THINGS = 12
export const LONGEST_NAME = 40

/** A thing of time takes between six minutes and 10,000 hours. */
const LEAST_MINUTES = 6
const MOST_MINUTES = 600_000

/** Until the person changes the list. How long a book takes is a round guess, and the H100 waits for a price. */
export const USUAL_THINGS: readonly YearThing[] = [
  { known: 'books', name: '', minutes: 360, price: null },
  { known: 'sport', name: '', minutes: 60, price: null },
  { known: 'h100', name: '', minutes: null, price: null },
]

const isIntegerBetween = (value: unknown, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most

function isPrice(value: unknown): boolean {
  const { amountMinor, currency } = (value ?? {}) as Record<string, unknown>
  const isCode = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)
  return isCode && isIntegerBetween(amountMinor, 1, Number.MAX_SAFE_INTEGER)
}

function isThing(value: unknown): boolean {
  const { known, name, minutes, price } = (value ?? {}) as Record<string, unknown>
  if (typeof name !== 'string' || name.length > LONGEST_NAME) return false
  const isNamed = known === null ? name.trim() !== '' : name === '' && KNOWN_THINGS.includes(known as never)
  const isOfTime = price === null && isIntegerBetween(minutes, LEAST_MINUTES, MOST_MINUTES)
  const isOfMoney = minutes === null && (price === null || isPrice(price))
  return isNamed && (isOfTime || isOfMoney)
}

/** Whether a stored value is such a list; it may be empty. */
export const areYearThings = (value: unknown): value is readonly YearThing[] =>
  Array.isArray(value) && value.length <= MOST_THINGS && value.every(isThing)
