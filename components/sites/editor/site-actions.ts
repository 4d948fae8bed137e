/** What the editor of a site needs and asks for. */
import type { OpinionChange } from '../../../domain/surface/opinion'
import type { Recorded } from '../../../domain/record/recorded'
import type { Place, Split } from '../../../domain/surface/address'
import type { KnownSurface } from '../../../domain/surface/surface-directory'

export interface SiteActions {
  change: (surface: string, change: OpinionChange) => Promise<unknown>
  /** Makes a surface from typed text; null if it names no part of a site. */
  splitOf: (typed: string) => Promise<Split | null>
  /** The place that a typed domain or address leads to; null if it is neither. */
  placeOf: (typed: string, splits: readonly Split[]) => Promise<Place | null>
  recordedOf: (site: string) => Promise<Recorded>
  deleteHistory: (site: string) => Promise<unknown>
  forget: (site: string) => Promise<unknown>
}

export interface SiteProps {
  site: KnownSurface
  known: readonly KnownSurface[]
  actions: SiteActions
  /** Called when the site was forgotten. */
  onForgotten: () => void
}
