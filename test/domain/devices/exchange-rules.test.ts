import { describe, expect, test } from 'vitest'
import { rulesAfter } from '../../../domain/devices/exchange-rules'
import type { RuleTerms, RuleWord } from '../../../domain/devices/rule-word'
import { deviceOfStamp, followingStamp, undated } from '../../../domain/devices/stamp'
import type { KeptWord, Words } from '../../../domain/devices/word'
import { MOST_ROWS } from '../../../domain/file/most'
import type { Calendar } from '../../../domain/firewall/ration'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import { changed, confirmed, settled, withoutNext } from '../../../domain/firewall/rule-changes'
import { newStoredRule } from '../../../domain/firewall/rule-writing'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { minutes, ruleOf } from '../../fixtures/rules'
import { goneWord, LONG_AGO, NOW, ONE, TODAY, TWO, wordOf, wordsOf } from './word-of'

const CALENDAR: Calendar = { dayStartHour: 4, weekStart: 0, offsetAt: () => 0 }
const CREATED = NOW - 30 * DAY_MS
const KEY = 'rule abc'
const rule = (of: number, id = 'abc'): Rule => ruleOf({ id, bound: minutes(of) })
const of = (minutesADay: number): StoredRule => newStoredRule(rule(minutesADay), 'abc', CREATED)
const wants = (minutesADay: number, isKept = true): RuleWord => ({
  createdAt: CREATED,
  rule: rule(minutesADay),
  isKept,
})
const said = (value: RuleWord, ms = NOW - HOUR_MS, device = TWO): KeptWord => wordOf(KEY, value, ms, device)
const gone = (ms = NOW - HOUR_MS, device = TWO): KeptWord => goneWord(KEY, ms, device)

/** One device: what it keeps, its rules, and an exchange at an instant. */
class Side {
  kept: Words = wordsOf()
  rules: readonly StoredRule[]
  at = NOW

  constructor(
    rules: readonly StoredRule[],
    readonly device = ONE,
    readonly hasPin = false,
    kept: Words = wordsOf(),
  ) {
    this.rules = rules
    this.kept = kept
  }

  hear(heard: readonly KeptWord[] = [], more: Partial<RuleTerms> & { isFirst?: boolean } = {}) {
    const terms = { at: this.at, calendar: CALENDAR, currency: 'EUR', hasPin: this.hasPin, ...more }
    const { isFirst = false } = more
    const meeting = { kept: this.kept, heard, device: this.device, now: this.at, isFirst, today: TODAY }
    const change = rulesAfter(meeting, this.rules, terms)
    const next = new Map([...this.kept, ...change.put.map((word) => [word.id, word] as const)])
    for (const id of change.gone) next.delete(id)
    this.kept = next
    const touched = new Set(change.rules.map(({ before, after }) => (before ?? after)!.id))
    this.rules = [
      ...this.rules.filter(({ id }) => !touched.has(id)),
      ...change.rules.flatMap(({ after }) => after ?? []),
    ]
    return change
  }

  change(to: (stored: StoredRule) => StoredRule | null): void {
    this.rules = this.rules.flatMap((stored) => to(stored) ?? [])
  }

  wish(wanted: Rule | null): void {
    this.change((stored) => changed(stored, wanted, this.at, CALENDAR))
  }

  pass(ms: number): void {
    this.at += ms
    this.change((stored) => settled(stored, this.at, CALENDAR))
  }

  get words(): KeptWord[] {
    return [...this.kept.values()]
  }

  get rule(): StoredRule | undefined {
    return this.rules[0]
  }
}

/** Both hear each other until nothing changes. */
const meet = (...sides: readonly Side[]): void => {
  for (let round = 0; round < 4; round += 1)
    for (const side of sides) side.hear(sides.filter((one) => one !== side).flatMap(({ words }) => words))
}

/** Two devices that know one rule. */
const pair = (): [Side, Side] => {
  const sides: [Side, Side] = [new Side([of(30)], ONE), new Side([], TWO)]
  meet(...sides)
  return sides
}

