/** Sums over a scope that several insights are made of. Each is made once for a scope, when it is first asked for. */
import { type SurfaceTally, tally } from '../statement/tally'
import { partOfSteps } from '../statement/trend'
import { dayNumber } from '../time/local-time'
import { extentOf, type Period } from '../time/period'
import { MOST_WEEKS, type Scope, weeksUpTo } from './finding'

/** Keeps what is computed from a scope as long as somebody keeps the scope, which never changes. */
function onceForEach<Sum>(compute: (scope: Scope) => Sum): (scope: Scope) => Sum {
  const sums = new WeakMap<Scope, Sum>()
  return (scope) => {
    const known = sums.get(scope) ?? compute(scope)
    sums.set(scope, known)
    return known
  }
}

/**
 * Tallies of the period: part 0 is the days that are over, part 1 is today, part 2 is what was typed for days before the
 * record began.
 */
export const talliesOfPeriod = onceForEach((scope): readonly SurfaceTally[] => {
  const { history, extent, valuing, today, recordedSince } = scope
  const [firstDay, dayToday] = [dayNumber(recordedSince ?? today), dayNumber(today)]
  return tally(history, extent, valuing, (day) => (day >= dayToday ? 1 : day < firstDay ? 2 : 0))
})

/** Some weeks, and the tallies of them all, whose parts are the weeks. */
export interface TalliedWeeks {
  weeks: readonly Period[]
  tallies: readonly SurfaceTally[]
}

/** The `MOST_WEEKS` weeks up to the end of the period. */
export const talliesOfWeeks = onceForEach((scope): TalliedWeeks => {
  const { history, valuing } = scope
  const weeks = weeksUpTo(scope, MOST_WEEKS)
  const whole: Period = { unit: 'dates', first: weeks[0]!.first, last: weeks.at(-1)!.last }
  return {
    weeks,
    tallies: tally(history, extentOf(whole, valuing.dayStartHour), valuing, partOfSteps(weeks)),
  }
})
