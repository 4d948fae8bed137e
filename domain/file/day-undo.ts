/** Undoes what an import did to a day, and nothing else. */
import { isSameDay } from './day-merge'
import { intervalOf } from '../record/span'
import { partsBeside, spansWithout } from '../record/span-parts'
import type { Day } from '../time/local-time'
import { type SealedDay, spansOf } from '../record/sealed-day'
import { sealIfAny } from '../record/sealing'

/** A day of a device before an import and after it; null if it was empty. */
export interface DayChange {
  day: Day
  device: string
  before: SealedDay | null
  after: SealedDay | null
}

const isEqual = (a: SealedDay | null, b: SealedDay | null): boolean =>
  a === null || b === null ? a === b : isSameDay(a, b)

/**
 * The day as it would be without the import. Spans that the import brought are removed; spans that it removed
 * come back where their time is free; everything recorded or entered since stays. Corrections made since must
 * have been made in `before` and `after`, too.
 */
export function undoDay({ before, after }: DayChange, now: SealedDay | null): SealedDay | null {
  if (isEqual(now, after)) return before
  const [was, became] = [spansOf(before), spansOf(after)]
  const brought = spansWithout(became, was).map(intervalOf)
  const stays = spansOf(now).flatMap((span) => partsBeside(span, brought))
  const taken = stays.map(intervalOf)
  const back = spansWithout(was, became).flatMap((span) => partsBeside(span, taken))
  return sealIfAny([...stays, ...back])
}
