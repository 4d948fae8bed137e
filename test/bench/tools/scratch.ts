import { temporaryDirectory } from '../../e2e/harness/temporary-directory.ts'

/** A directory for a copy of an extension; removed when the benchmark ends. */
export const scratchDirectory = (purpose: string): Promise<string> => temporaryDirectory(`bench-${purpose}`)
