import { useEffect, useState } from 'preact/hooks'
import type { Suggested } from '../../components/day/day-actions'
import type { TroubleProps } from '../../components/page/trouble'
import type { KnownSurface } from '../../domain/surface/surface-directory'

/** What a form suggests. `known` is null until it is read. If it cannot be read, the form takes only addresses. */
export function useSuggested(known: readonly KnownSurface[] | null, failed: TroubleProps | null): Suggested {
  const [arrival] = useState(() => Promise.withResolvers<readonly KnownSurface[]>())
  useEffect(() => {
    if (known || failed) arrival.resolve(known ?? [])
  }, [known, failed])
  return { known: known ?? [], whenKnown: async () => known ?? arrival.promise, failed }
}
