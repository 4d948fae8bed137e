/** What insights need of promises beside rules. */
import type { FocusRow } from '../../domain/firewall/focus-row'
import type { Promised } from '../../domain/insight/finding'
import { DAY_MS, type Day } from '../../domain/time/local-time'
import type { Watchable } from '../../domain/watchable'
import { db } from '../base/db'
import { live } from '../base/live-query'

/** All promises about weeks, and the focus hours and pauses that may be of the person's days from `first` to `last`. */
export const livePromised = (first: Day, last: Day): Watchable<Promised> =>
  live([db.commitments, db.log], async () => {
    const [commitments, log] = await Promise.all([
      db.commitments.toArray(),
      // The person's day may begin before or end after the calendar day of the same name.
      db.log
        .where('at')
        .between(Date.parse(first) - DAY_MS, Date.parse(last) + 3 * DAY_MS)
        .toArray(),
    ])
    const focus = log.filter((entry): entry is FocusRow => entry.type === 'focus')
    const pausedAt = log.filter(({ type }) => type === 'pause').map(({ at }) => at)
    return { commitments, focus, pausedAt }
  })
