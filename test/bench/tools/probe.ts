/** A probe in a copy of the worker reports when it is ready, what it writes, and whether messages pass. */
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestBrowser } from '../../e2e/harness/test-browser.ts'
import { scratchDirectory } from './scratch.ts'

/** A report of the probe. `at` is in ms since the worker started. */
export type Report =
  | { type: 'ready'; at: number }
  | { type: 'saved'; stores: string[]; at: number }
  | { type: 'set'; keys: string[] }
  | { type: 'message' }

const inWorker = (name: string) => readFile(new URL(`../in-worker/${name}.js`, import.meta.url), 'utf8')

/** A copy of an extension with the probe around its worker's code. */
export async function withProbe(directory: string): Promise<string> {
  const copy = await scratchDirectory('probed')
  await cp(directory, copy, { recursive: true })
  const worker = join(copy, 'background.js')
  const parts = [await inWorker('before'), await readFile(worker, 'utf8'), await inWorker('after')]
  await writeFile(worker, parts.join('\n'))
  return copy
}

declare global {
  /** The reports received in the listening page. */
  var benchReports: Report[]
}

/** Starts listening in a page of the extension that runs none of its code. */
export const listen = (browser: TestBrowser): Promise<void> =>
  browser.evaluate(() => {
    globalThis.benchReports = []
    new BroadcastChannel('bench').addEventListener('message', ({ data }) =>
      globalThis.benchReports.push(data),
    )
  })

/** The reports since the last call. */
export const takeReports = (browser: TestBrowser): Promise<Report[]> =>
  browser.evaluate(() => globalThis.benchReports.splice(0))
