import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { step } from '../../../domain/record/attention'
import { NEW_FIREWALL_ROW } from '../../../domain/firewall/firewall-state'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { unseal } from '../../../domain/record/sealed-day'
import { reshape, type Span } from '../../../domain/record/span'
import {
  deleteSpans,
  type Entered,
  enterSpans,
  reassignSpans,
  restore,
} from '../../../storage/bulk/corrections'
import { db } from '../../../storage/base/db'
import { closedSpans } from '../../../storage/record/history'
import { saveStep, sealOldestDay } from '../../../storage/record/ledger'
import { putSampling, readSampling } from '../../../storage/said/ratings'
import { allRows, attention, emptyDatabase, record, stepOf } from '../../fixtures/database'
import { ruleOf } from '../../fixtures/rules'
import { DEVICE, spanOf, spansArbitrary } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  await emptyDatabase()
  await fakeBrowser.storage.local.set({ device: DEVICE })
})

const all = () => closedSpans('2026-01-01', '2026-12-31')
const sealUpTo = async (day: string) => {
  while ((await sealOldestDay(day)) !== null);
}
const berlin = () => 60

const morning = spanOf({ surface: 'a.example', start: '2026-11-20T08:00:00Z', ms: HOUR_MS })
const noon = spanOf({ surface: 'b.example', start: '2026-11-20T11:00:00Z', ms: HOUR_MS })
const today = spanOf({ surface: 'a.example', start: '2026-11-23T08:00:00Z', ms: HOUR_MS })

describe.each([
  { name: 'on a recent day', seal: async () => undefined },
  { name: 'on a sealed day', seal: () => sealUpTo('2026-11-22') },
])('$name', ({ seal }) => {
  beforeEach(async () => {
    await record(morning, noon, today)
    await seal()
  })

  test('deleting a span can be undone: every row is as before', async () => {
    const before = await allRows()
    const correction = await deleteSpans([morning])
    expect(await all()).toEqual([noon, today])
    await restore(correction)
    expect(await allRows()).toEqual(before)
  })

  test('deleting the last span of the day can be undone', async () => {
    const before = await allRows()
    const correction = await deleteSpans([morning, noon])
    expect(await all()).toEqual([today])
    await restore(correction)
    expect(await allRows()).toEqual(before)
  })

  test('moving a span to another surface can be undone', async () => {
    const before = await allRows()
    const correction = await reassignSpans([noon], 'c.example/part')
    expect(await all()).toEqual([morning, { ...noon, surface: 'c.example/part', site: 'c.example' }, today])
    await restore(correction)
    expect(await allRows()).toEqual(before)
  })

  test('deleting a part of a span keeps the rest', async () => {
    const before = await allRows()
    const part = reshape(morning, morning.start + 10 * MINUTE_MS, morning.start + 20 * MINUTE_MS)
    const correction = await deleteSpans([part])
    expect((await all()).slice(0, 2)).toEqual([
      reshape(morning, morning.start, part.start),
      reshape(morning, part.end, morning.end),
    ])
    await restore(correction)
    expect(await allRows()).toEqual(before)
  })

  test('time entered by hand is marked as entered and can be undone', async () => {
    const before = await allRows()
    const correction = await enterSpans([entered('2026-11-20T09:30:00Z', 30)], berlin)
    const [, added] = await all()
    expect(added).toMatchObject({ surface: 'c.example', origin: 'entered', day: '2026-11-20' })
    expect((added as Span).end - (added as Span).start).toBe(30 * MINUTE_MS)
    await restore(correction)
    expect(await allRows()).toEqual(before)
  })

  test('corrections change no limit, use or firewall state', async () => {
    await db.limits.put({ id: 'r', createdAt: 1, rule: ruleOf({ id: 'r' }), next: null, heals: null })
    await db.usage.put({ rule: 'r', day: '2026-11-20', ms: HOUR_MS, opens: 1, amount: 1, currency: 'EUR' })
    await db.guard.put(NEW_FIREWALL_ROW, 'now')
    const { limits, usage, guard } = await allRows()
    await deleteSpans([morning])
    await reassignSpans([noon], 'a.example')
    await enterSpans([entered('2026-11-20T13:00:00Z', 30)], berlin)
    expect(await allRows()).toMatchObject({ limits, usage, guard })
  })
})

test('a correction drops the question about the corrected visit, and no other', async () => {
  await record(morning, noon, today)
  const { start, end, utcOffsetMinutes } = noon
  const question = { surface: 'b.example', start, end, utcOffsetMinutes, ms: HOUR_MS }
  await putSampling({ day: '2026-11-20', asked: [0], question })
  await deleteSpans([morning])
  expect((await readSampling())?.question).toEqual(question)
  await reassignSpans([noon], 'c.example')
  expect((await readSampling())?.question).toBeNull()
})

