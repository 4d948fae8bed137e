/**
 * How much of a cost came back, in whole percent: 100 only if all of it did, 0 only if nothing did. Null if nothing
 * was spent. Both in minor units.
 */
export function returnedPercent(costMinor: number, returnMinor: number): number | null {
  if (costMinor <= 0) return null
  const percent = Math.round((100 * returnMinor) / costMinor)
  if (returnMinor === 0 || returnMinor === costMinor) return percent
  return returnMinor < costMinor ? Math.min(99, Math.max(1, percent)) : Math.max(101, percent)
}
