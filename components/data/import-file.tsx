import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { UndoableImport } from '../../domain/file/import-preview'
import { t } from '../../platform/i18n'
import { timeOfDay, timeOfWeek } from '../figure/format'
import { useFocusAfter } from '../form/use-focus-after'
import { BulkNote } from './bulk-note'
import { ForeignQuestion } from './foreign-question'
import { ImportQuestion } from './import-question'
import { OtherBackups } from './other-backups'
import type { BulkState } from './use-bulk'
import { type ImportActions, useImport } from './use-import'

export interface ImportProps {
  actions: ImportActions
  /** Shows the error when a read fails. */
  report: (asked: Promise<unknown>) => void
  /** Tells whether a file is being read or written, or waits for an answer. */
  onBusy?: (isBusy: boolean) => void
}

interface UndoProps {
  undoable: UndoableImport
  onUndo: () => void
}

const UndoNote = ({ undoable: { at, until, isCutShort }, onUndo }: UndoProps) => (
  <div class="note kept">
    <p>{isCutShort ? t('data_cut_short') : t('data_undo_hint', timeOfDay(at), timeOfWeek(until))}</p>
    <button type="button" onClick={onUndo}>
      {t('data_undo')}
    </button>
  </div>
)

/** The import that can be undone. What could be undone before must not be offered while a new import ends. */
function useUndoable(actions: ImportActions, bulk: BulkState, report: ImportProps['report']) {
  const [undoable, setUndoable] = useState<UndoableImport | null>(null)
  useEffect(() => {
    let isCurrent = true
    const show = (found: UndoableImport | null) => {
      if (isCurrent) setUndoable(found)
    }
    if (bulk.state === 'running') show(null)
    else report(actions.undoable().then(show))
    return () => {
      isCurrent = false
    }
  }, [bulk])
  return undoable
}

/** Imports a file: reads it, shows what would change, writes on confirmation. Can be undone until the next day. */
export function ImportFile({ actions, report, onBusy }: ImportProps) {
  const input = useRef<HTMLInputElement>(null)
  const { question, foreign, refused, bulk, ...file } = useImport(actions)
  const undoable = useUndoable(actions, bulk, report)
  const isAsking = question !== null || foreign !== null
  const focused = useFocusAfter(!isAsking)
  const isBusy = isAsking || bulk.state === 'running'
  // Before the next paint, so that nobody leaves in between.
  useLayoutEffect(() => onBusy?.(isBusy), [isBusy])

  return (
    <>
      <p class="hint">{t('data_import_hint')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])]
          // Cleared, so that choosing the same file again fires a change event.
          if (chosen.length > 0) void file.open(chosen).finally(() => (currentTarget.value = ''))
        }}
      />
      <div class="actions">
        <button ref={focused} type="button" onClick={() => input.current?.click()}>
          {t('data_choose')}
        </button>
        <OtherBackups actions={actions} onOpen={(one) => void file.open([one])} report={report} />
      </div>
      {refused && (
        <div class="refused" role="alert">
          <p>{refused.sentence}</p>
          {refused.detail && <p class="soft">{refused.detail}</p>}
        </div>
      )}
      {question && (
        <ImportQuestion
          {...question}
          until={actions.undoableUntil()}
          onMode={(mode) => void file.chooseMode(question, mode)}
          onImport={() => void file.confirm(question)}
          onClose={file.close}
        />
      )}
      {foreign && (
        <ForeignQuestion
          key={foreign.name}
          asked={foreign}
          until={actions.undoableUntil()}
          onBring={(answer) => void file.bring(answer)}
          onClose={file.close}
        />
      )}
      <BulkNote bulk={bulk} />
      {undoable && bulk.state !== 'running' && (
        <UndoNote undoable={undoable} onUndo={() => void file.undo(undoable)} />
      )}
    </>
  )
}
