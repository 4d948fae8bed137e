/**
 * What is open once the form `mine` has ended. One that the person opened while `mine` was being saved stays open,
 * with what they typed.
 */
export const closedBy = <T>(mine: T, now: T): T | null => (now === mine ? null : now)
