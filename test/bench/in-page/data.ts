/** Runs in a page of the extension: exports the whole record, reads it, imports it over itself and undoes that. */
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

const STEPS = ['export', 'read', 'preview', 'replace', 'undo', 'merge'] as const
type Step = (typeof STEPS)[number]

export interface DataTimes {
  /** Duration of each step, ms. */
  took: Record<Step, number>
  /** The largest JavaScript heap of all samples, MB. */
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

/** The stored record under another device’s name. */
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

const importing = globalThis as { importsEnd?: Promise<void>; isStopping?: boolean; imports?: number }

/** Replaces the record by itself and undoes that, again and again; returns once the first import has begun. */
export async function startImporting(): Promise<void> {
  const content = await ofOtherDevice()
  importing.importsEnd = (async () => {
    for (importing.imports = 0; !importing.isStopping; importing.imports += 1) {
      const at = Date.now()
      const options = {
        at,
        offsetAt: localOffset,
        until: at + DAY_MS,
        saveSettings: changeSettings,
        ...SILENT,
      }
      await importFile(content, 'replace', options)
      await undoLast(() => undefined)
    }
  })()
}

/** Stops importing; returns the number of imports. */
export async function stopImporting(): Promise<number> {
  importing.isStopping = true
  await importing.importsEnd
  return importing.imports ?? 0
}

export async function timeData(): Promise<DataTimes> {
  const took = {} as DataTimes['took']
  let most = 0
  const sampleHeap = () => {
    most = Math.max(most, heapMb())
  }
  const bulk = { onProgress: sampleHeap, signal: new AbortController().signal }
  const timed = async <Result>(step: Step, run: () => Promise<Result>): Promise<Result> => {
    const began = performance.now()
    const result = await run()
    took[step] = performance.now() - began
    sampleHeap()
    return result
  }
  const at = Date.now()
  const head = { exportedAt: at, device: 'bench', settings: DEFAULT_SETTINGS }
  const options = { at, offsetAt: localOffset, until: at + DAY_MS, saveSettings: changeSettings, ...bulk }

  const file = await timed('export', () => exportFile({ head, range: null, ...bulk }))
  const content = await timed('read', async () => contentOf(readExport(await file.text())))
  const { known } = await timed('preview', () => previewImport(content, 'merge', at, bulk))
  const other = { ...content, days: content.days.map((day) => ({ ...day, device: 'other' })) }
  await timed('replace', () => importFile(other, 'replace', options))
  await timed('undo', () => undoLast(sampleHeap))
  await eraseEverything()
  await timed('merge', () => importFile(content, 'merge', options))
  return { took, heapMb: most, fileMb: file.size / 1e6, spans: known }
}
