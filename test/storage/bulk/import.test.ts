import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { addDays, HOUR_MS } from '../../../domain/time/local-time'
import { settledHistory } from '../../../domain/record/settled-totals'
import type { ImportMode } from '../../../domain/file/row-merge'
import { writeCheckpoint } from '../../../storage/record/checkpoint'
import { db } from '../../../storage/base/db'
import { eraseEverything } from '../../../storage/bulk/erase'
import { closedSpans, recentSpans, sealedDays } from '../../../storage/record/history'
import { storedTotals } from '../../../storage/record/totals'
import { saveStep } from '../../../storage/record/ledger'
import { previewImport } from '../../../storage/bulk/preview-import'
import { changeSettings, loadSettings } from '../../../storage/said/settings'
import { allRows, attention, emptyDatabase, record, stepOf } from '../../fixtures/database'
import { ALWAYS, contentOf, EMPTY, exported, fill, NOW, recordedArbitrary } from '../../fixtures/export'
import { bring, kept, keptChanges, modes, undo } from '../../fixtures/import'
import { minutes, ruleOf } from '../../fixtures/rules'
import { spanOf, spansOfDays } from '../../fixtures/spans'
import { DESK, LAPTOP, totalFrom, totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
})

/** Each test writes, reads and rewrites a whole database. */
vi.setConfig({ testTimeout: 60_000 })
const RUNS = { numRuns: 60 }

describe('an export', () => {
  test('imported after erasing everything restores every row', async () => {
    await fc.assert(
      fc.asyncProperty(recordedArbitrary, modes, async (recorded, mode) => {
        await fill(recorded)
        const before = await kept()
        const file = await exported()
        await db.limits.clear()
        expect(await eraseEverything()).toEqual({ hasLimits: false })
        expect(Object.values(await allRows()).flat()).toEqual([])
        await bring(file, mode)
        expect(await kept()).toEqual(before)
      }),
      RUNS,
    )
  })

  test('with replace writes rows that differ only in origin', async () => {
    const start = '2026-11-10T10:00:00Z'
    await fill({ ...EMPTY, spans: [spanOf({ start, ms: 1000, origin: 'entered' })] })
    const file = await exported()
    await fill({ ...EMPTY, spans: [spanOf({ start, ms: 1000 })] })
    await bring(file, 'replace')
    const [span] = await closedSpans('2026-11-10', '2026-11-10')
    expect(span?.origin).toBe('entered')
  })

  test('imported into its own database changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(recordedArbitrary, modes, async (recorded, mode) => {
        await fill(recorded)
        const before = await kept()
        const file = await exported()
        await bring(file, mode)
        await bring(file, mode)
        expect(await kept()).toEqual(before)
        const preview = await previewImport(contentOf(file), mode, NOW, ALWAYS)
        expect(preview).toMatchObject({ added: 0, gone: 0, differing: 0, settings: [] })
        expect(preview.rows.filter(({ written, gone }) => written + gone > 0)).toEqual([])
      }),
      RUNS,
    )
  })

  test.each<ImportMode>(['merge', 'replace'])(
    'does not double an answer completed since (%s)',
    async (mode) => {
      const rating = { surface: 'a.example', at: NOW, worthQuarters: 4, drifted: null, hour: 9, ms: 60_000 }
      await db.ratings.add(rating)
      const file = await exported()
      await db.ratings.clear()
      await db.ratings.add({ ...rating, drifted: true })
      await bring(file, mode)
      expect(await db.ratings.toArray()).toEqual([mode === 'merge' ? { ...rating, drifted: true } : rating])
      await undo()
      expect(await db.ratings.toArray()).toEqual([{ ...rating, drifted: true }])
    },
  )

  test('restores the settings except a pause', async () => {
    const said = { ...DEFAULT_SETTINGS, currency: 'EUR', dayStartHour: 6, pausedUntil: 'resumed' } as const
    const file = await exported(said)
    await bring(file, 'replace')
    expect(await loadSettings()).toEqual({ ...said, pausedUntil: null })
  })

  test('never brings whether the pages show one device alone: that belongs to a screen', async () => {
    await bring(await exported({ ...DEFAULT_SETTINGS, thisDeviceAlone: true }), 'replace')
    expect((await loadSettings()).thisDeviceAlone).toBe(false)
  })

  test('keeps the settings already changed here with merge', async () => {
    await changeSettings({ currency: 'CHF' })
    await bring(await exported({ ...DEFAULT_SETTINGS, currency: 'EUR', dayStartHour: 6 }))
    expect(await loadSettings()).toMatchObject({ currency: 'CHF', dayStartHour: 6 })
  })

  test('restores when feeds were cleaned; with merge, what is noted here stays', async () => {
    const cleaning = { interval: 'quarterly', done: ['2026-10-01'] } as const
    const file = await exported({ ...DEFAULT_SETTINGS, cleanings: { 'youtube.com': cleaning } })
    await bring(file)
    expect((await loadSettings()).cleanings).toEqual({ 'youtube.com': cleaning })
    await changeSettings({ cleanings: { 'x.com': cleaning } })
    await bring(file)
    expect((await loadSettings()).cleanings).toEqual({ 'x.com': cleaning })
    await bring(file, 'replace')
    expect((await loadSettings()).cleanings).toEqual({ 'youtube.com': cleaning })
  })
})

