import { useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useOwnId } from '../form/use-own-id'
import { useSaving } from '../form/use-saving'

/** How a statement can be taken along. */
export interface Exports {
  copyMarkdown: () => Promise<unknown>
  saveMarkdown: () => Promise<unknown>
  saveCsv: () => Promise<unknown>
  saveJson: () => Promise<unknown>
  savePicture: (withSites: boolean) => Promise<unknown>
  print: () => Promise<unknown>
}

/** Takes the statement along: into notes, a table, a picture, or onto paper. */
export function StatementActions({ exports }: { exports: Exports }) {
  const [saving, , saveOnce] = useSaving()
  const [withSites, setWithSites] = useState(false)
  const id = useOwnId()
  const button = (words: string, work: () => Promise<unknown>, isPrimary = false) => (
    <button type="button" class={isPrimary ? 'primary' : ''} onClick={() => void saveOnce(work)}>
      {words}
    </button>
  )
  return (
    <section class="take-along" aria-labelledby="take-along">
      <h2 id="take-along">{t('take_along')}</h2>
      <div class="actions">
        {button(t('copy_markdown'), exports.copyMarkdown, true)}
        {button(t('save_markdown'), exports.saveMarkdown)}
        {button(t('save_csv'), exports.saveCsv)}
        {button(t('save_json'), exports.saveJson)}
        {button(t('save_picture'), () => exports.savePicture(withSites))}
        {button(t('print'), exports.print)}
        <SaveNote saving={saving} />
      </div>
      <label class="check" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={withSites}
          onChange={({ currentTarget }) => setWithSites(currentTarget.checked)}
        />
        {t('picture_with_sites')}
      </label>
    </section>
  )
}
