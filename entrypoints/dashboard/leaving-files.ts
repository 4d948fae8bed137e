/** Files that the import of another tool reads. */
import type { Days } from '../../components/data/days-fields'
import { fullName } from '../../components/figure/full-name'
import type { Bulk } from '../../domain/file/bulk'
import {
  ACTIVITYWATCH_FOOT,
  ACTIVITYWATCH_HEAD,
  activityWatchEvents,
} from '../../domain/file/leave-activitywatch'
import {
  calendarDaysOf,
  TIME_TRACKER_FOOT,
  timeTrackerHead,
  timeTrackerRows,
} from '../../domain/file/leave-time-tracker'
import { surfaceBook } from '../../domain/surface/surface-book'
import { surfaceRules } from '../../domain/surface/surface-rules'
import { localOffset } from '../../platform/local-offset'
import { exportDayRows, exportLists } from '../../storage/bulk/export'
import { allOpinions } from '../../storage/said/opinions'

type PersonDays = Days & { dayStartHour: number }

/** Calendar days, because those of Time Tracker go from midnight to midnight. */
export function fileForTimeTracker({ dayStartHour, ...days }: PersonDays, bulk: Bulk): Promise<Blob> {
  const at = Date.now()
  return exportDayRows({
    range: calendarDaysOf(days, { at, offset: localOffset(at), dayStartHour }),
    head: timeTrackerHead(at),
    rowsOf: timeTrackerRows,
    foot: TIME_TRACKER_FOOT,
    ...bulk,
  })
}

/** The person's days, because ActivityWatch has instants. */
export async function fileForActivityWatch(range: PersonDays, bulk: Bulk): Promise<Blob> {
  // The public suffix list is only read for this.
  const { leadingAddress } = await import('../../domain/surface/leading-address')
  const opinions = await allOpinions()
  const { splits } = surfaceRules(opinions)
  const profileOf = surfaceBook(opinions)
  const partsOf = activityWatchEvents({
    browser: import.meta.env.FIREFOX ? 'firefox' : 'chrome',
    addressOf: (surface) => leadingAddress(surface, splits),
    titleOf: (surface) => fullName(profileOf(surface)),
  })
  return exportLists({ range, head: ACTIVITYWATCH_HEAD, partsOf, foot: ACTIVITYWATCH_FOOT, ...bulk })
}
