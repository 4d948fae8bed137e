/** An error as a sentence, without its trace. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
