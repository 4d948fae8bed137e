import type { SiteActions } from './site-actions'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { KnownSurface } from '../../../domain/surface/surface-directory'
import { t } from '../../../platform/i18n'
import { Time } from '../../figure/figures'
import { type IconCache, SiteIcon } from '../../figure/site-icon'
import { fullName } from '../../figure/full-name'
import { SurfaceName } from '../../figure/surface-name'
import { characterWords } from '../../figure/character-words'
import { SiteEditor } from './site-editor'
import { useFocusAfter } from '../../form/use-focus-after'
import { useOwnId } from '../../form/use-own-id'

interface Props {
  site: KnownSurface
  known: readonly KnownSurface[]
  icons: IconCache
  actions: SiteActions
  /** Whether the row is unfolded from the start. */
  isWanted: boolean
  /** Called when the row disappears with the focus in it. */
  onFocusLost: () => void
}

function notesOf({ profile, countsAs, excluded, timeMs }: KnownSurface): string {
  if (excluded) return t(timeMs > 0 ? 'site_excluded_since' : 'site_excluded')
  if (countsAs) return t('site_counts_as', fullName(countsAs))
  return characterWords(profile)
}

/** A surface in the list; unfolded, it shows the editor. */
export function SiteRow({ site, known, icons, actions, isWanted, onFocusLost }: Props) {
  const [isOpen, setOpen] = useState(isWanted)
  const { profile, opinion, timeMs } = site
  const id = useOwnId()
  const row = useRef<HTMLLIElement>(null)
  const focused = useFocusAfter(opinion.split)
  const leave = () => {
    if (row.current?.contains(document.activeElement)) onFocusLost()
  }
  useLayoutEffect(() => leave, [])
  return (
    <li ref={row} data-surface={profile.surface} class={isOpen ? 'open' : ''}>
      <button
        ref={focused}
        type="button"
        class="site-row"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <SiteIcon profile={profile} icons={icons} />
        <SurfaceName profile={profile} />
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