describe('what is said', () => {
  test('a rule that is a minute old', () => {
    const side = new Side([newStoredRule(rule(30), 'abc', NOW)])
    expect(side.hear()).toEqual({ put: [], gone: [], rules: [] })
    side.pass(MINUTE_MS)
    expect(side.hear().put).toMatchObject([{ key: KEY, value: { rule: rule(30), isKept: true } }])
  })

  test('nothing of a rule that was taken back within its minute', () => {
    const side = new Side([newStoredRule(rule(30), 'abc', NOW)])
    side.hear()
    side.rules = []
    side.pass(HOUR_MS)
    expect(side.hear()).toEqual({ put: [], gone: [], rules: [] })
  })

  test('a rule that is deleted, as soon as its deletion waits', () => {
    const side = new Side([of(30)])
    side.hear()
    side.wish(null)
    expect(side.hear().put).toMatchObject([{ key: KEY, value: null }])
    expect(side.hear().put).toEqual([])
  })

  test('at the first exchange without a date', () => {
    expect(new Side([of(30)]).hear([], { isFirst: true }).put[0]?.stamp).toBe(undated(ONE))
  })

  test('nothing of a rule that heals, but what follows', () => {
    const side = new Side([of(30)])
    side.hear()
    side.wish(rule(60))
    const stamp = side.hear().put[0]!.stamp
    side.pass(DAY_MS)
    side.hear()
    expect(side.rule).toMatchObject({ rule: rule(60), heals: { value: rule(30) } })
    side.pass(2 * DAY_MS)
    expect(side.rule).toEqual(of(30))
    expect(side.hear().put).toMatchObject([{ value: wants(30), stamp: followingStamp(stamp) }])
    expect(side.hear()).toEqual({ put: [], gone: [], rules: [] })
  })
})

