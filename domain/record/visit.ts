import { MINUTE_MS } from '../time/local-time'

/** The longest gap within a visit. */
export const VISIT_GAP_MS = 5 * MINUTE_MS

/** Whether a visit that was last active at `last` continues at `at`. A clock that was set back ends it. */
export const isWithinVisit = (last: number | undefined, at: number): boolean =>
  last !== undefined && at - last <= VISIT_GAP_MS && at >= last

/** Visits are kept by rule and surface, because a page opened on a pass is not a visit for that rule. */
export const visitKey = (rule: string, surface: string): string => `${rule} ${surface}`

/** The surface in such a key; ids of rules have no space. */
export const surfaceOfVisit = (key: string): string => key.slice(key.indexOf(' ') + 1)
