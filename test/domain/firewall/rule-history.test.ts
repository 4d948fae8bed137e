import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newStoredRule } from '../../../domain/firewall/rule-writing'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import { coursesOf, versionsOn } from '../../../domain/firewall/rule-courses'
import { rowsWithoutSite, rowWithoutSite } from '../../../domain/firewall/rule-forgetting'
import {
  endSetBack,
  isSameRule,
  knownRow,
  missingRow,
  namelessRow,
  rowsOfChange,
  type RuleEntry,
} from '../../../domain/firewall/rule-history'
import { DAY_MS, HOUR_MS } from '../../../domain/time/local-time'
import { minutes, ruleOf, UTC } from '../../fixtures/rules'

const AT = Date.parse('2026-11-20T12:00:00Z')
const ofMinutes = (count: number, more: Partial<Rule> = {}): Rule =>
  ruleOf({ id: 'r', bound: minutes(count), ...more })

const stored = (rule: Rule, more: Partial<StoredRule> = {}): StoredRule => ({
  ...newStoredRule(rule, 'r', AT - 100 * HOUR_MS),
  ...more,
})

const row = (at: number, rule: Rule | null, id = 'r'): RuleEntry => ({ at, type: 'rule', id, rule })

const CLOCK = { dayStartHour: 4, offsetAt: UTC }

/** The row as of a change on that day. */
const on = (day: string, one: RuleEntry, more: Partial<RuleEntry> = {}): RuleEntry => ({
  ...one,
  day,
  ...more,
})
const TODAY = '2026-11-20'

type Change = [rows: readonly RuleEntry[], before: StoredRule | null, after: StoredRule | null, at: number]
/** The one row that a change adds; null for none, and `forget` if all others go. */
function rowOfChange(...change: Change) {
  const done = rowsOfChange(...change, CLOCK)
  if (done?.last === -Infinity) return 'forget'
  expect(done?.put.length ?? 1).toBe(1)
  return done?.put[0] ?? null
}

