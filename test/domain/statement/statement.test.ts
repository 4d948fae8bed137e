import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assumedKinds } from '../../../domain/statement/assumed-kinds'
import { KINDS } from '../../../domain/surface/kind'
import { addDays, HOUR_MS, MINUTE_MS, personDay, startOfDay } from '../../../domain/time/local-time'
import type { Opinion } from '../../../domain/surface/opinion'
import { cutByDay } from '../../../domain/record/cut-by-day'
import { type Span } from '../../../domain/record/span'
import { type Line, type Statement, statementOf } from '../../../domain/statement/statement'
import { spansOfDay } from '../../../domain/record/clip-days'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { pricing, type Rate } from '../../../domain/value/hour-price'
import { spanOf, spansArbitrary, SURFACES } from '../../fixtures/spans'
import { dayBeginsTwice, offsetIn, ZONES } from '../../fixtures/zone'

const RATES: Rate[] = [{ from: '1970-01-01', amountMinor: 2500, currency: 'EUR', hourTypes: null }]

const stated = (
  spans: readonly Span[],
  opinions: readonly Opinion[] = [],
  rates: readonly Rate[] = RATES,
  ratings?: ReadonlyMap<string, readonly number[]>,
): Statement => statementOf(spans, surfaceBook(opinions, ratings), pricing(rates, 'EUR', 4))

const inMinutes = (surface: string, start: string, minutes: number) =>
  spanOf({ surface, start: `2026-11-23T${start}Z`, ms: minutes * MINUTE_MS })

describe('a day at 25,00 € an hour, calculated by hand', () => {
  const day = [
    inMinutes('wikipedia.org', '08:00:00', 30),
    inMinutes('youtube.com/shorts', '08:30:00', 42),
    inMinutes('youtube.com/watch', '09:12:00', 60),
    inMinutes('youtube.com/shorts', '12:00:00', 18),
    inMinutes('github.com', '13:00:00', 10),
  ]
  const { total, surfaces, kinds, unpricedMs } = stated(day, [{ surface: 'wikipedia.org', worthQuarters: 8 }])

  test('160 min cost 66,67 €; Wikipedia gave 25,00 € back, YouTube 12,50 €, GitHub 4,17 €', () => {
    expect(total).toEqual({
      timeMs: 160 * MINUTE_MS,
      money: { costMinor: 6667, returnMinor: 4167, netMinor: -2500 },
      assumed: 'partly',
    })
    expect(unpricedMs).toBe(0)
  })

  test('has a line for each surface, the longest first, and the earlier first if they are equal', () => {
    const rows = surfaces.map(({ profile, timeMs, money, assumed }) => [
      profile.surface,
      timeMs / MINUTE_MS,
      money?.costMinor,
      money?.returnMinor,
      money?.netMinor,
      assumed,
    ])
    expect(rows).toEqual([
      ['youtube.com/shorts', 60, 2500, 0, -2500, 'wholly'],
      ['youtube.com/watch', 60, 2500, 1250, -1250, 'wholly'],
      ['wikipedia.org', 30, 1250, 2500, 1250, 'no'],
      ['github.com', 10, 417, 417, 0, 'wholly'],
    ])
  })

  test('has a line for each kind with time', () => {
    expect(kinds.map(({ kind, timeMs, money }) => [kind, timeMs / MINUTE_MS, money?.netMinor])).toEqual([
      ['feed', 60, -2500],
      ['video', 60, -1250],
      ['learning', 30, 1250],
      ['work', 10, 0],
    ])
  })
})

test('a day without spans has an empty statement', () => {
  expect(stated([])).toEqual({
    total: { timeMs: 0, money: null, assumed: 'no' },
    surfaces: [],
    kinds: [],
    unpricedMs: 0,
  })
})

