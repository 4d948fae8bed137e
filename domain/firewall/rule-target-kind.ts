import type { Kind } from '../surface/kind'
import type { SurfaceProfile } from '../surface/surface-book'
import type { Target } from './rule'

/** The kind by which others read a target, see surface/discreet.ts; null if it may be named. Of an owner's sites, one is enough. */
export function kindOfTarget(target: Target, profileOf: (surface: string) => SurfaceProfile): Kind | null {
  if (target.type === 'kind' || target.type === 'everything') return null
  const surfaces =
    target.type === 'owner' ? target.sites : [target.type === 'site' ? target.site : target.surface]
  return surfaces.map(profileOf).find(({ discreet }) => discreet)?.kind ?? null
}
