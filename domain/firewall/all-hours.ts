/** Bounds that are the same at every hour. */
import type { Bound } from './rule'
import { DAY_MINUTES } from '../time/local-time'

const blocked = (ranges: readonly { from: number; to: number }[]): Bound => ({
  type: 'hours',
  are: 'blocked',
  ranges: Array.from({ length: 7 }, () => ranges),
})

/** Closed every hour of the week. */
export const ALWAYS = blocked([{ from: 0, to: DAY_MINUTES }])

/** Closed at no hour: only what comes first counts. */
export const FREE = blocked([])
