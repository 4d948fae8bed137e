import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Attention } from '../../../domain/record/attention'
import { HOUR_MS } from '../../../domain/time/local-time'
import { seal } from '../../../domain/record/sealing'
import type { Span } from '../../../domain/record/span'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { db } from '../../../storage/base/db'
import { closedSpans, openSpan, recentSpansOf } from '../../../storage/record/history'
import {
  readAttention,
  saveBeat,
  saveStep,
  sealOldestDay,
  settleCheckpoint,
} from '../../../storage/record/ledger'
import { allRows, attention, emptyDatabase, record, stepOf } from '../../fixtures/database'
import { failWrites } from '../../fixtures/failing-store'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
})

const sunday = spanOf({ surface: 'youtube.com', start: '2026-11-22T10:00:00Z', ms: HOUR_MS })
const monday = spanOf({ surface: 'youtube.com/shorts', start: '2026-11-23T10:00:00Z', ms: HOUR_MS })
const tuesday = spanOf({ surface: 'github.com', start: '2026-11-24T10:00:00Z', ms: HOUR_MS })
const open = spanOf({ surface: 'github.com', start: '2026-11-24T11:00:00Z', ms: 5_000 })

describe('saving a step', () => {
  test('writes its closed spans, open span and state', async () => {
    await saveStep(() => stepOf({ state: attention({ open, recent: [tuesday] }), spans: [monday, tuesday] }))
    expect(await closedSpans('2026-11-23', '2026-11-24')).toEqual([monday, tuesday])
    expect(await openSpan()).toEqual(open)
    expect(await readAttention()).toEqual(attention({ open, recent: [tuesday] }))
  })

  test('starts from null before the first step', async () => {
    expect(await readAttention()).toBeNull()
    await saveStep((before) => {
      expect(before).toBeNull()
      return stepOf()
    })
  })

  test.each<[string, object]>([
    ['is missing', {}],
    ['is of another shape', { lastSeenAt: 1 }],
    ['is damaged', { ...attention(), exempt: 'none' }],
  ])('starts from the open span alone if the rest of the state %s', async (_how, state) => {
    await db.state.put({ ...state, open } as never, 'now')
    expect(await readAttention()).toMatchObject({ open, lastSeenAt: open.end, runId: '', recent: [] })
  })

  test('starts anew if the open span is damaged too', async () => {
    await db.state.put({ ...attention(), open: { id: open.id } } as never, 'now')
    expect(await readAttention()).toBeNull()
  })

  test('starts from the state of the last step', async () => {
    await saveStep(() => stepOf({ state: attention({ open, lastInputAt: 7, runId: 'other' }) }))
    const seen: (Attention | null)[] = []
    await saveStep((before) => {
      seen.push(before)
      return stepOf()
    })
    expect(seen).toEqual([attention({ open, lastInputAt: 7, runId: 'other' })])
  })

  test('deletes the spans that the step dropped', async () => {
    await record(monday, tuesday)
    await saveStep(() => stepOf({ dropped: [tuesday.id] }))
    expect(await closedSpans('2026-11-23', '2026-11-24')).toEqual([monday])
  })

  test('replaces a span with a shortened one of the same id', async () => {
    const shorter: Span = { ...tuesday, end: tuesday.end - 60_000 }
    await record(tuesday)
    await record(shorter)
    await record(shorter)
    expect(await closedSpans('2026-11-24', '2026-11-24')).toEqual([shorter])
  })

  test('leaves at most one open span, and none when the person is away', async () => {
    await saveStep(() => stepOf({ state: attention({ open: monday }) }))
    await saveStep(() => stepOf({ state: attention({ open }) }))
    expect(await openSpan()).toEqual(open)
    await saveStep(() => stepOf({ state: attention({ open: { ...open, end: open.end + 1_000 } }) }))
    expect(await openSpan()).toEqual({ ...open, end: open.end + 1_000 })
    await saveStep(() => stepOf({ state: attention() }))
    expect(await openSpan()).toBeUndefined()
  })

  test('moves the checkpoint and leaves the database alone if it only lengthens the open span', async () => {
    const state = attention({ open, lastSeenAt: open.end, recent: [monday] })
    await saveStep(() => stepOf({ state }))
    const before = await allRows()
    const longer = { ...open, end: open.end + 5_000 }
    await saveStep(() => stepOf({ state: { ...state, open: longer, lastSeenAt: longer.end } }))
    expect(await allRows()).toEqual(before)
    expect(await openSpan()).toEqual(longer)
    expect(await readAttention()).toEqual({ ...state, open: longer, lastSeenAt: longer.end })
  })

  test('leaves the database alone if a span is too old to be taken back', async () => {
    const state = attention({ open, lastSeenAt: open.end, recent: [monday] })
    await saveStep(() => stepOf({ state }))
    const before = await allRows()
    const longer = { ...open, end: open.end + 5_000 }
    await saveStep(() => stepOf({ state: { ...state, open: longer, lastSeenAt: longer.end, recent: [] } }))
    expect(await allRows()).toEqual(before)
  })

  test('returns the stored state if the checkpoint would move by less than half a second', async () => {
    const state = attention({ open, lastSeenAt: open.end })
    await saveStep(() => stepOf({ state }))
    const lengthenedBy = (ms: number) => {
      const longer = { ...open, end: open.end + ms }
      return saveStep(() => stepOf({ state: { ...state, open: longer, lastSeenAt: longer.end } }))
    }
    expect((await lengthenedBy(499)).state).toEqual(state)
    expect(await openSpan()).toEqual(open)
    expect((await lengthenedBy(500)).state.open?.end).toBe(open.end + 500)
    expect((await openSpan())?.end).toBe(open.end + 500)
  })

  test.each<[change: string, Partial<Attention>]>([
    ['a new worker started', { lifeId: 'next' }],
    ['the browser restarted', { runId: 'next' }],
    ['no span is open any more', { open: null }],
    ['another span is open', { open: monday }],
    ['the person is away', { lastInputAt: open.end }],
    ['the page is audible', { exemptNow: true, exempt: [[open.start, open.end]] }],
    ['one more span may be taken back', { recent: [monday, tuesday] }],
    ['a span that may be taken back was cut', { recent: [{ ...monday, end: monday.end - 1 }] }],
    ['the open span ended before the look', { lastSeenAt: open.end + 1 }],
  ])('writes the state when %s', async (_change, changed) => {
    const state = attention({ open, lastSeenAt: open.end, recent: [monday] })
    await saveStep(() => stepOf({ state }))
    await saveStep(() => stepOf({ state: { ...state, ...changed } }))
    expect(await readAttention()).toEqual({ ...state, ...changed })
    expect(await db.state.get('now')).toEqual({ ...state, ...changed })
  })

  test('writes nothing if nothing is new', async () => {
    await saveStep(() => stepOf({ state: attention({ open }) }))
    const before = await allRows()
    await saveStep(() => stepOf({ state: attention({ runId: 'new' }), spans: [monday], nothingNew: true }))
    expect(await allRows()).toEqual(before)
  })
})

