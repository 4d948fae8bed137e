/** The real database, and writes that fail when they are told to. */
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { db } from '../../../storage/base/db'
import { readAttention, saveBeat, saveStep } from '../../../storage/record/ledger'
import { holdStep, readHolding, releaseStep } from '../../../storage/said/session'
import { emptyDatabase } from '../../fixtures/database'
import type { Store } from './store'

export interface DiskStore extends Store {
  /** How often something was written or tried to be. */
  writes: number
}

/** `isRefused` says of each write, counted from 0, whether it fails. */
export async function diskStore(isRefused: (write: number) => boolean): Promise<DiskStore> {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  await emptyDatabase()
  let holds = false
  let hasRoom = false
  const refuse = () => {
    const write = store.writes
    store.writes += 1
    if (store.fails || (!hasRoom && isRefused(write))) throw new Error('the disk is full')
  }
  const transaction = db.transaction.bind(db) as (...given: unknown[]) => Promise<unknown>
  vi.spyOn(db, 'transaction').mockImplementation((async (...given: unknown[]) => {
    if (given[0] === 'rw') refuse()
    return transaction(...given)
  }) as never)
  const { local } = fakeBrowser.storage
  const set = local.set.bind(local)
  vi.spyOn(local, 'set').mockImplementation(async (items) => {
    refuse()
    return set(items)
  })
  const store: DiskStore = {
    stride: 1,
    fails: false,
    writes: 0,
    recover: () => {
      store.fails = false
      hasRoom = true
    },
    parts: () => ({
      saveStep,
      saveBeat,
      readHolding,
      holdStep: async (make) => {
        holds = true
        await holdStep(make)
      },
      releaseStep: async () => {
        holds = false
        await releaseStep()
      },
    }),
    isHolding: () => holds,
    forgetSession: async () => {
      holds = false
      await fakeBrowser.storage.session.clear()
    },
    spans: async () => {
      const open = (await readAttention())?.open
      return [...(await db.spans.toArray()), ...(open ? [open] : [])]
    },
  }
  return store
}