describe('when cancelled half-way', () => {
  const stopped = () => {
    const stop = new AbortController()
    return { onProgress: vi.fn(() => stop.abort()), signal: stop.signal }
  }

  beforeEach(async () => {
    await fill({ ...EMPTY, spans: spansOfDays(150, '2026-11-20', 'phone') })
  })

  test.each<ImportMode>(['merge', 'replace'])('a preview stops and changes nothing (%s)', async (mode) => {
    const content = contentOf(await exported())
    await fill({ ...EMPTY, spans: spansOfDays(20, '2026-11-23') })
    const before = await allRows()
    const bulk = stopped()
    await expect(previewImport(content, mode, NOW, bulk)).rejects.toMatchObject({ name: 'AbortError' })
    expect(bulk.onProgress).toHaveBeenCalledTimes(1)
    expect(await allRows()).toEqual(before)
  })

  test.each<ImportMode>(['merge', 'replace'])('an import leaves no changes (%s)', async (mode) => {
    const file = await exported()
    await fill({ ...EMPTY, spans: spansOfDays(20, '2026-11-23') })
    const before = await allRows()
    await expect(bring(file, mode, stopped())).rejects.toMatchObject({ name: 'AbortError' })
    expect(await allRows()).toEqual(before)
  })
})

describe('importing the file of another device', () => {
  const time = async (device: string) =>
    (await closedSpans('2026-01-01', '2026-12-31'))
      .filter((span) => span.device === device)
      .toSorted((a, b) => a.start - b.start)

  test('never counts the time of one device twice', async () => {
    await fc.assert(
      fc.asyncProperty(recordedArbitrary, recordedArbitrary, async (one, other) => {
        await fill({ ...EMPTY, spans: one.spans })
        const first = await exported()
        await fill({ ...EMPTY, spans: other.spans })
        await bring(first)
        for (const device of ['desk', 'phone']) {
          const spans = await time(device)
          spans.slice(1).forEach((span, index) => {
            expect(span.start).toBeGreaterThanOrEqual(spans[index]!.end)
          })
        }
        const both = await kept()
        await bring(first)
        expect(await kept()).toEqual(both)
      }),
      RUNS,
    )
  })

  test('previews how long both devices recorded at the same time', async () => {
    const ms = HOUR_MS
    await record(spanOf({ start: '2026-11-20T08:30:00Z', ms, device: 'phone' }))
    const file = await exported()
    await emptyDatabase()
    await record(spanOf({ start: '2026-11-20T08:00:00Z', ms }))
    const preview = await previewImport(contentOf(file), 'merge', NOW, ALWAYS)
    expect(preview).toMatchObject({ added: 1, sharedMs: HOUR_MS / 2 })
  })

  test('adds only the part of a span not covered by one of the same device', async () => {
    const ms = HOUR_MS
    await record(spanOf({ surface: 'new.example', start: '2026-11-20T08:30:00Z', ms }))
    const file = await exported()
    await emptyDatabase()
    await record(spanOf({ surface: 'here.example', start: '2026-11-20T08:00:00Z', ms }))
    await bring(file)
    const spans = await closedSpans('2026-11-20', '2026-11-20')
    expect(spans.map(({ surface, start, end }) => [surface, (end - start) / 60_000, start])).toEqual([
      ['here.example', 60, Date.parse('2026-11-20T08:00:00Z')],
      ['new.example', 30, Date.parse('2026-11-20T09:00:00Z')],
    ])
  })

  test('leaves out the time of the span in progress', async () => {
    await record(spanOf({ start: '2026-11-23T10:00:00Z', ms: HOUR_MS }))
    const file = await exported()
    await emptyDatabase()
    const open = spanOf({ start: '2026-11-23T10:30:00Z', ms: HOUR_MS })
    await saveStep(() => stepOf({ state: attention({ open }) }))
    await bring(file)
    const [span] = await db.spans.toArray()
    expect(span).toMatchObject({ end: Date.parse('2026-11-23T10:30:00Z') })
  })

  test('leaves out the time of the span in progress up to its checkpoint', async () => {
    await record(spanOf({ start: '2026-11-23T10:00:00Z', ms: HOUR_MS }))
    const file = await exported()
    await emptyDatabase()
    const open = spanOf({ start: '2026-11-23T09:30:00Z', ms: 5_000 })
    await saveStep(() => stepOf({ state: attention({ open }) }))
    await writeCheckpoint({ id: open.id, end: Date.parse('2026-11-23T10:15:00Z') })
    await bring(file)
    const [span] = await db.spans.toArray()
    expect(span).toMatchObject({ start: Date.parse('2026-11-23T10:15:00Z') })
  })
})

