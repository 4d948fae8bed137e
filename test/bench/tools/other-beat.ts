import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'wxt'
import { scratchDirectory } from './scratch.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const BEAT = /(?<=export const BEAT_MS = )[\d_]+/

/** Builds the extension for Chromium with another beat; returns its directory. */
export async function withBeat(beatMs: number): Promise<string> {
  const outDir = await scratchDirectory('beat')
  let found = 0
  const otherBeat = {
    name: 'other-beat',
    enforce: 'pre' as const,
    transform(code: string, id: string): string | null {
      if (!id.endsWith('/domain/record/attention.ts')) return null
      if (BEAT.test(code)) found += 1
      return code.replace(BEAT, String(beatMs))
    },
  }
  await build({
    root: ROOT,
    outDir,
    browser: 'chrome',
    vite: () => ({ logLevel: 'error', plugins: [otherBeat] }),
  })
  if (found === 0) throw new Error('domain/record/attention.ts has no BEAT_MS any more.')
  return join(outDir, 'chrome-mv3')
}
