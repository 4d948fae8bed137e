/** What a page tells of an import, before and after. */
import type { RowChanges } from './row-merge'
import type { Settings } from './settings'

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
  rows: RowChanges[]
  settings: (keyof Settings)[]
}

/** The state before an import: when it was kept, and until when it can be brought back. */
export interface KeptState {
  at: number
  until: number
}
