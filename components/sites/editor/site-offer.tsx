import type { SiteActions } from './site-actions'
import { addressOf } from '../../../domain/surface/surface-directory'
import { t } from '../../../platform/i18n'
import { SaveNote } from '../../form/save-note'
import { useSaving } from '../../form/use-saving'

interface Props {
  /** A typed site that is not in the list; null if there is none. */
  site: string | null
  actions: SiteActions
  /** Called when the site is in the list and the button is gone. */
  onExcluded: () => void
}

/** Offers to exclude a site that was never recorded. */
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
