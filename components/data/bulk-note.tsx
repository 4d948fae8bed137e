import { t } from '../../platform/i18n'
import { percent } from '../figure/format'
import type { BulkState } from './use-bulk'

/** Shows the progress of a bulk operation with its Cancel button, then the result. */
export const BulkNote = ({ bulk }: { bulk: BulkState }) => (
  <div class="bulk" role="status">
    {bulk.state === 'running' && (
      <>
        <span>{bulk.words}</span>
        <progress value={bulk.done} max={1} aria-label={bulk.words}>
          {percent(Math.round(bulk.done * 100))}
        </progress>
        {bulk.cancel && (
          <button type="button" onClick={bulk.cancel}>
            {t('cancel')}
          </button>
        )}
      </>
    )}
    {bulk.state === 'done' && <p class="soft">{bulk.words}</p>}
    {bulk.state === 'failed' && <p class="problem">{t('not_saved', bulk.detail)}</p>}
  </div>
)
