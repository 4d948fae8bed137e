/** Runs in a thread of Node: gives a module what it finds in a thread of a page, and begins it. */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { ROOT } from '../../../scripts/tools.mjs'

// The next threads begin in half the time.
enableCompileCache(join(ROOT, 'node_modules/.cache/zeitwert-threads'))

Object.assign(globalThis, {
  postMessage: (message: unknown) => parentPort?.postMessage(message, []),
  addEventListener: (type: string, listener: (event: { data: unknown }) => void) => {
    if (type !== 'message') throw new Error(`A thread does not hear of “${type}” here.`)
    parentPort?.on('message', (data: unknown) => listener({ data }))
  },
})

// In a browser, a rejection that nobody handles does not reach the page.
process.on('unhandledRejection', (reason) => console.error(reason))

await import(String(workerData))
flushCompileCache()
