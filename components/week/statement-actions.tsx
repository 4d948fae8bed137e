import { useRef, useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useOwnId } from '../form/use-own-id'
import { useSaving } from '../form/use-saving'

/** The ways to export a statement. */
export interface Exports {
  copyMarkdown: () => Promise<unknown>
  saveMarkdown: () => Promise<unknown>
  saveCsv: () => Promise<unknown>
  /** The same table for the person's spreadsheet. */
  saveSpreadsheet: () => Promise<unknown>
  saveJson: () => Promise<unknown>
  savePicture: (withSites: boolean, withFinding: boolean) => Promise<unknown>
  print: () => Promise<unknown>
}

interface ChoiceProps {
  words: string
  isMade: boolean
  onChange: (isMade: boolean) => void
}

function Choice({ words, isMade, onChange }: ChoiceProps) {
  const id = useOwnId()
  return (
    <label class="check" for={id}>
      <input
        id={id}
        type="checkbox"
        checked={isMade}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {words}
    </label>
  )
}

interface Props {
  exports: Exports
  /** A finding that the picture may carry; empty if there is none. */
  shared: string
}

/** Exports the statement: as Markdown, a table, data, a picture, or on paper. */
export function StatementActions({ exports, shared }: Props) {
  const [saving, save] = useSaving()
  const underWay = useRef(new Set<string>())
  const [withSites, setWithSites] = useState(false)
  const [withFinding, setWithFinding] = useState(false)
  /** Runs one export after the other; a second click on the same button is ignored. */
  const take = async (words: string, work: () => Promise<unknown>) => {
    if (underWay.current.has(words)) return
    underWay.current.add(words)
    await save(work)
    underWay.current.delete(words)
  }
  const button = (words: string, work: () => Promise<unknown>, isPrimary = false) => (
    <button type="button" class={isPrimary ? 'primary' : ''} onClick={() => void take(words, work)}>
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
        {button(t('save_spreadsheet'), exports.saveSpreadsheet)}
        {button(t('save_json'), exports.saveJson)}
        {button(t('save_picture'), () => exports.savePicture(withSites, withFinding))}
        {button(t('print'), exports.print)}
        <SaveNote saving={saving} />
      </div>
      <p class="hint">{t('save_csv_hint')}</p>
      <Choice words={t('picture_with_sites')} isMade={withSites} onChange={setWithSites} />
      {shared !== '' && (
        <Choice words={t('picture_with_finding', shared)} isMade={withFinding} onChange={setWithFinding} />
      )}
    </section>
  )
}
