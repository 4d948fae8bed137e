import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DayTotal } from '../../../domain/record/day-total'
import type { History } from '../../../domain/record/history'
import { seal } from '../../../domain/record/sealing'
import { isDeviceSource } from '../../../domain/record/total-source'
import { settledTotals } from '../../../domain/record/settled-totals'
import type { Span } from '../../../domain/record/span'
import { siteOf } from '../../../domain/surface/surface'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { spanOf, spansArbitrary } from '../../fixtures/spans'
import { DESK, LAPTOP, totalFrom, totalOf, totalsArbitrary } from '../../fixtures/totals'

const DAY = '2026-11-20'
const at = (time: string, minutes: number, surface = 'youtube.com') =>
  spanOf({ surface, start: `${DAY}T${time}:00Z`, ms: minutes * MINUTE_MS })
const recent = (...spans: Span[]): History => ({ sealed: [], recent: spans })

/** `source surface minutes` of every total that counts. */
const counted = (rows: readonly DayTotal[], record = recent(), ownSince: string | null = DAY) =>
  settledTotals(rows, record, ownSince).map(
    ({ source, surface, ms }) => `${source} ${surface} ${ms / MINUTE_MS}`,
  )

const tracker = (minutes: number, facts: Partial<Parameters<typeof totalOf>[0]> = {}) =>
  totalOf({ source: 'time-tracker', surface: 'youtube.com', minutes, browser: 'this', ...facts })

describe('totals of this browser', () => {
  test('count only beyond its spans of that day and site, so that the larger of both counts', () => {
    expect(counted([tracker(60)], recent(at('10:00', 20)))).toEqual(['time-tracker youtube.com 40'])
    expect(counted([tracker(60)], recent(at('10:00', 60)))).toEqual([])
    expect(counted([tracker(60)], recent(at('10:00', 90)))).toEqual([])
    expect(counted([tracker(60)], recent(at('10:00', 20, 'example.com')))).toEqual([
      'time-tracker youtube.com 60',
    ])
  })

  test('count again once the spans of the day are deleted, sealed or not', () => {
    const sealed = { sealed: [seal([at('10:00', 20), at('12:00', 10, 'youtube.com/shorts')])], recent: [] }
    expect(counted([tracker(60)], sealed)).toEqual(['time-tracker youtube.com 30'])
    expect(counted([tracker(60)], recent())).toEqual(['time-tracker youtube.com 60'])
  })

  test('are compared by the calendar day that they are about, also after midnight', () => {
    const night = spanOf({ surface: 'youtube.com', start: '2026-11-20T00:30:00Z', ms: 30 * MINUTE_MS })
    expect(counted([tracker(60)], recent(night))).toEqual(['time-tracker youtube.com 30'])
    expect(counted([tracker(60, { day: '2026-11-19' })], recent(night))).toEqual([
      'time-tracker youtube.com 60',
    ])
  })

  test('with several parts of a site first lose what was recorded of the same part', () => {
    const rows = [
      tracker(60, { surface: 'youtube.com/watch' }),
      tracker(40, { surface: 'youtube.com/shorts' }),
    ]
    expect(counted(rows, recent(at('10:00', 30, 'youtube.com/watch')))).toEqual([
      'time-tracker youtube.com/shorts 40',
      'time-tracker youtube.com/watch 30',
    ])
    // 100 against 80: 20 are left, all of them of the part that was not recorded.
    expect(counted(rows, recent(at('10:00', 80, 'youtube.com/watch')))).toEqual([
      'time-tracker youtube.com/shorts 20',
    ])
  })

  test('are compared with the latest version of a span that was rewritten after its day was sealed', () => {
    const before = at('10:00', 20)
    const after = { ...before, end: before.start + 5 * MINUTE_MS }
    const record = { sealed: [seal([before, at('12:00', 10)])], recent: [after] }
    expect(counted([tracker(60)], record)).toEqual(['time-tracker youtube.com 45'])
    const elsewhere = { ...before, surface: 'example.com', site: 'example.com' }
    const rows = [tracker(60, { source: 'watt', opens: 7 })]
    const moved = settledTotals(rows, { sealed: [seal([before])], recent: [elsewhere] }, DAY)
    expect(moved).toEqual(rows)
  })

  test('keep their opens only if they count whole', () => {
    const rows = [tracker(60, { source: 'watt', opens: 7 })]
    expect(settledTotals(rows, recent(), DAY)[0]?.opens).toBe(7)
    expect(settledTotals(rows, recent(at('10:00', 20)), DAY)[0]?.opens).toBeNull()
  })
})

