import { addDays, type Day } from './local-time'
import { firstDayOfWeek } from './week'

/** The first day of the last week that is over; `today` is the person's day. */
export const lastWeekOver = (today: Day, weekStart: number): Day =>
  addDays(firstDayOfWeek(today, weekStart), -7)
