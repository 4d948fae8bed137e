import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DAY_MS, HOUR_MS } from '../../../domain/time/local-time'
import type { ImportMode } from '../../../domain/file/row-merge'
import { DEFAULT_SETTINGS, type Settings } from '../../../domain/settings/settings'
import type { Rate } from '../../../domain/value/hour-price'
import { beginBackup, readBackup } from '../../../storage/bulk/backup'
import { db } from '../../../storage/base/db'
import { deleteRange } from '../../../storage/bulk/erase'
import { closedSpans } from '../../../storage/record/history'
import { importing } from '../../../storage/bulk/in-bulk'
import { changeSettings, loadSettings } from '../../../storage/said/settings'
import { undoImport } from '../../../storage/bulk/undo-import'
import { emptyDatabase } from '../../fixtures/database'
import { EMPTY, exported, fill, NOW, recordedArbitrary } from '../../fixtures/export'
import { bring, kept, modes, undo, WISH } from '../../fixtures/import'
import { spanOf } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  await emptyDatabase()
})

vi.setConfig({ testTimeout: 60_000 })
const RUNS = { numRuns: 40 }

const span = (surface: string, start: string) => spanOf({ surface, start, ms: 1000 })

/** A file of consecutive days, enough for several transactions. */
async function longFile(surface: string, days = 70, rates: Rate[] = []): Promise<string> {
  const spans = Array.from({ length: days }, (_, day) =>
    spanOf({ surface, start: Date.parse('2026-08-01T10:00:00Z') + day * DAY_MS, ms: 1000 }),
  )
  await fill({ ...EMPTY, spans, rates })
  return exported({ ...DEFAULT_SETTINGS, currency: 'JPY' })
}

const OWN = { ...EMPTY, spans: [span('own.example', '2026-11-21T10:00:00Z')] }

/** Options that cancel the work once this share of it is done. */
function cancelledAt(share: number) {
  const stop = new AbortController()
  const onProgress = (done: number) => {
    if (done >= share) stop.abort()
  }
  return { onProgress, signal: stop.signal }
}

const close = (): never => {
  vi.spyOn(db, 'transaction').mockRejectedValue(new Error('the page is gone'))
  throw new Error('the page is gone')
}

/** Options that break off at this share of the work as a closed page does: nothing more is written or undone. */
const closedAt = (share: number) => ({
  onProgress: (done: number) => {
    if (done >= share) close()
  },
})

/** Options that break off while the settings are saved, before anything else is written. */
const closedAtOnce = {
  saveSettings: async (change: Partial<Settings>): Promise<Settings> => {
    await changeSettings(change)
    return close()
  },
}

/** Waits for work that is cut short, then lets the database work again, as for a page opened afterwards. */
async function cutShort(work: Promise<unknown>): Promise<void> {
  await expect(work).rejects.toThrow('gone')
  vi.restoreAllMocks()
}

/** The number of days in the database with this surface. */
const daysOf = async (surface: string): Promise<number> =>
  (await closedSpans('2026-01-01', '2026-12-31')).filter((one) => one.surface === surface).length

const both: ImportMode[] = ['merge', 'replace']

describe('an import', () => {
  test('can be undone until the next day begins', async () => {
    const file = await longFile('a.example')
    await fill(OWN)
    await bring(file)
    expect(await readBackup(NOW + DAY_MS - 1)).toMatchObject({ at: NOW, isCutShort: false })
    expect(await readBackup(NOW + DAY_MS)).toBeNull()
    expect(await db.table('backup').count()).toBe(0)
  })

  test('is neither offered for undo nor dropped while another import is running', async () => {
    const file = await longFile('a.example')
    await fill(OWN)
    await bring(file)
    const count = await db.table('backup').count()
    await importing(async () => {
      expect(await readBackup(NOW + 2 * DAY_MS)).toBeNull()
      expect(await db.table('backup').count()).toBe(count)
    })
  })

  test('is reported to all simultaneous readers', async () => {
    const file = await longFile('a.example')
    await fill(OWN)
    await bring(file)
    const undoable = await Promise.all([1, 2, 3].map(() => readBackup(NOW)))
    expect(undoable.map((each) => each?.at)).toEqual([NOW, NOW, NOW])
  })

  test.each(both)('is undone automatically if it is cancelled half-way (%s)', async (mode) => {
    const file = await longFile('a.example')
    await fill(OWN)
    const before = await kept()
    await expect(bring(file, mode, cancelledAt(0.5))).rejects.toThrow('abort')
    expect(await kept()).toEqual(before)
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
    expect(await db.table('backup').count()).toBe(0)
  })
})

