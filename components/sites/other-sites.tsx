import { useMemo } from 'preact/hooks'
import {
  addressOf,
  isKnownSite,
  type KnownSurface,
  searchSurfaces,
} from '../../domain/surface/surface-directory'
import { t } from '../../platform/i18n'
import { characterWords } from '../figure/character-words'
import { Time } from '../figure/figures'
import { whole } from '../figure/format'
import { fullName } from '../figure/full-name'
import { type IconCache, SiteIcon } from '../figure/site-icon'
import { SurfaceName } from '../figure/surface-name'
import type { SiteActions } from './editor/site-actions'
import { SiteOffer } from './editor/site-offer'
import { usePlace } from './editor/use-place'

const SHOWN = 100

interface Props {
  known: readonly KnownSurface[]
  /** The surfaces that the table above has. */
  listed: ReadonlySet<string>
  query: string
  icons: IconCache
  actions: SiteActions
  hrefOf: (surface: string) => string
  /** Called when a site was excluded and the button for it is gone. */
  onExcluded: () => void
}

function notesOf({ profile, countsAs, excluded, timeMs }: KnownSurface): string {
  if (excluded) return t(timeMs > 0 ? 'site_excluded_since' : 'site_excluded')
  if (countsAs) return t('site_counts_as', fullName(countsAs))
  return characterWords(profile)
}

/** The known sites without time in the period, which can be edited too, and an offer to exclude an unknown one. */
export function OtherSites({ known, listed, query, icons, actions, hrefOf, onExcluded }: Props) {
  const place = usePlace(query, known, actions)
  const others = useMemo(
    () => searchSurfaces(known, query, place ?? null).filter(({ profile }) => !listed.has(profile.surface)),
    [known, query, place, listed],
  )
  const unknown = place && !isKnownSite(place.site, known) ? place.site : null
  const isEmpty = place !== undefined && others.length === 0
  return (
    <section class="other-sites" aria-labelledby="other-sites">
      <h2 id="other-sites">{t('sites_others')}</h2>
      <p class="soft count" role="status">
        {isEmpty && (unknown === null ? t('sites_no_others') : t('sites_not_recorded', addressOf(unknown)))}
        {others.length > SHOWN && t('sites_first', whole(SHOWN), whole(others.length))}
      </p>
      <ul>
        {others.slice(0, SHOWN).map((site) => (
          <li key={site.profile.surface} data-surface={site.profile.surface}>
            <SiteIcon profile={site.profile} icons={icons} />
            <a href={hrefOf(site.profile.surface)}>
              <SurfaceName profile={site.profile} />
            </a>
            <span class="notes soft">{notesOf(site)}</span>
            {site.timeMs > 0 && <Time class="number soft" ms={site.timeMs} />}
          </li>
        ))}
      </ul>
      <SiteOffer key={query} site={unknown} actions={actions} onExcluded={onExcluded} />
    </section>
  )
}