describe('time with and without a rate', () => {
  const fromTuesday: Rate[] = [{ from: '2026-11-24', amountMinor: 6000, currency: 'EUR', hourTypes: null }]
  const monday = inMinutes('github.com', '10:00:00', 60)
  const tuesday = spanOf({ surface: 'youtube.com/watch', start: '2026-11-24T10:00:00Z', ms: 30 * MINUTE_MS })

  test('has no money without any rate', () => {
    const { total, surfaces, kinds, unpricedMs } = stated([monday], [], [])
    expect(total).toMatchObject({ timeMs: HOUR_MS, money: null })
    expect(surfaces[0]?.money).toBeNull()
    expect(kinds[0]?.money).toBeNull()
    expect(unpricedMs).toBe(HOUR_MS)
  })

  test('has only the cost of the priced time in its total', () => {
    const { total, surfaces, unpricedMs } = stated([monday, tuesday], [], fromTuesday)
    expect(surfaces.map(({ money }) => money?.costMinor ?? null)).toEqual([null, 3000])
    expect(total).toMatchObject({ timeMs: 90 * MINUTE_MS, money: { costMinor: 3000, returnMinor: 1500 } })
    expect(unpricedMs).toBe(HOUR_MS)
  })

  test('has only the cost of the priced time in a line with both', () => {
    const later = { ...tuesday, surface: 'github.com', site: 'github.com' }
    const { surfaces, unpricedMs } = stated([monday, later], [], fromTuesday)
    expect(surfaces).toHaveLength(1)
    expect(surfaces[0]).toMatchObject({
      timeMs: 90 * MINUTE_MS,
      money: { costMinor: 3000, returnMinor: 3000 },
    })
    expect(unpricedMs).toBe(HOUR_MS)
  })

  test('has a price of zero if an hour is worth nothing', () => {
    const free: Rate[] = [{ ...(RATES[0] as Rate), amountMinor: 0 }]
    expect(stated([monday], [], free).total.money).toEqual({ costMinor: 0, returnMinor: 0, netMinor: 0 })
  })
})

describe('a total says how much of its return is assumed', () => {
  const spans = [inMinutes('github.com', '10:00:00', 1), inMinutes('wikipedia.org', '11:00:00', 1)]
  const own: Opinion[] = [
    { surface: 'github.com', worthQuarters: 4 },
    { surface: 'wikipedia.org', worthQuarters: 6 },
  ]

  test.each<[rule: string, opinions: Opinion[], ratings: Map<string, number[]>, ...rests: unknown[]]>([
    ['two assumed worths', [], new Map(), 'wholly', ['work', 'learning']],
    ['one own worth', own.slice(0, 1), new Map(), 'partly', ['learning']],
    ['two own worths', own, new Map(), 'no', []],
    ['one own worth, one from ratings', own.slice(0, 1), new Map([['wikipedia.org', [4]]]), 'no', []],
    [
      'an own kind with its assumed worth',
      [{ surface: 'github.com', kind: 'ai' }],
      new Map(),
      'wholly',
      ['ai', 'learning'],
    ],
  ])('%s', (_rule, opinions, ratings, assumed, kinds) => {
    const { total, surfaces } = stated(spans, opinions, RATES, ratings)
    expect(total.assumed).toBe(assumed)
    expect(assumedKinds(surfaces)).toEqual(kinds)
  })

  test('time without a price assumes nothing', () => {
    const rate: Rate[] = [{ from: '2026-11-24', amountMinor: 2500, currency: 'EUR', hourTypes: null }]
    const later = spanOf({ surface: 'wikipedia.org', start: '2026-11-24T11:00:00Z', ms: MINUTE_MS })
    const { total, surfaces } = stated([spans[0]!, later], own.slice(1), rate)
    expect(total.assumed).toBe('no')
    expect(assumedKinds(surfaces)).toEqual([])
  })
})

test('joined surfaces are one line, under the surface that they count as', () => {
  const spans = [inMinutes('nitter.net', '10:00:00', 10), inMinutes('x.com', '11:00:00', 20)]
  const opinions: Opinion[] = [
    { surface: 'nitter.net', joined: 'x.com', kind: 'work' },
    { surface: 'x.com', worthQuarters: 4, kind: 'news' },
  ]
  const { surfaces, kinds } = stated(spans, opinions)
  expect(surfaces.map(({ profile, timeMs }) => [profile.surface, timeMs / MINUTE_MS])).toEqual([
    ['x.com', 30],
  ])
  expect(kinds.map(({ kind }) => kind)).toEqual(['news'])
})

