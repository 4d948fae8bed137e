/** The message of an error, without its stack trace. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
