import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Bulk } from '../../../domain/file/bulk'
import type { History } from '../../../domain/record/history'
import { addDays, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import type { Period } from '../../../domain/time/period'
import { dayLines, DAYS_HEADER } from '../../../domain/file/record-csv'
import { type SealedDay, unseal } from '../../../domain/record/sealed-day'
import type { Span } from '../../../domain/record/span'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { pricing } from '../../../domain/value/hour-price'
import {
  exportDayRows,
  exportDayTable,
  exportFile,
  exportLists,
  exportTable,
} from '../../../storage/bulk/export'
import { closedSpans } from '../../../storage/record/history'
import { importFile } from '../../../storage/bulk/import'
import { allRows, emptyDatabase } from '../../fixtures/database'
import { ALWAYS, contentOf, EMPTY, fill, NOW } from '../../fixtures/export'
import { WISH } from '../../fixtures/import'
import { spanOf, spansArbitrary, spansOfDays } from '../../fixtures/spans'
import { totalOf } from '../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
})

interface Range {
  first: string
  last: string
  dayStartHour: number
}

const fileOf = async (range: Range): Promise<string> =>
  (await exportFile({ head: { exportedAt: NOW, device: 'desk', settings: null }, range, ...ALWAYS })).text()

const spansIn = (file: string): Span[] => contentOf(file).days.flatMap(unseal)
const total = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

const FIRST = '2026-11-01'
const LAST = '2026-12-31'

describe('a file of a range', () => {
  test('and the file of the days after it together hold the whole record exactly once', async () => {
    const border = fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22')
    await fc.assert(
      fc.asyncProperty(spansArbitrary(30), border, fc.nat(6), async (spans, last, dayStartHour) => {
        await fill({ ...EMPTY, spans })
        const files = [
          await fileOf({ first: FIRST, last, dayStartHour }),
          await fileOf({ first: addDays(last, 1), last: LAST, dayStartHour }),
        ]
        const [before, after] = files.map(spansIn) as [Span[], Span[]]
        const startsAt = Date.parse(addDays(last, 1)) + (dayStartHour - 1) * HOUR_MS
        for (const { end } of before) expect(end).toBeLessThanOrEqual(startsAt)
        for (const { start } of after) expect(start).toBeGreaterThanOrEqual(startsAt)
        expect(total(before) + total(after)).toBe(total(spans))

        await emptyDatabase()
        for (const file of files) await importFile(contentOf(file), 'merge', WISH)
        expect(total(await closedSpans(FIRST, LAST))).toBe(total(spans))
      }),
      { numRuns: 60 },
    )
  })

  test('holds the hours after midnight of its last day, as does a table', async () => {
    const at = (start: string) => spanOf({ start, ms: 10 * MINUTE_MS })
    const night = at('2026-11-21T00:30:00Z')
    await fill({ ...EMPTY, spans: [at('2026-11-20T01:00:00Z'), at('2026-11-20T10:00:00Z'), night] })
    const range = { first: '2026-11-20', last: '2026-11-20', dayStartHour: 4 }
    const startsOf = (spans: readonly Span[]) => spans.map(({ start }) => new Date(start).toISOString())
    const inside = ['2026-11-20T10:00:00.000Z', '2026-11-21T00:30:00.000Z']
    expect(startsOf(spansIn(await fileOf(range)))).toEqual(inside)
    const linesOf = (days: readonly SealedDay[]) =>
      startsOf(days.flatMap(unseal))
        .map((start) => `${start}\n`)
        .join('')
    const table = await (await exportTable({ range, header: '', linesOf, ...ALWAYS })).text()
    expect(table.trim().split('\n')).toEqual(inside)
  })
})

