import { mkdtempSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = mkdtempSync(join(tmpdir(), 'zeitwert-bench-'))
process.on('exit', () => rmSync(ROOT, { recursive: true, force: true }))

/** A directory for a copy of an extension, gone when the bench ends. */
export const scratchDirectory = (purpose: string): Promise<string> => mkdtemp(join(ROOT, `${purpose}-`))
