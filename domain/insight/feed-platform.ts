/** To which platform with a guide a site belongs. */
import { headSite } from '../surface/catalog/catalog'
import { FEED_GUIDES, type FeedGuide } from './data/feed-guides'

const guides = new Map(
  FEED_GUIDES.flatMap((guide) => [guide.site, ...(guide.also ?? [])].map((site) => [site, guide])),
)

/** The guide of the platform to which a site belongs, country versions included; null if there is none. */
export const guideOf = (site: string): FeedGuide | null =>
  guides.get(site) ?? guides.get(headSite(site)) ?? null

/** The main site of the platform to which a site belongs; the site itself without a guide. */
export const feedSiteOf = (site: string): string => guideOf(site)?.site ?? site
