/** Taking back what an import did to a day, and nothing else. */
import { isSameDay } from './day-merge'
import { partsBeside, spansWithout } from '../record/span-parts'
import type { Day } from '../time/local-time'
import { type SealedDay, spansOf } from '../record/sealed-day'
import { sealIfAny } from '../record/sealing'

/** A day of a device before an import and after it; null where nothing was. */
export interface DayChange {
  day: Day
  device: string
  before: SealedDay | null
  after: SealedDay | null
}

const isEqual = (a: SealedDay | null, b: SealedDay | null): boolean =>
  a === null || b === null ? a === b : isSameDay(a, b)

/**
 * The day as it would be without the import. Of what is there now, what the import brought goes, and what it took away
 * comes back where nothing lies now; what was recorded or entered since stays. What a person corrects meanwhile must
 * have been corrected in `before` and `after`, too.
 */
export function undoDay({ before, after }: DayChange, now: SealedDay | null): SealedDay | null {
  if (isEqual(now, after)) return before
  const [was, became] = [spansOf(before), spansOf(after)]
  const brought = spansWithout(became, was)
  const stays = spansOf(now).flatMap((span) => partsBeside(span, brought))
  const back = spansWithout(was, became).flatMap((span) => partsBeside(span, stays))
  return sealIfAny([...stays, ...back])
}
