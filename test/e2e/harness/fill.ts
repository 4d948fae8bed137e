/** Puts data into the extension: through its worker, or directly into its database. */
import type { CommandName, Commands } from '../../../platform/messages.ts'
import type { PageHost } from './page-host.ts'

/** Sends a command to the worker, as a page of the extension does. */
export async function command<Name extends CommandName>(
  browser: PageHost,
  name: Name,
  input: Commands[Name]['input'],
): Promise<void> {
  const request: unknown = { command: name, input }
  const answer: unknown = await browser.evaluate((message) => chrome.runtime.sendMessage(message), request)
  if (!(answer && typeof answer === 'object' && 'done' in answer))
    throw new Error(`The worker refused ${name}: ${JSON.stringify(answer)}`)
}

/**
 * Adds rows to a store through IndexedDB itself. Pages that are already open do not notice. `key` is for a store whose
 * rows do not hold their own.
 */
export const writeRows = (
  browser: PageHost,
  store: string,
  rows: readonly object[],
  key?: string,
): Promise<void> =>
  browser.evaluate(
    (storeName, text, outerKey) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('zeitwert')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const database = opening.result
          const transaction = database.transaction(storeName, 'readwrite')
          transaction.addEventListener('abort', () => reject(transaction.error))
          try {
            for (const row of JSON.parse(text)) transaction.objectStore(storeName).put(row, outerKey)
          } catch (error) {
            database.close()
            reject(error as Error)
          }
          transaction.addEventListener('complete', () => {
            database.close()
            resolve()
          })
        })
      }),
    store,
    JSON.stringify(rows),
    key,
  )
