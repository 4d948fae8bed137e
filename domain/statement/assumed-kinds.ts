import type { Kind } from '../surface/kind'
import type { SurfaceLine } from './statement'

/** The kinds whose assumed worth a return rests on, in their order. */
export const assumedKinds = (surfaces: readonly SurfaceLine[]): Kind[] => [
  ...new Set(
    surfaces
      .filter(({ money, assumed }) => money !== null && assumed !== 'no')
      .map(({ profile }) => profile.kind),
  ),
]
