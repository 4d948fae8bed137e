import type { SiteActions } from '../../components/sites/editor/site-actions'
import { prepareNames } from '../../domain/surface/idn'
import { send } from '../../platform/messages'
import { deleteHistoryOf, forgetSite, recordedOf } from '../../storage/bulk/forget'

/** Deletion runs in the page; afterwards the worker forgets what it still holds of the site. */
const forgotten = async (site: string, work: Promise<unknown>): Promise<void> => {
  await work
  await send('recordChanged', { forgotten: { site } })
}

export const siteActions: SiteActions = {
  change: (surface, change) => send('changeSurface', { surface, change }),
  // The public suffix list is read only once somebody types an address or splits a site.
  splitOf: async (typed) => (await import('../../domain/surface/address')).splitOf(typed),
  placeOf: async (typed, splits) => {
    const place = (await import('../../domain/surface/address')).typedPlace(typed, splits)
    if (place) await prepareNames([place.site])
    return place
  },
  recordedOf,
  deleteHistory: (site) => forgotten(site, deleteHistoryOf(site)),
  forget: (site) => forgotten(site, forgetSite(site)),
}
