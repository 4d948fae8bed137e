import { isExcluded, type Opinion } from './opinion'
import { siteOf } from './surface'
import type { SurfaceProfile } from './surface-book'

const AN_INVESTMENT = 8
const AT_MOST = 5

const isHost = (site: string): boolean => site.includes('.') || site === 'localhost'

/** Surfaces that the person rated as investments, for a wall to offer; none on the walled site itself. */
export function investmentsOf(
  opinions: readonly Opinion[],
  profileOf: (surface: string) => SurfaceProfile,
  walled: string,
): SurfaceProfile[] {
  const bySurface = new Map(opinions.map((opinion) => [opinion.surface, opinion]))
  const isOffered = ({ surface, worthQuarters, joined }: Opinion): boolean =>
    worthQuarters === AN_INVESTMENT &&
    joined === undefined &&
    isHost(siteOf(surface)) &&
    siteOf(surface) !== siteOf(walled) &&
    !isExcluded(surface, (one) => bySurface.get(one))
  return opinions
    .filter(isOffered)
    .slice(0, AT_MOST)
    .map(({ surface }) => profileOf(surface))
}
