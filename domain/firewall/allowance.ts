/** How much a rule allows in the current day or week, and when it next allows anything. */
import { addDays, MINUTE_MS, weekday } from '../time/local-time'
import { type Calendar, type Ration, rationStart, weekOf } from './ration'
import type { Allowance, Bound } from './rule'

type AllowingBound = Extract<Bound, { allowance: Allowance }>

export const hasAllowance = (bound: Bound): bound is AllowingBound => 'allowance' in bound

/** Minutes, minor units or opens, by the type of the bound. Null on a day without an allowance. */
export const allowedNow = (allowance: Allowance, ration: Ration): number | null =>
  allowance.per === 'week' ? allowance.of : (allowance.of[weekday(ration.day)] ?? null)

/** When the rule next allows anything once this allowance is used up; null if never. */
export function nextAllowanceAt(allowance: Allowance, ration: Ration, calendar: Calendar): number | null {
  if (allowance.per === 'week')
    return allowance.of > 0 ? rationStart(ration, weekOf(ration, calendar).next, calendar) : null
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const day = addDays(ration.day, ahead)
    if (allowance.of[weekday(day)] !== 0) return rationStart(ration, day, calendar)
  }
  return null
}

export const toMs = (minutes: number): number => minutes * MINUTE_MS
