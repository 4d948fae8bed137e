/** What a page shows about an import, before and after it. */
import type { ExportStore } from './export-file'
import type { Settings } from '../settings/settings'

/** How many rows of a store an import adds or changes, and how many it removes. */
export interface RowCounts {
  store: ExportStore
  written: number
  gone: number
}

/** The effect that an import would have. */
export interface ImportPreview {
  added: number
  /** Spans of the file that exist here already. */
  known: number
  /** Spans of the file that differ from the spans here at that time. */
  differing: number
  /** Spans here that are not in the file, and are removed. */
  gone: number
  /** Time that two devices recorded at once. */
  sharedMs: number
  rows: RowCounts[]
  settings: (keyof Settings)[]
}

/** What the spans of another tool would bring. */
export interface SpansPreview {
  added: number
  known: number
  /** Time that is left out because it may be recorded here already. */
  leftMs: number
}

/** An import that can be undone: when it began, and until when it can be undone. */
export interface UndoableImport {
  /** Its number among those that can be undone. */
  imported: number
  at: number
  until: number
  /** Whether its file had limits, which stay when it is undone. */
  hasLimits?: boolean
  /** Whether it, or its undo, was interrupted; then it can be undone at any time. */
  isCutShort: boolean
}
