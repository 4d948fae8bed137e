import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Attention } from '../../../domain/record/attention'
import { HOUR_MS } from '../../../domain/time/local-time'
import { seal } from '../../../domain/record/sealing'
import type { Span } from '../../../domain/record/span'
import { db } from '../../../storage/base/db'
import { closedSpans, openSpan, recentSpansOf } from '../../../storage/record/history'
import { readAttention, saveBeat, saveStep, sealOldestDay } from '../../../storage/record/ledger'
import { allRows, attention, emptyDatabase, record, stepOf } from '../../fixtures/database'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

beforeEach(emptyDatabase)

const sunday = spanOf({ surface: 'youtube.com', start: '2026-11-22T10:00:00Z', ms: HOUR_MS })
const monday = spanOf({ surface: 'youtube.com/shorts', start: '2026-11-23T10:00:00Z', ms: HOUR_MS })
const tuesday = spanOf({ surface: 'github.com', start: '2026-11-24T10:00:00Z', ms: HOUR_MS })
const open = spanOf({ surface: 'github.com', start: '2026-11-24T11:00:00Z', ms: 5_000 })

describe('a step is written in one transaction', () => {
  test('closed spans, the open one and the state', async () => {
    await saveStep(() => stepOf({ state: attention({ open, recent: [tuesday] }), spans: [monday, tuesday] }))
    expect(await closedSpans('2026-11-23', '2026-11-24')).toEqual([monday, tuesday])
    expect(await openSpan()).toEqual(open)
    expect(await readAttention()).toEqual(attention({ open, recent: [tuesday] }))
  })

  test('before the first step nothing is known', async () => {
    expect(await readAttention()).toBeNull()
    await saveStep((before) => {
      expect(before).toBeNull()
      return stepOf()
    })
  })

  test.each<[string, object | undefined]>([
    ['is missing', undefined],
    ['is of another shape', { lastSeenAt: 1 }],
    ['is damaged', { ...attention(), exempt: 'none' }],
  ])('a span whose state %s goes on being known, and ends at its checkpoint', async (_how, state) => {
    await db.openSpan.put(open)
    if (state) await db.state.put(state as never, 'now')
    expect(await readAttention()).toMatchObject({ open, lastSeenAt: open.end, runId: '', recent: [] })
  })

  test('the next step is made from what the last one left behind', async () => {
    await saveStep(() => stepOf({ state: attention({ open, lastInputAt: 7, runId: 'other' }) }))
    const seen: (Attention | null)[] = []
    await saveStep((before) => {
      seen.push(before)
      return stepOf()
    })
    expect(seen).toEqual([attention({ open, lastInputAt: 7, runId: 'other' })])
  })

  test('spans that were taken back are dropped', async () => {
    await record(monday, tuesday)
    await saveStep(() => stepOf({ dropped: [tuesday.id] }))
    expect(await closedSpans('2026-11-23', '2026-11-24')).toEqual([monday])
  })

  test('a span that was shortened replaces the one with its id', async () => {
    const shorter: Span = { ...tuesday, end: tuesday.end - 60_000 }
    await record(tuesday)
    await record(shorter)
    await record(shorter)
    expect(await closedSpans('2026-11-24', '2026-11-24')).toEqual([shorter])
  })

  test('there is one open span at most, and none when nobody is there', async () => {
    await saveStep(() => stepOf({ state: attention({ open: monday }) }))
    await saveStep(() => stepOf({ state: attention({ open }) }))
    expect(await db.openSpan.toArray()).toEqual([open])
    await saveStep(() => stepOf({ state: attention({ open: { ...open, end: open.end + 1 } }) }))
    expect(await db.openSpan.toArray()).toEqual([{ ...open, end: open.end + 1 }])
    await saveStep(() => stepOf({ state: attention() }))
    expect(await db.openSpan.count()).toBe(0)
  })

  test('where there is nothing new nothing is written', async () => {
    await saveStep(() => stepOf({ state: attention({ open }) }))
    const before = await allRows()
    await saveStep(() => stepOf({ state: attention({ runId: 'new' }), spans: [monday], nothingNew: true }))
    expect(await allRows()).toEqual(before)
  })
})

