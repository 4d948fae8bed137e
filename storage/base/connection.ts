/** Opens the database when it is first needed, and again after it was closed or did not open. */
import { answered } from './request'
import { VERSION } from './schema'
import { abort, type Begin } from './transaction'
import { upgrade } from './upgrade'

async function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, VERSION)
  let failure: unknown = null
  request.addEventListener('upgradeneeded', ({ oldVersion }) => {
    const transaction = request.transaction as IDBTransaction
    upgrade(transaction, oldVersion).catch((error: unknown) => {
      // The request itself only tells that the upgrade was aborted; if the browser did it, so does the upgrade.
      failure = transaction.error ?? error
      abort(transaction)
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
  #whenOpened: (opened: IDBDatabase) => Promise<void> = async () => undefined

  constructor(name: string) {
    this.#name = name
  }

  /** Does something each time the database was opened, before anything else is read from it here. */
  onOpened(work: (opened: IDBDatabase) => Promise<void>): void {
    this.#whenOpened = work
  }

  /**
   * Opens the database, if it is not open. Waits while a page of an older version has it open. Rejects with what the
   * browser says; the next call tries again.
   */
  opened(): Promise<IDBDatabase> {
    if (this.#opening) return this.#opening
    const opening = openAny(this.#name).then(async (opened) => {
      const forget = () => this.#forget(opening, opened)
      // Another page wants to upgrade or delete it, or the browser lost it.
      opened.addEventListener('versionchange', forget)
      opened.addEventListener('close', forget)
      try {
        await this.#whenOpened(opened)
      } catch (error) {
        opened.close()
        throw error
      }
      return opened
    })
    this.#opening = opening
    opening.catch(() => this.#forget(opening))
    return opening
  }

  #forget(opening: Promise<IDBDatabase>, opened?: IDBDatabase): void {
    opened?.close()
    if (this.#opening === opening) this.#opening = null
  }

  /** The next query opens it again. */
  close(): void {
    this.#opening?.then(
      (opened) => opened.close(),
      () => undefined,
    )
    this.#opening = null
  }

  /** Begins a transaction, in a database that is opened again if the browser closed it without telling. */
  readonly begin: Begin = async (mode, stores) => {
    const opening = this.opened()
    const opened = await opening
    try {
      return opened.transaction(stores, mode)
    } catch (error) {
      if ((error as Error | null)?.name !== 'InvalidStateError') throw error
      this.#forget(opening, opened)
      return (await this.opened()).transaction(stores, mode)
    }
  }
}
