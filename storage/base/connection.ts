/** Opens the database when it is first needed, and again after it was closed or did not open. */
import { answered } from './request'
import { VERSION } from './schema'
import type { Begin } from './transaction'
import { upgrade } from './upgrade'

async function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, VERSION)
  let failure: unknown = null
  request.addEventListener('upgradeneeded', ({ oldVersion }) => {
    const transaction = request.transaction as IDBTransaction
    upgrade(transaction, oldVersion).catch((error: unknown) => {
      failure = error
      transaction.abort()
    })
  })
  try {
    return await answered(request)
  } catch (error) {
    throw failure ?? error
  }
}

/** A database of a newer version stays as it is: its stores may be added to, and never change. */
const openAny = (name: string): Promise<IDBDatabase> =>
  open(name).catch((error: unknown) => {
    if ((error as Error | null)?.name !== 'VersionError') throw error
    return answered(indexedDB.open(name))
  })

export class Connection {
  readonly #name: string
  #opening: Promise<IDBDatabase> | null = null
  #opened: IDBDatabase | null = null
  #whenOpened: (opened: IDBDatabase) => Promise<void> = async () => undefined

  constructor(name: string) {
    this.#name = name
  }

  /** Does something each time the database was opened, before anything else is read from it here. */
  onOpened(work: (opened: IDBDatabase) => Promise<void>): void {
    this.#whenOpened = work
  }

  /** Rejects with what the browser says. The next call tries again. */
  opened(): Promise<IDBDatabase> {
    if (this.#opening) return this.#opening
    const opening = this.#open()
    this.#opening = opening
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = null
    })
    return opening
  }

  async #open(): Promise<IDBDatabase> {
    const opened = await openAny(this.#name)
    this.#opened = opened
    // Another page wants to upgrade or delete it, or the browser lost it.
    opened.addEventListener('versionchange', () => this.#forget(opened))
    opened.addEventListener('close', () => this.#forget(opened))
    await this.#whenOpened(opened)
    return opened
  }

  #forget(opened: IDBDatabase): void {
    opened.close()
    if (this.#opened !== opened) return
    this.#opened = null
    this.#opening = null
  }

  /** The next call of `opened` opens it again. */
  close(): void {
    this.#opening?.then(
      (opened) => opened.close(),
      () => undefined,
    )
    this.#opened = null
    this.#opening = null
  }

  /** Begins a transaction, in a database that is opened again if the browser closed it without telling. */
  readonly begin: Begin = async (mode, stores) => {
    const opened = await this.opened()
    try {
      return opened.transaction(stores, mode)
    } catch (error) {
      if ((error as Error | null)?.name !== 'InvalidStateError') throw error
      this.#forget(opened)
      return (await this.opened()).transaction(stores, mode)
    }
  }
}
