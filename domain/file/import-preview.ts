/** What a page tells of an import, before and after. */
import type { ExportStore } from './export-file'
import type { Settings } from '../settings/settings'

/** How many rows of a store are new or other than here, and how many go. */
export interface RowCounts {
  store: ExportStore
  written: number
  gone: number
}

/** What an import would do. */
export interface ImportPreview {
  added: number
  /** Spans that are here already. */
  known: number
  /** Spans that differ from what is here at that time. */
  differing: number
  /** Spans that only are here, and go. */
  gone: number
  /** Time that two devices recorded at once. */
  sharedMs: number
  rows: RowCounts[]
  settings: (keyof Settings)[]
}

/** An import that can be undone: when it began, and until when. */
export interface UndoableImport {
  /** Its number among those that can be undone. */
  imported: number
  at: number
  until: number
  /** Whether it, or its undoing, has begun and not ended: then it can be undone at any time. */
  isCutShort: boolean
}
