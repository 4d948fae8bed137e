import { MINUTE_MS } from '../time/local-time'

/** A visit goes on over gaps of this length. */
export const VISIT_GAP_MS = 5 * MINUTE_MS

/** Whether somebody who was last there then is still on the same visit. A clock that was set back ends it. */
export const isWithinVisit = (last: number | undefined, at: number): boolean =>
  last !== undefined && at - last <= VISIT_GAP_MS && at >= last

/** A visit is of a rule and a surface: a page that a pass lets in is no visit of the rule. */
export const visitKey = (rule: string, surface: string): string => `${rule} ${surface}`
