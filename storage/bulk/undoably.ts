/** Runs an import so that it can be undone. */
import type { Bulk } from '../../domain/file/bulk'
import { lastSealableDay } from '../../domain/record/sealing'
import type { Day, OffsetAt } from '../../domain/time/local-time'
import { db, type Tables } from '../base/db'
import { exclusively } from '../base/lock'
import { settleCheckpoint } from '../record/ledger'
import { beginBackup, type ImportChange, markFinished } from './backup'
import { importing } from './in-bulk'
import { keepingCommitments } from './keeping-commitments'
import { type SaveSettings, undoFrom } from './undo-import'

export interface ImportOptions extends Bulk {
  at: number
  offsetAt: OffsetAt
  /** Until when the import can be undone: the start of the person's next day. */
  until: number
  saveSettings: SaveSettings
  /** Whether limits are imported, too. */
  hasLimits?: boolean
}

export interface Writing extends ImportOptions {
  lastSealed: Day
  /** To be called in the transaction of the changes. */
  backUp: (changes: readonly ImportChange[], tx: Tables) => Promise<void>
}

/** Writes with a backup of each step. If the writing is cancelled or fails, it is undone. */
export const undoably = (options: ImportOptions, write: (writing: Writing) => Promise<void>): Promise<void> =>
  importing(async () => {
    const { at, offsetAt, until, saveSettings, hasLimits = false, onProgress } = options
    const lastSealed = lastSealableDay(at, offsetAt(at))
    const { head, firstStep, backUp } = await beginBackup({ at, until, lastSealed, hasLimits })
    try {
      await write({ ...options, lastSealed, backUp })
      await markFinished(head)
    } catch (error) {
      await undoFrom(firstStep, head, saveSettings, onProgress)
      throw error
    }
  })

/** One step of an import: one transaction under the writers' lock. */
export const atOnce = (work: (tx: Tables) => Promise<void>): Promise<void> =>
  exclusively(async () => {
    await settleCheckpoint()
    await db.transaction('rw', db.tables, (tx) => keepingCommitments(tx, () => work(tx)))
  })