/** Leaves out each state that equals the one before. */
const distinct = (states: readonly unknown[]): unknown[] =>
  states.filter((state, index) => JSON.stringify(state) !== JSON.stringify(states[index - 1]))

describe('several imports', () => {
  test('can be undone one by one, newest first', async () => {
    await fc.assert(
      fc.asyncProperty(
        recordedArbitrary,
        recordedArbitrary,
        modes,
        modes,
        async (one, other, first, second) => {
          await fill({ ...one, limits: [], usage: [], overrides: [], commitments: [] })
          const fileOne = await exported({ ...DEFAULT_SETTINGS, currency: 'JPY' })
          await fill({ ...other, limits: [], usage: [], overrides: [], commitments: [] })
          const fileOther = await exported()
          await fill(OWN)
          const states = [await kept()]
          const imports: [string, ImportMode][] = [
            [fileOne, first],
            [fileOther, second],
          ]
          for (const [file, mode] of imports) {
            await bring(file, mode)
            states.push(await kept())
          }
          // Undoing restores the state before each import that changed something.
          const seen = [await kept()]
          while (await undo()) seen.push(await kept())
          expect(distinct(seen)).toEqual(distinct(states.toReversed()))
          expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
        },
      ),
      RUNS,
    )
  })

  test.each([
    ['changed nothing', (file: string) => bring(file)],
    [
      'was cancelled',
      async () => {
        const other = await exported()
        await expect(bring(other, 'merge', cancelledAt(0))).rejects.toThrow('abort')
      },
    ],
  ])('allow undoing the first if the second %s', async (_, second) => {
    const file = await longFile('a.example')
    await fill(OWN)
    const before = await kept()
    await bring(file)
    await second(file)
    expect(await undo()).toBe(true)
    expect(await kept()).toEqual(before)
  })

  test('are not undone if the one requested is not the newest', async () => {
    const [one, other] = [await longFile('a.example', 2), await longFile('b.example', 3)]
    await fill(OWN)
    await bring(one)
    const first = await readBackup(NOW)
    await bring(other, 'replace')
    const after = await kept()
    expect(await undoImport({ ...first!, at: NOW }, changeSettings, WISH.onProgress)).toBeNull()
    expect(await kept()).toEqual(after)
  })

  test('are not undone by a page that still shows one already undone', async () => {
    const [one, other] = [await longFile('a.example', 2), await longFile('b.example', 3)]
    await fill(OWN)
    await bring(one)
    const stale = await readBackup(NOW)
    await undo()
    await bring(other, 'merge', { at: NOW + 1 })
    const after = await kept()
    expect(await undoImport({ ...stale!, at: NOW }, changeSettings, WISH.onProgress)).toBeNull()
    expect(await kept()).toEqual(after)
  })

  test('expire one by one; an expired import drops all older ones', async () => {
    const [one, other] = [await longFile('a.example', 2), await longFile('b.example', 3)]
    await fill(OWN)
    await bring(one, 'merge', { until: NOW + DAY_MS })
    await bring(other, 'replace', { at: NOW + 1, until: NOW + 3 * DAY_MS })
    expect(await readBackup(NOW + 2 * DAY_MS)).toMatchObject({ at: NOW + 1 })
    expect(await undo(NOW + 2 * DAY_MS)).toBe(true)
    expect(await readBackup(NOW)).toBeNull()

    await bring(one, 'merge', { until: NOW + DAY_MS })
    await bring(other, 'replace', { at: NOW + 1, until: NOW + HOUR_MS })
    expect(await readBackup(NOW + 2 * HOUR_MS)).toBeNull()
    expect(await db.table('backup').count()).toBe(0)
  })
})

