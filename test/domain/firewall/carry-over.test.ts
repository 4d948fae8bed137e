/** What is left of a day's allowance and added to the next day's. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advanceTo, type FirewallNow, NEW_FIREWALL_ROW } from '../../../domain/firewall/firewall-state'
import type { FirewallState } from '../../../domain/firewall/firewall-state'
import { standing } from '../../../domain/firewall/rule-standings'
import type { Bound, Rule } from '../../../domain/firewall/rule'
import { changed, confirmed } from '../../../domain/firewall/rule-changes'
import { emptyRow, usageKey, type UsageRow } from '../../../domain/firewall/usage-row'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { euros, minutes, minutesAWeek, opens, ruleOf, TERMS, UTC } from '../../fixtures/rules'

/** Monday. */
const MONDAY = Date.UTC(2026, 10, 23, 12)
const CARRYING: Partial<Rule> = { carriesOver: true }

/** A rule and the days that go by. */
class Days {
  firewall: FirewallState
  now = MONDAY
  wanted = TERMS
  others: UsageRow[] = []

  constructor(bound: Bound, more: Partial<Rule> = CARRYING) {
    const rule = ruleOf({ id: 'r', bound, ...more })
    const stored = { id: 'r', createdAt: 0, rule, next: null, heals: null }
    this.firewall = { state: NEW_FIREWALL_ROW, rules: [stored], usage: new Map(), passes: [] }
    this.look()
  }

  look(): FirewallNow {
    const opened = advanceTo(this.firewall, this.now, this.wanted, UTC, this.others)
    this.firewall = opened
    return opened
  }

  #stands() {
    const opened = this.look()
    return standing(opened, opened.rules[0]!.rule, { rows: this.others, sessions: {}, elsewhere: [] })
  }

  get allowed(): number | null {
    return this.#stands().allowed
  }

  get carried(): number {
    return this.#stands().carried ?? 0
  }

  get day(): string {
    return this.look().terms.ration.day
  }

  use(more: Partial<UsageRow>, day = this.day): this {
    const row = this.firewall.usage.get(usageKey({ rule: 'r', day })) ?? emptyRow('r', day)
    const usage = new Map(this.firewall.usage).set(usageKey(row), { ...row, ...more })
    this.firewall = { ...this.firewall, usage }
    return this
  }

  useMinutes(count: number, day = this.day): this {
    const before = this.firewall.usage.get(usageKey({ rule: 'r', day }))?.ms ?? 0
    return this.use({ ms: before + count * MINUTE_MS }, day)
  }

  go(days = 1): this {
    this.now += days * DAY_MS
    return this
  }

  /** Keeps a weakened rule for good. */
  keep(): this {
    this.firewall = { ...this.firewall, rules: this.look().rules.map(confirmed) }
    return this
  }

  change(more: Partial<Rule>): this {
    const opened = this.look()
    const [stored] = opened.rules
    const rule = changed(stored!, { ...stored!.rule, ...more }, this.now, opened.calendar)
    this.firewall = { ...this.firewall, rules: rule ? [rule] : [] }
    return this
  }
}

describe('what is left of yesterday is added to today', () => {
  test('if the rule carries over', () => {
    expect(new Days(minutes(30)).useMinutes(20).go().allowed).toBe(40)
    expect(new Days(minutes(30), {}).useMinutes(20).go().allowed).toBe(30)
  })

  test('in whole minutes, visits and minor units', () => {
    expect(new Days(minutes(30)).useMinutes(19.5).go().carried).toBe(10)
    expect(new Days(opens(5)).use({ opens: 3 }).go().allowed).toBe(7)
    expect(new Days(euros(10)).use({ amount: 799.5, currency: 'EUR' }).go().allowed).toBe(1200)
  })

  test('not on the first day, and not for what goes on for a week', () => {
    expect(new Days(minutes(30)).carried).toBe(0)
    expect(new Days(minutesAWeek(30)).useMinutes(5).go().allowed).toBe(30)
  })

  test('at most one allowance, however long nothing was used', () => {
    expect(new Days(minutes(30)).go().go().go().allowed).toBe(60)
    expect(new Days(minutes(30)).go(5).allowed).toBe(60)
  })

  test('what was carried is used first', () => {
    const days = new Days(minutes(30)).go()
    expect([days.allowed, days.useMinutes(40).go().allowed, days.useMinutes(50).go().allowed]).toEqual([
      60, 50, 30,
    ])
  })

  test('nothing, if more was used than allowed', () => {
    expect(new Days(minutes(30)).useMinutes(90).go().allowed).toBe(30)
  })

  test('with what is counted late, and with private windows', () => {
    const days = new Days(minutes(30)).useMinutes(10).go()
    expect(days.carried).toBe(20)
    expect(days.useMinutes(5, '2026-11-23').carried).toBe(15)
    days.others = [{ ...emptyRow('r', '2026-11-23'), ms: 10 * MINUTE_MS }]
    expect(days.carried).toBe(5)
  })
})