describe('a step that fails leaves everything as it was', () => {
  const unwritable = { ...monday, id: {} as string }

  test.each([
    ['while a span is written', () => saveStep(() => stepOf({ spans: [tuesday, unwritable] })), 'DataError'],
    [
      'while the open span is written',
      () => saveStep(() => stepOf({ state: attention({ open: unwritable }), spans: [tuesday] })),
      'DataError',
    ],
    [
      'in the rules',
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

  test('a full disk too, and the error says so', async () => {
    await record(monday)
    const before = await allRows()
    const full = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
    db.spans.hook('creating').subscribe(full)
    await expect(record(tuesday)).rejects.toThrow('The disk is full')
    db.spans.hook('creating').unsubscribe(full)
    expect(await allRows()).toEqual(before)
  })

  test('also what it dropped before it failed', async () => {
    await record(monday)
    await expect(saveStep(() => stepOf({ dropped: [monday.id], spans: [unwritable] }))).rejects.toThrow()
    expect(await closedSpans('2026-11-23', '2026-11-23')).toEqual([monday])
  })
})

test('of ten steps at once each is made from what the one before it left behind', async () => {
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

  test('rewrites the open row and nothing else', async () => {
    await saveStep(() => stepOf({ state: attention({ open, recent: [monday] }), spans: [monday] }))
    const { open: _open, ...before } = await allRows()
    expect(await saveBeat(lengthen)).toBe(true)
    const { open: after, ...others } = await allRows()
    expect(after).toEqual([{ ...open, end: open.end + 5_000 }])
    expect(others).toEqual(before)
  })

  test('is remembered as the last time somebody was seen', async () => {
    await saveStep(() => stepOf({ state: attention({ open }) }))
    await saveBeat(lengthen)
    expect(await readAttention()).toEqual(lengthen(attention({ open })))
  })

  test.each<[rule: string, state: Attention | null, beat: (before: Attention) => Attention | null]>([
    ['before the first step', null, lengthen],
    ['when a look is due', attention({ open }), () => null],
    ['when nothing is open', attention(), (before) => before],
  ])('writes nothing %s', async (_rule, state, beat) => {
    if (state) await saveStep(() => stepOf({ state }))
    const before = await allRows()
    expect(await saveBeat(beat)).toBe(false)
    expect(await allRows()).toEqual(before)
  })
})

describe('old days are sealed', () => {
  test('the oldest first, one at a time, up to the last that may be', async () => {
    await record(tuesday, sunday, monday)
    expect(await sealOldestDay('2026-11-23')).toBe('2026-11-22')
    expect(await sealOldestDay('2026-11-23')).toBe('2026-11-23')
    expect(await sealOldestDay('2026-11-23')).toBeNull()
    expect(await db.days.toArray()).toEqual([seal([sunday]), seal([monday])])
    expect(await db.spans.toArray()).toEqual([tuesday])
  })

  test('each device has its own record of a day', async () => {
    const elsewhere = spanOf({ start: monday.start, ms: HOUR_MS, device: 'phone' })
    await record(monday, elsewhere)
    await sealOldestDay('2026-11-23')
    expect(await db.days.toArray()).toEqual([seal([monday]), seal([elsewhere])])
  })

  test('a late span joins the day that is sealed already', async () => {
    const late = spanOf({ surface: 'github.com', start: '2026-11-23T09:00:00Z', ms: 60_000 })
    await record(monday)
    await sealOldestDay('2026-11-23')
    await record(late)
    expect(await closedSpans('2026-11-23', '2026-11-23')).toEqual([late, monday])
    expect(await sealOldestDay('2026-11-23')).toBe('2026-11-23')
    expect(await db.days.toArray()).toEqual([seal([late, monday])])
    expect(await db.spans.count()).toBe(0)
  })

  test('a span that comes again does not count twice', async () => {
    await record(monday)
    await sealOldestDay('2026-11-23')
    const [once] = await db.days.toArray()
    await record(monday)
    await sealOldestDay('2026-11-23')
    expect(await db.days.toArray()).toEqual([once])
  })

  test.each([
    ['after the day was written, before its spans are gone', 'deleting', () => db.spans],
    ['while the day is written', 'creating', () => db.days],
  ] as const)('a worker killed %s has lost nothing', async (_when, event, store) => {
    await record(monday, tuesday)
    const before = await allRows()
    const kill = () => {
      throw new Error('killed')
    }
    store().hook(event).subscribe(kill)
    await expect(sealOldestDay('2026-11-23')).rejects.toThrow()
    store().hook(event).unsubscribe(kill)
    expect(await allRows()).toEqual(before)
    expect(await sealOldestDay('2026-11-23')).toBe('2026-11-23')
    expect(await closedSpans('2026-11-23', '2026-11-24')).toEqual([monday, tuesday])
  })

  test('whatever was recorded, sealing changes no answer', async () => {
    const batches = fc.tuple(spansArbitrary(15), spansArbitrary(15), spansArbitrary(10)).map(([a, b, c]) => [
      a,
      b.map((span): Span => ({ ...span, device: 'phone', id: `phone:${span.start}` })),
      // Late ones, beside those of the first batch.
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

  test.each<[surface: string, since: string, spans: Span[]]>([
    ['youtube.com/shorts', '2026-11-23', [monday]],
    ['youtube.com/shorts', '2026-11-24', []],
    ['youtube.com', '2026-11-23', []],
    ['github.com', '2026-11-23', [tuesday]],
  ])('recent spans of %s since %s', async (surface, since, spans) => {
    expect(await recentSpansOf(surface, since)).toEqual(spans)
  })
})
