import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useOneEach } from '../form/use-one-each'
import type { Exports } from './statement-actions'

const MORE = 'take-along'

/** Leads to the other exports without a change of the address, which names the page. */
function goToMore() {
  const heading = document.getElementById(MORE)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

/** The exports that are used most, beside the heading. Its room is kept until they are there. */
export function ExportBar({ exports }: { exports: Exports | null }) {
  const [saving, run] = useOneEach()
  const button = (words: string, work: () => Promise<unknown>) => (
    <button type="button" onClick={() => run(words, work)}>
      {words}
    </button>
  )
  return (
    <div class="export-bar" role="group" aria-label={t('take_along')}>
      {exports && (
        <>
          {button(t('copy_markdown'), exports.copyMarkdown)}
          {button(t('save_csv'), exports.saveCsv)}
          {button(t('print'), exports.print)}
          <button type="button" onClick={goToMore}>
            {t('take_more')}
          </button>
          <SaveNote saving={saving} />
        </>
      )}
    </div>
  )
}