const entered = (start: string, minutes: number): Entered => ({
  surface: 'c.example',
  from: Date.parse(start),
  until: Date.parse(start) + minutes * MINUTE_MS,
  utcOffsetMinutes: 60,
})

describe('a day sealed', () => {
  test('after its spans were shown is corrected by their time', async () => {
    await record(morning, noon)
    await sealUpTo('2026-11-22')
    await deleteSpans([morning])
    expect((await db.days.toArray()).flatMap(unseal)).toEqual([noon])
  })

  test('between a correction and its undoing loses and doubles nothing', async () => {
    await record(morning, noon)
    const deletion = await deleteSpans([morning])
    const gift = await reassignSpans([noon], 'c.example')
    const entry = await enterSpans([entered('2026-11-20T15:00:00Z', 30)], berlin)
    await sealUpTo('2026-11-22')
    await restore(entry)
    await restore(gift)
    await restore(deletion)
    expect(await all()).toEqual([morning, noon])
    await sealUpTo('2026-11-22')
    expect((await db.days.toArray()).flatMap(unseal)).toEqual([morning, noon])
  })

  test('and then written again has both copies corrected and restored', async () => {
    await record(morning, noon)
    await sealUpTo('2026-11-22')
    await record(reshape(morning, morning.start, morning.end - MINUTE_MS))
    const before = await allRows()
    const correction = await deleteSpans([morning])
    expect(await all()).toEqual([noon])
    await restore(correction)
    expect(await allRows()).toEqual(before)
  })
})

describe('undoing a correction', () => {
  test('is refused if the deleted time has been entered again', async () => {
    await record(morning, noon)
    const deletion = await deleteSpans([morning])
    await enterSpans([{ ...entered('2026-11-20T08:00:00Z', 30), surface: 'a.example' }], berlin)
    const before = await allRows()
    await expect(restore(deletion)).rejects.toThrow('error_changed_since')
    expect(await allRows()).toEqual(before)
  })

  test('is refused if the moved span has been moved again', async () => {
    await record(morning)
    const gift = await reassignSpans([morning], 'b.example')
    const [given] = await all()
    await reassignSpans([given!], 'c.example')
    await expect(restore(gift)).rejects.toThrow('error_changed_since')
    expect((await all()).map(({ surface }) => surface)).toEqual(['c.example'])
  })

  test('is refused if another part of the same span has been deleted', async () => {
    await record(morning)
    const [first, second] = [
      reshape(morning, morning.start, morning.start + MINUTE_MS),
      reshape(morning, morning.end - MINUTE_MS, morning.end),
    ]
    const deletion = await deleteSpans([first])
    await deleteSpans([second])
    await expect(restore(deletion)).rejects.toThrow('error_changed_since')
    expect(await all()).toEqual([reshape(morning, first.end, second.start)])
  })

  test('works if another span already overlapped because the clock was set back', async () => {
    const over = spanOf({ surface: 'b.example', start: morning.start + MINUTE_MS, ms: HOUR_MS })
    await record(morning, over)
    const before = await allRows()
    await restore(await deleteSpans([morning]))
    expect(await allRows()).toEqual(before)
  })

  test('works if another device recorded at the same time', async () => {
    await record(morning)
    const deletion = await deleteSpans([morning])
    const elsewhere = spanOf({ ...morning, ms: HOUR_MS, device: 'phone' })
    await record(elsewhere)
    await restore(deletion)
    expect((await all()).map(({ device }) => device).sort()).toEqual([DEVICE, 'phone'].sort())
  })
})

test('simultaneous corrections, sealing and recording lose and double nothing', async () => {
  await record(morning, noon)
  const [correction] = await Promise.all([
    deleteSpans([morning]),
    sealOldestDay('2026-11-22'),
    record(today),
    reassignSpans([noon], 'c.example'),
  ])
  expect(await all()).toEqual([{ ...noon, surface: 'c.example', site: 'c.example' }, today])
  await Promise.all([restore(correction), sealUpTo('2026-11-22')])
  expect((await all()).map(({ id }) => id)).toEqual([morning.id, noon.id, today.id])
})

