import { addDays, type Day } from '../time/local-time'
import { firstDayOfWeek } from '../time/week'

/** The last day of the last week that is over; `today` is the person's day. */
export const lastDayOver = (today: Day, weekStart: number): Day =>
  addDays(firstDayOfWeek(today, weekStart), -1)
