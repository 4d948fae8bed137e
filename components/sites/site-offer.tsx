import { addressOf } from '../../domain/surface-directory'
import { t } from '../../platform/i18n'
import type { Save } from '../form/use-saving'
import type { SiteActions } from './site-editor'
import { useFocusLoss } from './use-focus-loss'

interface Props {
  site: string
  actions: SiteActions
  save: Save
  /** The offer goes, and with it the button that had the focus. */
  onFocusLost: () => void
}

/** Leaves out a site of which nothing is recorded. */
export function SiteOffer({ site, actions, save, onFocusLost }: Props) {
  const button = useFocusLoss<HTMLButtonElement>(onFocusLost)
  return (
    <button
      ref={button}
      type="button"
      class="offer"
      onClick={() => void save(() => actions.change(site, { excluded: Date.now() }))}
    >
      {t('exclude_site', addressOf(site))}
    </button>
  )
}