describe('a span that going idle may still take back', () => {
  const policy = {
    device: 'desk',
    runId: 'run',
    lifeId: 'life',
    announced: true,
    idleIntervalMs: 120_000,
    alarmMs: 30_000,
    offsetAt: berlin,
    kindOf: () => 'other' as const,
  }
  const lately = spanOf({ surface: 'a.example', start: '2026-11-23T10:00:00Z', ms: MINUTE_MS })
  /** The first idle observation, which takes back everything after the last input, 120 s ago. */
  const turnIdle = () =>
    saveStep((before) =>
      step(
        before,
        { at: lately.end + 90_000, page: null, audible: false, fullscreen: false, presence: 'idle' },
        policy,
      ),
    )

  beforeEach(async () => {
    const state = attention({
      recent: [lately],
      lastSeenAt: lately.end + 85_000,
      runId: 'run',
      lifeId: 'life',
    })
    await saveStep(() => stepOf({ spans: [lately], state }))
  })

  test('is shortened if it was not corrected', async () => {
    await turnIdle()
    expect(await all()).toEqual([reshape(lately, lately.start, lately.end - 30_000)])
  })

  test('does not reappear once it is deleted', async () => {
    await deleteSpans([lately])
    await turnIdle()
    expect(await all()).toEqual([])
  })

  test('is shortened on the surface that it was moved to', async () => {
    await reassignSpans([lately], 'c.example')
    await turnIdle()
    const [span] = await all()
    expect(span).toMatchObject({ surface: 'c.example', site: 'c.example', end: lately.end - 30_000 })
  })

  test('is shortened after its deletion was undone', async () => {
    const before = await allRows()
    await restore(await deleteSpans([lately]))
    expect(await allRows()).toEqual(before)
    await turnIdle()
    expect(await all()).toEqual([reshape(lately, lately.start, lately.end - 30_000)])
  })
})

describe('time entered by hand', () => {
  test('on a sealed day becomes part of the sealed day', async () => {
    await record(morning, noon)
    await sealUpTo('2026-11-22')
    await enterSpans([entered('2026-11-20T09:30:00Z', 30)], berlin)
    expect(await db.spans.count()).toBe(0)
    const [, added] = (await db.days.toArray()).flatMap(unseal)
    expect(added).toMatchObject({ surface: 'c.example', origin: 'entered' })
  })

  test('is cut at midnight and at clock changes', async () => {
    await enterSpans([entered('2026-11-20T22:30:00Z', 60)], berlin)
    expect((await all()).map(({ day, start, end }) => [day, (end - start) / MINUTE_MS])).toEqual([
      ['2026-11-20', 30],
      ['2026-11-21', 30],
    ])
    await emptyDatabase()
    const change = Date.parse('2026-03-29T01:00:00Z')
    await enterSpans([entered('2026-03-29T00:30:00Z', 60)], (at) => (at < change ? 60 : 120))
    expect((await all()).map(({ utcOffsetMinutes }) => utcOffsetMinutes)).toEqual([60, 120])
  })

  test('leaves out time that any device has recorded', async () => {
    await record(spanOf({ start: '2026-11-23T10:10:00Z', ms: 5 * MINUTE_MS, device: 'phone' }))
    const { added } = await enterSpans([entered('2026-11-23T10:00:00Z', 30)], berlin)
    expect(added.map(({ span }) => (span.end - span.start) / MINUTE_MS)).toEqual([10, 15])
  })

  test('ends where the span in progress begins', async () => {
    const open = spanOf({ start: '2026-11-23T10:10:00Z', ms: MINUTE_MS })
    await saveStep(() => stepOf({ state: attention({ open }) }))
    const { added } = await enterSpans([entered('2026-11-23T10:00:00Z', 30)], berlin)
    expect(added.map(({ span }) => [span.start, span.end])).toEqual([
      [Date.parse('2026-11-23T10:00:00Z'), open.start],
    ])
  })
})

test('undoing any correction restores every row', async () => {
  await fc.assert(
    fc.asyncProperty(
      spansArbitrary(12),
      fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      fc.constantFrom('delete', 'give', 'enter'),
      async (spans, picks, isSealed, how) => {
        await emptyDatabase()
        await record(...spans)
        if (isSealed) await sealUpTo('2026-11-21')
        const before = await allRows()
        const pieces = [...new Set(picks.map((pick) => pick % Math.max(1, spans.length)))]
          .toSorted((a, b) => a - b)
          .flatMap((index) => spans[index] ?? [])
        const correction = await {
          delete: () => deleteSpans(pieces),
          give: () => reassignSpans(pieces, 'given.example'),
          enter: () => enterSpans([entered('2026-11-20T22:00:00Z', 180)], berlin),
        }[how]()
        await restore(correction)
        expect(await allRows()).toEqual(before)
      },
    ),
    { numRuns: 60 },
  )
})
