/** Changing when a visit began and ended, and undoing it. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { clockBeside } from '../../../domain/record/day-clock'
import { type EdgeChange, typedEdges } from '../../../domain/record/edge-draft'
import { unseal } from '../../../domain/record/sealed-day'
import { reshape, type Span } from '../../../domain/record/span'
import { visitsOf } from '../../../domain/statement/day-visits'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { db } from '../../../storage/base/db'
import { deleteSpans, moveEdges, restore } from '../../../storage/bulk/corrections'
import { closedSpans } from '../../../storage/record/history'
import { saveStep, sealOldestDay } from '../../../storage/record/ledger'
import { allRows, attention, emptyDatabase, record, stepOf } from '../../fixtures/database'
import { DEVICE, spanOf, spansArbitrary } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  await emptyDatabase()
  await fakeBrowser.storage.local.set({ device: DEVICE })
})

const berlin = () => 60
const profileOf = surfaceBook([])
const all = () => closedSpans('2026-01-01', '2026-12-31')
const sealUpTo = async (day: string) => {
  while ((await sealOldestDay(day)) !== null);
}

/** 9:00 to 10:00, and 12:00 to 13:00. */
const morning = spanOf({ surface: 'a.example', start: '2026-11-20T08:00:00Z', ms: HOUR_MS })
const noon = spanOf({ surface: 'b.example', start: '2026-11-20T11:00:00Z', ms: HOUR_MS })
const other = spanOf({ surface: 'a.example', start: '2026-11-23T08:00:00Z', ms: HOUR_MS })

/** What the typed edges change in a visit of a day. */
function typedFor(
  visit: readonly Span[],
  spans: readonly Span[],
  from: string,
  to: string,
): EdgeChange | null {
  const typed = typedEdges({ from, to }, visit, {
    day: '2026-11-20',
    dayStartHour: 4,
    clock: clockBeside(spans, berlin),
    now: Date.parse('2026-12-01T00:00:00Z'),
    others: spans.filter((span) => !visit.includes(span)),
  })
  return typed.ok ? typed.change : null
}

const changeOf = (from: string, to: string): EdgeChange =>
  typedFor([morning], [morning, noon], from, to) as EdgeChange

const at = (clock: string) => Date.parse(`2026-11-20T${clock}:00+01:00`)

describe.each([
  { name: 'on a recent day', seal: async () => undefined, place: 'spans' },
  { name: 'on a sealed day', seal: () => sealUpTo('2026-11-22'), place: 'days' },
])('$name', ({ seal, place }) => {
  beforeEach(async () => {
    await record(morning, noon, other)
    await seal()
  })

  test('a later beginning and an earlier end cut the span, and undoing restores every row', async () => {
    const before = await allRows()
    const correction = await moveEdges(changeOf('9:10', '9:50'), berlin)
    expect(await all()).toEqual([reshape(morning, at('09:10'), at('09:50')), noon, other])
    await restore(correction)
    expect(await allRows()).toEqual(before)
  })

  test('an earlier beginning and a later end are entered by hand, beside the measured span', async () => {
    const before = await allRows()
    const correction = await moveEdges(changeOf('8:45', '10:30'), berlin)
    const [earlier, measured, later] = await all()
    expect(measured).toEqual(morning)
    expect(earlier).toMatchObject({
      start: at('08:45'),
      end: morning.start,
      origin: 'entered',
      device: DEVICE,
    })
    expect(later).toMatchObject({
      start: morning.end,
      end: at('10:30'),
      origin: 'entered',
      day: '2026-11-20',
    })
    expect(correction.added.map((one) => one.place)).toEqual([place, place])
    await restore(correction)
    expect(await allRows()).toEqual(before)
  })

  test('a visit that was moved twice is undone step by step', async () => {
    const before = await allRows()
    const first = await moveEdges(changeOf('9:10', '10:30'), berlin)
    const between = await allRows()
    const cut = reshape(morning, at('09:10'), morning.end)
    const second = await moveEdges(typedFor([cut], [cut, noon], '9:20', '9:40') as EdgeChange, berlin)
    await restore(second)
    expect(await allRows()).toEqual(between)
    await restore(first)
    expect(await allRows()).toEqual(before)
  })
})