describe('what is heard', () => {
  test('adds a rule, once', () => {
    const side = new Side([])
    expect(side.hear([said(wants(30))])).toMatchObject({ rules: [{ before: null, after: of(30) }] })
    expect(side.hear([said(wants(30))])).toEqual({ put: [], gone: [], rules: [] })
    expect(side.kept.size).toBe(1)
  })

  test('tightens at once, and loosens after a wait', () => {
    const side = new Side([of(30)], ONE, false, wordsOf(said(wants(30), NOW - DAY_MS)))
    side.hear([said(wants(20), NOW - 2 * HOUR_MS)])
    expect(side.rule).toEqual(of(20))
    side.hear([said(wants(60, false))])
    expect(side.rule).toMatchObject({ rule: rule(20), next: { value: rule(60) } })
    expect(side.rule!.next!.from - NOW).toBeGreaterThanOrEqual(12 * HOUR_MS)
  })

  test('does not wait longer if it is heard again', () => {
    const side = new Side([of(30)], ONE, false, wordsOf(said(wants(30), NOW - DAY_MS)))
    side.hear([said(wants(60, false))])
    const { next } = side.rule!
    side.pass(HOUR_MS)
    expect(side.hear([said(wants(60, false))])).toEqual({ put: [], gone: [], rules: [] })
    expect(side.rule!.next).toEqual(next)
  })

  test('of a rule changed here and elsewhere, the later', () => {
    const side = new Side([of(30)], ONE, false, wordsOf(said(wants(30), NOW - DAY_MS)))
    side.wish(rule(20))
    side.hear([said(wants(10))])
    expect(side.rule).toEqual(of(20))
    expect(deviceOfStamp(side.words[0]!.stamp)).toBe(ONE)
  })

  test('that a rule was deleted, also if it is here and was never said', () => {
    const side = new Side([of(30)])
    side.hear([gone()], { isFirst: true })
    expect(side.rule).toMatchObject({ next: { value: null } })
    expect(side.words).toMatchObject([{ value: null, key: KEY }])
  })

  test('of a rule that was deleted and is unknown here, nothing', () => {
    expect(new Side([]).hear([gone()])).toEqual({ put: [], gone: [], rules: [] })
  })

  test('of a rule that was deleted, while another device still sends it, nothing', () => {
    for (const heard of [
      [gone(), said(wants(30), NOW - DAY_MS)],
      [said(wants(30), NOW - DAY_MS), gone()],
    ]) {
      const side = new Side([])
      expect(side.hear(heard).rules).toEqual([])
      expect(side.words).toMatchObject([{ value: null, stamp: gone().stamp }])
      expect(side.hear(heard)).toEqual({ put: [], gone: [], rules: [] })
    }
    const late = new Side([], ONE, false, wordsOf(gone()))
    expect(late.hear([said(wants(30), NOW - DAY_MS)])).toEqual({ put: [], gone: [], rules: [] })
  })

  test('of a focus hour that is over, nothing; its word is dropped', () => {
    const focus = ruleOf({
      id: 'abc',
      bound: { type: 'focus', startedAt: NOW, endsAt: NOW + HOUR_MS, workMinutes: null, breakMinutes: 0 },
    })
    const word = said({ createdAt: NOW, rule: focus, isKept: true })
    const side = new Side([])
    side.hear([word])
    expect(side.rules).toHaveLength(1)
    side.pass(HOUR_MS)
    expect(side.rules).toEqual([])
    expect(side.hear([word])).toMatchObject({ put: [], gone: [word.id], rules: [] })
    expect(side.hear([word])).toEqual({ put: [], gone: [], rules: [] })
  })

  test('a focus hour that began by the clock of another device sends no word, and ends by the clock here', () => {
    const focus = (startedAt: number): Rule =>
      ruleOf({
        id: 'abc',
        bound: { type: 'focus', startedAt, endsAt: startedAt + HOUR_MS, workMinutes: null, breakMinutes: 0 },
      })
    const ahead = 5 * MINUTE_MS
    const [one, two] = [new Side([newStoredRule(focus(NOW), 'abc', NOW)], ONE), new Side([], TWO)]
    two.at -= ahead
    for (const side of [one, two]) side.pass(MINUTE_MS)
    meet(one, two)
    two.pass(0)
    expect(two.rule?.rule).toEqual(focus(two.at))
    const stamps = one.words.map(({ stamp }) => stamp)
    meet(one, two)
    for (const side of [one, two]) {
      expect(side.words.map(({ stamp }) => stamp)).toEqual(stamps)
      expect(side.rule).toMatchObject({ next: null, heals: null })
    }
    // Over there by the other clock, here two minutes later.
    for (const side of [one, two]) side.pass(HOUR_MS - MINUTE_MS)
    meet(one, two)
    expect([one.rules.length, two.rules.length]).toEqual([0, 1])
    for (let minute = 0; minute < 9; minute += 1) {
      for (const side of [one, two]) side.pass(MINUTE_MS)
      meet(one, two)
      if (minute > 0) expect([one.rules, two.rules]).toEqual([[], []])
    }
    for (const side of [one, two]) expect(side.words).toEqual([])
  })

  test('of things that are no rules, nothing', () => {
    expect(
      new Side([]).hear([wordOf('opinion reddit.com kind', 'feed'), goneWord('setting currency')]),
    ).toEqual({
      put: [],
      gone: [],
      rules: [],
    })
  })

  test('rules beyond the limit are not added until there is room, and are not sent as deleted', () => {
    const many = Array.from({ length: MOST_ROWS.limits }, (_, number) =>
      newStoredRule(rule(30, `rule${number}`), `rule${number}`, CREATED),
    )
    const side = new Side(many)
    side.hear([said(wants(30))])
    expect(side.rules).toHaveLength(MOST_ROWS.limits)
    expect(side.kept.get(said(wants(30)).id)).toMatchObject({ value: wants(30), here: null })
    expect(side.hear()).toEqual({ put: [], gone: [], rules: [] })
    const more = { createdAt: CREATED, rule: rule(30, 'def'), isKept: true }
    side.change((stored) => (stored.id === 'rule7' ? null : stored))
    side.hear([wordOf('rule def', more, NOW, TWO)])
    expect(side.rules).toHaveLength(MOST_ROWS.limits)
    side.hear()
    side.hear()
    expect(side.rules.map(({ id }) => id)).toContain('abc')
    expect(side.kept.get(said(wants(30)).id)).toEqual(said(wants(30)))
  })
})