describe('the part of a span in a day', () => {
  const minute = (span: Span) => [
    new Date(span.start).toISOString().slice(5, 16).replace('T', ' '),
    (span.end - span.start) / MINUTE_MS,
  ]

  test.each<[rule: string, dayStart: number, span: Span, parts: unknown[]]>([
    ['inside the day', 4, inMinutes('a.com', '10:00:00', 60), [['11-23 10:00', 60]]],
    ['before the day', 4, inMinutes('a.com', '01:00:00', 60), []],
    ['up to the day start', 4, inMinutes('a.com', '02:00:00', 60), []],
    ['from the day start', 4, inMinutes('a.com', '03:00:00', 60), [['11-23 03:00', 60]]],
    ['across the day start', 4, inMinutes('a.com', '02:30:00', 60), [['11-23 03:00', 30]]],
    [
      'in the night after the day',
      4,
      spanOf({ start: '2026-11-24T00:00:00Z', ms: HOUR_MS }),
      [['11-24 00:00', 60]],
    ],
    [
      'across the end of the day',
      4,
      spanOf({ start: '2026-11-24T02:30:00Z', ms: HOUR_MS }),
      [['11-24 02:30', 30]],
    ],
    ['after the day', 4, spanOf({ start: '2026-11-24T03:00:00Z', ms: HOUR_MS }), []],
    [
      'around the day',
      4,
      spanOf({ start: '2026-11-22T00:00:00Z', ms: 72 * HOUR_MS }),
      [['11-23 03:00', 24 * 60]],
    ],
    [
      'in a day that starts at midnight',
      0,
      spanOf({ start: '2026-11-22T22:30:00Z', ms: HOUR_MS }),
      [['11-22 23:00', 30]],
    ],
    [
      'in a day that starts at 23:00',
      23,
      spanOf({ start: '2026-11-23T21:30:00Z', ms: HOUR_MS }),
      [['11-23 22:00', 30]],
    ],
    [
      'by the local time of the span',
      4,
      spanOf({ start: '2026-11-23T08:30:00Z', ms: HOUR_MS, utcOffsetMinutes: -300 }),
      [['11-23 09:00', 30]],
    ],
  ])('%s', (_rule, dayStart, span, parts) => {
    expect(spansOfDay([span], '2026-11-23', dayStart).map(minute)).toEqual(parts)
  })

  test('has the id and the calendar day of its own start', () => {
    const [part] = spansOfDay([inMinutes('a.com', '02:30:00', 60)], '2026-11-23', 4)
    expect(part).toMatchObject({ id: 'desk:1795402800000', day: '2026-11-23' })
  })

  test.each([
    ['2026-03-28', 4, 23],
    ['2026-03-29', 4, 24],
    ['2026-03-28', 2, 24],
    ['2026-03-29', 2, 23],
    ['2026-10-24', 4, 25],
    ['2026-10-25', 4, 24],
    ['2026-10-25', 2, 25],
    ['2026-10-25', 0, 25],
  ])('fills the day %s from %d:00 in Berlin with %d hours', (day, dayStart, hours) => {
    const offsetAt = offsetIn('Europe/Berlin')
    const start = Date.parse(day) - 24 * HOUR_MS
    const whole = spanOf({ start, ms: 96 * HOUR_MS, utcOffsetMinutes: offsetAt(start) })
    const parts = spansOfDay(cutByDay(whole, offsetAt, whole.end), day, dayStart)
    expect(parts.reduce((sum, span) => sum + span.end - span.start, 0)).toBe(hours * HOUR_MS)
    expect(parts[0]?.start).toBe(startOfDay(day, dayStart, offsetAt))
  })
})

