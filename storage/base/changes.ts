/** Tells all pages and the worker which stores were written. */
import { STORE_NAMES, type StoreName } from './schema'

type OnChange = (stores: readonly StoreName[]) => void

const listeners = new Set<OnChange>()
const channel = new BroadcastChannel('zeitwert-stores')

const tell = (stores: readonly StoreName[]): void => {
  for (const listener of listeners) listener(stores)
}

// A page that comes back from the browser's cache of pages has missed what was written meanwhile.
globalThis.addEventListener?.('pageshow', (event) => {
  if ((event as PageTransitionEvent).persisted) tell(STORE_NAMES)
})

channel.addEventListener('message', ({ data }: MessageEvent<StoreName[]>) => tell(data))

/** To be called once a transaction that wrote to these stores is complete. */
export function announceWritten(stores: readonly StoreName[]): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  channel.postMessage(stores)
  tell(stores)
}

/** Calls back after each transaction that wrote, here or elsewhere. Returns a function that stops watching. */
export function watchStores(onChange: OnChange): () => void {
  listeners.add(onChange)
  return () => void listeners.delete(onChange)
}
