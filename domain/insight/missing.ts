/**
 * When a finding will be there. The pace is what there is ÷ the days that it came from, all of them, with and without
 * the browser: days left = (need − have) × days ÷ have, rounded up. An estimate from few days, so it is said as “about”.
 */
import { PARTS_OF_DAY } from '../statement/sampling'
import { addDays, type Day, MINUTE_MS } from '../time/local-time'
import { daysIn } from '../time/period'
import { lastDayOf, type Lack, type Missing, type Scope, type When } from './finding'

/** A trend needs so many weeks with a figure. */
export const LEAST_WEEKS = 2

type Dated = Pick<Scope, 'period' | 'today' | 'recordedSince'>

const laterDay = (a: Day, b: Day): Day => (a > b ? a : b)

const daysFrom = (first: Day, last: Day): number => daysIn({ unit: 'dates', first, last })

export const isOver = ({ period, today }: Pick<Scope, 'period' | 'today'>): boolean => period.last < today

/** Some days that have counted so far, and how many can still be added; none are left to a period that is over. */
interface Run {
  passed: number
  left: number
}

/** The days of the period so far, from the first record on. */
const runInPeriod = ({ period, today, recordedSince }: Dated): Run => ({
  passed: daysFrom(laterDay(period.first, recordedSince ?? today), today),
  left: daysFrom(today, period.last) - 1,
})

/** The days of a run that ends with the period and goes on with later periods. */
const runSince = (first: Day, scope: Dated): Run => ({
  passed: daysFrom(laterDay(first, scope.recordedSince ?? scope.today), lastDayOf(scope)),
  left: Infinity,
})

function atPace(have: number, need: number, { passed, left }: Run): When {
  if (have <= 0 || passed <= 0) return { by: 'enough' }
  const days = Math.max(1, Math.ceil(((need - have) * passed) / have))
  return days > left ? { by: 'longer' } : { by: 'days', days }
}

/** When a sum over the period is large enough. */
export const whenInPeriod = (have: number, need: number, scope: Dated): When =>
  isOver(scope) ? { by: 'over' } : atPace(have, need, runInPeriod(scope))

/** When a sum over the days from `first` up to the end of the period is large enough. */
export const whenSince = (first: Day, have: number, need: number, scope: Dated): When =>
  isOver(scope) ? { by: 'over' } : atPace(have, need, runSince(first, scope))

/** When a day has come, for a later period if this one is over; if it has come, once it has what is needed. */
export const whenDay = (day: Day, scope: Pick<Scope, 'period' | 'today'>): When => {
  if (day > scope.today) return { by: isOver(scope) ? 'later' : 'day', day }
  return isOver(scope) ? { by: 'over' } : { by: 'enough' }
}

/** When so many whole days of a period have gone by since the first record. */
export function whenWholeDays(need: number, scope: Dated): When {
  const { period, today, recordedSince } = scope
  const day = addDays(laterDay(period.first, recordedSince ?? today), need)
  if (addDays(day, -1) <= period.last) return whenDay(day, scope)
  return { by: isOver(scope) ? 'over' : 'longer' }
}

/** Too few weeks with a figure: the second begins a week after the first record. */
export const missingWeeks = (have: number, scope: Dated): Missing => ({
  lacks: 'weeks',
  have,
  need: LEAST_WEEKS,
  when: whenDay(addDays(scope.recordedSince ?? scope.today, 7), scope),
})

/** When so many more questions are answered. */
export const whenAnswered = (have: number, need: number): When => ({
  by: 'answers',
  days: Math.ceil((need - have) / PARTS_OF_DAY),
})

/** Too little time in the period: `haveMs` of `needMs`, in whole minutes. */
export const missingMinutes = (lacks: Lack, haveMs: number, needMs: number, when: When): Missing => ({
  lacks,
  have: Math.floor(haveMs / MINUTE_MS),
  need: needMs / MINUTE_MS,
  when,
})
