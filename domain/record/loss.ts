/**
 * Whether the browser lost something. The database and `storage.local` each carry a mark; what is damaged, browsers
 * replace by something new and empty, without a mark, and say nothing.
 */

export interface Marks {
  inDatabase: boolean
  outside: boolean
  /** Whether `storage.local` holds anything else of this installation. */
  hasSettings: boolean
}

/** What was lost: the database with the record, or `storage.local` with the settings. */
export type LossOf = 'record' | 'settings'

/** A loss that the person has not acknowledged yet. */
export interface Loss {
  /** When it was noticed, epoch ms. */
  at: number
  of: LossOf
  /** Whether limits went on from their copy. */
  hasLimits: boolean
}

/** Null at the first start, after erasing, and while all is there. */
export function lossOf({ inDatabase, outside, hasSettings }: Marks): LossOf | null {
  if (outside && !inDatabase) return 'record'
  return inDatabase && !outside && !hasSettings ? 'settings' : null
}
