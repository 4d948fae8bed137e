import type { SiteActions } from './site-actions'
import { useLayoutEffect, useState } from 'preact/hooks'
import { surfaceRules } from '../../../domain/surface/surface-rules'
import type { Place } from '../../../domain/surface/address'
import { type KnownSurface, mayBeAddress } from '../../../domain/surface/surface-directory'

/** The place that a typed or pasted text leads to, including parts that were split off. */
export const placeTyped = (
  typed: string,
  known: readonly KnownSurface[],
  { placeOf }: Pick<SiteActions, 'placeOf'>,
): Promise<Place | null> =>
  placeOf(typed, surfaceRules(known.map(({ opinion }) => opinion)).splits).catch(
    () => null, // after an error, the text is treated as an ordinary word
  )

/** The same during typing; undefined until it is known, null if the text is no address. */
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