test('what a visit gains leaves out time that was recorded after it was shown', async () => {
  await record(morning)
  const change = changeOf('9:00', '10:30')
  await record(spanOf({ surface: 'c.example', start: at('10:10'), ms: 5 * MINUTE_MS, device: 'phone' }))
  const { added } = await moveEdges(change, berlin)
  expect(added.map(({ span }) => [span.start, span.end])).toEqual([
    [at('10:00'), at('10:10')],
    [at('10:15'), at('10:30')],
  ])
})

test('what a visit gains ends where the span in progress begins', async () => {
  const open = spanOf({ surface: 'c.example', start: at('10:10'), ms: MINUTE_MS })
  await saveStep(() => stepOf({ spans: [morning], state: attention({ open }) }))
  const { added } = await moveEdges(changeOf('9:00', '10:30'), berlin)
  expect(added.map(({ span }) => span.end)).toEqual([at('10:10')])
})

test('a gain across midnight is cut by calendar day', async () => {
  const late = spanOf({ surface: 'a.example', start: '2026-11-20T22:00:00Z', ms: 30 * MINUTE_MS })
  await record(late)
  await moveEdges(typedFor([late], [late], '23:00', '1:00') as EdgeChange, berlin)
  expect((await all()).map(({ day, start, end }) => [day, (end - start) / MINUTE_MS])).toEqual([
    ['2026-11-20', 30],
    ['2026-11-20', 30],
    ['2026-11-21', 60],
  ])
})

test('a span that is sealed after it was shown is changed by its time', async () => {
  await record(morning, noon)
  await sealUpTo('2026-11-22')
  await moveEdges(changeOf('9:10', '10:00'), berlin)
  expect((await db.days.toArray()).flatMap(unseal)).toEqual([
    reshape(morning, at('09:10'), morning.end),
    noon,
  ])
})

test('undoing is refused if the gained time has been deleted since', async () => {
  await record(morning)
  const correction = await moveEdges(changeOf('9:00', '10:30'), berlin)
  const gained = (await all()).find(({ origin }) => origin === 'entered') as Span
  await deleteSpans([gained])
  await expect(restore(correction)).rejects.toThrow('error_changed_since')
})

const timeOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)

const clockText = (minute: number) =>
  `${Math.floor(minute / 60) % 24}:${String(minute % 60).padStart(2, '0')}`

test('moving the edges of any visit leaves no two spans at one time, and undoing restores every row', async () => {
  await fc.assert(
    fc.asyncProperty(
      spansArbitrary(10),
      fc.nat(),
      fc.integer({ min: -90, max: 90 }),
      fc.integer({ min: -90, max: 90 }),
      fc.boolean(),
      async (spans, pick, fromBy, toBy, isSealed) => {
        await emptyDatabase()
        await record(...spans)
        const own = spans.filter(({ start }) => start < Date.parse('2026-11-21T03:00:00Z'))
        const visits = visitsOf(own, profileOf, null)
        const visit = visits[pick % Math.max(1, visits.length)]
        if (!visit) return
        if (isSealed) await sealUpTo('2026-11-21')
        const before = await allRows()
        const minuteOf = (instant: number) => Math.floor((instant / MINUTE_MS + 60) % 1440)
        const from = minuteOf(visit.spans[0]?.start ?? 0) + fromBy
        const to = minuteOf(visit.spans.at(-1)?.end ?? 0) + toBy
        const change = typedFor(visit.spans, spans, clockText(from + 1440), clockText(to + 1440))
        if (!change) return
        const correction = await moveEdges(change, berlin)
        const now = (await all()).sort((a, b) => a.start - b.start)
        for (const [index, span] of now.entries())
          expect((now[index + 1]?.start ?? Infinity) >= span.end).toBe(true)
        const gained = change.gained.reduce((sum, part) => sum + part.until - part.from, 0)
        expect(timeOf(now)).toBe(timeOf(spans) - timeOf(change.lost) + gained)
        await restore(correction)
        expect(await allRows()).toEqual(before)
      },
    ),
    { numRuns: 80 },
  )
})