describe('a step that fails changes nothing', () => {
  const unwritable = { ...monday, id: {} as string }
  const uncloneable = { ...monday, surface: (() => '') as never }

  test.each([
    [
      'if a closed span cannot be written',
      () => saveStep(() => stepOf({ spans: [tuesday, unwritable] })),
      'Data provided',
    ],
    [
      'if the open span cannot be written',
      () => saveStep(() => stepOf({ state: attention({ open: uncloneable }), spans: [tuesday] })),
      'could not be cloned',
    ],
    [
      'if the rules of attention throw',
      () =>
        saveStep(() => {
          throw new Error('the rules failed')
        }),
      'the rules failed',
    ],
  ])('%s', async (_when, fail, message) => {
    await saveStep(() => stepOf({ state: attention({ open }), spans: [sunday, monday], dropped: [] }))
    const before = await allRows()
    await expect(fail()).rejects.toThrow(message)
    expect(await allRows()).toEqual(before)
    await record(tuesday)
    expect(await closedSpans('2026-11-24', '2026-11-24')).toEqual([tuesday])
  })

  test('if the disk is full, and rejects with that error', async () => {
    await record(monday)
    const before = await allRows()
    const goOn = failWrites('put', 'spans', new DOMException('The disk is full', 'QuotaExceededError'))
    await expect(record(tuesday)).rejects.toThrow('The disk is full')
    goOn()
    expect(await allRows()).toEqual(before)
  })

  test('and restores the spans it dropped before failing', async () => {
    await record(monday)
    await expect(saveStep(() => stepOf({ dropped: [monday.id], spans: [unwritable] }))).rejects.toThrow()
    expect(await closedSpans('2026-11-23', '2026-11-23')).toEqual([monday])
  })
})

test('ten simultaneous steps each start from the state of the one before', async () => {
  const lengthen = (before: Attention | null) => {
    const end = (before?.open?.end ?? open.end) + 1_000
    return stepOf({ state: attention({ open: { ...open, end } }) })
  }
  await Promise.all(Array.from({ length: 10 }, () => saveStep(lengthen)))
  expect((await openSpan())?.end).toBe(open.end + 10_000)
})

