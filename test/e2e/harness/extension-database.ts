import type { Page } from 'puppeteer-core'

const DATABASE = 'zeitwert'

/** Reads a whole store with the bare interface, and lets go of the database at once. */
export const readStore = (extensionPage: Page, store: string): Promise<unknown[]> =>
  extensionPage.evaluate(
    (databaseName, storeName) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open(databaseName)
        opening.onupgradeneeded = () => opening.transaction?.abort() // there is none yet: leave it so
        opening.onerror = () => (opening.error?.name === 'AbortError' ? resolve([]) : reject(opening.error))
        opening.onsuccess = () => {
          const reading = opening.result.transaction(storeName).objectStore(storeName).getAll()
          reading.onsuccess = () => resolve(reading.result)
          reading.onerror = () => reject(reading.error)
          opening.result.close()
        }
      }),
    DATABASE,
    store,
  )
