import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { TOTAL_BROWSERS, type TotalBrowser } from '../../../domain/record/day-total'
import { type SealedDay, unseal } from '../../../domain/record/sealed-day'
import { settledTotals } from '../../../domain/record/settled-totals'
import type { Span } from '../../../domain/record/span'
import { addDays } from '../../../domain/time/local-time'
import { db } from '../../../storage/base/db'
import { readBackup } from '../../../storage/bulk/backup'
import { deleteRange, eraseEverything } from '../../../storage/bulk/erase'
import { previewDays } from '../../../storage/bulk/foreign-days'
import { forgetSite } from '../../../storage/bulk/forget'
import { importForeign } from '../../../storage/bulk/import-foreign'
import {
  broughtByExport,
  bucketsOf,
  exportOf,
  NOON,
  presence,
  program,
  tab,
  WEB,
} from '../../fixtures/activitywatch'
import { emptyDatabase } from '../../fixtures/database'
import { ALWAYS, exported, fill, recordedArbitrary } from '../../fixtures/export'
import { bring, kept, undo, WISH } from '../../fixtures/import'
import { spanOf } from '../../fixtures/spans'
import { totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
})

vi.setConfig({ testTimeout: 60_000 })

const A = 'https://a.example/'
const B = 'https://b.example/'
const DAY = '2026-11-20'

/** The days of an export with pages at some seconds after noon. */
const daysOf = (...pages: [after: number, seconds: number, url: string][]): SealedDay[] => {
  const tabs = pages.map(([after, long, url]) => tab(after, long, url))
  const [since, long] = [-24 * 86_400, 25 * 86_400]
  const all = { tabs, programs: [program(since, long, 'firefox')], presences: [presence(since, long)] }
  return broughtByExport([exportOf(bucketsOf(all))]).days
}

const come = (days: readonly SealedDay[], browser: TotalBrowser = 'other') =>
  importForeign({ totals: [], limits: [], kinds: [], days, browser }, WISH)

async function allSpans(): Promise<Span[]> {
  const [sealed, rows] = await Promise.all([db.days.toArray(), db.spans.toArray()])
  return [...sealed.flatMap(unseal), ...rows].toSorted((a, b) => a.start - b.start)
}
const broughtSpans = async () =>
  (await allSpans())
    .filter(({ device }) => device === `aw:${WEB}`)
    .map(({ surface, start, end }) => [surface, (start - NOON) / 1000, (end - NOON) / 1000])

/** A span of this browser's own, seconds after noon. */
const own = (from: number, until: number, day = DAY): Span => ({
  ...spanOf({ surface: 'own.example', start: NOON + from * 1000, ms: (until - from) * 1000 }),
  day,
})

const pages = fc.array(
  fc.tuple(
    fc.integer({ min: -20 * 86_400, max: 7200 }),
    fc.integer({ min: 1, max: 3000 }),
    fc.constantFrom(A, B),
  ),
  { minLength: 1, maxLength: 12 },
)
const answers = fc.constantFrom(...TOTAL_BROWSERS)

test('bringing spans and undoing it leaves every record as it was, whatever is answered', async () => {
  await fc.assert(
    fc.asyncProperty(recordedArbitrary, pages, answers, async (recorded, some, browser) => {
      await fill(recorded)
      const before = await kept()
      await come(daysOf(...some), browser)
      await undo()
      expect(await kept()).toEqual(before)
    }),
    { numRuns: 40 },
  )
})

test('the same spans again change nothing, and leave nothing to undo', async () => {
  await fc.assert(
    fc.asyncProperty(recordedArbitrary, pages, answers, async (recorded, some, browser) => {
      await fill(recorded)
      await come(daysOf(...some), browser)
      const before = await kept()
      await db.table('backup').clear()
      await come(daysOf(...some), browser)
      expect(await kept()).toEqual(before)
      expect(await readBackup(WISH.at)).toBeNull()
    }),
    { numRuns: 40 },
  )
})

test('the order in which two exports of the same events are brought does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(pages, fc.nat(12), fc.nat(12), async (some, one, two) => {
      const [first, second] = [some.slice(0, Math.max(1, one)), some.slice(-Math.max(1, two))]
      // Exports of one tool agree on what they share.
      const all = daysOf(...some)
      const dates = (part: typeof some) =>
        new Set(part.map(([after]) => new Date(NOON + after * 1000 + 3_600_000).toISOString().slice(0, 10)))
      const daysIn = (part: typeof some) => all.filter(({ day }) => dates(part).has(day))
      const result = async (...files: SealedDay[][]) => {
        await emptyDatabase()
        for (const file of files) await come(file)
        return allSpans()
      }
      expect(await result(daysIn(second), daysIn(first))).toEqual(await result(daysIn(first), daysIn(second)))
    }),
    { numRuns: 40 },
  )
})