describe('a beat', () => {
  const lengthen = (before: Attention): Attention => ({
    ...before,
    lastSeenAt: open.end + 5_000,
    open: { ...(before.open as Span), end: open.end + 5_000 },
  })

  test('moves the checkpoint and leaves the database alone', async () => {
    await saveStep(() => stepOf({ state: attention({ open, recent: [monday] }), spans: [monday] }))
    const before = await allRows()
    expect(await saveBeat(lengthen)).toBe(true)
    expect(await allRows()).toEqual(before)
    expect(await openSpan()).toEqual({ ...open, end: open.end + 5_000 })
  })

  test('does not ask the database while its own checkpoint stands', async () => {
    const saved = attention({ open })
    await saveStep(() => stepOf({ state: saved }))
    await saveBeat(lengthen, saved)
    const read = vi.spyOn(db, 'transaction')
    const get = vi.spyOn(db.state, 'get')
    expect(await saveBeat((before) => lengthen(lengthen(before)), saved)).toBe(true)
    expect([read.mock.calls.length, get.mock.calls.length]).toEqual([0, 0])
    vi.restoreAllMocks()
    expect(await openSpan()).toEqual({ ...open, end: open.end + 5_000 })
  })

  test('asks the database again after other work on the state', async () => {
    const saved = attention({ open })
    await saveStep(() => stepOf({ state: saved }))
    await saveBeat(lengthen, saved)
    await settleCheckpoint()
    await db.state.clear()
    expect(await saveBeat(lengthen, saved)).toBe(false)
    expect(await fakeBrowser.storage.local.get('checkpoint')).toEqual({})
  })

  test('does not lengthen the next span in progress', async () => {
    await saveStep(() => stepOf({ state: attention({ open: tuesday }) }))
    await saveBeat((before) => ({ ...before, open: { ...tuesday, end: open.end + HOUR_MS } }))
    await saveStep(() => stepOf({ state: attention({ open }) }))
    expect(await openSpan()).toEqual(open)
    expect(await readAttention()).toEqual(attention({ open }))
  })

  test.each([
    ['of another shape', { id: open.id, end: 'late' }],
    ['of no span', 7],
    ['missing', undefined],
  ])('a checkpoint that is %s changes nothing', async (_how, checkpoint) => {
    await saveStep(() => stepOf({ state: attention({ open }) }))
    await fakeBrowser.storage.local.set({ checkpoint })
    expect(await openSpan()).toEqual(open)
    expect(await readAttention()).toEqual(attention({ open }))
  })

  test('a checkpoint before the end of the row does not shorten the span', async () => {
    await saveStep(() => stepOf({ state: attention({ open }) }))
    await fakeBrowser.storage.local.set({ checkpoint: { id: open.id, end: open.start } })
    expect(await openSpan()).toEqual(open)
  })

  test('is settled into the stored state before bulk work', async () => {
    await saveStep(() => stepOf({ state: attention({ open }) }))
    await saveBeat(lengthen)
    await settleCheckpoint()
    expect((await db.state.get('now'))?.open).toEqual({ ...open, end: open.end + 5_000 })
  })

  test('that cannot be stored rejects, so that the next look tells the trouble', async () => {
    await saveStep(() => stepOf({ state: attention({ open }) }))
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('the disk is full'))
    await expect(saveBeat(lengthen)).rejects.toThrow('the disk is full')
    expect(await openSpan()).toEqual(open)
  })

  test('updates when the person was last seen', async () => {
    await saveStep(() => stepOf({ state: attention({ open }) }))
    await saveBeat(lengthen)
    expect(await readAttention()).toEqual(lengthen(attention({ open })))
  })

  test.each<[rule: string, state: Attention | null, beat: (before: Attention) => Attention | null]>([
    ['before the first step', null, lengthen],
    ['when a look is needed', attention({ open }), () => null],
    ['when nothing is open', attention(), (before) => before],
  ])('writes nothing %s', async (_rule, state, beat) => {
    if (state) await saveStep(() => stepOf({ state }))
    const before = await allRows()
    expect(await saveBeat(beat)).toBe(false)
    expect(await allRows()).toEqual(before)
  })
})