describe('a file of a device whose day totals are here', () => {
  const day = '2026-11-20'
  const spans = [10, 12].map((hour) => spanOf({ start: `${day}T${hour}:00:00Z`, ms: HOUR_MS, device: DESK }))
  const own = spanOf({ start: `${day}T10:30:00Z`, ms: HOUR_MS, device: LAPTOP })
  const total = totalFrom(DESK, { day, minutes: 150 })

  /** The hours that count on that day: all, and those of day totals. */
  async function hours(): Promise<[all: number, totals: number]> {
    const stored = { sealed: await sealedDays(day, day), recent: await recentSpans(day, day) }
    const { rows, ownSince } = await storedTotals(day, day)
    const { totals = [] } = settledHistory({ ...stored, totals: rows }, ownSince)
    const ms = totals.reduce((sum, row) => sum + row.ms, 0)
    const recorded = (await closedSpans(day, day)).reduce((sum, { start, end }) => sum + end - start, 0)
    return [(recorded + ms) / HOUR_MS, ms / HOUR_MS]
  }

  test.each<ImportMode>(['merge', 'replace'])(
    'brings its spans, to which they give way, until it is undone (%s)',
    async (mode) => {
      await fill({ ...EMPTY, spans, totals: mode === 'replace' ? [total] : [] })
      const file = await exported()
      await fill({ ...EMPTY, spans: [own], totals: [total] })
      expect(await hours()).toEqual([3.5, 2.5])
      await bring(file, mode)
      expect(await db.totals.toArray()).toEqual([total])
      const ownHours = mode === 'merge' ? 1 : 0
      expect(await hours()).toEqual([ownHours + 2.5, 0.5])
      await undo()
      expect(await hours()).toEqual([3.5, 2.5])
    },
  )

  test('brings the totals of this device back, which count beyond its own spans alone', async () => {
    await fill({ ...EMPTY, spans: [own], totals: [total, totalFrom(LAPTOP, { day, minutes: 90 })] })
    const file = await exported()
    await fill({ ...EMPTY, spans })
    await bring(file)
    expect(await db.totals.count()).toBe(2)
    // 2.5 h of the desk, of which 2 h are spans, and 1.5 h of the laptop, of which 1 h is.
    expect(await hours()).toEqual([4, 1])
    await undo()
    expect(await db.totals.count()).toBe(0)
  })

  test('of two files about the same day the larger total stays', async () => {
    await fill({ ...EMPTY, totals: [total] })
    const file = await exported()
    await fill({ ...EMPTY, totals: [{ ...total, ms: total.ms - 1 }] })
    await bring(file)
    expect(await db.totals.toArray()).toEqual([total])
  })
})

