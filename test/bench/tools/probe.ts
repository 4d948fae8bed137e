/** What a copy's worker tells of itself: when it is ready, what it writes, whether messages pass. */
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestBrowser } from '../../e2e/harness/test-browser.ts'
import { scratchDirectory } from './scratch.ts'

/** `at` is in ms since the worker came to be. */
export type Told =
  { told: 'ready'; at: number } | { told: 'saved'; stores: string[]; at: number } | { told: 'message' }

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
  /** In the page that listens. */
  var benchTold: Told[]
}

/** Listens from now on, in a page of the extension that runs none of its code. */
export const listen = (browser: TestBrowser): Promise<void> =>
  browser.evaluate(() => {
    globalThis.benchTold = []
    new BroadcastChannel('bench').addEventListener('message', ({ data }) => globalThis.benchTold.push(data))
  })

/** What was told since the last time of asking. */
export const toldBy = (browser: TestBrowser): Promise<Told[]> =>
  browser.evaluate(() => globalThis.benchTold.splice(0))
