/** The distance between the lines of a time axis: a round number on the clock. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/local-time'

const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 4, 6, 8, 12, 24].map((hours) => hours * HOUR_MS),
]

const MOST_STEPS = 5

/** The shortest of the round steps with which a few reach the highest value, ms. */
export function clockStep(mostMs: number): number {
  const found = STEPS.find((step) => Math.ceil(mostMs / step) <= MOST_STEPS)
  if (found !== undefined) return found
  // Whole days, as round as the decimal numbers are.
  const days = mostMs / MOST_STEPS / DAY_MS
  const ten = 10 ** Math.floor(Math.log10(days))
  return ([1, 2, 5, 10].find((digit) => digit * ten >= days) ?? 10) * ten * DAY_MS
}
