/** Taking back what an import did to a day, and nothing else. */
import { isSame, partsBeside } from './day-merge'
import type { Day } from './local-time'
import { type SealedDay, unseal } from './sealed-day'
import { seal } from './sealing'
import type { Span } from './span'

/** A day of a device before an import and after it; null where nothing was. */
export interface DayChange {
  day: Day
  device: string
  before: SealedDay | null
  after: SealedDay | null
}

const spansOf = (day: SealedDay | null): Span[] => (day ? unseal(day) : [])

const isEqual = (a: SealedDay | null, b: SealedDay | null): boolean =>
  a === null || b === null ? a === b : isSame(a, b)

const keyOf = ({ start, end, surface }: Span): string => `${start} ${end} ${surface}`

/** The spans of one day that the other one has not. */
function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  const keys = new Set(others.map(keyOf))
  return spans.filter((span) => !keys.has(keyOf(span)))
}

/**
 * The day as it would be without the import. What the import brought goes, whatever was made of it since; what it
 * took away comes back, where nothing lies there now; what was recorded, entered or corrected since stays.
 */
export function undoDay({ before, after }: DayChange, now: SealedDay | null): SealedDay | null {
  if (isEqual(now, after)) return before
  const [was, became] = [spansOf(before), spansOf(after)]
  const brought = without(became, was)
  const imported = new Set(became.map(({ id }) => id))
  const stays = spansOf(now).flatMap((span) =>
    span.origin === 'entered' && !imported.has(span.id) ? [span] : partsBeside(span, brought),
  )
  const back = without(was, became).flatMap((span) => partsBeside(span, stays))
  return stays.length + back.length > 0 ? seal([...stays, ...back]) : null
}
