import { coverage } from '../../domain/firewall/coverage'
import type { FocusRow } from '../../domain/firewall/focus-row'
import { FocusCount, type FocusDone } from '../../domain/firewall/focused-time'
import { addDays, calendarDay } from '../../domain/time/local-time'
import { inTime } from '../base/in-time'
import { closedSpans, openSpan } from '../record/history'
import { allOpinions } from '../said/opinions'

/** What came of a focus hour until now, from the spans up to the last checkpoint. */
export async function focusDoneOf(row: FocusRow): Promise<FocusDone> {
  const [opinions, closed, open] = await inTime(() => {
    // Days in UTC may be those before and after in the zone of a span.
    const [first, last] = [addDays(calendarDay(row.at, 0), -1), addDays(calendarDay(row.until, 0), 1)]
    return Promise.all([allOpinions(), closedSpans(first, last), openSpan()])
  })
  const count = new FocusCount([row], coverage(opinions).covers)
  const spans = open ? [...closed.filter(({ id }) => id !== open.id), open] : closed
  for (const { surface, start, end } of spans) count.add(surface, start, end)
  return count.done[0] as FocusDone
}
