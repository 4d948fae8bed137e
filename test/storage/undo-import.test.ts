import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DAY_MS, HOUR_MS } from '../../domain/local-time'
import type { ImportMode } from '../../domain/row-merge'
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings'
import { readBackup } from '../../storage/backup'
import { deleteSpans, enterSpans, reassignSpans } from '../../storage/corrections'
import { db } from '../../storage/db'
import { closedSpans } from '../../storage/history'
import { importFile } from '../../storage/import'
import { importing } from '../../storage/in-bulk'
import { changeSurface } from '../../storage/opinions'
import { putRate } from '../../storage/rates'
import { changeSettings, loadSettings } from '../../storage/settings'
import { undoImport } from '../../storage/undo-import'
import { emptyDatabase, record } from '../fixtures/database'
import { contentOf, EMPTY, exported, fill, NOW, recordedArbitrary } from '../fixtures/export'
import { bring, kept, modes, WISH } from '../fixtures/import'
import { spanOf } from '../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  await fakeBrowser.storage.local.set({ device: 'desk' })
})

/** A whole database is written, read and written again in each. */
vi.setConfig({ testTimeout: 60_000 })
const RUNS = { numRuns: 60 }

const undo = () => undoImport(changeSettings, () => undefined)

/** Gives an import up as soon as so much of it is done. */
function givenUpAt(most: number) {
  const stop = new AbortController()
  const onProgress = (done: number) => {
    if (done >= most) stop.abort()
  }
  return { ...WISH, onProgress, signal: stop.signal }
}

/** A file of 70 days: some batches. */
async function longFile(): Promise<string> {
  const spans = Array.from({ length: 70 }, (_, day) =>
    spanOf({ surface: 'long.example', start: Date.parse('2026-08-01T10:00:00Z') + day * DAY_MS, ms: 1000 }),
  )
  await fill({ ...EMPTY, spans })
  return exported({ ...DEFAULT_SETTINGS, currency: 'JPY' })
}

/** An import after which nothing can be saved any more, as where its page is closed: it is not undone either. */
async function cutShort(file: string, mode: ImportMode): Promise<void> {
  const saveSettings = async (change: Partial<Settings>) => {
    await changeSettings(change)
    throw new Error('the page is gone')
  }
  await expect(importFile(contentOf(file), mode, { ...WISH, saveSettings })).rejects.toThrow('gone')
}

const records = ({ limits: _l, usage: _u, overrides: _o, ...rest }: Record<string, unknown[]>) => rest

