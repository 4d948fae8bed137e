/** Some rows of a store, in the order of their keys or of an index. */
import { allAnswered, answered, walked } from './request'

/** Does work on a store: in a transaction of its own, or in one that goes on. */
export type Access = <Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<Result>,
) => Promise<Result>

interface Selected {
  /** The index that orders the rows; null for their keys. */
  index: string | null
  /** Null for all rows. */
  range: IDBKeyRange | null
  isReversed: boolean
  /** At most so many rows. */
  most: number
  wanted: readonly ((row: never) => boolean)[]
  /** Whether no row can be meant. */
  isEmpty: boolean
}

export const ALL: Selected = {
  index: null,
  range: null,
  isReversed: false,
  most: Infinity,
  wanted: [],
  isEmpty: false,
}
export const NONE: Selected = { ...ALL, isEmpty: true }

export class Selection<Row, Key extends IDBValidKey> {
  readonly #access: Access
  readonly #of: Selected

  constructor(access: Access, of: Selected) {
    this.#access = access
    this.#of = of
  }

  #narrowed(by: Partial<Selected>): Selection<Row, Key> {
    return new Selection(this.#access, { ...this.#of, ...by })
  }

  filter(isWanted: (row: Row) => boolean): Selection<Row, Key> {
    return this.#narrowed({ wanted: [...this.#of.wanted, isWanted] })
  }

  /** The last rows first; twice is forwards. */
  backwards(): Selection<Row, Key> {
    return this.#narrowed({ isReversed: !this.#of.isReversed })
  }

  /** At most so many rows. */
  limit(most: number): Selection<Row, Key> {
    return this.#narrowed({ most, isEmpty: this.#of.isEmpty || most === 0 })
  }

  get #isPlain(): boolean {
    const { isReversed, most, wanted } = this.#of
    return !isReversed && most === Infinity && wanted.length === 0
  }

  #source(store: IDBObjectStore): IDBObjectStore | IDBIndex {
    const { index } = this.#of
    return index === null ? store : store.index(index)
  }

  /** Goes through the rows of the selection one by one. */
  #walk(store: IDBObjectStore, take: (cursor: IDBCursorWithValue) => void): Promise<void> {
    const { range, isReversed, most, wanted } = this.#of
    let count = 0
    const request = this.#source(store).openCursor(range, isReversed ? 'prev' : 'next')
    return walked(request, (cursor) => {
      if (!wanted.every((isWanted) => isWanted(cursor.value as never))) return true
      count += 1
      take(cursor)
      return count < most
    })
  }

  async #keysIn(store: IDBObjectStore): Promise<Key[]> {
    if (this.#isPlain) return (await answered(this.#source(store).getAllKeys(this.#of.range))) as Key[]
    const keys: Key[] = []
    await this.#walk(store, ({ primaryKey }) => void keys.push(primaryKey as Key))
    return keys
  }

  async toArray(): Promise<Row[]> {
    if (this.#of.isEmpty) return []
    return this.#access('readonly', async (store) => {
      if (this.#isPlain) return answered<Row[]>(this.#source(store).getAll(this.#of.range))
      const rows: Row[] = []
      await this.#walk(store, ({ value }) => void rows.push(value))
      return rows
    })
  }

  async primaryKeys(): Promise<Key[]> {
    return this.#of.isEmpty ? [] : this.#access('readonly', (store) => this.#keysIn(store))
  }

  async count(): Promise<number> {
    if (this.#of.isEmpty) return 0
    if (!this.#isPlain) return (await this.primaryKeys()).length
    return this.#access('readonly', (store) =>
      answered(this.#source(store).count(this.#of.range ?? undefined)),
    )
  }

  async first(): Promise<Row | undefined> {
    const [row] = await this.limit(1).toArray()
    return row
  }

  last(): Promise<Row | undefined> {
    return this.backwards().first()
  }

  /** Deletes the rows. Returns how many there were. */
  async delete(): Promise<number> {
    if (this.#of.isEmpty) return 0
    return this.#access('readwrite', async (store) => {
      const keys = await this.#keysIn(store)
      await allAnswered(keys.map((key) => store.delete(key)))
      return keys.length
    })
  }

  /** Puts another row in the place of each. Returns how many there were. */
  async replace(by: (row: Row) => Row): Promise<number> {
    if (this.#of.isEmpty) return 0
    return this.#access('readwrite', async (store) => {
      const replaced = new Map<string, Promise<unknown>>()
      await this.#walk(store, (cursor) => {
        const key = JSON.stringify(cursor.primaryKey)
        // A row that moves ahead in the index comes again.
        if (replaced.has(key)) return
        const update = answered(cursor.update(by(cursor.value)))
        // Awaited below, unless the walk fails first.
        update.catch(() => undefined)
        replaced.set(key, update)
      })
      await Promise.all(replaced.values())
      return replaced.size
    })
  }
}
