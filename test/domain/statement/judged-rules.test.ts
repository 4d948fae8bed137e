/** Past days are judged by what rules allowed then. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RuleEntry } from '../../../domain/firewall/rule-history'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import type { UsageRow } from '../../../domain/firewall/usage-row'
import { type FirewallRecord, judgeOf } from '../../../domain/statement/judged-rules'
import { limitsKept } from '../../../domain/statement/limits-kept'
import { MINUTE_MS, type OffsetAt, personDay, startOfDay } from '../../../domain/time/local-time'
import { type Period, periodOf } from '../../../domain/time/period'
import { blocked, cutoff, minutes, minutesAWeek, opens, ruleOf, UTC } from '../../fixtures/rules'

/** Monday 16 to Sunday 22 November; days begin at 4:00. */
const WEEK = periodOf('week', '2026-11-18', 0)
const OVER = '2026-11-25'

const of = (bound: Rule['bound'], more: Partial<Rule> = {}): Rule => ruleOf({ id: 'r', bound, ...more })
const M30 = of(minutes(30))
const M60 = of(minutes(60))
const OFF = of(minutes(30), { isOn: false })

/** `16 12:00` → that instant in November, UTC. */
const at = (time: string): number => Date.parse(`2026-11-${time.replace(' ', 'T')}Z`)
const entryAt = (instant: number, rule: Rule | null): RuleEntry => {
  const day = personDay(instant, 0, 4)
  const isWhole = instant === startOfDay(day, 4, UTC)
  return { at: instant, type: 'rule', id: 'r', rule, day, ...(isWhole && { isWhole }) }
}
const entry = (time: string, rule: Rule | null): RuleEntry => entryAt(at(time), rule)
const used = (day: number, count: number): UsageRow => ({
  rule: 'r',
  day: `2026-11-${day}`,
  ms: count * MINUTE_MS,
  opens: count,
  amount: null,
  currency: null,
})
const here = (rule: Rule, madeAt = '01 12:00'): StoredRule[] => [
  { id: 'r', createdAt: at(madeAt), rule, next: null, heals: null },
]

const judgedRules = (
  period: Period,
  record: FirewallRecord,
  lastOver: string,
  dayStartHour: number,
  offsetAt: OffsetAt,
) => judgeOf(record, lastOver, dayStartHour, offsetAt)(period)

/** The days as `16+` if kept, `16-` if not, with an `f` if judged by the first version that is known; of a week its last day. */
function judged(rules: StoredRule[], history: RuleEntry[], usage: UsageRow[], lastOver = OVER): string {
  const [one] = judgedRules(WEEK, { rules, usage, passes: [], history }, lastOver, 4, UTC)
  return (one?.parts ?? [])
    .map(({ day, isKept, isByFirst }) => `${day.slice(8)}${isKept ? '+' : '-'}${isByFirst ? 'f' : ''}`)
    .join(' ')
}

const FORTY = [16, 17, 18, 19, 20, 21, 22].map((day) => used(day, 40))

