import type { SiteActions } from './site-actions'
import { useLayoutEffect, useState } from 'preact/hooks'
import { surfaceRules } from '../../../domain/surface/surface-rules'
import type { Place } from '../../../domain/surface/site'
import { type KnownSurface, mayBeAddress } from '../../../domain/surface/surface-directory'

/** Where a text leads that somebody typed or pasted, by the parts that were split off, too. */
export const placeTyped = (
  typed: string,
  known: readonly KnownSurface[],
  { placeOf }: Pick<SiteActions, 'placeOf'>,
): Promise<Place | null> =>
  placeOf(typed, surfaceRules(known.map(({ opinion }) => opinion)).splits).catch(
    () => null, // where it cannot be told, the text is a word like any other
  )

/** The same while it is being typed; undefined until it is known, null where it is no address. */
export function usePlace(
  typed: string,
  known: readonly KnownSurface[],
  actions: SiteActions,
): Place | null | undefined {
  const [answer, setAnswer] = useState<{ typed: string; place: Place | null } | null>(null)
  const asks = mayBeAddress(typed)
  useLayoutEffect(() => {
    if (!asks) return undefined
    let isAwaited = true
    void placeTyped(typed, known, actions).then((place) => {
      if (isAwaited) setAnswer({ typed, place })
    })
    return () => {
      isAwaited = false
    }
  }, [typed])
  if (!asks) return null
  return answer?.typed === typed ? answer.place : undefined
}
