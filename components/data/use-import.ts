import { useState } from 'preact/hooks'
import type { Bulk } from '../../domain/file/bulk'
import type { ExportContent } from '../../domain/file/export-file'
import type { ExportFlaw, Refusal } from '../../domain/file/export-flaw'
import type { Reading } from '../../domain/file/export-read'
import type { ImportPreview, UndoableImport } from '../../domain/file/import-preview'
import type { ImportMode } from '../../domain/file/row-merge'
import { t } from '../../platform/i18n'
import type { TroubleProps } from '../page/trouble'
import { useBulk } from './use-bulk'

export interface ImportActions {
  read: (file: File, bulk: Bulk) => Promise<Reading>
  preview: (content: ExportContent, mode: ImportMode, bulk: Bulk) => Promise<ImportPreview>
  import: (content: ExportContent, mode: ImportMode, bulk: Bulk) => Promise<void>
  /** The last import, while it can be undone. */
  undoable: () => Promise<UndoableImport | null>
  undo: (undoable: UndoableImport, onProgress: Bulk['onProgress']) => Promise<void>
  /** Until when an import made now can be undone. */
  undoableUntil: () => number
}

/** A file that was read, and what importing it in this mode would change. */
export interface Question {
  name: string
  content: ExportContent
  bad: readonly ExportFlaw[]
  mode: ImportMode
  preview: ImportPreview
}

/** Why a file was refused; `detail` is the version of a newer one. */
const refusalOf = (refused: Refusal, detail: string): TroubleProps => {
  const sentence = refused === 'newer' ? t('data_refused_newer', detail) : t(`data_refused_${refused}`)
  return { sentence: `${sentence} ${t('data_nothing_changed')}`, detail: '' }
}

/** The steps of an import: read, compare, confirm, write, undo. */
export function useImport(actions: ImportActions) {
  const [question, setQuestion] = useState<Question | null>(null)
  const [refused, setRefused] = useState<TroubleProps | null>(null)
  const [bulk, run] = useBulk()

  const compare = (read: Omit<Question, 'mode' | 'preview'>, mode: ImportMode) =>
    run({ during: t('data_comparing'), after: '' }, async (monitor) => {
      const preview = await actions.preview(read.content, mode, monitor)
      setQuestion({ ...read, mode, preview })
    })
  return {
    question,
    refused,
    bulk,
    open: async (file: File) => {
      setQuestion(null)
      setRefused(null)
      const words = { during: t('data_reading'), after: '' }
      const done = await run(words, (monitor) => actions.read(file, monitor))
      if (!done) return
      const { result: reading } = done
      if ('refused' in reading) setRefused(refusalOf(reading.refused, reading.detail))
      else await compare({ name: file.name, ...reading }, 'merge')
    },
    close: () => setQuestion(null),
    chooseMode: (asked: Question, mode: ImportMode) => compare(asked, mode),
    confirm: ({ content, mode }: Question) => {
      setQuestion(null)
      const words = { during: t('data_importing'), after: t('data_imported') }
      return run(words, (monitor) => actions.import(content, mode, monitor))
    },
    undo: (undoable: UndoableImport) => {
      const words = { during: t('data_restoring'), after: t('data_undone') }
      return run(words, ({ onProgress }) => actions.undo(undoable, onProgress), false)
    },
  }
}