describe('days that differ', () => {
  const of = (...week: (number | null)[]) => new Days(minutes(week))

  test('a day on which nothing is allowed gets nothing', () => {
    expect(of(30, 0, 30, 30, 30, 30, 30).go().allowed).toBe(0)
  })

  test('after a day without the rule, nothing is carried', () => {
    expect(of(30, null, 30, 30, 30, 30, 30).go().allowed).toBeNull()
    expect(of(30, null, 30, 30, 30, 30, 30).go().go().allowed).toBe(30)
  })

  test('a short day gets no more than its own', () => {
    expect(of(60, 10, 30, 30, 30, 30, 30).go().allowed).toBe(20)
  })

  test('a long day gets what was left of the short one', () => {
    expect(of(10, 60, 30, 30, 30, 30, 30).useMinutes(4).go().allowed).toBe(66)
  })
})

describe('changes of the rule', () => {
  test('a tightened rule carries what was left under it, and at most its new allowance', () => {
    const days = new Days(minutes(60)).useMinutes(20)
    expect(days.change({ bound: minutes(30) }).go().allowed).toBe(40)
    expect(days.change({ bound: minutes(5) }).allowed).toBe(10)
  })

  test('a loosened rule carries only what the stricter one left', () => {
    const days = new Days(minutes(10)).useMinutes(4).change({ bound: minutes(60) })
    expect(days.go().allowed).toBe(66)
  })

  test('turning it on waits, and carries nothing on its first day', () => {
    const days = new Days(minutes(30), {}).change({ carriesOver: true })
    expect(days.allowed).toBe(30)
    expect(days.go().allowed).toBe(30)
    expect(days.keep().go().allowed).toBe(60)
  })

  test('turning it off holds at once', () => {
    expect(new Days(minutes(30)).go().change({ carriesOver: false }).allowed).toBe(30)
  })

  test('off and on again within a day, the rule has nothing left from before', () => {
    const days = new Days(minutes(30)).go().change({ isOn: false }).go()
    expect(days.look().rules[0]?.rule.isOn).toBe(false)
    days.change({ isOn: true })
    expect(days.allowed).toBe(30)
  })

  test('another currency keeps the number', () => {
    const days = new Days(euros(10)).use({ amount: 400, currency: 'EUR' })
    days.wanted = {
      ...TERMS,
      currency: 'JPY',
      rates: [{ from: '1970-01-01', amountMinor: 6000, currency: 'JPY', hourTypes: null }],
    }
    days.look()
    days.go()
    expect(days.look().currency).toBe('JPY')
    expect(days.allowed).toBe(16)
  })
})

describe('a moved clock', () => {
  test('gives nothing a second time when it is set back by days', () => {
    const days = new Days(minutes(30)).go().useMinutes(60)
    days.go().go()
    expect(days.allowed).toBe(60)
    days.useMinutes(60).go(-2)
    expect(days.day).toBe('2026-11-24')
    expect(days.look().usage.get('r 2026-11-24')?.ms).toBe(60 * MINUTE_MS)
    expect(days.allowed).toBe(60)
    expect(days.go().allowed).toBe(30)
  })

  test('goes on with the same allowance when it is set back by hours', () => {
    const days = new Days(minutes(30)).useMinutes(10).go()
    expect(days.allowed).toBe(50)
    days.now -= 10 * HOUR_MS
    expect([days.day, days.allowed]).toEqual(['2026-11-24', 50])
  })

  test('an earlier date has only what the ration had when the clock was set back', () => {
    // Monday and Tuesday unused, then Wednesday to Friday used up.
    const days = new Days(minutes(30)).go()
    expect(days.carried).toBe(30)
    for (let day = 0; day < 3; day += 1) days.go().useMinutes(days.allowed ?? 0)
    expect(days.carried).toBe(0)
    days.go(-3)
    expect([days.day, days.carried]).toEqual(['2026-11-24', 0])
  })
})

test('in any seven days, no more than eight allowances can be used', () => {
  const step = fc.record({
    ahead: fc.integer({ min: 1, max: 3 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    isPrivate: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const days = new Days(minutes(30))
      const used = new Map<number, number>()
      let day = 0
      for (const { ahead, share, isPrivate } of steps) {
        const count = Math.floor(share * (days.allowed ?? 0))
        used.set(day, count)
        if (isPrivate) days.others = [...days.others, { ...emptyRow('r', days.day), ms: count * MINUTE_MS }]
        else days.useMinutes(count)
        days.go(ahead)
        day += ahead
      }
      for (let first = 0; first <= day; first += 1) {
        const week = [...used].filter(([one]) => one >= first && one < first + 7)
        expect(week.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(8 * 30)
      }
    }),
  )
})

test('more use never allows more tomorrow', () => {
  const use = fc.array(fc.integer({ min: 0, max: 70 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(use, fc.nat(7), fc.integer({ min: 1, max: 30 }), (counts, at, more) => {
      const after = (list: readonly number[]) => {
        const days = new Days(minutes(30))
        for (const count of list) days.useMinutes(count).go()
        return days.allowed ?? 0
      }
      const where = at % counts.length
      const greater = counts.with(where, (counts[where] ?? 0) + more)
      expect(after(greater)).toBeLessThanOrEqual(after(counts))
    }),
  )
})
