/**
 * Whether the browser ever says that the person is away. On some desktops it always answers “active”, and time away
 * then counts. A week's use without a single absence says so: nobody sits through five long days without two minutes
 * of rest.
 */
import { addDays, type Day, HOUR_MS } from '../time/local-time'

export interface AbsenceWatch {
  /** The last calendar day with an absence; at first, the day on which watching began. */
  since: Day
  /** `due`: the person is to be told. `done`: they were, and never are again. */
  state: 'watching' | 'due' | 'done'
}

/** How much time on the computer makes a day long, and how many long days are enough. */
const LONG_DAY_MS = 3 * HOUR_MS
const LONG_DAYS = 5

/** What lies further back counts no more, so that little has to be read. */
const DAYS_BACK = 30

/** After the browser reported an absence on a day. */
export const afterAbsence = (known: AbsenceWatch | null, today: Day): AbsenceWatch =>
  known?.state === 'done' || (known?.since === today && known.state === 'watching')
    ? known
    : { since: today, state: 'watching' }

/** The calendar days whose time has to be known at the start of a day; null if too few have passed. */
export function daysToRead(known: AbsenceWatch | null, today: Day): { first: Day; last: Day } | null {
  if (known?.state !== 'watching') return null
  const first = [addDays(known.since, 1), addDays(today, -DAYS_BACK)].toSorted()[1] as Day
  return addDays(first, LONG_DAYS) > today ? null : { first, last: addDays(today, -1) }
}

/** At the start of a day; `timeOf` has the recorded time of the days to read, in ms. */
export function afterDays(
  known: AbsenceWatch | null,
  today: Day,
  timeOf: ReadonlyMap<Day, number>,
): AbsenceWatch {
  if (known === null) return { since: today, state: 'watching' }
  const long = [...timeOf.values()].filter((ms) => ms >= LONG_DAY_MS).length
  return known.state === 'watching' && long >= LONG_DAYS ? { ...known, state: 'due' } : known
}
