import { t } from '../../platform/i18n'
import { Choice } from '../form/choice'
import { SaveNote } from '../form/save-note'
import { useOneEach } from '../form/use-one-each'
import { type PictureActions, type PictureChoices, SharePicture } from './share-picture'

/** The ways to export a statement. */
export interface Exports extends PictureActions {
  copyMarkdown: () => Promise<unknown>
  saveMarkdown: () => Promise<unknown>
  saveCsv: () => Promise<unknown>
  /** The same table for the person's spreadsheet. */
  saveSpreadsheet: () => Promise<unknown>
  saveJson: () => Promise<unknown>
  print: () => Promise<unknown>
}

/** Whether files, pictures and paper name the sites that are otherwise named only on the screen. */
export interface Naming {
  isWithNames: boolean
  onChange: (isWithNames: boolean) => void
}

interface Props {
  exports: Exports
  /** Null if there are no such sites. */
  naming: Naming | null
  /** A finding that the picture may carry; empty if there is none. */
  shared: string
  picture: PictureChoices
}

/** The exports that are used less often than those beside the heading, and the picture. */
export function StatementActions({ exports, shared, naming, picture }: Props) {
  const [saving, run] = useOneEach()
  const button = (words: string, work: () => Promise<unknown>) => (
    <button type="button" onClick={() => run(words, work)}>
      {words}
    </button>
  )
  return (
    <section class="take-along" aria-labelledby="take-along">
      <h2 id="take-along" tabIndex={-1}>
        {t('take_along')}
      </h2>
      <div class="actions">
        {button(t('save_markdown'), exports.saveMarkdown)}
        {button(t('save_spreadsheet'), exports.saveSpreadsheet)}
        {button(t('save_json'), exports.saveJson)}
        <SaveNote saving={saving} />
      </div>
      <p class="hint">{t('save_csv_hint')}</p>
      {naming && (
        <>
          <Choice words={t('names_of_discreet')} isMade={naming.isWithNames} onChange={naming.onChange} />
          <p class="hint">{t('names_of_discreet_hint')}</p>
        </>
      )}
      <SharePicture actions={exports} choices={picture} shared={shared} />
    </section>
  )
}
