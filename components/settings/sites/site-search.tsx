import type { SiteActions } from './site-actions'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import {
  addressOf,
  isKnownSite,
  type KnownSurface,
  searchSurfaces,
} from '../../../domain/surface/surface-directory'
import { t } from '../../../platform/i18n'
import { Field } from '../../form/field'
import { whole } from '../../figure/format'
import type { IconCache } from '../../figure/site-icon'
import { SiteOffer } from './site-offer'
import { SiteRow } from './site-row'
import { usePlace } from './use-place'
import './sites.css'

const SHOWN = 100

interface Props {
  known: readonly KnownSurface[]
  icons: IconCache
  actions: SiteActions
  /** The surface to search for and to unfold at first. */
  wanted: string | null
}

interface Found {
  found: number
  all: number
  /** A typed site that is not in the list. */
  unknown: string | null
}

function countSentence({ found, all, unknown }: Found): string {
  if (found > 0) return found > SHOWN ? t('sites_first', whole(SHOWN), whole(found)) : ''
  if (unknown !== null) return t('sites_not_recorded', addressOf(unknown))
  return t(all === 0 ? 'sites_none' : 'sites_not_found')
}

/** A search over all known surfaces. Each result unfolds to the editor. */
export function SiteSearch({ known, icons, actions, wanted }: Props) {
  const [query, setQuery] = useState(wanted ?? '')
  const search = useRef<HTMLInputElement>(null)
  const isFocusLost = useRef(false)
  useLayoutEffect(() => {
    if (isFocusLost.current) search.current?.focus()
    isFocusLost.current = false
  })
  const place = usePlace(query, known, actions)
  const found = useMemo(() => searchSurfaces(known, query, place ?? null), [known, query, place])
  const unknown = place && !isKnownSite(place.site, known) ? place.site : null
  const isAsking = place === undefined && found.length === 0
  return (
    <>
      <Field label={t('sites_search')} hint={t('sites_search_hint')}>
        {(control) => (
          <input
            {...control}
            ref={search}
            type="search"
            class="search"
            autocomplete="off"
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        )}
      </Field>
      <p class="soft count" role="status">
        {!isAsking && countSentence({ found: found.length, all: known.length, unknown })}
      </p>
      <ul class="sites">
        {found.slice(0, SHOWN).map((site) => (
          <SiteRow
            key={site.profile.surface}
            isWanted={site.profile.surface === wanted}
            site={site}
            known={known}
            icons={icons}
            actions={actions}
            onFocusLost={() => {
              isFocusLost.current = true
            }}
          />
        ))}
      </ul>
      <SiteOffer key={query} site={unknown} actions={actions} onExcluded={() => search.current?.focus()} />
    </>
  )
}
