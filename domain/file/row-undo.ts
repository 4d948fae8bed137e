/** Undoes what an import did to rows and settings, and nothing else. */
import type { ExportStore } from './export-file'
import { written } from '../written'
import type { TotalKey } from '../record/day-total'
import type { Settings } from '../settings/settings'

/** A row before an import and after it, with its key; undefined if there was none. */
export interface RowChange {
  key: string | number | TotalKey
  before: unknown
  after: unknown
}

/**
 * A row as it would be without the import; undefined if there would be none. Later changes stay, for the
 * opinion of a surface field by field.
 */
export function undoRow(store: ExportStore, { before, after }: RowChange, now: unknown): unknown {
  if (written(now ?? null) === written(after ?? null)) return before
  if (store !== 'surfaces' || now === undefined) return now
  const [was, became, is] = [before ?? {}, after ?? {}, now] as Record<string, unknown>[]
  const fields = Object.keys({ ...was, ...is }).flatMap((field) => {
    const isOfImport = written(is?.[field] ?? null) === written(became?.[field] ?? null)
    const value = field === 'surface' || !isOfImport ? is?.[field] : was?.[field]
    return value === undefined ? [] : [[field, value]]
  })
  return fields.length > 1 ? Object.fromEntries(fields) : undefined
}

/** The earlier values of the settings that an import changed and nobody has changed since. */
export const settingsToUndo = (
  before: Partial<Settings>,
  after: Partial<Settings>,
  now: Settings,
): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(before).filter(
      ([key]) => written(now[key as keyof Settings]) === written(after[key as keyof Settings]),
    ),
  )
