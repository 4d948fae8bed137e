/** Runs in a page of the extension: its whole record is written into a file, read, put in its own place, and taken back. */
import type { Bulk } from '../../../domain/file/bulk'
import { type Reading, readExport } from '../../../domain/file/export-read'
import { DAY_MS } from '../../../domain/time/local-time'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { localOffset } from '../../../platform/local-offset'
import { readBackup } from '../../../storage/bulk/backup'
import { eraseEverything } from '../../../storage/bulk/erase'
import { exportFile } from '../../../storage/bulk/export'
import { importFile } from '../../../storage/bulk/import'
import { previewImport } from '../../../storage/bulk/preview-import'
import { changeSettings } from '../../../storage/said/settings'
import { undoImport } from '../../../storage/bulk/undo-import'

const WORKS = ['export', 'read', 'preview', 'replace', 'undo', 'merge'] as const
type Work = (typeof WORKS)[number]

export interface Carried {
  /** How long each took, ms. */
  took: Record<Work, number>
  /** The JavaScript heap at its largest, of all the moments at which it was looked at, MB. */
  heapMb: number
  fileMb: number
  spans: number
}

const heapMb = (): number =>
  (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6

const contentOf = (reading: Reading) => {
  if (!('content' in reading) || reading.bad.length > 0) throw new Error('Our own file cannot be read.')
  return reading.content
}

const HEAD = { exportedAt: Date.now(), device: 'bench', settings: DEFAULT_SETTINGS }
const SILENT = { onProgress: () => undefined, signal: new AbortController().signal }

/** The record that is here, under another device’s name. */
async function ofOtherDevice() {
  const file = await exportFile({ head: HEAD, range: null, ...SILENT })
  const content = contentOf(readExport(await file.text()))
  return { ...content, days: content.days.map((day) => ({ ...day, device: 'other' })) }
}

async function undoLast(onProgress: Bulk['onProgress']): Promise<void> {
  const at = Date.now()
  const last = await readBackup(at)
  if (!last || !(await undoImport({ ...last, at }, changeSettings, onProgress)))
    throw new Error('nothing to undo')
}

const importing = globalThis as { importsEnd?: Promise<void>; isEnough?: boolean; imports?: number }

/** Imports the record in the place of itself and undoes it, over and over; returns as soon as the first has begun. */
export async function startImporting(): Promise<void> {
  const content = await ofOtherDevice()
  importing.importsEnd = (async () => {
    for (importing.imports = 0; !importing.isEnough; importing.imports += 1) {
      const at = Date.now()
      const wish = { at, offsetAt: localOffset, until: at + DAY_MS, saveSettings: changeSettings, ...SILENT }
      await importFile(content, 'replace', wish)
      await undoLast(() => undefined)
    }
  })()
}

/** Ends it, and returns how many imports that were. */
export async function stopImporting(): Promise<number> {
  importing.isEnough = true
  await importing.importsEnd
  return importing.imports ?? 0
}

export async function carry(): Promise<Carried> {
  const took = {} as Carried['took']
  let most = 0
  const look = () => {
    most = Math.max(most, heapMb())
  }
  const bulk = { onProgress: look, signal: new AbortController().signal }
  const timed = async <Result>(work: Work, run: () => Promise<Result>): Promise<Result> => {
    const began = performance.now()
    const result = await run()
    took[work] = performance.now() - began
    look()
    return result
  }
  const at = Date.now()
  const head = { exportedAt: at, device: 'bench', settings: DEFAULT_SETTINGS }
  const wish = { at, offsetAt: localOffset, until: at + DAY_MS, saveSettings: changeSettings, ...bulk }

  const file = await timed('export', () => exportFile({ head, range: null, ...bulk }))
  const content = await timed('read', async () => contentOf(readExport(await file.text())))
  const { known } = await timed('preview', () => previewImport(content, 'merge', at, bulk))
  const other = { ...content, days: content.days.map((day) => ({ ...day, device: 'other' })) }
  await timed('replace', () => importFile(other, 'replace', wish))
  await timed('undo', () => undoLast(look))
  await eraseEverything()
  await timed('merge', () => importFile(content, 'merge', wish))
  return { took, heapMb: most, fileMb: file.size / 1e6, spans: known }
}
