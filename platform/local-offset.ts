import type { OffsetAt } from '../domain/local-time'

/** The computer's own time zone. */
export const localOffset: OffsetAt = (epochMs) => -new Date(epochMs).getTimezoneOffset()
