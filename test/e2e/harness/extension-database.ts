import type { Page } from 'puppeteer-core'

const DATABASE = 'zeitwert'

/** Reads a whole store through IndexedDB itself and closes the database at once. */
export const readStore = (extensionPage: Page, store: string): Promise<unknown[]> =>
  extensionPage.evaluate(
    async (databaseName, storeName) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error))
        })
      const known = await indexedDB.databases()
      if (!known.some(({ name }) => name === databaseName)) return [] // opening it would create it
      const database = await answer(indexedDB.open(databaseName))
      try {
        return await answer<unknown[]>(database.transaction(storeName).objectStore(storeName).getAll())
      } finally {
        database.close()
      }
    },
    DATABASE,
    store,
  )