describe('two devices', () => {
  test('loosened here and kept there before the wait is over here: it waits here, and stays then', () => {
    const [one, two] = pair()
    two.wish(rule(60))
    for (const side of [one, two]) side.pass(20 * HOUR_MS)
    two.change(confirmed)
    expect(two.rule).toEqual(of(60))
    meet(one, two)
    expect(one.rule).toMatchObject({ rule: rule(30), next: { value: rule(60) } })
    for (const side of [one, two]) side.pass(DAY_MS)
    meet(one, two)
    expect([one.rule, two.rule]).toEqual([of(60), of(60)])
    for (const side of [one, two]) side.pass(9 * DAY_MS)
    meet(one, two)
    expect([one.rule, two.rule]).toEqual([of(60), of(60)])
  })

  test('kept there, but it healed here before that was heard: it holds again after a wait', () => {
    const [one, two] = pair()
    two.wish(rule(60))
    meet(one, two)
    for (const side of [one, two]) side.pass(20 * HOUR_MS)
    meet(one, two)
    two.change(confirmed)
    for (const side of [one, two]) side.pass(3 * DAY_MS)
    expect([one.rule, two.rule]).toEqual([of(30), of(60)])
    meet(two, one)
    expect(one.rule).toMatchObject({ rule: rule(30), next: { value: rule(60) } })
    expect(two.rule).toEqual(of(60))
    for (const side of [one, two]) side.pass(DAY_MS)
    meet(one, two)
    expect([one.rule, two.rule]).toEqual([of(60), of(60)])
  })

  test('loosened there, and made a little stricter on a device that joined since: it is not thereby kept', () => {
    const [one] = pair()
    one.wish(rule(60))
    const joined = new Side([], TWO)
    meet(one, joined)
    expect(joined.rule).toMatchObject({ rule: rule(60), heals: null })
    joined.wish(rule(50))
    meet(joined, one)
    for (let hours = 0; hours < 120; hours += 10) {
      for (const side of [one, joined]) side.pass(10 * HOUR_MS)
      meet(one, joined)
    }
    expect([one.rule?.rule, joined.rule?.rule]).toEqual([rule(30), rule(30)])
  })

  test('healed there and not kept: it is strict on both', () => {
    const [one, two] = pair()
    two.wish(rule(60))
    for (const side of [one, two]) side.pass(20 * HOUR_MS)
    meet(one, two)
    for (let hours = 0; hours < 120; hours += 10) {
      for (const side of [one, two]) side.pass(10 * HOUR_MS)
      meet(one, two)
    }
    expect([one.rule, two.rule]).toEqual([of(30), of(30)])
  })

  test('healed at once on both, to different rules: the stricter one stays', () => {
    for (const [before, other] of [
      [1, 30],
      [30, 1],
      [4, 30],
      [30, 4],
    ] as const) {
      const kept = wordsOf(said(wants(60, false), NOW - HOUR_MS, ONE))
      const waiting = (minutesADay: number) => [changed(of(minutesADay), rule(60), NOW, CALENDAR)!]
      const one = new Side(waiting(before), ONE, false, kept)
      const two = new Side(waiting(other), TWO, false, kept)
      for (const side of [one, two]) side.pass(20 * HOUR_MS)
      meet(one, two)
      expect([one.rule?.rule, two.rule?.rule]).toEqual([rule(60), rule(60)])
      for (const side of [one, two]) side.pass(DAY_MS)
      expect([one.rule, two.rule]).toEqual([of(before), of(other)])
      meet(one, two)
      expect([one.rule, two.rule]).toEqual([of(Math.min(before, other)), of(Math.min(before, other))])
    }
  })

  test('deleted here while loosened there: the later wins', () => {
    for (const [first, second] of [
      [null, rule(60)],
      [rule(60), null],
    ] as const) {
      const [one, two] = pair()
      one.wish(first)
      one.hear()
      for (const side of [one, two]) side.pass(MINUTE_MS)
      two.wish(second)
      two.hear()
      meet(one, two)
      for (const side of [one, two])
        expect(side.rule).toMatchObject({ rule: rule(30), next: { value: second } })
    }
  })

  test('deleted on one, in force there before the other hears: the other waits, and both end without', () => {
    const [one, two] = pair()
    one.wish(null)
    one.hear()
    one.pass(2 * DAY_MS)
    two.pass(2 * DAY_MS)
    expect(one.rules).toEqual([])
    meet(one, two)
    expect(one.rules).toEqual([])
    expect(two.rule).toMatchObject({ next: { value: null } })
    for (const side of [one, two]) side.pass(DAY_MS)
    meet(one, two)
    expect([one.rules, two.rules]).toEqual([[], []])
  })

  test('a loosening that is taken back on one is taken back on both', () => {
    const [one, two] = pair()
    one.wish(rule(60))
    meet(one, two)
    two.change(withoutNext)
    meet(one, two)
    expect([one.rule, two.rule]).toEqual([of(30), of(30)])
  })

  test('a loosening is in force on one when it is taken back on the other: it is strict on both', () => {
    const [one, two] = pair()
    one.wish(rule(60))
    one.pass(20 * HOUR_MS)
    two.pass(20 * HOUR_MS)
    expect(one.rule).toMatchObject({ rule: rule(60) })
    meet(one, two)
    two.change(withoutNext)
    meet(one, two)
    expect(one.rule?.rule).toEqual(rule(30))
    expect(two.rule).toEqual(of(30))
  })

  test('settle on the same, whatever was done in whichever order', () => {
    const deeds: ((side: Side) => void)[] = [
      (side) => side.wish(rule(60)),
      (side) => side.wish(rule(20)),
      (side) => side.wish(null),
      (side) => side.change(withoutNext),
      (side) => side.change(confirmed),
      (side) => side.pass(20 * HOUR_MS),
    ]
    for (const a of deeds)
      for (const b of deeds)
        for (const c of deeds) {
          const [one, two] = pair()
          a(one)
          b(two)
          one.hear()
          c(one)
          two.hear()
          const latest = Math.max(one.at, two.at)
          for (const side of [one, two]) side.pass(latest - side.at)
          for (let days = 0; days < 9; days += 1) {
            meet(one, two)
            for (const side of [one, two]) side.pass(DAY_MS)
          }
          expect(two.rules).toEqual(one.rules)
          expect(one.rules.every(({ next, heals }) => next === null && heals === null)).toBe(true)
        }
  })
})