describe('a day is judged', () => {
  test.each<[what: string, rules: StoredRule[], history: RuleEntry[], expected: string]>([
    ['by what it is if nothing is known of the past', here(M60), [], '16+f 17+f 18+f 19+f 20+f 21+f 22+f'],
    [
      'by what the rule allowed then, once it was loosened',
      here(M60),
      [entry('10 12:00', M30), entry('19 04:00', M60)],
      '16- 17- 18- 19+ 20+ 21+ 22+',
    ],
    [
      'by what the rule allowed then, once it was tightened; more on the day itself counts',
      here(M30),
      [entry('10 12:00', M60), entry('19 12:00', M30)],
      '16+ 17+ 18+ 19+ 20- 21- 22-',
    ],
    [
      'by the most that it allowed, if it was changed and changed back on one day',
      here(M30),
      [entry('10 12:00', M30), entry('18 10:00', M60), entry('18 11:00', M30)],
      '16- 17- 18+ 19- 20- 21- 22-',
    ],
    [
      'by the last of two changes in one instant from then on',
      here(M30),
      [entry('10 12:00', M60), entry('18 04:00', M60), { ...entry('18 04:00', M30), at: at('18 04:00') + 1 }],
      '16+ 17+ 18- 19- 20- 21- 22-',
    ],
    [
      'by the first version that is known before the first entry, also on the day of it',
      here(M60),
      [entry('19 15:00', M30), entry('21 04:00', M60)],
      '16-f 17-f 18-f 19-f 20- 21+ 22+',
    ],
    [
      'by that also if the rule is gone, from when it was made',
      [],
      [{ ...entry('19 15:00', M30), since: at('17 12:00') }, entry('21 04:00', null)],
      '18-f 19-f 20-',
    ],
    [
      'from the first entry of a gone rule if nothing says that it was there before',
      [],
      [entry('19 15:00', M60), entry('21 04:00', null)],
      '19+ 20+',
    ],
    [
      'not in between if the rule was gone and came back',
      here(M30),
      [entry('10 12:00', M30), entry('18 04:00', null), entry('20 04:00', M30)],
      '16- 17- 20- 21- 22-',
    ],
    [
      'by the day on which a change held, wherever days begin now',
      here(M60),
      [entry('10 12:00', M30), { ...entry('18 04:00', M60), day: '2026-11-20', isWhole: true }],
      '16- 17- 18- 19- 20+ 21+ 22+',
    ],
    [
      'by the later change on a day that was lived through twice',
      here(M60),
      [
        { ...entry('10 12:00', M30), day: '2026-11-10' },
        { ...entry('19 01:00', OFF), day: '2026-11-19' },
        { ...entry('19 02:00', M60), day: '2026-11-18' },
      ],
      '16- 17- 18- 19+ 20+ 21+ 22+',
    ],
    [
      'by all that held on a day that was lived through twice, if it may be from before',
      here(M30),
      [
        { ...entry('10 12:00', M30), day: '2026-11-10' },
        { ...entry('19 01:00', OFF), day: '2026-11-19' },
        { ...entry('19 02:00', M30), day: '2026-11-18', isWhole: true },
      ],
      '16- 17- 18- 20- 21- 22-',
    ],
    [
      'not on the day on which it was made, if the use may be from before that',
      here(M30, '19 15:00'),
      [entry('19 15:00', M30)],
      '20- 21- 22-',
    ],
    [
      'from the day on which a rule was made',
      here(M60, '19 15:00'),
      [entry('19 15:00', M60)],
      '19+ 20+ 21+ 22+',
    ],
    [
      'while the rule was on, not if the use may be from before that',
      here(M30),
      [entry('10 12:00', M30), entry('18 04:00', OFF), entry('21 20:00', M30)],
      '16- 17- 22-',
    ],
    ['until the rule was gone', [], [entry('10 12:00', M30), entry('18 04:00', null)], '16- 17-'],
    ['not at all if it is not known how a rule ended', [], [entry('10 12:00', M30)], ''],
    [
      'in the night that belongs to it: a change after midnight is of the day before',
      here(M30),
      [entry('10 12:00', M60), entry('19 03:00', M30)],
      '16+ 17+ 18+ 19- 20- 21- 22-',
    ],
  ])('%s', (_what, rules, history, expected) => {
    expect(judged(rules, history, FORTY)).toBe(expected)
  })

  test('of which a rule held only a part, if it was kept', () => {
    expect(judged(here(M30, '19 15:00'), [], [used(20, 40)])).toBe('19+f 20-f 21+f 22+f')
    expect(judged(here(M30, '19 15:00'), [], [used(19, 40)])).toBe('20+f 21+f 22+f')
  })

  test('each by its own kind of limit', () => {
    const visits = of(opens(40))
    const history = [
      entry('10 12:00', M30),
      entry('18 04:00', visits),
      entry('20 04:00', of(cutoff('22:30', '6:00'))),
    ]
    const usage = [...FORTY.slice(0, 5), { ...used(21, 0), opens: 9 }]
    expect(judged(here(of(cutoff('22:30', '6:00'))), history, usage)).toBe('16- 17- 18+ 19+ 20- 21+ 22+')
  })

  test('with time past the end only of the days on which it closed by the clock', () => {
    const rules = here(of(blocked('9:00–17:00')))
    const history = [entry('10 12:00', M30), entry('21 04:00', of(blocked('9:00–17:00')))]
    const [one] = judgedRules(WEEK, { rules, usage: FORTY, passes: [], history }, OVER, 4, UTC)
    expect(one?.pastMs).toBe(80 * MINUTE_MS)
  })

  test('without time past the end of a day on which it was another kind of limit before', () => {
    const rule = of(cutoff('22:00', '6:00'))
    const history = [entry('10 12:00', M60), entry('20 12:00', rule)]
    const [one] = judgedRules(WEEK, { rules: here(rule), usage: FORTY, passes: [], history }, OVER, 4, UTC)
    expect(one?.pastMs).toBe(80 * MINUTE_MS)
  })
})

