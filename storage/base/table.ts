/** Reads and writes the rows of one store. */
import { allAnswered, answered, answers, walked } from './request'
import { type Access, ALL, NONE, Selection } from './selection'
import { STORES, type StoreName } from './schema'

/** Before and after every other key that we use. */
export const FIRST_KEY = -Infinity
export const LAST_KEY: IDBValidKey = [[]]

/** The key of a store, whatever it is called, and whether rows hold it or not. */
export const BY_KEY = ':id'

/** Each of these keys once, in the order of IndexedDB. */
const inOrder = (keys: Iterable<IDBValidKey>): IDBValidKey[] =>
  [...keys]
    .sort((a, b) => indexedDB.cmp(a, b))
    .filter((key, at, all) => at === 0 || indexedDB.cmp(key, all[at - 1] as IDBValidKey) !== 0)

/** Which rows are meant, by their key or an index. Throws a DataError for a value that is no key. */
export class Where<Row, Key extends IDBValidKey> {
  readonly #select: (range: IDBKeyRange | null) => Selection<Row, Key>

  /** `select` gets null for no rows. */
  constructor(select: (range: IDBKeyRange | null) => Selection<Row, Key>) {
    this.#select = select
  }

  equals(key: IDBValidKey): Selection<Row, Key> {
    return this.#select(IDBKeyRange.only(key))
  }

  above(key: IDBValidKey): Selection<Row, Key> {
    return this.#select(IDBKeyRange.lowerBound(key, true))
  }

  aboveOrEqual(key: IDBValidKey): Selection<Row, Key> {
    return this.#select(IDBKeyRange.lowerBound(key))
  }

  below(key: IDBValidKey): Selection<Row, Key> {
    return this.#select(IDBKeyRange.upperBound(key, true))
  }

  belowOrEqual(key: IDBValidKey): Selection<Row, Key> {
    return this.#select(IDBKeyRange.upperBound(key))
  }

  between(low: IDBValidKey, high: IDBValidKey, hasLow = true, hasHigh = false): Selection<Row, Key> {
    // IndexedDB refuses ends that are the wrong way round.
    const order = indexedDB.cmp(low, high)
    const isEmpty = order > 0 || (order === 0 && !(hasLow && hasHigh))
    return this.#select(isEmpty ? null : IDBKeyRange.bound(low, high, !hasLow, !hasHigh))
  }
}

export class Table<Row, Key extends IDBValidKey> {
  readonly name: StoreName
  readonly #access: Access

  constructor(name: StoreName, access: Access) {
    this.name = name
    this.#access = access
  }

  /** Whether its rows hold their own keys. */
  get hasOwnKeys(): boolean {
    return STORES[this.name].key !== undefined
  }

  /** Undefined if there is no such row. */
  get(key: Key): Promise<Row | undefined> {
    return this.#access('readonly', (store) => answered(store.get(key)))
  }

  /** In the order of the keys; undefined where there is no row. */
  bulkGet(keys: readonly Key[]): Promise<(Row | undefined)[]> {
    return this.#access('readonly', (store) => answers(keys.map((key) => store.get(key))))
  }

  /** Returns the key. */
  put(row: Row, key?: Key): Promise<Key> {
    return this.#access('readwrite', (store) => answered(store.put(row, key)) as Promise<Key>)
  }

  /** Changes fields of a row, if it is there. */
  change(key: Key, fields: Partial<Row>): Promise<void> {
    return this.#access('readwrite', async (store) => {
      const row = await answered<Row | undefined>(store.get(key))
      if (row === undefined) return
      const own = store.keyPath === null ? key : undefined
      await answered(store.put({ ...row, ...fields }, own))
    })
  }

  /** Like `put`; rejects if there is a row with this key. */
  add(row: Row, key?: Key): Promise<Key> {
    return this.#access('readwrite', (store) => answered(store.add(row, key)) as Promise<Key>)
  }

  /** Writes all rows, or rejects with the first error. `keys` are for a store whose rows do not hold their own. */
  async bulkPut(rows: readonly Row[], keys?: readonly Key[]): Promise<void> {
    if (rows.length === 0) return
    await this.#access('readwrite', (store) =>
      allAnswered(rows.map((row, index) => store.put(row, keys?.[index]))),
    )
  }

  /** The same; returns the keys. */
  async putAll(rows: readonly Row[]): Promise<Key[]> {
    if (rows.length === 0) return []
    return this.#access('readwrite', (store) => answers(rows.map((row) => store.put(row)))) as Promise<Key[]>
  }

  /** Rejects if there is a row with one of the keys. */
  async bulkAdd(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return
    await this.#access('readwrite', (store) => allAnswered(rows.map((row) => store.add(row))))
  }

  delete(key: Key): Promise<void> {
    return this.#access('readwrite', (store) => answered(store.delete(key)))
  }

  /** Keys without a row are passed over. */
  async bulkDelete(keys: readonly Key[]): Promise<void> {
    if (keys.length === 0) return
    await this.#access('readwrite', (store) => allAnswered(keys.map((key) => store.delete(key))))
  }

  clear(): Promise<void> {
    return this.#access('readwrite', (store) => answered(store.clear()))
  }

  all(): Selection<Row, Key> {
    return new Selection(this.#access, ALL)
  }

  toArray(): Promise<Row[]> {
    return this.all().toArray()
  }

  primaryKeys(): Promise<Key[]> {
    return this.all().primaryKeys()
  }

  count(): Promise<number> {
    return this.all().count()
  }

  filter(isWanted: (row: Row) => boolean): Selection<Row, Key> {
    return this.all().filter(isWanted)
  }

  /** Rows by an index, by their own key, or by `BY_KEY`. */
  where(field: string): Where<Row, Key> {
    const index = this.#indexOf(field)
    return new Where((range) => new Selection(this.#access, range === null ? NONE : { ...ALL, index, range }))
  }

  /** All rows that the index knows, in its order. */
  orderBy(field: string): Selection<Row, Key> {
    return new Selection(this.#access, { ...ALL, index: this.#indexOf(field) })
  }

  /** The rows whose field has one of these values, in the order of the field; each once. */
  async anyOf(field: string, values: Iterable<IDBValidKey>): Promise<Row[]> {
    const index = this.#indexOf(field)
    const ranges = inOrder(values).map((value) => IDBKeyRange.only(value))
    return this.#access('readonly', async (store) => {
      const source = index === null ? store : store.index(index)
      const found = await answers<Row[]>(ranges.map((range) => source.getAll(range)))
      return found.flat()
    })
  }

  /** The values that the field has, each once and in order. */
  async keysOf(field: string): Promise<IDBValidKey[]> {
    const values: IDBValidKey[] = []
    const index = this.#indexOf(field)
    await this.#access('readonly', (store) => {
      const source = index === null ? store : store.index(index)
      return walked(source.openKeyCursor(null, 'nextunique'), ({ key }) => void values.push(key))
    })
    return values
  }

  #indexOf(field: string): string | null {
    const { key, indexes = [] } = STORES[this.name]
    if (indexes.includes(field)) return field
    if (field === key || field === BY_KEY) return null
    throw new Error(`The store ${this.name} has no index ${field}.`)
  }
}