describe('two sources', () => {
  test('of one browser count as the larger of both, never as their sum', () => {
    const rows = [tracker(60), tracker(70, { source: 'webtime' })]
    expect(counted(rows)).toEqual(['webtime youtube.com 70'])
    expect(counted(rows, recent(at('10:00', 50)))).toEqual(['webtime youtube.com 20'])
    expect(counted(rows.map((row) => ({ ...row, browser: 'other' })))).toEqual(['webtime youtube.com 70'])
  })

  test('are compared site by site, not surface by surface', () => {
    const rows = [
      tracker(30, { surface: 'youtube.com/watch' }),
      tracker(30, { surface: 'youtube.com/shorts' }),
      tracker(50, { source: 'webtime' }),
    ]
    expect(counted(rows)).toEqual(['time-tracker youtube.com/shorts 30', 'time-tracker youtube.com/watch 30'])
  })
})

describe('totals of another browser', () => {
  test('count beside everything that was recorded here', () => {
    expect(counted([tracker(60, { browser: 'other' })], recent(at('10:00', 90)))).toEqual([
      'time-tracker youtube.com 60',
    ])
  })
})

describe('totals of a phone', () => {
  test('count whatever the answer and whatever was recorded', () => {
    const rows = [
      totalOf({ surface: 'youtube.com', minutes: 30, browser: 'unsure' }),
      tracker(20, { source: 'stayfree', browser: 'this' }),
    ]
    expect(counted(rows, recent(at('10:00', 90)))).toEqual([
      'entered youtube.com 30',
      'stayfree youtube.com 20',
    ])
  })
})

describe('totals of a browser that nobody knows', () => {
  test('count only before the first own day', () => {
    const rows = [tracker(60, { browser: 'unsure', day: '2026-11-19' }), tracker(60, { browser: 'unsure' })]
    expect(settledTotals(rows, recent(), DAY).map(({ day }) => day)).toEqual(['2026-11-19'])
    expect(settledTotals(rows, recent(), null)).toHaveLength(2)
  })

  test('are compared with what was imported of those days', () => {
    const imported = { ...at('10:00', 20), origin: 'imported' } as const
    const rows = [tracker(60, { browser: 'unsure' })]
    expect(counted(rows, recent(imported), '2026-11-25')).toEqual(['time-tracker youtube.com 40'])
  })
})

describe('totals of another device', () => {
  const from = (device: string, minutes: number, facts: Partial<Parameters<typeof totalOf>[0]> = {}) =>
    totalFrom(device, { surface: 'youtube.com', minutes, ...facts })
  const of = (device: string, span: Span): Span => ({ ...span, device, id: `${device}:${span.start}` })

  test('count beside everything that was recorded here, and beside each other', () => {
    expect(counted([from(DESK, 60), from(LAPTOP, 30)], recent(at('10:00', 90)))).toEqual([
      `device:${DESK} youtube.com 60`,
      `device:${LAPTOP} youtube.com 30`,
    ])
  })

  test('count only beyond the spans of the same device of that day and site', () => {
    const spans = [of(DESK, at('10:00', 20)), of(LAPTOP, at('11:00', 50)), at('12:00', 90)]
    expect(counted([from(DESK, 60)], recent(...spans))).toEqual([`device:${DESK} youtube.com 40`])
    const elsewhere = of(DESK, at('10:00', 20, 'example.com'))
    expect(counted([from(DESK, 60)], recent(elsewhere))).toEqual([`device:${DESK} youtube.com 60`])
  })

  test('give way once all spans of the day have come, sealed or not', () => {
    const spans = [of(DESK, at('10:00', 40)), of(DESK, at('12:00', 20, 'youtube.com/shorts'))]
    const rows = [from(DESK, 40), from(DESK, 20, { surface: 'youtube.com/shorts' })]
    expect(counted(rows, recent(...spans))).toEqual([])
    expect(counted(rows, { sealed: [seal(spans)], recent: [] })).toEqual([])
  })

  test('do not reduce what a tool counted of this browser, and are not reduced by it', () => {
    expect(counted([from(DESK, 60), tracker(70)])).toEqual([
      `device:${DESK} youtube.com 60`,
      'time-tracker youtube.com 70',
    ])
  })

  test('count whatever a file answers about the browser', () => {
    expect(counted([from(DESK, 60, { browser: 'unsure' })])).toEqual([`device:${DESK} youtube.com 60`])
    expect(counted([from(DESK, 60, { browser: 'this' })], recent(at('10:00', 90)))).toEqual([
      `device:${DESK} youtube.com 60`,
    ])
  })

  test('of the device that reads them give way to its own spans', () => {
    const own = { ...at('10:00', 45), device: DESK }
    expect(counted([from(DESK, 60)], recent(own))).toEqual([`device:${DESK} youtube.com 15`])
  })
})

/** Ms by day and site. */
const sums = (rows: readonly { day: string; surface: string; ms: number }[]) => {
  const byKey = new Map<string, number>()
  for (const { day, surface, ms } of rows) {
    const key = `${day} ${siteOf(surface)}`
    byKey.set(key, (byKey.get(key) ?? 0) + ms)
  }
  return byKey
}
const timesOf = (spans: readonly Span[]) =>
  sums(spans.map(({ day, surface, start, end }) => ({ day, surface, ms: end - start })))