describe('importing day totals', () => {
  test('never counts a site twice that was divided into other parts there', async () => {
    const partOf = (surface: string, length: number) =>
      totalOf({ source: 'webtime', surface, minutes: length })
    const [here, same, grown] = [
      partOf('youtube.com/?', 60),
      partOf('youtube.com/watch', 60),
      partOf('youtube.com/watch', 61),
    ]
    for (const [other, after] of [
      [same, here],
      [grown, grown],
    ]) {
      await fill({ ...EMPTY, totals: [other!] })
      const file = await exported()
      await fill({ ...EMPTY, totals: [here] })
      await bring(file)
      expect(await db.totals.toArray()).toEqual([after])
      await undo()
      expect(await db.totals.toArray()).toEqual([here])
    }
  })

  const small = totalOf({ source: 'webtime', minutes: 20, batch: 5 })
  const large = totalOf({ source: 'webtime', minutes: 30, batch: 9 })
  const other = totalOf({ source: 'webtime', day: '2026-11-21', minutes: 10 })

  test('adds the missing ones, and of two about the same day and site keeps the larger', async () => {
    await fill({ ...EMPTY, totals: [large, other] })
    const file = await exported()
    await fill({ ...EMPTY, totals: [small] })
    await bring(file)
    expect(await db.totals.toArray()).toEqual([large, other])
    await fill({ ...EMPTY, totals: [small] })
    const older = await exported()
    await fill({ ...EMPTY, totals: [large] })
    await bring(older)
    expect(await db.totals.toArray()).toEqual([large])
  })

  test('with replace leaves those of the file', async () => {
    await fill({ ...EMPTY, totals: [small] })
    const file = await exported()
    await fill({ ...EMPTY, totals: [large, other] })
    await bring(file, 'replace')
    expect(await db.totals.toArray()).toEqual([small])
  })

  test('previews how many change', async () => {
    await fill({ ...EMPTY, totals: [large, other] })
    const content = contentOf(await exported())
    await fill({ ...EMPTY, totals: [small, { ...small, source: 'watt' }] })
    const countsIn = async (mode: ImportMode) =>
      (await previewImport(content, mode, NOW, ALWAYS)).rows.find(({ store }) => store === 'totals')
    expect(await countsIn('merge')).toEqual({ store: 'totals', written: 2, gone: 0 })
    expect(await countsIn('replace')).toEqual({ store: 'totals', written: 2, gone: 2 })
  })

  test('years of them are written and undone in several transactions', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) =>
      totalOf({ source: 'watt', day: addDays('2020-01-01', index), minutes: 10 }),
    )
    await fill({ ...EMPTY, totals: rows })
    const file = await exported()
    await fill({ ...EMPTY, totals: rows.slice(0, 3).map((row) => ({ ...row, ms: 1 })) })
    const before = await kept()
    await bring(file)
    expect(await db.totals.toArray()).toEqual(rows)
    const changes = await keptChanges()
    expect(changes.flatMap((change) => (change.type === 'rows' ? change.rows.length : []))).toEqual([
      1000, 1000, 500,
    ])
    await undo()
    expect(await kept()).toEqual(before)
  })
})

