import { useState } from 'preact/hooks'
import type { KnownSurface } from '../../domain/surface-directory'
import { t } from '../../platform/i18n'
import { Time } from '../figures'
import { type IconCache, SiteIcon } from '../site-icon'
import { fullName } from './full-name'
import { characterWords } from '../character-words'
import { type SiteActions, SiteEditor } from './site-editor'
import { useOwnId } from '../form/use-own-id'

interface Props {
  site: KnownSurface
  known: readonly KnownSurface[]
  icons: IconCache
  actions: SiteActions
}

function notesOf({ profile, countsAs, excluded }: KnownSurface): string {
  if (excluded) return t('site_excluded')
  if (countsAs) return t('site_counts_as', fullName(countsAs))
  return characterWords(profile)
}

/** A surface in the list; opened, all that can be said of it. */
export function SiteRow({ site, known, icons, actions }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { profile, timeMs } = site
  const id = useOwnId()
  return (
    <li data-surface={profile.surface} class={isOpen ? 'open' : ''}>
      <button
        type="button"
        class="site-row"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <SiteIcon profile={profile} icons={icons} />
        <span class="name">
          {profile.name} {profile.part && <span class="soft">{profile.part}</span>}
        </span>
        {timeMs > 0 && <Time class="number" ms={timeMs} />}
        <span class="notes soft">{notesOf(site)}</span>
      </button>
      {isOpen && (
        <div id={id}>
          <SiteEditor site={site} known={known} actions={actions} />
        </div>
      )}
    </li>
  )
}