describe('undoing an import', () => {
  test('gives back the state before it, whatever was imported over it', async () => {
    await fc.assert(
      fc.asyncProperty(recordedArbitrary, recordedArbitrary, modes, async (one, other, mode) => {
        await fill(one)
        const file = await exported({ ...DEFAULT_SETTINGS, currency: 'JPY' })
        await fill({ ...other, limits: [], usage: [], overrides: [] })
        const before = await kept()
        await bring(file, mode)
        await undo()
        expect(records(await kept())).toEqual(records(before))
        expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
        expect(await db.table('backup').count()).toBe(0)
      }),
      RUNS,
    )
  })

  test.each<ImportMode>(['merge', 'replace'])('keeps what was recorded here since (%s)', async (mode) => {
    await record(spanOf({ start: '2026-11-23T10:00:00Z', ms: 1000, device: 'phone' }))
    await bring(await exported(), mode)
    const since = spanOf({ start: NOW + 5000, ms: 1000 })
    await record(since)
    await undo()
    expect((await db.spans.toArray()).map(({ id }) => id)).toEqual([
      since.id,
      expect.stringMatching(/^phone/),
    ])
  })

  test.each<ImportMode>(['merge', 'replace'])('keeps what was said and set here since (%s)', async (mode) => {
    const rate = { amountMinor: 3000, currency: 'EUR', hourTypes: null }
    await fill({
      ...EMPTY,
      surfaces: [
        { surface: 'a.example', kind: 'work', name: 'A' },
        { surface: 'b.example', kind: 'news' },
      ],
      rates: [{ ...rate, from: '2026-01-01' }],
      log: [{ at: NOW, type: 'resume' }],
    })
    const file = await exported({ ...DEFAULT_SETTINGS, currency: 'JPY', dayStartHour: 6 })
    await fill({ ...EMPTY, surfaces: [{ surface: 'a.example', kind: 'feed' }] })
    await bring(file, mode)
    await changeSurface('a.example', { worthQuarters: 3 })
    await changeSurface('c.example', { kind: 'video' })
    await putRate({ ...rate, from: '2026-06-01' }, null)
    await db.log.add({ at: NOW, type: 'resume' })
    await changeSettings({ dayStartHour: 5 })
    await undo()
    expect(await db.surfaces.toArray()).toEqual([
      { surface: 'a.example', kind: 'feed', worthQuarters: 3 },
      { surface: 'c.example', kind: 'video' },
    ])
    expect((await db.rates.toArray()).map(({ from }) => from)).toEqual(['2026-06-01'])
    expect(await db.log.toArray()).toEqual([{ at: NOW, type: 'resume' }])
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, dayStartHour: 5 })
  })

  test.each<ImportMode>(['merge', 'replace'])(
    'keeps what was corrected and entered here since, in sealed days too (%s)',
    async (mode) => {
      const of = (surface: string, hour: number) =>
        spanOf({ surface, start: Date.parse('2026-11-10T00:00:00Z') + hour * HOUR_MS, ms: HOUR_MS })
      const both = [of('deleted.example', 8), of('given.example', 9), of('kept.example', 10)]
      await fill({ ...EMPTY, spans: [...both, of('file.example', 12)] })
      const file = await exported()
      await fill({ ...EMPTY, spans: [...both, of('here.example', 14)] })
      await bring(file, mode)
      await deleteSpans([both[0]!])
      await reassignSpans([both[1]!, of('file.example', 12)], 'other.example')
      const from = of('x', 15).start
      await enterSpans(
        [{ surface: 'entered.example', from, until: from + HOUR_MS, utcOffsetMinutes: 60 }],
        () => 60,
      )
      await undo()
      const spans = await closedSpans('2026-11-10', '2026-11-10')
      expect(spans.map(({ surface }) => surface)).toEqual([
        'other.example',
        'kept.example',
        'here.example',
        'entered.example',
      ])
    },
  )

  test('can be done until the next day begins', async () => {
    await bring(await exported())
    expect(await readBackup(NOW + DAY_MS - 1)).toMatchObject({ at: NOW, isCutShort: false })
    expect(await readBackup(NOW + DAY_MS)).toBeNull()
    expect(await db.table('backup').count()).toBe(0)
  })

  test('is not offered, nor taken away, while an import is under way, whoever opens a page', async () => {
    await fill({ ...EMPTY, spans: [spanOf({ start: '2026-11-20T10:00:00Z', ms: 1000 })] })
    const file = await exported()
    await emptyDatabase()
    await bring(file)
    const count = await db.table('backup').count()
    await importing(async () => {
      expect(await readBackup(NOW + 2 * DAY_MS)).toBeNull()
      expect(await db.table('backup').count()).toBe(count)
    })
  })

  test('happens by itself where the import is given up half-way', async () => {
    const file = await longFile()
    await fill({ ...EMPTY, spans: [spanOf({ start: '2026-11-21T10:00:00Z', ms: 1000 })] })
    const before = await kept()
    await expect(importFile(contentOf(file), 'replace', givenUpAt(0.5))).rejects.toThrow('abort')
    expect(await kept()).toEqual(before)
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
  })

  test.each<ImportMode>(['merge', 'replace'])(
    'that was cut short can be done later, after a second import too (%s)',
    async (mode) => {
      const file = await longFile()
      await fill({ ...EMPTY, spans: [spanOf({ start: '2026-11-21T10:00:00Z', ms: 1000 })] })
      const before = await kept()
      await cutShort(file, mode)
      expect(await readBackup(NOW + 9 * DAY_MS)).toMatchObject({ at: NOW, isCutShort: true })
      await importFile(contentOf(file), mode, { ...WISH, at: NOW + HOUR_MS })
      expect(await readBackup(NOW + HOUR_MS)).toMatchObject({ at: NOW })
      await undo()
      expect(await kept()).toEqual(before)
    },
  )
})
