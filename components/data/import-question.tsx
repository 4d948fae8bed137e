import { useState } from 'preact/hooks'
import type { ExportContent } from '../../domain/file/export-file'
import type { ExportFlaw } from '../../domain/file/export-flaw'
import type { ImportPreview } from '../../domain/file/import-preview'
import type { ImportMode } from '../../domain/file/row-merge'
import { t } from '../../platform/i18n'
import { timeOfWeek, whole } from '../figure/format'
import { useOwnId } from '../form/use-own-id'
import { shortDay } from '../figure/numbers'
import { tn } from '../figure/plural'
import { PreviewTable } from './preview-table'

interface Props {
  name: string
  content: ExportContent
  bad: readonly ExportFlaw[]
  mode: ImportMode
  preview: ImportPreview
  /** Until when the import can be undone. */
  until: number
  onMode: (mode: ImportMode) => void
  onImport: () => void
  onClose: () => void
}

const MODES: readonly ImportMode[] = ['merge', 'replace']

/** Flaws beyond this number are only counted. */
const MOST_SHOWN = 8

interface FlawsProps {
  bad: readonly ExportFlaw[]
  isSkipping: boolean
  onSkip: (isSkipping: boolean) => void
}

/** Lists the flaws by path. The bad rows are skipped only if the person says so. */
const Flaws = ({ bad, isSkipping, onSkip }: FlawsProps) => (
  <div class="flaws">
    <p>{tn('data_bad', bad.length)}</p>
    <ul>
      {bad.slice(0, MOST_SHOWN).map(({ path, flaw }) => (
        <li key={path}>
          <code>{path}</code>: {t(`data_flaw_${flaw}`)}
        </li>
      ))}
      {bad.length > MOST_SHOWN && <li class="soft">{t('data_bad_more', whole(bad.length - MOST_SHOWN))}</li>}
    </ul>
    <label class="check">
      <input
        type="checkbox"
        checked={isSkipping}
        onChange={({ currentTarget }) => onSkip(currentTarget.checked)}
      />
      {t('data_bad_skip')}
    </label>
  </div>
)

/** Shows what a file holds and what it would change, before anything is written. */
export function ImportQuestion(props: Props) {
  const { name, content, bad, mode, preview, until, onMode, onImport, onClose } = props
  const [isSkipping, setSkipping] = useState(false)
  const id = useOwnId()
  const { exportedAt } = content
  const exported = exportedAt === null ? '' : t('data_file_of', shortDay(new Date(exportedAt).toISOString()))
  return (
    <section class="card import-question" aria-labelledby={id}>
      <h3 id={id}>
        <bdi>{name}</bdi> <span class="soft">{exported}</span>
      </h3>
      {bad.length > 0 && <Flaws bad={bad} isSkipping={isSkipping} onSkip={setSkipping} />}
      <fieldset class="modes">
        <legend>{t('data_mode')}</legend>
        {MODES.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name={id} checked={mode === one} onChange={() => onMode(one)} />
            <span>{t(`data_mode_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <PreviewTable content={content} preview={preview} />
      <p class="hint">{t('data_limits_stay', timeOfWeek(until))}</p>
      <div class="actions">
        <button type="button" class="primary" disabled={bad.length > 0 && !isSkipping} onClick={onImport}>
          {t('data_import_now')}
        </button>
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </section>
  )
}
