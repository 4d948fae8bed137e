import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import type { ImportMode } from '../../../domain/file/row-merge'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { FROM_THE_BEGINNING } from '../../../domain/value/hour-price'
import { deleteSpans, enterSpans, reassignSpans, restore } from '../../../storage/bulk/corrections'
import { db } from '../../../storage/base/db'
import { deleteRange } from '../../../storage/bulk/erase'
import { forgetSite } from '../../../storage/bulk/forget'
import { closedSpans } from '../../../storage/record/history'
import { changeSurface } from '../../../storage/said/opinions'
import { putRate } from '../../../storage/said/rates'
import { changeSettings, loadSettings } from '../../../storage/said/settings'
import { allRows, emptyDatabase, record } from '../../fixtures/database'
import { EMPTY, exported, fill, NOW, recordedArbitrary } from '../../fixtures/export'
import { bring, kept, modes, undo } from '../../fixtures/import'
import { spanOf } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  await fakeBrowser.storage.local.set({ device: 'desk' })
})

/** Each test writes, reads and rewrites a whole database. */
vi.setConfig({ testTimeout: 60_000 })
const RUNS = { numRuns: 60 }

const records = ({
  limits: _l,
  usage: _u,
  overrides: _o,
  commitments: _c,
  ...rest
}: Record<string, unknown[]>) => rest