describe('with a PIN', () => {
  const locked = () => new Side([of(30)], ONE, true, wordsOf(said(wants(30), NOW - DAY_MS)))

  test('nothing from elsewhere loosens, nor is that said anew', () => {
    for (const word of [said(wants(60, false)), said(wants(60, true)), gone()]) {
      const side = locked()
      side.hear([word])
      expect(side.rule).toEqual(of(30))
      expect(side.words).toMatchObject([{ value: word.value, here: wants(30) }])
      expect(side.hear([word])).toEqual({ put: [], gone: [], rules: [] })
    }
  })

  test('what is stricter holds at once', () => {
    const side = locked()
    side.hear([said(wants(20))])
    expect(side.rule).toEqual(of(20))
  })

  test('a rule that was kept elsewhere heals here, and nobody is told', () => {
    const weak = settled(changed(of(30), rule(60), NOW - 1.5 * DAY_MS, CALENDAR)!, NOW, CALENDAR)!
    const side = new Side([weak], ONE, true, wordsOf(said(wants(60, false), NOW - DAY_MS)))
    const kept = said(wants(60, true))
    side.hear([kept])
    side.pass(2 * DAY_MS)
    expect(side.rule).toEqual(of(30))
    side.hear([kept])
    expect(side.words).toMatchObject([{ value: wants(60), stamp: kept.stamp }])
    expect(side.rule).toEqual(of(30))
    expect(side.hear([kept])).toEqual({ put: [], gone: [], rules: [] })
  })

  test('what was refused waits once the PIN is gone', () => {
    const side = locked()
    side.hear([said(wants(60))])
    side.hear([said(wants(60))], { hasPin: false })
    expect(side.rule).toMatchObject({ rule: rule(30), next: { value: rule(60) } })
  })

  test('what is changed here after a refusal is said', () => {
    const side = locked()
    side.hear([said(wants(60))])
    side.wish(rule(20))
    expect(side.hear([said(wants(60))]).put).toMatchObject([{ value: wants(20) }])
    expect(side.words[0]).not.toHaveProperty('here')
  })
})

test('a rule that was deleted elsewhere long ago is deleted here, too', () => {
  const side = new Side([of(30)], ONE, false, wordsOf(said(wants(30), LONG_AGO - 1)))
  side.hear([gone(LONG_AGO)])
  expect(side.rule).toMatchObject({ next: { value: null } })
  for (let days = 0; days < 3; days += 1) {
    side.pass(DAY_MS)
    side.hear([gone(LONG_AGO)])
  }
  expect(side.rules).toEqual([])
  expect(side.words).toEqual([])
})

test('a rule that a PIN keeps from being deleted does not come back after 90 days', () => {
  const side = new Side([of(30)], ONE, true, wordsOf(said(wants(30), NOW - DAY_MS)))
  side.hear([gone()])
  side.pass(100 * DAY_MS)
  expect(side.hear()).toEqual({ put: [], gone: [], rules: [] })
  expect(side.words).toMatchObject([{ value: null, here: wants(30) }])
})

test('a deleted rule is forgotten after 90 days', () => {
  const word = { ...gone(LONG_AGO), key: KEY }
  const side = new Side([], ONE, false, wordsOf(word))
  expect(side.hear([gone(LONG_AGO)])).toEqual({ put: [], gone: [word.id], rules: [] })
  expect(side.words).toEqual([])
})