describe('for any record', () => {
  const rate = fc.record<Rate>({
    from: fc.constantFrom('1970-01-01', '2026-11-20', '2026-11-21', '2026-11-22'),
    amountMinor: fc.integer({ min: 0, max: 100_000_000 }),
    currency: fc.constant('EUR'),
    hourTypes: fc.option(
      fc.constant({
        percent: { work: 130, free: 70, night: 33 },
        work: [{ from: 9, to: 17 }, null, { from: 22, to: 5 }, null, { from: 0, to: 24 }, null, null],
        night: { from: 23, to: 7 },
      }),
    ),
  })
  const opinion = fc.record(
    {
      surface: fc.constantFrom<string>(...SURFACES),
      kind: fc.constantFrom(...KINDS),
      worthQuarters: fc.integer({ min: 0, max: 8 }),
      joined: fc.constantFrom<string>(...SURFACES),
    },
    { requiredKeys: ['surface'] },
  )
  const ratings = fc
    .dictionary(fc.constantFrom(...SURFACES), fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1 }))
    .map((bySurface) => new Map(Object.entries(bySurface)))
  const statement = fc
    .record({
      spans: spansArbitrary(),
      opinions: fc.uniqueArray(opinion, { selector: ({ surface }) => surface }) as fc.Arbitrary<Opinion[]>,
      rates: fc.uniqueArray(rate, { maxLength: 3, selector: ({ from }) => from }),
      ratings,
    })
    .map((facts) => ({ ...facts, result: stated(facts.spans, facts.opinions, facts.rates, facts.ratings) }))

  const sum = (lines: readonly Line[], of: (line: Line) => number) =>
    lines.reduce((total, line) => total + of(line), 0)

  test('every column adds up to its total, by surface and by kind', () => {
    fc.assert(
      fc.property(statement, ({ result: { total, surfaces, kinds } }) => {
        for (const lines of [surfaces, kinds]) {
          expect(sum(lines, ({ timeMs }) => timeMs)).toBe(total.timeMs)
          expect(sum(lines, ({ money }) => money?.costMinor ?? 0)).toBe(total.money?.costMinor ?? 0)
          expect(sum(lines, ({ money }) => money?.returnMinor ?? 0)).toBe(total.money?.returnMinor ?? 0)
          expect(sum(lines, ({ money }) => money?.netMinor ?? 0)).toBe(total.money?.netMinor ?? 0)
        }
      }),
    )
  })

  test('the shown net is the shown return minus the shown cost', () => {
    fc.assert(
      fc.property(statement, ({ result: { total, surfaces, kinds } }) => {
        for (const { money } of [total, ...surfaces, ...kinds]) {
          if (money) expect(money.netMinor).toBe(money.returnMinor - money.costMinor)
        }
      }),
    )
  })

  test('no time is lost, and lines are in order of time', () => {
    fc.assert(
      fc.property(statement, ({ spans, result: { total, surfaces, kinds } }) => {
        expect(total.timeMs).toBe(spans.reduce((all, { start, end }) => all + end - start, 0))
        for (const lines of [surfaces, kinds]) {
          const times = lines.map(({ timeMs }) => timeMs)
          expect(times).toEqual(times.toSorted((a, b) => b - a))
        }
      }),
    )
  })

  test('a total has money if and only if a rate held for some of its time', () => {
    fc.assert(
      fc.property(statement, ({ spans, rates, result: { total, unpricedMs } }) => {
        const priced = spans.length > 0 && unpricedMs < total.timeMs
        expect(total.money !== null).toBe(priced)
        if (rates.some(({ from }) => from === '1970-01-01')) expect(unpricedMs).toBe(0)
      }),
    )
  })

  test('every moment is in exactly one of the person’s days', () => {
    const zone = fc.constantFrom(...ZONES)
    const start = fc.integer({ min: Date.UTC(2017, 0, 1), max: Date.UTC(2030, 0, 1) })
    const ms = fc.integer({ min: 1, max: 60 * HOUR_MS })
    fc.assert(
      fc.property(zone, start, ms, fc.integer({ min: 0, max: 23 }), (name, at, length, dayStart) => {
        fc.pre(!dayBeginsTwice(name, dayStart))
        const offsetAt = offsetIn(name)
        const whole = spanOf({ start: at, ms: length, utcOffsetMinutes: offsetAt(at) })
        const spans = cutByDay(whole, offsetAt, whole.end)
        let reached = whole.start
        for (
          let day = personDay(at, offsetAt(at), dayStart);
          day <= personDay(whole.end - 1, offsetAt(whole.end - 1), dayStart);
          day = addDays(day, 1)
        ) {
          for (const part of spansOfDay(spans, day, dayStart)) {
            expect(part.start).toBe(reached)
            reached = part.end
          }
        }
        expect(reached).toBe(whole.end)
      }),
    )
  })
})