describe('for any totals', () => {
  test('the order of rows and spans does not matter', () => {
    fc.assert(
      fc.property(totalsArbitrary(), spansArbitrary(), (rows, spans) => {
        const one = settledTotals(rows, recent(...spans), '2026-11-22')
        expect(settledTotals(rows.toReversed(), recent(...spans.toReversed()), '2026-11-22')).toEqual(one)
      }),
    )
  })

  test('of this browser, spans and totals of a day and site together make the larger of both', () => {
    fc.assert(
      fc.property(totalsArbitrary(), spansArbitrary(), (all, spans) => {
        const rows = all
          .filter(({ source }) => source !== 'entered' && source !== 'stayfree' && !isDeviceSource(source))
          .map((row) => ({ ...row, browser: 'this' as const }))
        const own = timesOf(spans)
        const extra = sums(settledTotals(rows, recent(...spans), null))
        const bySource = [...Map.groupBy(rows, ({ source }) => source).values()].map(sums)
        for (const key of new Set([...sums(rows).keys(), ...own.keys()])) {
          const largest = Math.max(own.get(key) ?? 0, ...bySource.map((times) => times.get(key) ?? 0))
          expect((own.get(key) ?? 0) + (extra.get(key) ?? 0)).toBe(largest)
        }
      }),
    )
  })

  test('of a device, its spans and totals of a day and site together make the larger of both', () => {
    fc.assert(
      fc.property(totalsArbitrary(), spansArbitrary(), spansArbitrary(), (rows, own, others) => {
        const ofDesk = others.map((span) => ({ ...span, device: DESK }))
        const isOfDesk = ({ source }: DayTotal) => source === `device:${DESK}`
        const [held, said] = [timesOf(ofDesk), sums(rows.filter(isOfDesk))]
        const settled = settledTotals(rows, recent(...own, ...ofDesk), '2026-11-22')
        const extra = sums(settled.filter(isOfDesk))
        for (const key of new Set([...held.keys(), ...said.keys(), ...extra.keys()]))
          expect((held.get(key) ?? 0) + (extra.get(key) ?? 0)).toBe(
            Math.max(held.get(key) ?? 0, said.get(key) ?? 0),
          )
      }),
    )
  })

  test('of devices, spans that arrive never lower a figure, and add no more than themselves', () => {
    fc.assert(
      fc.property(
        totalsArbitrary(),
        spansArbitrary(),
        spansArbitrary(),
        fc.nat(),
        (all, own, others, pick) => {
          const rows = all.filter(({ source }) => isDeviceSource(source))
          const ofDesk = others.map((span) => ({ ...span, device: DESK }))
          const arrived = ofDesk.slice(0, pick % (ofDesk.length + 1))
          const timed = (spans: readonly Span[]) =>
            spans.map(({ day, surface, start, end }) => ({ day, surface, ms: end - start }))
          const figures = (spans: readonly Span[]) =>
            sums([...settledTotals(rows, recent(...spans), null), ...timed(spans)])
          const [before, after, come] = [figures(own), figures([...own, ...arrived]), timesOf(arrived)]
          for (const [key, ms] of after) {
            expect(ms).toBeGreaterThanOrEqual(before.get(key) ?? 0)
            expect(ms).toBeLessThanOrEqual((before.get(key) ?? 0) + (come.get(key) ?? 0))
          }
          expect([...after.keys()]).toEqual(expect.arrayContaining([...before.keys()]))
        },
      ),
    )
  })

  test('no total counts more than it says, and typed ones count exactly', () => {
    fc.assert(
      fc.property(totalsArbitrary(), spansArbitrary(), (rows, spans) => {
        const settled = settledTotals(rows, recent(...spans), '2026-11-22')
        const said = new Map(rows.map((row) => [`${row.source} ${row.day} ${row.surface}`, row.ms]))
        for (const { source, day, surface, ms } of settled) {
          expect(ms).toBeGreaterThan(0)
          expect(ms).toBeLessThanOrEqual(said.get(`${source} ${day} ${surface}`) ?? 0)
        }
        const typed = (list: readonly DayTotal[]) => sums(list.filter(({ source }) => source === 'entered'))
        expect(typed(settled)).toEqual(
          new Map([...typed(settled)].map(([key]) => [key, typed(rows).get(key)])),
        )
        expect([...typed(settled).keys()].toSorted()).toEqual([...typed(rows).keys()].toSorted())
      }),
    )
  })

  test('fewer spans never make less of the totals count', () => {
    fc.assert(
      fc.property(totalsArbitrary(), spansArbitrary(), fc.nat(), (rows, spans, pick) => {
        const left = spans.filter((_, index) => index !== pick % Math.max(1, spans.length))
        const sum = (list: readonly DayTotal[]) => list.reduce((whole, { ms }) => whole + ms, 0)
        expect(sum(settledTotals(rows, recent(...left), null))).toBeGreaterThanOrEqual(
          sum(settledTotals(rows, recent(...spans), null)),
        )
      }),
    )
  })
})
