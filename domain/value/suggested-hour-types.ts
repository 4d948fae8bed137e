import type { HourTypes } from './hour-types'

const OFFICE_HOURS = { from: 9, to: 17 }

/**
 * The hour types suggested when the person turns them on. Half the rate for free hours is how the US Department
 * of Transportation values personal local travel (35 to 60 %, revised guidance on the value of travel time).
 */
export const SUGGESTED_HOUR_TYPES: HourTypes = {
  percent: { work: 100, free: 50, night: 50 },
  work: [OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, null, null],
  night: { from: 22, to: 6 },
}
