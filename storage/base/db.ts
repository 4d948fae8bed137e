/** The database of this installation. */
import { answered } from './request'
import { Connection } from './connection'
import type { StoreName } from './schema'
import type { Tables } from './tables'
import { type Begin, separately, together } from './transaction'

export type { LogEntry } from './schema'
export type { Tables } from './tables'

/** The database, once it is open: each call is a transaction of its own, or work in one transaction. */
export interface WithTransactions extends Tables {
  /**
   * Does work in one transaction, which reads (`r`) or also writes (`rw`) some stores: all that it writes holds, or
   * nothing. Only what is asked of the tables that it is given belongs to it. Rejects with the error of the work, or what
   * the browser says.
   */
  transaction<Result>(
    mode: 'r' | 'rw',
    stores: readonly { name: StoreName }[],
    work: (tx: Tables) => Promise<Result>,
  ): Promise<Result>
}

const withTransactions = (begin: Begin): WithTransactions => ({
  ...separately(begin),
  transaction: (mode, stores, work) => {
    const names = [...new Set(stores.map(({ name }) => name))]
    return together(begin, mode === 'r' ? 'readonly' : 'readwrite', names, work)
  },
})

export interface Database extends WithTransactions {
  open(): Promise<void>
  close(): void
  delete(): Promise<void>
  /** Does something each time the database was opened, before anything else is read from it here. */
  onOpened(work: (opened: WithTransactions) => Promise<void>): void
}

/** A database, which is opened when it is first needed. */
export function database(name = 'zeitwert'): Database {
  const connection = new Connection(name)
  return {
    ...withTransactions(connection.begin),
    open: async () => void (await connection.opened()),
    close: () => connection.close(),
    delete: async () => {
      connection.close()
      await answered(indexedDB.deleteDatabase(name))
    },
    onOpened: (work) =>
      connection.onOpened((opened) =>
        work(withTransactions(async (mode, stores) => opened.transaction(stores, mode))),
      ),
  }
}

export const db = database()