describe('the row of a change', () => {
  const before = stored(ofMinutes(30))
  const rows = [row(before.createdAt, before.rule)]

  test('of a new rule has the instant at which it was made', () => {
    const made = { ...before, createdAt: AT - 20 }
    expect(rowOfChange([], null, made, AT)).toEqual(on(TODAY, row(AT - 20, made.rule)))
  })

  test('of an older rule that is stored anew, as after a lost database, says from when it is known', () => {
    expect(rowOfChange([], null, before, AT)).toEqual(
      on(TODAY, row(AT, before.rule), { since: before.createdAt }),
    )
    expect(rowOfChange([], null, { ...before, createdAt: AT + HOUR_MS }, AT)).toEqual(
      on(TODAY, row(AT, before.rule)),
    )
  })

  test('has what the rule is now, at once for a tightening', () => {
    expect(rowOfChange(rows, before, stored(ofMinutes(20)), AT)).toEqual(on(TODAY, row(AT, ofMinutes(20))))
  })

  test('is none if only a change waits, or a weaker rule is confirmed', () => {
    const waits = { ...before, next: { value: ofMinutes(60), from: AT + HOUR_MS } }
    expect(rowOfChange(rows, before, waits, AT)).toBeNull()
    const weak = stored(ofMinutes(60), { heals: { value: ofMinutes(30), at: AT + HOUR_MS, since: AT } })
    expect(rowOfChange([row(AT, ofMinutes(60))], weak, stored(ofMinutes(60)), AT)).toBeNull()
  })

  test('of a loosening has the instant from which it held, however late it is seen', () => {
    const waits = { ...before, next: { value: ofMinutes(60), from: AT - 8 * HOUR_MS } }
    const weak = stored(ofMinutes(60), {
      heals: { value: ofMinutes(30), at: AT + HOUR_MS, since: AT - 8 * HOUR_MS },
    })
    expect(rowOfChange(rows, waits, weak, AT)).toEqual(
      on(TODAY, row(AT - 8 * HOUR_MS, ofMinutes(60)), { isWhole: true }),
    )
  })

  test('of a healed rule has the instant at which it healed, and of one that is tightened before that, now', () => {
    const known = [row(AT - HOUR_MS, ofMinutes(60))]
    const weak = (at: number) =>
      stored(ofMinutes(60), { heals: { value: ofMinutes(30), at, since: AT - 30 * HOUR_MS } })
    expect(rowOfChange(known, weak(AT - 5), before, AT)).toEqual(on(TODAY, row(AT - 5, ofMinutes(30))))
    expect(rowOfChange(known, weak(AT + HOUR_MS), before, AT)).toEqual(on(TODAY, row(AT, ofMinutes(30))))
    const less = { ...weak(AT + HOUR_MS), rule: ofMinutes(50) }
    expect(rowOfChange(known, weak(AT + HOUR_MS), less, AT)).toEqual(on(TODAY, row(AT, ofMinutes(50))))
  })

  test('of a deletion that waited has the instant from which it held', () => {
    const waits = { ...before, next: { value: null, from: AT - 2 * HOUR_MS } }
    expect(rowOfChange(rows, waits, null, AT)).toEqual(on(TODAY, row(AT - 2 * HOUR_MS, null)))
  })

  test('of a rule that was off and is deleted is now', () => {
    const off = stored(ofMinutes(30, { isOn: false }))
    expect(rowOfChange([row(AT - 9, off.rule)], off, null, AT)).toEqual(on(TODAY, row(AT, null)))
  })

  test('of a rule that is deleted in its first minute is none, and the others go', () => {
    expect(rowOfChange(rows, before, null, AT)).toBe('forget')
  })

  test('comes after the rule as it was, if nothing was known before', () => {
    expect(rowsOfChange([], before, stored(ofMinutes(20)), AT, CLOCK)?.put).toEqual([
      { ...row(AT - 1, before.rule), since: before.createdAt },
      on(TODAY, row(AT, ofMinutes(20))),
    ])
  })

  test('comes after the rule as it was, too, if all that is known is from a clock that was ahead', () => {
    expect(rowsOfChange([row(AT + 5, ofMinutes(600))], before, stored(ofMinutes(20)), AT, CLOCK)).toEqual({
      put: [{ ...row(AT - 1, before.rule), since: before.createdAt }, on(TODAY, row(AT, ofMinutes(20)))],
      last: AT,
    })
  })

  test('names no site after one was forgotten, nor does the end of the rule', () => {
    const targets = [
      { type: 'site', site: 'example.com' },
      { type: 'surface', surface: 'example.org/feed' },
    ] as const
    const of = (count: number) => stored(ofMinutes(count, { targets, except: targets }))
    const known = [namelessRow(row(AT - 9, of(30).rule))]
    expect(rowOfChange(known, of(30), of(20), AT)).toEqual(
      on(TODAY, row(AT, ofMinutes(20, { targets: [], except: [] })), { nameless: true }),
    )
    const waits = { ...of(30), next: { value: null, from: AT } }
    expect(rowOfChange(known, waits, null, AT)).toEqual(on(TODAY, row(AT, null), { nameless: true }))
  })

  test('in the instant of another one comes right after it', () => {
    const known = [row(AT - 1, ofMinutes(60)), row(AT, ofMinutes(30))]
    expect(rowOfChange(known, before, stored(ofMinutes(20)), AT)).toEqual(
      on(TODAY, row(AT + 1, ofMinutes(20))),
    )
  })

  test('takes the place of those from a clock that was ahead', () => {
    const known = [row(AT - 1, before.rule), row(AT + DAY_MS, ofMinutes(600))]
    expect(rowsOfChange(known, before, stored(ofMinutes(20)), AT, CLOCK)).toEqual({
      put: [on(TODAY, row(AT, ofMinutes(20)))],
      last: AT,
    })
  })

  test('has the day of the person, as it goes then', () => {
    const clock = { dayStartHour: 6, offsetAt: () => -8 * 60 }
    const change = rowsOfChange(rows, before, stored(ofMinutes(20)), AT, clock)
    expect(change?.put[0]).toEqual(on('2026-11-19', row(AT, ofMinutes(20))))
  })

  test('is none for a focus hour', () => {
    const focus = { ...before, id: 'focus-1', rule: { ...before.rule, id: 'focus-1' } }
    expect(rowOfChange([], null, focus, AT)).toBeNull()
    expect(rowOfChange([], focus, null, AT)).toBeNull()
    expect(knownRow(focus, AT)).toBeNull()
  })
})

