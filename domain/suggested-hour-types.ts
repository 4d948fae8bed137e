import type { HourTypes } from './hour-types'

const OFFICE_HOURS = { from: 9, to: 17 }

/** What hour types begin with once the person wants them; free hours as EVIDENCE §1 has personal travel time. */
export const SUGGESTED_HOUR_TYPES: HourTypes = {
  percent: { work: 100, free: 50, night: 50 },
  work: [OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, null, null],
  night: { from: 22, to: 6 },
}
