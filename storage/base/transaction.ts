/** One transaction of the database. */
import { announceWritten } from './changes'
import type { StoreName } from './schema'
import type { Access } from './selection'
import { type Tables, tablesOver } from './tables'

/** Begins a transaction on some stores. It ends by itself once nothing more is asked of it. */
export type Begin = (mode: IDBTransactionMode, stores: readonly StoreName[]) => Promise<IDBTransaction>

/** The tables of a transaction, and the stores that were written in it so far. */
export function tablesOf(transaction: IDBTransaction, names: readonly StoreName[]) {
  const written = new Set<StoreName>()
  const accessTo =
    (name: StoreName): Access =>
    async (mode, work) => {
      if (mode === 'readwrite') written.add(name)
      return work(transaction.objectStore(name))
    }
  return { tables: tablesOver(accessTo, names), written }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It has ended already.
  }
}

/**
 * Does the work of a transaction. If it fails, nothing of it holds, and its error is the one that is thrown. It must not
 * wait for anything but the transaction, which the browser would end meanwhile; that is an error if it writes.
 */
async function completed<Result>(transaction: IDBTransaction, work: () => Promise<Result>): Promise<Result> {
  let isOver = false
  const whole = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => {
      isOver = true
      resolve()
    })
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new DOMException('', 'AbortError')),
    )
  })
  // Thrown below, unless the work failed first.
  whole.catch(() => undefined)
  try {
    const result = await work()
    if (transaction.mode === 'readonly') return result
    if (isOver) throw new Error('The transaction ended before its work.')
    await whole
    return result
  } catch (error) {
    abort(transaction)
    throw error
  }
}

/** Each call on the tables is a transaction of its own. */
export const separately = (begin: Begin): Tables =>
  tablesOver((name) => async (mode, work) => {
    const transaction = await begin(mode, [name])
    const result = await completed(transaction, () => work(transaction.objectStore(name)))
    if (mode === 'readwrite') announceWritten([name])
    return result
  })

/** Does work in one transaction: all that it writes holds, or nothing. */
export async function together<Result>(
  begin: Begin,
  mode: IDBTransactionMode,
  stores: readonly StoreName[],
  work: (tables: Tables) => Promise<Result>,
): Promise<Result> {
  const transaction = await begin(mode, stores)
  const { tables, written } = tablesOf(transaction, stores)
  const result = await completed(transaction, () => work(tables))
  if (written.size > 0) announceWritten([...written])
  return result
}
