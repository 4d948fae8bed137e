import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Integrity, integrityOf, type KeptCell } from '../../../domain/insight/integrity'
import { weakeningsIn } from '../../../domain/insight/integrity-events'
import type { Pass } from '../../../domain/firewall/pass'
import type { RuleEntry } from '../../../domain/firewall/rule-history'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { promiseOf, SETTLED } from '../../fixtures/commitments'
import { focusRow } from '../../fixtures/focus'
import { blocked, euros, minutes, minutesAWeek, ruleOf } from '../../fixtures/rules'
import { scopeOf } from '../../fixtures/scope'

/** The week from 16 November, looked at on the Monday after it; local time is an hour ahead of UTC. */
const at = (day: string): number => Date.parse(`2026-${day}T11:00:00Z`)
const stored = (rule: Rule, madeOn = '10-01'): StoredRule => ({
  id: rule.id,
  createdAt: at(madeOn),
  rule,
  next: null,
  heals: null,
})
const FEEDS = ruleOf({ id: 'r', bound: minutes(30) })
const used = (day: string, count: number, rule = 'r') => ({
  rule,
  day: `2026-${day}`,
  ms: count * MINUTE_MS,
  opens: 1,
  amount: null,
  currency: null,
})
const pass = (day: string, more: Partial<Pass> = {}): Pass => ({
  rule: 'r',
  type: 'quarter',
  day: `2026-${day}`,
  at: at(day),
  until: at(day),
  priceMinor: 200,
  currency: 'EUR',
  ...more,
})
const entry = (day: string, rule: Rule | null, id = 'r'): RuleEntry => ({
  at: at(day),
  type: 'rule',
  id,
  rule,
  day: `2026-${day}`,
})
/** The row of a rule that only became known then. */
const known = (day: string, rule: Rule): RuleEntry => {
  const { day: _day, ...row } = entry(day, rule)
  return row
}

const MARKS = { kept: '+', broken: '-', none: '.' }
const texts = (cells: readonly KeptCell[]): string[] =>
  cells.map(({ isWeek, marks }) => (isWeek ? '=' : '') + marks.map((mark) => MARKS[mark]).join(''))
const linesOf = (found: Integrity | null) =>
  Object.fromEntries(found?.lines.map(({ key, cells }) => [key, texts(cells)]) ?? [])

