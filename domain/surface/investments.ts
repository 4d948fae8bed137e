import { isExcluded, type Opinion } from './opinion'
import { siteOf } from './surface'
import type { SurfaceProfile } from './surface-book'
import { WORTHS } from './worth'

const INVESTMENT = WORTHS.find(({ name }) => name === 'investment')?.worthQuarters
const MOST_OFFERED = 5

const isHost = (site: string): boolean => site.includes('.') || site === 'localhost'

/** Surfaces that the person calls investments and that a wall suggests instead; never on the blocked site, nor closed too. */
export function investmentsOf(
  opinions: readonly Opinion[],
  profileOf: (surface: string) => SurfaceProfile,
  blocked: string,
  isClosed: (surface: string) => boolean = () => false,
): SurfaceProfile[] {
  const bySurface = new Map(opinions.map((opinion) => [opinion.surface, opinion]))
  const isOffered = ({ surface, worthQuarters, joined }: Opinion): boolean =>
    worthQuarters === INVESTMENT &&
    joined === undefined &&
    isHost(siteOf(surface)) &&
    siteOf(surface) !== siteOf(blocked) &&
    !isClosed(surface) &&
    !isExcluded(surface, (one) => bySurface.get(one))
  return opinions
    .filter(isOffered)
    .slice(0, MOST_OFFERED)
    .map(({ surface }) => profileOf(surface))
}
