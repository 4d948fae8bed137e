import { type Rows, STORE_NAMES, type StoreName } from './schema'
import type { Access } from './selection'
import { Table } from './table'

/** The stores of the database, or of one transaction. */
export type Stores = { readonly [Name in StoreName]: Table<Rows[Name][0], Rows[Name][1]> }

/**
 * Where to read and write: the database, where each call is a transaction of its own, or one transaction, whose calls
 * all hold or none.
 */
export interface Tables extends Stores {
  readonly tables: readonly Table<unknown, IDBValidKey>[]
  /** A store by its name, for work on several of them. */
  table<Row = unknown, Key extends IDBValidKey = IDBValidKey>(name: StoreName): Table<Row, Key>
}

/** Tables over something that gives access to stores by name. */
export function tablesOver(
  accessTo: (name: StoreName) => Access,
  names: readonly StoreName[] = STORE_NAMES,
): Tables {
  const stores = new Map(names.map((name) => [name, new Table<unknown, IDBValidKey>(name, accessTo(name))]))
  const table = (name: StoreName) => {
    const found = stores.get(name)
    if (!found) throw new Error(`The transaction does not include ${name}.`)
    return found
  }
  const tables = { tables: [...stores.values()], table }
  for (const name of STORE_NAMES)
    Object.defineProperty(tables, name, { get: () => table(name), enumerable: stores.has(name) })
  return tables as unknown as Tables
}