describe('promises kept', () => {
  test('are nothing if there was nothing to keep, whatever else happened', () => {
    expect(integrityOf(scopeOf([]))).toBeNull()
    expect(integrityOf(scopeOf([], { passes: [pass('11-17')], pausedAt: [at('11-17')] }))).toBeNull()
    expect(integrityOf(scopeOf([], { rules: [stored(FEEDS, '11-23')] }))).toBeNull()
  })

  test('of a limit are its days in eight weeks, from the first with any', () => {
    const usage = [used('11-10', 40), used('11-21', 31)]
    const found = integrityOf(scopeOf([], { rules: [stored(FEEDS, '11-05')], usage }))
    expect(linesOf(found)).toEqual({ r: ['...++++', '+-+++++', '+++++-+'] })
    expect(found).toMatchObject({ kept: 16, of: 18, limits: { kept: 16, of: 18 }, isByFirst: true })
    expect(found?.weeks.map(({ period }) => period.first)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16'])
    const long = integrityOf(scopeOf([], { rules: [stored(FEEDS)], usage }))
    expect(long?.weeks).toHaveLength(8)
    expect(long).toMatchObject({ of: 53, isByFirst: true })
  })

  test('of a limit go by what it allowed then, also if it is gone', () => {
    const history = [
      entry('11-01', FEEDS),
      entry('11-18', { ...FEEDS, bound: minutes(60) }),
      entry('11-20', null),
    ]
    const usage = [used('11-16', 40), used('11-17', 40), used('11-18', 40), used('11-19', 40)]
    const found = integrityOf(scopeOf([], { usage, history }))
    expect(linesOf(found)['r']?.at(-1)).toBe('--++...')
    expect(found?.isByFirst).toBe(false)
  })

  test('of a weekly limit are its weeks', () => {
    const rule = ruleOf({ id: 'r', bound: minutesAWeek(60) })
    const usage = [used('11-10', 40), used('11-11', 40), used('11-17', 40)]
    const found = integrityOf(scopeOf([], { rules: [stored(rule, '11-08')], usage }))
    expect(linesOf(found)).toEqual({ r: ['=-', '=+'] })
  })

  test('of promises about a week are those that are settled, an early one on its day', () => {
    const commitments = [
      promiseOf({ week: '2026-11-09', settled: SETTLED }),
      promiseOf({ week: '2026-11-16', settled: { ...SETTLED, actualMs: HOUR_MS } }),
      promiseOf({ week: '2026-11-16', kind: 'learning', type: 'least' }),
      promiseOf({
        week: '2026-11-23',
        kind: 'news',
        settled: { ...SETTLED, at: at('11-22'), isEarly: true },
      }),
    ]
    const found = integrityOf(scopeOf([], { commitments }))
    const { at: _at, ...early } = { ...SETTLED, isEarly: true }
    const lastNight = promiseOf({ week: '2026-11-16', settled: { ...early, at: at('11-23') } })
    // Its day may be over by the day start of now.
    expect(linesOf(integrityOf(scopeOf([], { commitments: [lastNight] })))).toEqual({ 'most feed': ['=-'] })
    expect(linesOf(found)).toEqual({ 'most feed': ['=-', '=+'], 'most news': ['=', '=-'] })
    expect(found?.commitments).toEqual({ kept: 1, of: 3 })
  })

  test('of focus hours are those that are over, kept without a pass', () => {
    const focus = [
      focusRow(at('11-16'), { id: 'focus-1', endedAt: at('11-16') + HOUR_MS }),
      focusRow(at('11-17'), { id: 'focus-2', endedAt: at('11-17') + HOUR_MS }),
      focusRow(at('11-18'), { id: 'focus-3' }),
    ]
    const found = integrityOf(scopeOf([], { focus, passes: [pass('11-17', { rule: 'focus-2' })] }))
    expect(linesOf(found)).toEqual({ focus: ['+-'] })
    expect(found).toMatchObject({ focus: { kept: 1, of: 2 }, events: { passes: 1, inFocus: 1 } })
  })

  test('are added up as parts', () => {
    const found = integrityOf(
      scopeOf([], {
        rules: [stored(FEEDS, '11-18')],
        usage: [used('11-20', 31)],
        commitments: [promiseOf({ week: '2026-11-16', settled: SETTLED })],
        focus: [focusRow(at('11-16'), { endedAt: at('11-16') + HOUR_MS })],
      }),
    )
    expect(found).toMatchObject({
      kept: 5,
      of: 7,
      limits: { kept: 4, of: 5 },
      commitments: { kept: 0, of: 1 },
      focus: { kept: 1, of: 1 },
    })
  })

  test('of a week that is not over end with yesterday, and those of a month with its last day', () => {
    const facts = { rules: [stored(FEEDS, '10-20')] }
    const week = { unit: 'week', first: '2026-11-16', last: '2026-11-22' } as const
    const running = integrityOf(scopeOf([], { ...facts, period: week, today: '2026-11-19' }))
    expect(linesOf(running)['r']?.at(-1)).toBe('+++....')
    const month = { unit: 'month', first: '2026-10-01', last: '2026-10-31' } as const
    expect(linesOf(integrityOf(scopeOf([], { ...facts, period: month })))['r']).toEqual([
      '.++++++',
      '++++++.',
    ])
  })

  test('go by the weeks of the person', () => {
    const found = integrityOf(scopeOf([], { rules: [stored(FEEDS, '11-10')], weekStart: 6 }))
    expect(found?.weeks.map(({ period }) => [period.first, period.last])).toEqual([
      ['2026-11-08', '2026-11-14'],
      ['2026-11-15', '2026-11-21'],
      ['2026-11-22', '2026-11-22'],
    ])
  })
})

describe('what happened beside', () => {
  const rules = [stored(FEEDS, '11-08')]

  test('is counted by week and in all, with its price', () => {
    const found = integrityOf(
      scopeOf([], {
        rules,
        passes: [
          pass('11-10'),
          pass('11-17', { priceMinor: 300 }),
          pass('11-17', { rule: 'other', priceMinor: 0 }),
          pass('11-18', { type: 'day', priceMinor: 2500 }),
          pass('11-23'),
        ],
        pausedAt: [at('11-09'), at('11-17'), at('11-17') + 1],
        commitments: [
          promiseOf({ week: '2026-11-16', settled: { ...SETTLED, at: at('11-20'), isEarly: true } }),
          promiseOf({
            week: '2026-11-16',
            kind: 'news',
            priceMinor: 0,
            settled: { ...SETTLED, at: at('11-20'), isEarly: true, amountMinor: 0, currency: 'CHF' },
          }),
        ],
        history: [
          entry('11-08', FEEDS),
          entry('11-17', { ...FEEDS, bound: minutes(60) }),
          entry('11-18', FEEDS),
          entry('11-11', null, 'gone'),
        ],
      }),
    )
    expect(found?.events).toEqual({
      passes: 3,
      priced: 2,
      passPrices: [{ priceMinor: 500, currency: 'EUR' }],
      inFocus: 0,
      loosened: 1,
      deleted: 1,
      paused: 3,
      settledEarly: 2,
      settledPrices: [{ amountMinor: -5000, currency: 'EUR' }],
    })
    expect(
      found?.weeks.map(({ events }) => [events.passes, events.loosened, events.deleted, events.paused]),
    ).toEqual([
      [0, 0, 0, 0],
      [1, 0, 1, 1],
      [2, 1, 0, 2],
    ])
  })

  test('begins the weeks if there was nothing to keep yet, and is in no total if it was before all of them', () => {
    const found = integrityOf(scopeOf([], { rules, passes: [pass('10-27'), pass('09-20')] }))
    expect(found?.weeks[0]?.period.first).toBe('2026-10-26')
    expect(found?.events.passes).toBe(1)
  })
})

describe('a rule was loosened', () => {
  const times = (...rows: RuleEntry[]) =>
    weakeningsIn(rows, 4).map((one) => [one.day.slice(5), one.isDeleted])

  test.each<[what: string, rows: RuleEntry[], expected: unknown[]]>([
    [
      'when it allowed more',
      [entry('11-01', FEEDS), entry('11-02', { ...FEEDS, bound: minutes(31) })],
      [['11-02', false]],
    ],
    [
      'when it was switched off',
      [entry('11-01', FEEDS), entry('11-02', { ...FEEDS, isOn: false })],
      [['11-02', false]],
    ],
    ['not when it healed', [entry('11-01', { ...FEEDS, bound: minutes(31) }), entry('11-02', FEEDS)], []],
    ['not when it was made', [entry('11-01', FEEDS)], []],
    [
      'not when it became known: nobody knows when that was',
      [entry('11-01', FEEDS), known('11-02', { ...FEEDS, bound: minutes(60) })],
      [],
    ],
    [
      'or deleted, once',
      [entry('11-01', FEEDS), entry('11-02', null), entry('11-03', null)],
      [['11-02', true]],
    ],
    ['or deleted, also if what it was is forgotten', [entry('11-02', null)], [['11-02', true]]],
    [
      'on the day on which it was, wherever the person is now',
      [entry('11-01', FEEDS), { ...entry('11-02', null), day: '2026-11-01' }],
      [['11-01', true]],
    ],
    [
      'not when one of its sites was forgotten',
      [
        entry('11-01', { ...FEEDS, targets: [...FEEDS.targets, { type: 'site', site: 'example.com' }] }),
        { ...entry('11-02', { ...FEEDS, bound: minutes(20) }), nameless: true },
      ],
      [],
    ],
    [
      'not when its amount only changed its currency',
      [
        entry('11-01', { ...FEEDS, bound: euros(5) }),
        entry('11-02', { ...FEEDS, bound: { ...euros(5), currency: 'CHF' } as Rule['bound'] }),
      ],
      [],
    ],
  ])('%s', (_what, rows, expected) => {
    expect(times(...rows)).toEqual(expected)
    expect(times(...rows.toReversed())).toEqual(expected)
  })
})

test('the order of rows changes nothing, and the parts add up', () => {
  const day = fc.integer({ min: 10, max: 22 }).map((number) => `11-${number}`)
  const facts = fc.record({
    usage: fc.uniqueArray(fc.tuple(day, fc.integer({ min: 1, max: 60 })), { selector: ([one]) => one }),
    history: fc.uniqueArray(fc.tuple(day, fc.integer({ min: 1, max: 60 })), { selector: ([one]) => one }),
    passes: fc.array(day),
  })
  fc.assert(
    fc.property(facts, ({ usage, history, passes }) => {
      const found = [false, true].map((isBackwards) => {
        const inOrder = <Row>(rows: Row[]) => (isBackwards ? rows.toReversed() : rows)
        return integrityOf(
          scopeOf([], {
            rules: [stored(FEEDS, '11-05')],
            usage: inOrder(usage.map(([one, count]) => used(one, count))),
            history: inOrder(history.map(([one, count]) => entry(one, { ...FEEDS, bound: minutes(count) }))),
            passes: inOrder(passes.map((one) => pass(one))),
          }),
        )
      })
      expect(found[1]).toEqual(found[0])
      const { kept, of, limits, commitments, focus, weeks, events } = found[0] as Integrity
      expect([limits.kept + commitments.kept + focus.kept, limits.of + commitments.of + focus.of]).toEqual([
        kept,
        of,
      ])
      expect(weeks.reduce((sum, week) => sum + week.events.loosened, 0)).toBe(events.loosened)
    }),
  )
})

test.each([
  ['fifty', 'minutes', (index: number) => minutes(index % 90)],
  ['ten', 'hours', (index: number) => blocked(index % 2 ? '9:00–12:00' : '9:00–17:00')],
])(
  '%s thousand changes of %s are judged in a few seconds, however busy the machine is',
  (count, _what, boundOf) => {
    const history = Array.from({ length: count === 'ten' ? 10_000 : 50_000 }, (_, index) => ({
      ...entry('10-01', { ...FEEDS, id: `r${index % 500}`, bound: boundOf(index) }, `r${index % 500}`),
      at: at('10-01') + index * 60_000,
    }))
    const rules = Array.from({ length: 500 }, (_, index) => ({ ...stored(FEEDS), id: `r${index}` }))
    const begun = performance.now()
    expect(integrityOf(scopeOf([], { rules, history }))?.lines).toHaveLength(500)
    expect(performance.now() - begun).toBeLessThan(8000)
  },
)
