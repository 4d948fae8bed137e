import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newStoredRule } from '../../../domain/firewall/rule-writing'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import {
  coursesOf,
  isSameRule,
  knownRow,
  rowOfChange,
  rowsWithout,
  type RuleEntry,
  versionsIn,
  withoutForgotten,
} from '../../../domain/firewall/rule-history'
import { HOUR_MS } from '../../../domain/time/local-time'
import { minutes, ruleOf } from '../../fixtures/rules'

const AT = Date.parse('2026-11-20T12:00:00Z')
const ofMinutes = (count: number, more: Partial<Rule> = {}): Rule =>
  ruleOf({ id: 'r', bound: minutes(count), ...more })

const stored = (rule: Rule, more: Partial<StoredRule> = {}): StoredRule => ({
  ...newStoredRule(rule, 'r', AT - 100 * HOUR_MS),
  ...more,
})

const row = (at: number, rule: Rule | null, id = 'r'): RuleEntry => ({ at, type: 'rule', id, rule })

describe('the row of a change', () => {
  const before = stored(ofMinutes(30))
  const rows = [row(before.createdAt, before.rule)]

  test('of a new rule has the instant at which it was made', () => {
    const made = { ...before, createdAt: AT - 20 }
    expect(rowOfChange([], null, made, AT)).toEqual(row(AT - 20, made.rule))
  })

  test('of an older rule that is stored anew, as after a lost database, says from when it is known', () => {
    expect(rowOfChange([], null, before, AT)).toEqual(row(AT, before.rule))
    expect(rowOfChange([], null, { ...before, createdAt: AT + HOUR_MS }, AT)).toEqual(row(AT, before.rule))
  })

  test('has what the rule is now, at once for a tightening', () => {
    expect(rowOfChange(rows, before, stored(ofMinutes(20)), AT)).toEqual(row(AT, ofMinutes(20)))
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
    expect(rowOfChange(rows, waits, weak, AT)).toEqual(row(AT - 8 * HOUR_MS, ofMinutes(60)))
  })

  test('of a healed rule has the instant at which it healed, and of one that is tightened before that, now', () => {
    const known = [row(AT - HOUR_MS, ofMinutes(60))]
    const weak = (at: number) =>
      stored(ofMinutes(60), { heals: { value: ofMinutes(30), at, since: AT - 30 * HOUR_MS } })
    expect(rowOfChange(known, weak(AT - 5), before, AT)).toEqual(row(AT - 5, ofMinutes(30)))
    expect(rowOfChange(known, weak(AT + HOUR_MS), before, AT)).toEqual(row(AT, ofMinutes(30)))
  })

  test('of a deletion that waited has the instant from which it held', () => {
    const waits = { ...before, next: { value: null, from: AT - 2 * HOUR_MS } }
    expect(rowOfChange(rows, waits, null, AT)).toEqual(row(AT - 2 * HOUR_MS, null))
  })

  test('of a rule that was off and is deleted is now', () => {
    const off = stored(ofMinutes(30, { isOn: false }))
    expect(rowOfChange([row(AT - 9, off.rule)], off, null, AT)).toEqual(row(AT, null))
  })

  test('of a rule that is deleted in its first minute is none, and the others go', () => {
    expect(rowOfChange(rows, before, null, AT)).toBe('forget')
  })

  test('begins with the change if nothing was known before', () => {
    expect(rowOfChange([], before, stored(ofMinutes(20)), AT)).toEqual(row(AT, ofMinutes(20)))
  })

  test('names no site after one was forgotten, and nothing stays of a deleted rule', () => {
    const targets = [
      { type: 'site', site: 'example.com' },
      { type: 'surface', surface: 'example.org/feed' },
    ] as const
    const of = (count: number) => stored(ofMinutes(count, { targets, except: targets }))
    const known = [withoutForgotten(row(AT - 9, of(30).rule), 'example.com')]
    expect(rowOfChange(known, of(30), of(20), AT)).toEqual(
      row(AT, ofMinutes(20, { targets: [], except: [] })),
    )
    const waits = { ...of(30), next: { value: null, from: AT } }
    expect(rowOfChange(known, waits, null, AT)).toBe('forget')
  })

  test('in the instant of another one comes right after it', () => {
    const known = [row(AT - 1, ofMinutes(60)), row(AT, ofMinutes(30)), row(AT + 1, ofMinutes(29))]
    expect(rowOfChange(known, before, stored(ofMinutes(20)), AT)).toEqual(row(AT + 2, ofMinutes(20)))
  })

  test('is none for a focus hour', () => {
    const focus = { ...before, id: 'focus-1', rule: { ...before.rule, id: 'focus-1' } }
    expect(rowOfChange([], null, focus, AT)).toBeNull()
    expect(rowOfChange([], focus, null, AT)).toBeNull()
    expect(knownRow(focus, AT)).toBeNull()
  })
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
    expect(coursesOf([here], rows)).toEqual([
      { id: 'here', stored: here, rows: [rows[0]] },
      { id: 'gone', stored: null, rows: [rows[1], rows[2]] },
    ])
    expect(coursesOf([here], [])).toEqual([{ id: 'here', stored: here, rows: [] }])
  })

  test('have a version at every instant from the first row on', () => {
    const [course] = coursesOf([stored(ofMinutes(30))], [row(10, ofMinutes(10)), row(20, ofMinutes(20))])
    const versions = (from: number, until: number) =>
      versionsIn(course!, { from, until })?.map((rule) => rule?.bound)
    expect(versions(0, 10)).toBeUndefined()
    expect(versions(5, 11)).toEqual([undefined, minutes(10)])
    expect(versions(10, 20)).toEqual([minutes(10)])
    expect(versions(19, 21)).toEqual([minutes(10), minutes(20)])
    expect(versions(20, 90)).toEqual([minutes(20)])
  })

  test('do not depend on the order of rows, not even in one instant', () => {
    const some = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 3 }), count: fc.option(fc.integer({ min: 1, max: 3 })) }),
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
          expect(coursesOf(here, other.map(asRow))).toEqual(coursesOf(here, rows.map(asRow)))
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
    expect(withoutForgotten(row(1, rule), 'example.com')).toEqual(row(1, left))
    const first = { ...rule, after: { targets: [site, other], minutes: 5 } }
    expect(withoutForgotten(row(1, first), 'example.com')?.rule?.after).toEqual({
      targets: [other],
      minutes: 5,
    })
  })

  test('leaves a row about it alone without a name, and other rows as they are', () => {
    const alone = row(1, ofMinutes(10, { targets: [site, part] }))
    expect(withoutForgotten(alone, 'example.com')).toEqual(row(1, ofMinutes(10, { targets: [] })))
    const kept = [row(1, null), row(1, ofMinutes(10, { targets: [other] })), row(1, ofMinutes(10))]
    for (const one of kept) expect(withoutForgotten(one, 'example.com')).toBe(one)
  })

  test('takes a row about it alone and what stood before it from a rule that is gone', () => {
    const [early, alone, late, end] = [
      row(1, ofMinutes(10, { targets: [other] })),
      row(2, ofMinutes(10, { targets: [site] })),
      row(3, ofMinutes(10, { targets: [site, other] })),
      row(4, null),
    ]
    const left = row(3, ofMinutes(10, { targets: [other] }))
    expect(rowsWithout([late, early, end, alone], 'example.com')).toEqual([left, null, end, null])
    expect(rowsWithout([early, end], 'example.com')).toEqual([early, end])
  })
})

test('two rules are the same if every field is', () => {
  expect(isSameRule(ofMinutes(10), ofMinutes(10))).toBe(true)
  expect(isSameRule(ofMinutes(10), ofMinutes(10, { isOn: false }))).toBe(false)
  expect(isSameRule(null, ofMinutes(10))).toBe(false)
})
