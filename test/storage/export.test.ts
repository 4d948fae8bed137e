import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { addDays, HOUR_MS, MINUTE_MS } from '../../domain/local-time'
import { type SealedDay, unseal } from '../../domain/sealed-day'
import type { Span } from '../../domain/span'
import { exportFile, exportTable } from '../../storage/export'
import { closedSpans } from '../../storage/history'
import { importFile } from '../../storage/import'
import { emptyDatabase } from '../fixtures/database'
import { ALWAYS, contentOf, EMPTY, fill, NOW } from '../fixtures/export'
import { WISH } from '../fixtures/import'
import { spanOf, spansArbitrary } from '../fixtures/spans'

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
  test('and the file of what comes after it hold all of the record, and nothing twice', async () => {
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

  test('holds the hours after midnight that belong to its last day, and a table of it does, too', async () => {
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
