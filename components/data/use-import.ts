import { useState } from 'preact/hooks'
import type { Bulk } from '../../domain/file/bulk'
import type { ExportContent } from '../../domain/file/export-file'
import type { ExportFlaw, Refusal } from '../../domain/file/export-flaw'
import type { AnyReading } from '../../domain/file/read-any'
import type { ForeignKind } from '../../domain/file/foreign/category-kinds'
import type { ForeignImport, ForeignRow } from '../../domain/file/foreign/foreign-rows'
import type { Tool } from '../../domain/file/foreign/foreign-table'
import type { ForeignRules } from '../../domain/file/foreign/limit-rules'
import type { ImportPreview, SpansPreview, UndoableImport } from '../../domain/file/import-preview'
import type { ImportMode } from '../../domain/file/row-merge'
import type { Rule } from '../../domain/firewall/rule'
import type { DayTotal, TotalBrowser } from '../../domain/record/day-total'
import type { SealedDay } from '../../domain/record/sealed-day'
import type { Opinion } from '../../domain/surface/opinion'
import { t } from '../../platform/i18n'
import { listed } from '../figure/format'
import { tn } from '../figure/plural'
import { foreignRefusal } from './foreign-words'
import type { TroubleProps } from '../page/trouble'
import { useBulk } from './use-bulk'

export interface ImportActions {
  read: (files: readonly File[], bulk: Bulk) => Promise<AnyReading>
  /** The newest backup of each other device among files, or in the folder for backups. */
  othersIn: (files: readonly File[] | null) => Promise<readonly File[]>
  /** Calls back now, and whenever a folder for backups is chosen or forgotten. Returns a function that stops this. */
  onFolder: (onChange: () => void) => () => void
  preview: (content: ExportContent, mode: ImportMode, bulk: Bulk) => Promise<ImportPreview>
  import: (content: ExportContent, mode: ImportMode, bulk: Bulk) => Promise<void>
  hereOf: (readings: readonly ForeignImport[], bulk: Bulk) => Promise<ForeignHere>
  /** Writes what the file of a tool brings. */
  bring: (answer: ForeignAnswer, bulk: Bulk) => Promise<void>
  /** The last import, while it can be undone. */
  undoable: () => Promise<UndoableImport | null>
  /** Returns how many limits of another tool stay. */
  undo: (undoable: UndoableImport, onProgress: Bulk['onProgress']) => Promise<number>
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

/** What is here beside the file of a tool. */
export interface ForeignHere {
  /** The day totals of that tool. */
  here: readonly DayTotal[]
  /** What the person said of sites. */
  opinions: readonly Opinion[]
  rules: readonly Rule[]
  /** What the spans of the file would bring, by answer about the browser. */
  spans: Record<TotalBrowser, SpansPreview>
}

/** A file of another tool that was read, and what is here beside it. */
export interface ForeignAsked extends ForeignHere {
  name: string
  /** What it would bring; twice if its dates can be read in two ways. */
  readings: readonly ForeignImport[]
}

/** What the person answered about it. */
export interface ForeignAnswer {
  source: Tool
  rows: readonly ForeignRow[]
  browser: TotalBrowser
  limits: readonly ForeignRules[]
  kinds: readonly ForeignKind[]
  days: readonly SealedDay[]
}

/** Why a file was refused; `detail` is the version of a newer one. */
const refusalOf = (refused: Refusal, detail: string): TroubleProps => {
  const sentence = refused === 'newer' ? t('data_refused_newer', detail) : t(`data_refused_${refused}`)
  const isForeign = refused === 'not_json' || refused === 'other_program'
  return {
    sentence: `${sentence} ${t('data_nothing_changed')}`,
    detail: isForeign ? t('bring_accepted') : '',
  }
}

/** What undoing an import left: limits of its file, and an import before it, which may be of the same minute. */
interface Gone {
  staying: number
  earlier: UndoableImport | null
}

function goneWords({ hasLimits }: UndoableImport, { staying, earlier }: Gone): string {
  const gone = t(hasLimits ? 'data_undone_but_limits' : 'data_undone')
  const said = staying > 0 ? tn('data_undone_limits', staying) : gone
  return earlier ? `${said} ${t('data_undone_earlier')}` : said
}

/** The steps of an import: read, compare, confirm, write, undo. */
export function useImport(actions: ImportActions) {
  const [question, setQuestion] = useState<Question | null>(null)
  const [foreign, setForeign] = useState<ForeignAsked | null>(null)
  const [refused, setRefused] = useState<TroubleProps | null>(null)
  const [bulk, run] = useBulk()

  const compare = (read: Omit<Question, 'mode' | 'preview'>, mode: ImportMode) =>
    run({ during: t('data_comparing'), after: '' }, async (monitor) => {
      const preview = await actions.preview(read.content, mode, monitor)
      setQuestion({ ...read, mode, preview })
    })
  const compareForeign = (name: string, readings: readonly ForeignImport[]) =>
    run({ during: t('data_comparing'), after: '' }, async (monitor) => {
      setForeign({ name, readings, ...(await actions.hereOf(readings, monitor)) })
    })
  const close = () => {
    setQuestion(null)
    setForeign(null)
  }
  return {
    question,
    foreign,
    refused,
    bulk,
    open: async (files: readonly File[]) => {
      close()
      setRefused(null)
      const words = { during: t('data_reading'), after: '' }
      const done = await run(words, (monitor) => actions.read(files, monitor))
      if (!done) return
      const { result: reading } = done
      const name = listed(files.map((file) => file.name))
      if ('refused' in reading) setRefused(refusalOf(reading.refused, reading.detail))
      else if ('foreignRefused' in reading) setRefused(foreignRefusal(reading.foreignRefused))
      else if ('foreign' in reading) await compareForeign(name, reading.foreign)
      else await compare({ name, ...reading }, 'merge')
    },
    close,
    bring: (answer: ForeignAnswer) => {
      close()
      const words = { during: t('data_importing'), after: t('data_imported') }
      return run(words, (monitor) => actions.bring(answer, monitor))
    },
    chooseMode: (asked: Question, mode: ImportMode) => compare(asked, mode),
    confirm: ({ content, mode }: Question) => {
      close()
      const words = { during: t('data_importing'), after: t('data_imported') }
      return run(words, (monitor) => actions.import(content, mode, monitor))
    },
    undo: (undoable: UndoableImport) => {
      const after = (gone: Gone) => goneWords(undoable, gone)
      const undo = async (onProgress: Bulk['onProgress']) => {
        const staying = await actions.undo(undoable, onProgress)
        return { staying, earlier: await actions.undoable().catch(() => null) }
      }
      return run({ during: t('data_restoring'), after }, ({ onProgress }) => undo(onProgress), false)
    },
  }
}