describe('an import does not bypass limits:', () => {
  const rule = ruleOf({ id: 'r', bound: minutes(10) })
  const stored = { id: 'r', createdAt: 1, rule, next: null, heals: null }
  const pass = { rule: 'r', type: 'day', day: '2026-11-23', at: NOW - 1000, priceMinor: null } as const
  const used = { rule: 'r', day: '2026-11-23', ms: 500, opens: 3, amount: 2, currency: 'EUR' }

  beforeEach(async () => {
    await fill({
      ...EMPTY,
      limits: [{ ...stored, rule: { ...rule, isOn: false } }],
      usage: [{ ...used, ms: 100, opens: 9, amount: null }],
      overrides: [{ ...pass, until: NOW + HOUR_MS, currency: null }],
    })
  })

  test.each<ImportMode>(['merge', 'replace'])('%s keeps an existing rule unchanged', async (mode) => {
    const file = await exported()
    await fill({ ...EMPTY, limits: [stored] })
    await bring(file, mode)
    expect(await db.limits.toArray()).toEqual([stored])
  })

  describe.each<ImportMode>(['merge', 'replace'])('a rule whose deletion waits (%s)', (mode) => {
    const waits = { ...stored, next: { value: null, from: NOW + HOUR_MS } }

    test('stays if the file has it, and its deletion waits again once the import is undone', async () => {
      const file = await exported()
      await fill({ ...EMPTY, limits: [waits] })
      const preview = await previewImport(contentOf(file), mode, NOW, ALWAYS)
      expect(preview.rows.find(({ store }) => store === 'limits')).toMatchObject({ written: 1, gone: 0 })
      await bring(file, mode)
      await bring(file, mode)
      expect(await db.limits.toArray()).toEqual([stored])
      await undo()
      expect(await db.limits.toArray()).toEqual([waits])
    })

    test('is deleted all the same if it waits in the file, too, or is not in it', async () => {
      for (const limits of [[{ ...stored, next: { value: null, from: NOW + 1 } }], []]) {
        await fill({ ...EMPTY, limits })
        const file = await exported()
        await fill({ ...EMPTY, limits: [waits] })
        await bring(file, mode)
        expect(await db.limits.toArray()).toEqual([waits])
      }
    })

    test('keeps a change made since, also if the import is undone', async () => {
      const file = await exported()
      await fill({ ...EMPTY, limits: [waits] })
      await bring(file, mode)
      const tighter = { ...stored, rule: { ...rule, bound: minutes(5) } }
      await db.limits.put(tighter)
      await undo()
      expect(await db.limits.toArray()).toEqual([tighter])
    })
  })

  test('a full list of rules takes a file that only withdraws a deletion', async () => {
    const file = await exported()
    const waits = { ...stored, next: { value: null, from: NOW + HOUR_MS } }
    const others = Array.from({ length: 99 }, (_, index) => ({
      ...stored,
      id: `x${index}`,
      rule: { ...rule, id: `x${index}` },
    }))
    await fill({ ...EMPTY, limits: [waits, ...others] })
    await bring(file)
    expect(await db.limits.get('r')).toEqual(stored)
  })

  test('more rules together than a file may have are refused, and nothing changes', async () => {
    const rules = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => {
        const id = `${name}${index}`
        return { ...stored, id, rule: { ...rule, id } }
      })
    await fill({ ...EMPTY, limits: rules('a', 60) })
    const file = await exported()
    await fill({ ...EMPTY, limits: rules('b', 41) })
    await expect(previewImport(contentOf(file), 'merge', NOW, ALWAYS)).rejects.toThrow('error_too_many_rules')
    await expect(bring(file)).rejects.toThrow('error_too_many_rules')
    expect(await db.limits.toArray()).toEqual(rules('b', 41).toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  })

  test('use never decreases', async () => {
    const file = await exported()
    await fill({ ...EMPTY, limits: [stored], usage: [used] })
    await bring(file, 'replace')
    expect(await db.usage.toArray()).toEqual([{ ...used, ms: 500, opens: 9 }])
  })

  test('a file does not say that what has to come first was done, unless the rule is new', async () => {
    const after = { ...stored, rule: { ...rule, after: { targets: rule.except, minutes: 5 } } }
    await fill({ ...EMPTY, limits: [after], usage: [{ ...used, firstMs: 300_000 }] })
    const file = await exported()
    await fill({ ...EMPTY, limits: [after], usage: [{ ...used, firstMs: 1000 }] })
    await bring(file)
    expect(await db.usage.toArray()).toEqual([{ ...used, firstMs: 1000 }])
    await fill({ ...EMPTY, limits: [after] })
    await bring(file)
    expect(await db.usage.toArray()).toEqual([used])
    await fill(EMPTY)
    await bring(file)
    expect(await db.usage.toArray()).toEqual([{ ...used, firstMs: 300_000 }])
  })

  test('an imported pass has ended and is added only once', async () => {
    const file = await exported()
    await fill({ ...EMPTY, limits: [stored] })
    await bring(file)
    await bring(file)
    expect(await db.overrides.toArray()).toEqual([{ ...pass, until: NOW, currency: null }])
  })

  test('erasing everything keeps limits, their use and their passes, and says so', async () => {
    await db.usage.put({ ...used, rule: 'gone' })
    await fakeBrowser.storage.local.set({ pin: { hash: 'x' }, device: 'desk' })
    const { limits, usage, overrides } = await allRows()
    expect(await eraseEverything()).toEqual({ hasLimits: true })
    const after = await allRows()
    expect(after).toMatchObject({ limits, overrides })
    expect(after['usage']).toEqual(usage!.slice(1))
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ pin: { hash: 'x' } })
  })
})