describe('a weekly limit is judged', () => {
  const [lower, upper] = [of(minutesAWeek(200)), of(minutesAWeek(300))]

  test('by the most that it allowed in the week', () => {
    expect(judged(here(lower), [entry('10 12:00', lower)], FORTY)).toBe('22-')
    expect(judged(here(lower), [entry('10 12:00', upper), entry('18 12:00', lower)], FORTY)).toBe('22+')
    expect(judged(here(lower), [entry('10 12:00', upper), entry('15 12:00', lower)], FORTY)).toBe('22-')
  })

  test('only if it held all week; the days on which a daily one held are judged', () => {
    expect(judged(here(lower), [entry('10 12:00', M30), entry('19 04:00', lower)], FORTY)).toBe('16- 17- 18-')
    expect(judged(here(upper), [entry('10 12:00', M30), entry('19 04:00', upper)], FORTY)).toBe('16- 17- 18-')
    expect(judged(here(M30), [entry('10 12:00', lower), entry('21 04:00', M30)], FORTY)).toBe('21- 22-')
    expect(judged(here(lower), [entry('10 12:00', lower)], FORTY, '2026-11-21')).toBe('')
  })
})

describe('a rule is named', () => {
  const site = { type: 'site', site: 'example.com' } as const
  const named = of(minutes(30), { targets: [site], after: { targets: [site], minutes: 5 } })
  const unnamed = { ...named, targets: [], after: null }

  test('as it last stood in the period', () => {
    const history = [entry('10 12:00', M30), entry('28 04:00', M60)]
    expect(
      judgedRules(WEEK, { rules: here(M60), usage: [], passes: [], history }, OVER, 4, UTC)[0]?.rule,
    ).toBe(M30)
  })

  test('by what it is about now in all its versions, if a site was forgotten', () => {
    const rows = [entry('10 12:00', unnamed), entry('18 04:00', { ...unnamed, bound: minutes(60) })]
    const history = rows.map((row) => ({ ...row, nameless: true as const }))
    const [one] = judgedRules(WEEK, { rules: here(named), usage: [], passes: [], history }, OVER, 4, UTC)
    expect(one?.parts.map(({ rule }) => rule.targets)).toEqual(Array.from({ length: 7 }, () => named.targets))
    expect(one?.rule).toEqual({ ...named, bound: minutes(60) })
  })
})

test('a statement says whether it judges by the first version that is known, and whether a rule changed', () => {
  const said = (history: RuleEntry[]) => {
    const { isByFirst, hasChanged } = limitsKept(
      WEEK,
      { rules: here(M60), usage: [], passes: [], history },
      OVER,
      4,
      UTC,
    )
    return { isByFirst, hasChanged }
  }
  expect(said([])).toEqual({ isByFirst: true, hasChanged: false })
  expect(said([entry('10 12:00', M60)])).toEqual({ isByFirst: false, hasChanged: false })
  expect(said([entry('10 12:00', M30), entry('18 04:00', M60)])).toEqual({
    isByFirst: false,
    hasChanged: true,
  })
  expect(said([entry('18 12:00', M60)])).toEqual({ isByFirst: true, hasChanged: false })
})

test('the order of entries does not matter, and more allowed never breaks a day', () => {
  const some = fc.array(
    fc.record({ hour: fc.integer({ min: 0, max: 200 }), count: fc.integer({ min: 1, max: 90 }) }),
    { minLength: 1, maxLength: 6 },
  )
  const entries = (all: { hour: number; count: number }[], more: number) =>
    all.map(({ hour, count }) => entryAt(at('14 00:00') + hour * 60 * MINUTE_MS, of(minutes(count + more))))
  const keptOn = (text: string) => text.split(' ').filter((day) => day.includes('+'))
  fc.assert(
    fc.property(
      some.map((all) => [...new Map(all.map((one) => [one.hour, one])).values()]),
      fc.integer({ min: 0, max: 30 }),
      (all, more) => {
        const verdicts = judged(here(M30), entries(all, 0), FORTY)
        expect(judged(here(M30), entries(all.toReversed(), 0), FORTY)).toBe(verdicts)
        const looser = keptOn(judged(here(of(minutes(30 + more))), entries(all, more), FORTY))
        expect(keptOn(verdicts).filter((day) => !looser.includes(day))).toEqual([])
      },
    ),
  )
})

test('fifty thousand entries are judged in a few seconds, however busy the machine is', () => {
  const history = Array.from({ length: 50_000 }, (_, index) =>
    entryAt(at('10 12:00') + index * 9000, of(minutes(index % 90))),
  )
  const begun = performance.now()
  expect(judged(here(M30), history, FORTY).split(' ')).toHaveLength(7)
  expect(performance.now() - begun).toBeLessThan(8000)
})