describe('day totals', () => {
  const rows = [
    totalOf({ day: '2026-11-19', minutes: 10 }),
    totalOf({ day: '2026-11-20', minutes: 20 }),
    totalOf({ source: 'watt', browser: 'this', day: '2026-11-20', surface: 'github.com', minutes: 30 }),
  ]
  const range = { first: '2026-11-20', last: '2026-11-21', dayStartHour: 4 }

  test('of its dates are in the file of a range', async () => {
    await fill({ ...EMPTY, totals: rows })
    expect(contentOf(await fileOf(range)).rows.totals).toEqual([rows[1], rows[2]])
    expect(await fileOf({ ...range, first: '2026-11-21' })).not.toContain('totals')
  })

  test('count in the table of days as in a statement, also before anything was recorded', async () => {
    const span = spanOf({ surface: 'github.com', start: '2026-11-20T10:00:00Z', ms: 10 * MINUTE_MS })
    await fill({ ...EMPTY, spans: [span], totals: rows })
    const valuing = { profileOf: surfaceBook([]), priceAt: pricing([], 'EUR', 4), dayStartHour: 4 }
    const linesOf = (history: History, period: Period) => dayLines(history, period, valuing, 'EUR')
    const whole = { ...range, first: '2026-01-01' }
    const table = await exportDayTable({ range: whole, header: '', linesOf, ...ALWAYS })
    expect((await table.text()).trim().split('\r\n')).toEqual([
      '2026-11-19,example.com,example.com,other,600,0,,,,',
      '2026-11-20,github.com,github.com,work,1800,1,,,,',
      '2026-11-20,example.com,example.com,other,1200,0,,,,',
    ])
  })
})

/** Three batches of days, the last days not yet sealed. */
const MONTHS = { ...EMPTY, spans: spansOfDays(150, '2026-11-23') }
const WHOLE = { first: '2026-01-01', last: '2026-12-31', dayStartHour: 4 }

/** Options that cancel the work after its first progress. */
const cancelled = () => {
  const stop = new AbortController()
  const seen: number[] = []
  const onProgress = (done: number) => {
    seen.push(done)
    stop.abort()
  }
  return { seen, bulk: { onProgress, signal: stop.signal } }
}

describe('a table of days', () => {
  const valuing = {
    profileOf: surfaceBook([]),
    priceAt: pricing([{ from: '1970-01-01', amountMinor: 3600, currency: 'EUR', hourTypes: null }], 'EUR', 4),
    dayStartHour: 4,
  }
  const linesOf = (history: History, period: Period) => dayLines(history, period, valuing, 'EUR')

  test('read in batches equals the table of all days, and reports progress', async () => {
    await fill(MONTHS)
    const seen: number[] = []
    const bulk = { ...ALWAYS, onProgress: (done: number) => seen.push(done) }
    const table = await (await exportDayTable({ range: WHOLE, header: DAYS_HEADER, linesOf, ...bulk })).text()
    const whole = { sealed: [], recent: MONTHS.spans }
    expect(table).toBe(DAYS_HEADER + linesOf(whole, { unit: 'dates', ...WHOLE }))
    expect(table.split('\r\n').length).toBeGreaterThan(300)
    expect(seen.length).toBeGreaterThan(2)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(1)
  })

  test('of a time before anything was recorded is only a header', async () => {
    const range = { first: '0001-01-01', last: '2026-05-01', dayStartHour: 4 }
    for (const recorded of [EMPTY, MONTHS]) {
      await fill(recorded)
      const table = await exportDayTable({ range, header: DAYS_HEADER, linesOf, ...ALWAYS })
      expect(await table.text()).toBe(DAYS_HEADER)
    }
  })
})

describe('cancelling an export stops it, returns no file and changes nothing:', () => {
  const head = { exportedAt: NOW, device: 'desk', settings: null }
  const line = () => 'line'
  test.each<[what: string, write: (bulk: Bulk) => Promise<Blob>]>([
    ['a file of everything', (bulk) => exportFile({ head, range: null, ...bulk })],
    ['a file of a range', (bulk) => exportFile({ head, range: WHOLE, ...bulk })],
    ['a table of spans', (bulk) => exportTable({ header: '', linesOf: line, range: WHOLE, ...bulk })],
    ['a table of days', (bulk) => exportDayTable({ header: '', linesOf: line, range: WHOLE, ...bulk })],
    ['rows of days', (bulk) => exportDayRows({ head: '', rowsOf: line, foot: '', range: WHOLE, ...bulk })],
    ['lists', (bulk) => exportLists({ head: '', partsOf: () => [], foot: '', range: WHOLE, ...bulk })],
  ])('%s', async (_what, write) => {
    await fill(MONTHS)
    const before = await allRows()
    const { seen, bulk } = cancelled()
    await expect(write(bulk)).rejects.toMatchObject({ name: 'AbortError' })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toBeLessThan(1)
    expect(await allRows()).toEqual(before)
  })
})
