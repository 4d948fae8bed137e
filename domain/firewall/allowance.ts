/** How much a rule allows in the day or week of the ration, and when the next allowance begins. */
import { addDays, MINUTE_MS, weekday } from '../time/local-time'
import { type Calendar, type Ration, rationStart, weekOf } from './ration'
import type { Allowance, Bound } from './rule'

type AllowingBound = Extract<Bound, { allowance: Allowance }>

export const hasAllowance = (bound: Bound): bound is AllowingBound => 'allowance' in bound

/** In the unit of the bound: minutes, minor units, opens. Null on a day without. */
export const allowedNow = (allowance: Allowance, ration: Ration): number | null =>
  allowance.per === 'week' ? allowance.of : (allowance.of[weekday(ration.day)] ?? null)

/** When an allowance that is used up is followed by one that allows anything; null where none ever is. */
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
