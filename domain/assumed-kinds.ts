import type { Kind } from './kind'
import type { SurfaceLine } from './statement'

/** The kinds whose assumed worth a return rests on, in their order. */
export const assumedKinds = (surfaces: readonly SurfaceLine[]): Kind[] => [
  ...new Set(
    surfaces
      .filter(({ money, assumed }) => money !== null && assumed !== 'no')
      .map(({ profile }) => profile.kind),
  ),
]
