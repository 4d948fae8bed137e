import { temporaryDirectory } from '../../e2e/harness/temporary-directory.ts'

/** A directory for a copy of an extension, gone when the bench ends. */
export const scratchDirectory = (purpose: string): Promise<string> => temporaryDirectory(`bench-${purpose}`)