describe.each(both)('an import that was cut short (%s)', (mode) => {
  test.each([
    ['before its first days', closedAtOnce, 0],
    ['after its first days', closedAt(0.1), 12],
    ['half-way', closedAt(0.5), 36],
    ['after its last days', closedAt(1), 70],
  ])('%s can be undone at any time', async (_, closed, daysThere) => {
    const file = await longFile('a.example')
    await fill(OWN)
    const before = await kept()
    await cutShort(bring(file, mode, closed))
    expect(await daysOf('a.example')).toBe(daysThere)
    expect(await readBackup(NOW + 9 * DAY_MS)).toMatchObject({ at: NOW, isCutShort: true })
    expect(await undo(NOW + 9 * DAY_MS)).toBe(true)
    expect(await kept()).toEqual(before)
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
    expect(await db.table('backup').count()).toBe(0)
  })

  test('before its first write is dropped, and the one before it can be undone', async () => {
    const file = await longFile('a.example')
    await fill(OWN)
    const begun = { until: NOW + DAY_MS, lastSealed: '2026-11-20' }
    await beginBackup({ ...begun, at: NOW })
    expect(await readBackup(NOW)).toBeNull()
    expect(await db.table('backup').count()).toBe(0)

    await bring(file, mode)
    await beginBackup({ ...begun, at: NOW + 1 })
    expect(await readBackup(NOW + 1)).toMatchObject({ at: NOW, isCutShort: false })
  })

  test('is completed by importing the same file again, and both are undone together', async () => {
    const file = await longFile('a.example')
    await fill(OWN)
    const before = await kept()
    await cutShort(bring(file, mode, closedAt(0.5)))
    await bring(file, mode, { at: NOW + HOUR_MS })
    expect(await daysOf('a.example')).toBe(70)
    expect(await readBackup(NOW + HOUR_MS)).toMatchObject({ at: NOW, isCutShort: false })
    expect(await undo()).toBe(true)
    expect(await kept()).toEqual(before)
  })

  test('is undone together with another file imported after it, including currency and rates', async () => {
    const rate = { from: '1970-01-01', amountMinor: 100, hourTypes: null }
    await fill({ ...EMPTY, rates: [{ ...rate, currency: 'EUR' }] })
    const other = await exported({ ...DEFAULT_SETTINGS, currency: 'EUR' })
    const file = await longFile('a.example', 70, [{ ...rate, currency: 'JPY' }])
    await fill(OWN)
    const before = await kept()
    await cutShort(bring(file, mode, closedAt(0.5)))
    await bring(other, 'replace')
    expect(await undo()).toBe(true)
    expect(await kept()).toEqual(before)
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
  })

  test('still counts as cut short if an import after it was cancelled', async () => {
    const [file, other] = [await longFile('a.example'), await longFile('b.example', 40)]
    await fill(OWN)
    const before = await kept()
    await cutShort(bring(file, mode, closedAt(0.5)))
    const mixture = await kept()
    await expect(bring(other, 'replace', cancelledAt(0.1))).rejects.toThrow('abort')
    expect(await kept()).toEqual(mixture)
    expect(await readBackup(NOW + 9 * DAY_MS)).toMatchObject({ isCutShort: true })
    expect(await undo()).toBe(true)
    expect(await kept()).toEqual(before)
  })

  test('can be undone after days were deleted, and does not restore them', async () => {
    const file = await longFile('a.example')
    await fill(OWN)
    await cutShort(bring(file, mode, closedAt(0.5)))
    await deleteRange('2026-11-21', '2026-11-21', 4)
    expect(await undo()).toBe(true)
    expect(await kept()).toMatchObject({ spans: [], days: [] })
  })
})

describe.each(both)('undoing that was cut short (%s)', (mode) => {
  test.each([0.1, 0.5, 1])('after %d of the work continues where it stopped', async (share) => {
    const file = await longFile('a.example')
    await fill(OWN)
    const before = await kept()
    await bring(file, mode)
    await cutShort(undo(NOW, closedAt(share)))
    expect(await readBackup(NOW + 9 * DAY_MS)).toMatchObject({ isCutShort: true })
    expect(await undo(NOW + 9 * DAY_MS)).toBe(true)
    expect(await kept()).toEqual(before)
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
  })
})
