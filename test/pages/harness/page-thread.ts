/** The threads of a page without a browser: each runs its real module, in a thread of Node. */
import { type Transferable, Worker as Thread } from 'node:worker_threads'
import { SOURCES } from '../../../scripts/tools.mjs'

/** Node's own classes, taken before a page's window replaces them. */
const { EventTarget, MessageEvent, Event } = globalThis

const running = new Set<Thread>()

/** Stands for the page’s `Worker`. */
export class PageThread extends EventTarget {
  readonly #thread: Thread

  constructor(module: URL) {
    super()
    const thread = new Thread(new URL('thread.ts', import.meta.url), {
      workerData: module.href,
      execArgv: [...SOURCES],
    })
    thread.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })))
    thread.on('error', ({ message }: Error) =>
      this.dispatchEvent(Object.assign(new Event('error'), { message })),
    )
    this.#thread = thread
    running.add(thread)
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#thread.postMessage(message, transfer)
  }

  terminate(): void {
    this.#thread.removeAllListeners('message')
    running.delete(this.#thread)
    void this.#thread.terminate()
  }
}

/** Ends all threads, as when their page goes away. */
export async function endThreads(): Promise<void> {
  await Promise.all([...running].map((thread) => thread.terminate()))
  running.clear()
}