describe('a clock that is set back', () => {
  const early = row(AT - 9, ofMinutes(30))
  const ahead = row(AT + DAY_MS, null)

  test('ends a rule that is gone from now on, once', () => {
    const end = on(TODAY, row(AT, null))
    expect(endSetBack([ahead, early], AT, CLOCK)).toEqual(end)
    expect(endSetBack([ahead, early, end], AT, CLOCK)).toBeNull()
    expect(endSetBack([row(AT, ofMinutes(30)), ahead], AT, CLOCK)).toEqual({ ...end, at: AT + 1 })
    expect(endSetBack([namelessRow(early), ahead], AT, CLOCK)).toEqual(namelessRow(end))
  })

  test('ends no rule of which nothing is known before, or nothing says that it ended', () => {
    expect(endSetBack([row(AT + 9, ofMinutes(30)), ahead], AT, CLOCK)).toBeNull()
    expect(endSetBack([early], AT, CLOCK)).toBeNull()
    expect(endSetBack([early, row(AT - 5, null)], AT, CLOCK)).toBeNull()
  })
})

test('what is missing is the rule as it is, unless the last row says so', () => {
  const site = { type: 'site', site: 'example.com' } as const
  const now = stored(ofMinutes(30, { targets: [site] }))
  const known = { ...row(AT, now.rule), since: now.createdAt }
  expect(missingRow([], now, AT)).toEqual(known)
  expect(missingRow([row(1, now.rule), row(2, null)], now, AT)).toEqual(known)
  expect(missingRow([row(AT + 5, ofMinutes(1)), row(2, now.rule)], now, AT)).toEqual({ ...known, at: AT + 6 })
  expect(missingRow([row(2, now.rule), row(1, null)], now, AT)).toBeNull()
  expect(missingRow([namelessRow(row(2, now.rule))], now, AT)).toBeNull()
  expect(missingRow([namelessRow(row(2, ofMinutes(5)))], now, AT)).toEqual(namelessRow(known))
})

describe('the courses of rules', () => {
  test('are those of rules that are here, and of those that are known to have ended', () => {
    const rows = [
      row(1, ofMinutes(1), 'here'),
      row(2, ofMinutes(2), 'gone'),
      row(3, null, 'gone'),
      row(4, ofMinutes(4), 'unknown'),
    ]
    const here = { ...stored(ofMinutes(1)), id: 'here' }
    const ids = (...change: Parameters<typeof coursesOf>) => coursesOf(...change).map(({ id }) => id)
    expect(ids([here], rows, CLOCK)).toEqual(['here', 'gone'])
    expect(ids([here], [], CLOCK)).toEqual(['here'])
  })

  test('have versions on every day from the one on which the rule was made', () => {
    const rows = [row(AT, ofMinutes(10)), row(AT + DAY_MS, ofMinutes(20))]
    const [course] = coursesOf([stored(ofMinutes(20), { createdAt: AT - DAY_MS })], rows, CLOCK)
    const versions = (day: string) => {
      const found = versionsOn(course!, `2026-11-${day}`)
      return found && [found.isByFirst, ...found.versions.map((rule) => rule?.bound ?? null)]
    }
    expect(versions('18')).toBeNull()
    expect(versions('19')).toEqual([true, null, minutes(10)])
    expect(versions('20')).toEqual([true, minutes(10), minutes(10)])
    expect(versions('21')).toEqual([false, minutes(10), minutes(20)])
    expect(versions('22')).toEqual([false, minutes(20)])
  })

  test('do not depend on the order of rows', () => {
    const some = fc.uniqueArray(
      fc.record({ at: fc.integer({ min: 0, max: 9 }), count: fc.option(fc.integer({ min: 1, max: 3 })) }),
      { selector: ({ at }) => at },
    )
    const asRow = ({ at, count }: { at: number; count: number | null }) =>
      row(at, count === null ? null : ofMinutes(count))
    fc.assert(
      fc.property(
        some.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, other]) => {
          const here = [stored(ofMinutes(1))]
          expect(coursesOf(here, other.map(asRow), CLOCK)).toEqual(coursesOf(here, rows.map(asRow), CLOCK))
        },
      ),
    )
  })
})

