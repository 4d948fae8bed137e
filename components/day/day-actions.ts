import type { Interval } from '../../domain/time/interval'
import type { EdgeChange } from '../../domain/record/edge-draft'
import type { Correction } from '../../domain/record/correction'
import type { Place, Split } from '../../domain/surface/address'
import type { Span } from '../../domain/record/span'
import type { KnownSurface } from '../../domain/surface/surface-directory'
import type { TroubleProps } from '../page/trouble'

export interface EnteredPart extends Interval {
  surface: string
  utcOffsetMinutes: number
}

/** The corrections of a day's record. */
export interface DayActions {
  remove: (spans: readonly Span[]) => Promise<Correction>
  give: (spans: readonly Span[], surface: string) => Promise<Correction>
  /** Changes when a visit began and ended. */
  move: (change: EdgeChange) => Promise<Correction>
  enter: (parts: readonly EnteredPart[]) => Promise<Correction>
  undo: (correction: Correction) => Promise<Correction>
  /** Tells the worker that the record was corrected. */
  tell: () => Promise<unknown>
  placeOf: (typed: string, splits: readonly Split[]) => Promise<Place | null>
}

export interface Suggested {
  /** Empty until they are read. */
  known: readonly KnownSurface[]
  /** Waits until they are read, because a form can be sent before. Empty if they cannot be read. */
  whenKnown: () => Promise<readonly KnownSurface[]>
  failed: TroubleProps | null
}

/** Reads the suggested surfaces while a form is open. */
export type UseKnown = () => Suggested
