import { useMemo } from 'preact/hooks'
import type { PhoneActions } from '../../components/phone/phone-actions'
import { platformDirectory } from '../../domain/surface/surface-directory'
import { putTotals, removeTotal } from '../../storage/bulk/typed-totals'
import { typedOn } from '../../storage/record/totals'
import { siteActions } from './site-actions'
import { useDirectory } from './use-directory'
import { useSuggested } from './use-suggested'

/** Typed totals are written in the page, like corrections; limits do not count them, so the worker is not told. */
export const phoneActions: PhoneActions = {
  typedOn,
  put: putTotals,
  remove: removeTotal,
  placeOf: siteActions.placeOf,
}

/** The surfaces that a form for the phone suggests. */
export function usePlatforms() {
  const { known, opinions, failed } = useDirectory()
  const platforms = useMemo(() => (known ? platformDirectory(known, opinions) : null), [known, opinions])
  return useSuggested(platforms, failed)
}