describe('undoing an import', () => {
  test('restores the state before it for any database and file', async () => {
    await fc.assert(
      fc.asyncProperty(recordedArbitrary, recordedArbitrary, modes, async (one, other, mode) => {
        await fill(one)
        const file = await exported({ ...DEFAULT_SETTINGS, currency: 'JPY' })
        await fill({ ...other, limits: [], usage: [], overrides: [], commitments: [] })
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

  test('leaves every rule that was here as it was, also one whose deletion waited', async () => {
    await fc.assert(
      fc.asyncProperty(recordedArbitrary, recordedArbitrary, modes, async (one, other, mode) => {
        await fill(one)
        const file = await exported()
        await fill(other)
        const [before, all] = [await db.limits.toArray(), records(await kept())]
        await bring(file, mode)
        await undo()
        expect(await db.limits.bulkGet(before.map(({ id }) => id))).toEqual(before)
        expect(records(await kept())).toEqual(all)
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

  test.each<ImportMode>(['merge', 'replace'])(
    'keeps opinions and settings changed here since (%s)',
    async (mode) => {
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
      await db.log.add({ at: NOW, type: 'resume' })
      await changeSettings({ dayStartHour: 5 })
      await undo()
      expect(await db.surfaces.toArray()).toEqual([
        { surface: 'a.example', kind: 'feed', worthQuarters: 3 },
        { surface: 'c.example', kind: 'video' },
      ])
      expect(await db.rates.count()).toBe(0)
      expect(await db.log.toArray()).toEqual([{ at: NOW, type: 'resume' }])
      expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, dayStartHour: 5 })
    },
  )

  describe('of a file with rates', () => {
    const rate = { amountMinor: 3000, currency: 'EUR', hourTypes: null }
    const FILE = [
      { ...rate, from: FROM_THE_BEGINNING },
      { ...rate, from: '2026-03-01' },
    ]
    const file = async () => {
      await fill({ ...EMPTY, rates: FILE })
      return exported({ ...DEFAULT_SETTINGS, currency: 'EUR' })
    }

    test.each<ImportMode>(['merge', 'replace'])(
      'makes the first rate set since hold from the beginning, in its currency (%s)',
      async (mode) => {
        const text = await file()
        await fill(EMPTY)
        await bring(text, mode)
        await putRate({ ...rate, amountMinor: 5000, from: '2026-06-01' }, null)
        await putRate({ ...rate, amountMinor: 6000, from: '2026-09-01' }, null)
        await undo()
        expect(await db.rates.toArray()).toEqual([
          { ...rate, amountMinor: 5000, from: FROM_THE_BEGINNING },
          { ...rate, amountMinor: 6000, from: '2026-09-01' },
        ])
        expect((await loadSettings()).currency).toBe('EUR')
      },
    )

    test.each<ImportMode>(['merge', 'replace'])(
      'restores the rates that were here before (%s)',
      async (mode) => {
        const text = await file()
        const own = [{ ...rate, amountMinor: 7000, from: '2026-02-01' }]
        await fill({ ...EMPTY, rates: own })
        await bring(text, mode)
        await undo()
        expect(await db.rates.toArray()).toEqual(own)
        expect((await loadSettings()).currency).toBeNull()
      },
    )
  })

  test.each<ImportMode>(['merge', 'replace'])(
    'keeps corrections and entries made since, in sealed days too (%s)',
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

  test('does not restore what was deleted since, not even in days that the file replaced', async () => {
    const of = (surface: string, minutes: number, ms: number) =>
      spanOf({ surface, start: Date.parse('2026-11-10T10:00:00Z') + minutes * MINUTE_MS, ms })
    const [short, long] = [of('a.example', 0, HOUR_MS / 2), of('a.example', 0, HOUR_MS)]
    await fill({ ...EMPTY, spans: [short] })
    const file = await exported()
    await fill({ ...EMPTY, spans: [long] })
    await bring(file, 'replace')
    const deletion = await deleteSpans([short])
    await restore(deletion)
    await deleteSpans([short])
    await undo()
    expect(await closedSpans('2026-11-10', '2026-11-10')).toEqual([of('a.example', 30, HOUR_MS / 2)])
  })

  test('restores the state before it if corrections made since were undone', async () => {
    await fc.assert(
      fc.asyncProperty(
        recordedArbitrary,
        recordedArbitrary,
        modes,
        fc.nat(),
        async (one, other, mode, pick) => {
          await fill(one)
          const file = await exported()
          await fill({ ...other, limits: [], usage: [], overrides: [], commitments: [] })
          const before = await kept()
          await bring(file, mode)
          const spans = await closedSpans('2026-01-01', '2026-12-31')
          if (spans.length > 0) {
            const some = [spans[pick % spans.length]!]
            const gift = await reassignSpans(some, 'other.example')
            await restore(gift)
            await restore(await deleteSpans(some))
          }
          await undo()
          expect(records(await kept())).toEqual(records(before))
        },
      ),
      RUNS,
    )
  })

  test.each<ImportMode>(['merge', 'replace'])(
    'restores everything except a site forgotten since (%s)',
    async (mode) => {
      const spans = ['gone.example', 'gone.example/a', 'kept.example'].map((surface, index) =>
        spanOf({ surface, start: NOW - (9 - index) * DAY_MS, ms: HOUR_MS }),
      )
      const rows = {
        surfaces: [
          { surface: 'gone.example', kind: 'feed' as const, iconHost: 'www.gone.example' },
          { surface: 'kept.example', kind: 'work' as const, joined: 'gone.example' },
        ],
        ratings: [{ surface: 'gone.example', at: 1, worthQuarters: 4 }],
      }
      await fill({ ...EMPTY, spans: spans.map((span) => ({ ...span, end: span.end + 1000 })), ...rows })
      const file = await exported()
      await fill({
        ...EMPTY,
        spans,
        ...rows,
        ratings: [{ surface: 'gone.example', at: 2, worthQuarters: 1 }],
      })
      await bring(file, mode)
      await forgetSite('gone.example')
      expect(JSON.stringify(await allRows())).not.toContain('"gone.example')
      await undo()
      expect(await closedSpans('2026-01-01', '2026-12-31')).toEqual(spans.slice(2))
      expect(await db.surfaces.toArray()).toEqual([{ surface: 'kept.example', kind: 'work' }])
      expect(await db.ratings.count()).toBe(0)
    },
  )

  test.each<ImportMode>(['merge', 'replace'])('does not restore days deleted since (%s)', async (mode) => {
    const days = [1, 2, 3].map((day) =>
      spanOf({ start: Date.parse('2026-11-10T10:00:00Z') + day * DAY_MS, ms: HOUR_MS }),
    )
    await fill({ ...EMPTY, spans: days.map((span) => ({ ...span, end: span.end + 1000 })) })
    const file = await exported()
    await fill({ ...EMPTY, spans: days })
    await bring(file, mode)
    await deleteRange('2026-11-11', '2026-11-12', 4)
    await undo()
    expect(await closedSpans('2026-01-01', '2026-12-31')).toEqual(days.slice(2))
  })

  test('keeps the span that was in progress when the import began, as the import did', async () => {
    const inProgress = spanOf({ start: NOW - 5000, ms: 10_000 })
    const before = spanOf({ start: NOW - HOUR_MS, ms: 1000 })
    await fill({
      ...EMPTY,
      spans: [spanOf({ surface: 'file.example', start: '2026-11-10T10:00:00Z', ms: 1 })],
    })
    const file = await exported()
    await fill({ ...EMPTY, spans: [before, inProgress] })
    await bring(file, 'replace')
    expect(await db.spans.toArray()).toEqual([inProgress])
    await undo()
    expect(await db.spans.toArray()).toEqual([before, inProgress])
  })
})