describe('forgetting a site', () => {
  const site = { type: 'site', site: 'example.com' } as const
  const part = { type: 'surface', surface: 'example.com/feed' } as const
  const other = { type: 'site', site: 'example.org' } as const

  test('takes it out of targets, exceptions and what comes first', () => {
    const rule = ofMinutes(10, {
      targets: [site, part, other],
      except: [part],
      after: { targets: [site], minutes: 5 },
    })
    const left = { ...rule, targets: [other], except: [], after: null }
    expect(rowWithoutSite(row(1, rule), 'example.com')).toEqual(row(1, left))
    const first = { ...rule, after: { targets: [site, other], minutes: 5 } }
    expect(rowWithoutSite(row(1, first), 'example.com')?.rule?.after).toEqual({
      targets: [other],
      minutes: 5,
    })
  })

  test('leaves a row about it alone without a name, and other rows as they are', () => {
    const alone = row(1, ofMinutes(10, { targets: [site, part] }))
    expect(rowWithoutSite(alone, 'example.com')).toEqual(row(1, ofMinutes(10, { targets: [] })))
    const kept = [row(1, null), row(1, ofMinutes(10, { targets: [other] })), row(1, ofMinutes(10))]
    for (const one of kept) expect(rowWithoutSite(one, 'example.com')).toBe(one)
  })

  test('takes a row about it alone and what stood before it from a rule that is gone', () => {
    const [early, alone, late, end] = [
      row(1, ofMinutes(10, { targets: [other] })),
      row(2, ofMinutes(10, { targets: [site] })),
      row(3, ofMinutes(10, { targets: [site, other] })),
      row(4, null),
    ]
    const left = row(3, ofMinutes(10, { targets: [other] }))
    const of = (...rows: RuleEntry[]) => rowsWithoutSite(rows, null, 'example.com')
    expect(of(late, early, end, alone)).toEqual([left, null, end, null])
    expect(of(early, end)).toEqual([early, end])
    const forgotten = namelessRow(alone)
    expect(of(forgotten, end)).toEqual([forgotten, end])
  })

  test('takes all names from the rows of a rule that is here and names it, also in what waits or returns', () => {
    const rows = [row(1, ofMinutes(10, { targets: [site, other] })), row(2, null), row(3, ofMinutes(20))]
    const [named, plain] = [ofMinutes(9, { except: [site] }), ofMinutes(9)]
    for (const here of [
      stored(named),
      stored(plain, { next: { value: named, from: AT } }),
      stored(plain, { heals: { value: named, at: AT, since: 1 } }),
    ])
      expect(rowsWithoutSite(rows, here, 'example.com')).toEqual(rows.map(namelessRow))
    const left = row(1, ofMinutes(10, { targets: [other] }))
    expect(rowsWithoutSite(rows, stored(plain), 'example.com')).toEqual([left, rows[1], rows[2]])
  })
})

test('two rules are the same if every field is, in any order', () => {
  const { id, ...rest } = ofMinutes(10)
  expect(isSameRule({ ...rest, id }, ofMinutes(10))).toBe(true)
  expect(isSameRule(ofMinutes(10), ofMinutes(10))).toBe(true)
  expect(isSameRule(ofMinutes(10), ofMinutes(10, { isOn: false }))).toBe(false)
  expect(isSameRule(null, ofMinutes(10))).toBe(false)
})
