import { t } from '../../platform/i18n'
import type { Saving } from './use-saving'

/** Says beside a control that its change was saved, or what went wrong. */
export const SaveNote = ({ saving }: { saving: Saving }) => (
  <p class={`save-note ${saving.state}`} role="status">
    {saving.state === 'saved' && t('saved')}
    {saving.state === 'failed' && t('not_saved', saving.detail)}
  </p>
)
