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

export function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It has ended already.
  }
}

/** What requests fail with once the browser aborted their transaction. The transaction itself knows the cause. */
const AFTER_ABORT = new Set(['AbortError', 'InvalidStateError', 'TransactionInactiveError'])

/**
 * Does the work of a transaction. If it fails, nothing of it holds, and its error is the one that is thrown. It must not
 * wait for anything but the transaction: the browser would end it meanwhile, with what was written until then. That is
 * an error if it writes.
 */
async function completed<Result>(
  transaction: IDBTransaction,
  written: ReadonlySet<StoreName>,
  work: () => Promise<Result>,
): Promise<Result> {
  let isOver = false
  const whole = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => {
      isOver = true
      resolve()
      // Even if the work goes on or fails afterwards, what it wrote holds.
      if (written.size > 0) announceWritten([...written])
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
    const isAfterAbort = AFTER_ABORT.has((error as Error | null)?.name ?? '')
    if (isAfterAbort) await whole.catch(() => undefined)
    throw (isAfterAbort && transaction.error) || error
  }
}

/** Each call on the tables is a transaction of its own. */
export const separately = (begin: Begin): Tables =>
  tablesOver((name) => async (mode, work) => {
    const transaction = await begin(mode, [name])
    const written = new Set(mode === 'readwrite' ? [name] : [])
    return completed(transaction, written, async () => work(transaction.objectStore(name)))
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
  return completed(transaction, written, () => work(tables))
}