describe('sealing old days', () => {
  test('seals one day per call, oldest first, up to the last allowed day', async () => {
    await record(tuesday, sunday, monday)
    expect(await sealOldestDay('2026-11-23')).toBe('2026-11-22')
    expect(await sealOldestDay('2026-11-23')).toBe('2026-11-23')
    expect(await sealOldestDay('2026-11-23')).toBeNull()
    expect(await db.days.toArray()).toEqual([seal([sunday]), seal([monday])])
    expect(await db.spans.toArray()).toEqual([tuesday])
  })

  test('makes one record per device and day', async () => {
    const elsewhere = spanOf({ start: monday.start, ms: HOUR_MS, device: 'phone' })
    await record(monday, elsewhere)
    await sealOldestDay('2026-11-23')
    expect(await db.days.toArray()).toEqual([seal([monday]), seal([elsewhere])])
  })

  test('adds a late span to a day that is already sealed', async () => {
    const late = spanOf({ surface: 'github.com', start: '2026-11-23T09:00:00Z', ms: 60_000 })
    await record(monday)
    await sealOldestDay('2026-11-23')
    await record(late)
    expect(await closedSpans('2026-11-23', '2026-11-23')).toEqual([late, monday])
    expect(await sealOldestDay('2026-11-23')).toBe('2026-11-23')
    expect(await db.days.toArray()).toEqual([seal([late, monday])])
    expect(await db.spans.count()).toBe(0)
  })

  test('does not count a span twice if it is written again', async () => {
    await record(monday)
    await sealOldestDay('2026-11-23')
    const [once] = await db.days.toArray()
    await record(monday)
    await sealOldestDay('2026-11-23')
    expect(await db.days.toArray()).toEqual([once])
  })

  test.each([
    ['after the day is written but before its spans are deleted', 'delete', 'spans'],
    ['while the day is written', 'put', 'days'],
  ] as const)('loses nothing if the worker is killed %s', async (_when, writing, store) => {
    await record(monday, tuesday)
    const before = await allRows()
    const goOn = failWrites(writing, store, new Error('killed'))
    await expect(sealOldestDay('2026-11-23')).rejects.toThrow()
    goOn()
    expect(await allRows()).toEqual(before)
    expect(await sealOldestDay('2026-11-23')).toBe('2026-11-23')
    expect(await closedSpans('2026-11-23', '2026-11-24')).toEqual([monday, tuesday])
  })

  test('never changes the result of a query', async () => {
    const batches = fc.tuple(spansArbitrary(15), spansArbitrary(15), spansArbitrary(10)).map(([a, b, c]) => [
      a,
      b.map((span): Span => ({ ...span, device: 'phone', id: `phone:${span.start}` })),
      // Recorded late, after the other batches are sealed.
      c.map((span): Span => ({ ...span, device: 'tablet', id: `tablet:${span.start}` })),
    ])
    const lastDay = fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-21', '2026-12-31')
    await fc.assert(
      fc.asyncProperty(batches, lastDay, async ([first = [], second = [], late = []], last) => {
        await emptyDatabase()
        const sealAll = async () => {
          while ((await sealOldestDay(last)) !== null);
        }
        const byId = (spans: Span[]) => spans.toSorted((a, b) => a.id.localeCompare(b.id))
        await record(...first, ...second)
        await sealAll()
        await record(...late)
        const before = await closedSpans('2026-01-01', '2026-12-31')
        expect(byId(before)).toEqual(byId([...first, ...second, ...late]))
        await sealAll()
        const after = await closedSpans('2026-01-01', '2026-12-31')
        expect(byId(after)).toEqual(byId(before))
        expect(after.map(({ start }) => start)).toEqual(before.map(({ start }) => start))
        expect(await db.spans.where('day').belowOrEqual(last).count()).toBe(0)
      }),
    )
  })
})

describe('history is read by calendar day', () => {
  beforeEach(async () => {
    await record(sunday, monday, tuesday)
    await sealOldestDay('2026-11-22')
  })

  test.each<[first: string, last: string, spans: Span[]]>([
    ['2026-11-22', '2026-11-24', [sunday, monday, tuesday]],
    ['2026-11-22', '2026-11-22', [sunday]],
    ['2026-11-22', '2026-11-23', [sunday, monday]],
    ['2026-11-24', '2026-11-24', [tuesday]],
    ['2026-11-25', '2026-12-31', []],
    ['2026-01-01', '2026-11-21', []],
  ])('from %s to %s', async (first, last, spans) => {
    expect(await closedSpans(first, last)).toEqual(spans)
  })

  test.each<[surface: string, first: string, last: string, spans: Span[]]>([
    ['youtube.com/shorts', '2026-11-23', '2026-11-24', [monday]],
    ['youtube.com/shorts', '2026-11-24', '2026-11-25', []],
    ['youtube.com', '2026-11-23', '2026-11-24', []],
    ['github.com', '2026-11-23', '2026-11-24', [tuesday]],
    ['github.com', '2026-11-22', '2026-11-23', []],
  ])('and by surface: recent spans of %s from %s to %s', async (surface, first, last, spans) => {
    expect(await recentSpansOf(surface, first, last)).toEqual(spans)
  })
})
