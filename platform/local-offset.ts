import type { OffsetAt } from '../domain/time/local-time'

/** The computer's own time zone. */
export const localOffset: OffsetAt = (epochMs) => -new Date(epochMs).getTimezoneOffset()