describe('beside what this browser recorded', () => {
  const some = () => daysOf([0, 600, A], [700, 100, B])
  beforeEach(() => db.spans.add(own(100, 300)))

  test('the same browser: only what lies in free moments is added', async () => {
    await come(some(), 'this')
    expect(await broughtSpans()).toEqual([
      ['a.example', 0, 100],
      ['a.example', 300, 600],
      ['b.example', 700, 800],
    ])
  })

  test('the same browser: moments of the span in progress are not free either', async () => {
    const open = own(700, 760)
    await db.state.put({ open, recent: [] } as never, 'now')
    await come(some(), 'this')
    expect((await broughtSpans()).at(-1)).toEqual(['b.example', 760, 800])
  })

  test('the same browser: moments that were recorded under another date are not free either', async () => {
    await db.spans.add({ ...own(700, 750, addDays(DAY, 1)), id: 'far' })
    await come(some(), 'this')
    expect((await broughtSpans()).at(-1)).toEqual(['b.example', 750, 800])
  })

  test('another browser: both count', async () => {
    await come(some(), 'other')
    expect((await broughtSpans())[0]).toEqual(['a.example', 0, 600])
  })

  test('unsure: only days before the first own day are added', async () => {
    await come(daysOf([-86_400, 60, A], [0, 60, B]), 'unsure')
    expect((await broughtSpans()).map(([surface]) => surface)).toEqual(['a.example'])
  })

  test('what an import brought is no own day', async () => {
    await db.spans.clear()
    await come(daysOf([0, 60, A]), 'other')
    await come(daysOf([0, 60, A], [100, 60, B]), 'unsure')
    expect((await broughtSpans()).length).toBe(2)
  })

  test('the preview says for each answer what is new, known and left out', async () => {
    const preview = () => previewDays(some(), { ...ALWAYS, onProgress: () => undefined })
    expect(await preview()).toEqual({
      this: { added: 3, known: 0, leftMs: 200_000 },
      other: { added: 2, known: 0, leftMs: 0 },
      unsure: { added: 0, known: 0, leftMs: 700_000 },
    })
    await come(some(), 'other')
    expect((await preview()).other).toEqual({ added: 0, known: 2, leftMs: 0 })
  })
})

test('day totals of the same browser and these spans never add: for each day and site the larger counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      pages,
      fc.array(fc.integer({ min: 1, max: 7200 }), { minLength: 4, maxLength: 4 }),
      async (some, sizes) => {
        await emptyDatabase()
        await come(daysOf(...some))
        const spans = await allSpans()
        const dates = [...new Set(spans.map(({ day }) => day))].slice(0, 4)
        const totals = dates.map((day, index) => ({
          ...totalOf({ source: 'watt', minutes: 1, browser: 'this' }),
          day,
          surface: 'a.example',
          ms: sizes[index]! * 1000,
        }))
        const settled = settledTotals(totals, { sealed: [], recent: spans }, null)
        for (const { day, ms } of totals) {
          const recorded = spans
            .filter((span) => span.day === day && span.surface === 'a.example')
            .reduce((sum, { start, end }) => sum + end - start, 0)
          const more = settled.find((total) => total.day === day)?.ms ?? 0
          expect(recorded + more).toBe(Math.max(recorded, ms))
        }
      },
    ),
    { numRuns: 40 },
  )
})

describe('spans that were brought', () => {
  test('are exported, and imported with everything else', async () => {
    await come(daysOf([0, 60, A]))
    const before = await allSpans()
    const file = await exported()
    await emptyDatabase()
    await bring(file)
    expect(await allSpans()).toEqual(before)
  })

  test('go when their days are deleted, their site is forgotten or everything is erased, and undoing brings none back', async () => {
    await come(daysOf([-5 * 86_400, 60, A], [-86_400, 60, B], [0, 60, 'https://c.example/']))
    await deleteRange('2026-11-15', '2026-11-15', 4)
    await forgetSite('b.example')
    expect((await broughtSpans()).map(([surface]) => surface)).toEqual(['c.example'])
    expect(JSON.stringify(await db.table('backup').toArray())).not.toMatch(/a\.example|b\.example/)
    await eraseEverything()
    expect(await allSpans()).toEqual([])
    expect(await undo()).toBe(false)
  })

  test('leave nothing if that is cancelled half-way', async () => {
    const stop = new AbortController()
    const days = daysOf(
      ...Array.from({ length: 24 }, (_, day): [number, number, string] => [-day * 86_400, 60, A]),
    )
    const onProgress = () => stop.abort()
    await expect(
      importForeign(
        { totals: [], limits: [], kinds: [], days, browser: 'other' },
        { ...WISH, onProgress, signal: stop.signal },
      ),
    ).rejects.toThrow('abort')
    expect(await allSpans()).toEqual([])
  })
})
