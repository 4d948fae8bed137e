import type { OffsetAt } from '../domain/time/local-time'

/** The UTC offset in the computer's time zone. */
export const localOffset: OffsetAt = (epochMs) => -new Date(epochMs).getTimezoneOffset()
