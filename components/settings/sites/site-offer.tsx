import type { SiteActions } from './site-actions'
import { addressOf } from '../../../domain/surface/surface-directory'
import { t } from '../../../platform/i18n'
import { SaveNote } from '../../form/save-note'
import { useSaving } from '../../form/use-saving'

interface Props {
  /** A site that was typed and is not in the list; null where there is none. */
  site: string | null
  actions: SiteActions
  /** The site is in the list now, and the button is gone. */
  onExcluded: () => void
}

/** Leaves out a site of which nothing is recorded. */
export function SiteOffer({ site, actions, onExcluded }: Props) {
  const [saving, , saveOnce] = useSaving()
  const exclude = async (unknown: string) => {
    if (await saveOnce(() => actions.change(unknown, { excluded: Date.now() }))) onExcluded()
  }
  return (
    <>
      {site !== null && (
        <button type="button" class="offer" onClick={() => void exclude(site)}>
          {t('exclude_site', addressOf(site))}
        </button>
      )}
      <SaveNote saving={saving} />
    </>
  )
}
