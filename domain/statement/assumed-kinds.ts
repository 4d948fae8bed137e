import type { Kind } from '../surface/kind'
import type { SurfaceLine } from './statement'

/** The kinds whose assumed worth a return depends on, in the order of the lines. */
export const assumedKinds = (
  surfaces: readonly Pick<SurfaceLine, 'money' | 'assumed' | 'profile'>[],
): Kind[] => [
  ...new Set(
    surfaces
      .filter(
        ({ money, assumed, profile }) =>
          money !== null && assumed !== 'no' && profile.worth.source !== 'unknown',
      )
      .map(({ profile }) => profile.kind),
  ),
]
