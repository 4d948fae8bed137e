/** Applies deletions and corrections to the backups of imports, so that undoing an import does not revert them. */
import { type Correction, exchangeIn, exchanged, type KeptCorrection } from '../../domain/record/correction'
import type { ExportStore } from '../../domain/file/export-file'
import type { Day } from '../../domain/time/local-time'
import type { SealedDay } from '../../domain/record/sealed-day'
import type { Settings } from '../../domain/settings/settings'
import type { Span } from '../../domain/record/span'
import { backup, type BackupKey, type DayRow } from './backup'
import { db, type Tables } from '../base/db'

/** The keys of backup rows by their third part: a calendar day, or a number for other changes. */
async function keysOf(
  isMeant: (place: Day | number | undefined) => boolean,
  tx: Tables = db,
): Promise<BackupKey[]> {
  const keys = await backup(tx).primaryKeys()
  return keys.filter(([, , place]) => isMeant(place))
}

async function readDay(key: BackupKey, tx: Tables): Promise<DayRow | null> {
  const row = await backup(tx).get(key)
  return row?.type === 'day' ? row : null
}

/** Days per transaction, so that none takes long. */
const DAYS_AT_ONCE = 100

async function changeDays(
  keys: readonly BackupKey[],
  change: (day: SealedDay) => SealedDay | null,
  tx: Tables,
): Promise<void> {
  const rows = await backup(tx).bulkGet(keys)
  const writing = rows.map(async (row, index) => {
    if (row?.type !== 'day') return
    const [before, after] = [row.before && change(row.before), row.after && change(row.after)]
    if (before !== row.before || after !== row.after)
      await backup(tx).put({ ...row, before, after }, keys[index])
  })
  await Promise.all(writing)
}

/** Changes the backups of some days, before and after each import. `change` returns unchanged days as they are. */
export async function changeKeptDays(
  isMeant: (day: Day) => boolean,
  change: (day: SealedDay) => SealedDay | null,
): Promise<void> {
  const keys = await keysOf((place) => typeof place === 'string' && isMeant(place))
  for (let at = 0; at < keys.length; at += DAYS_AT_ONCE) {
    const some = keys.slice(at, at + DAYS_AT_ONCE)
    await db.transaction('rw', [backup()], (tx) => changeDays(some, change, tx))
  }
}

/** How deleting pieces of the record, or moving them to another surface, changes the backups. */
export async function keptCorrections(
  pieces: readonly Span[],
  surface: string | null,
  tx: Tables,
): Promise<KeptCorrection[]> {
  const days = new Set(pieces.map(({ day }) => day))
  const corrections: KeptCorrection[] = []
  for (const key of await keysOf((place) => days.has(String(place)), tx)) {
    const row = await readDay(key, tx)
    if (!row) continue
    const [before, after] = [row.before, row.after].map((day) => exchangeIn(day, pieces, surface))
    if (before && after) corrections.push({ key, before, after })
  }
  return corrections
}

export async function carryOutKept({ kept }: Correction, tx: Tables): Promise<void> {
  for (const { key, before, after } of kept) {
    const row = await readDay(key as BackupKey, tx)
    if (!row) continue
    await backup(tx).put(
      { ...row, before: exchanged(row.before, before), after: exchanged(row.after, after) },
      key as BackupKey,
    )
  }
}

/** Changes the backups of a store's rows. Rows with nothing left before and after are removed. */
export async function changeKeptRows<Row>(
  store: ExportStore,
  change: (row: Row) => Row | null,
): Promise<void> {
  const changed = (row: unknown) => (row === undefined ? undefined : (change(row as Row) ?? undefined))
  for (const key of await keysOf((place) => typeof place === 'number')) {
    const kept = await backup().get(key)
    if (kept?.type !== 'rows' || kept.store !== store) continue
    const rows = kept.rows
      .map(({ key: of, before, after }) => ({ key: of, before: changed(before), after: changed(after) }))
      .filter(({ before, after }) => before !== undefined || after !== undefined)
    await backup().put({ ...kept, rows }, key)
  }
}

/** Changes the backups of settings, before and after each import. */
export async function changeKeptSettings(
  change: (settings: Partial<Settings>) => Partial<Settings>,
): Promise<void> {
  for (const key of await keysOf((place) => typeof place === 'number')) {
    const kept = await backup().get(key)
    if (kept?.type !== 'settings') continue
    await backup().put({ ...kept, before: change(kept.before), after: change(kept.after) }, key)
  }
}
