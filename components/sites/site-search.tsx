import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type KnownSurface, searchSurfaces } from '../../domain/surface-directory'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { whole } from '../format'
import type { IconCache } from '../site-icon'
import { SiteRow } from './site-row'
import type { SiteActions } from './site-editor'
import './sites.css'

const SHOWN = 100

interface Props {
  known: readonly KnownSurface[]
  icons: IconCache
  actions: SiteActions
}

function countSentence(found: number, all: number): string {
  if (all === 0) return t('sites_none')
  if (found === 0) return t('sites_not_found')
  return found > SHOWN ? t('sites_first', whole(SHOWN), whole(found)) : ''
}

/** All known surfaces, to be searched; each opens to what can be said of it. */
export function SiteSearch({ known, icons, actions }: Props) {
  const [query, setQuery] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const isFocusLost = useRef(false)
  useEffect(() => {
    if (isFocusLost.current) search.current?.focus()
    isFocusLost.current = false
  })
  const found = useMemo(() => searchSurfaces(known, query), [known, query])
  return (
    <>
      <Field label={t('sites_search')}>
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
        {countSentence(found.length, known.length)}
      </p>
      <ul class="sites">
        {found.slice(0, SHOWN).map((site) => (
          <SiteRow
            key={site.profile.surface}
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
    </>
  )
}
