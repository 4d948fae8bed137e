/**
 * The core of the firewall, driven as the guard drives it: looks at random hints, every 30 s, and at each
 * next change.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasAllowance } from '../../../domain/firewall/allowance'
import { BEAT_MS } from '../../../domain/record/attention'
import type { Pass } from '../../../domain/firewall/pass'
import { standings, usedIn } from '../../../domain/firewall/rule-standings'
import {
  type FirewallState,
  NEW_FIREWALL_ROW,
  observe,
  type FirewallNow,
  advanceTo,
} from '../../../domain/firewall/firewall-state'
import { type Decision, decide } from '../../../domain/firewall/limits'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { beatOf, observationFor } from '../../../domain/firewall/meter'
import { type Bound, EVERY_DAY, type Rule } from '../../../domain/firewall/rule'
import { byUsageKey } from '../../../domain/firewall/usage-row'
import {
  allowed,
  blocked,
  cutoff,
  euros,
  minutes,
  minutesAWeek,
  opens,
  ruleOf,
  TERMS,
} from '../../fixtures/rules'

const START = Date.UTC(2026, 10, 23, 10)
const FEED = 'f'
const OTHER = 'o'

/** A guard without a browser: one page in front, and a clock. */
class Watch {
  firewall: FirewallState
  now = START
  offsetMinutes = 0
  front = OTHER
  wanted = TERMS
  /** When the page was first blocked. */
  stoppedAt: number | null = null
  nextAt = Infinity
  #opened: FirewallNow | null = null

  constructor(rules: readonly Rule[]) {
    const stored = rules.map((rule) => ({ id: rule.id, createdAt: 0, rule, next: null, heals: null }))
    this.firewall = { rules: stored, usage: new Map(), passes: [], state: NEW_FIREWALL_ROW }
  }

  #policy() {
    return {
      runId: 'run',
      lifeId: 'life',
      announced: true,
      idleIntervalMs: 120_000,
      alarmMs: 30_000,
      offsetAt: () => this.offsetMinutes,
    }
  }

  decide(at = this.now, firewall = this.#opened as FirewallNow): Decision {
    const page = { covers: () => this.front === FEED, isCounted: true, isLetIn: () => false }
    const turned =
      at === firewall.at ? firewall : advanceTo(firewall, at, this.wanted, () => this.offsetMinutes)
    return decide(standings(turned), page, at, turned.terms)
  }

  look(): Decision {
    const opened = advanceTo(this.firewall, this.now, this.wanted, () => this.offsetMinutes)
    const about = this.front === FEED ? opened.rules.map(({ id }) => id) : []
    const seen = observationFor(about, { at: this.now, presence: 'active' }, false)
    this.#opened = observe(opened, seen, this.#policy())
    this.firewall = this.#opened
    const decision = this.decide()
    this.nextAt = decision.nextAt
    if (decision.state !== 'open' && this.stoppedAt === null) this.stoppedAt = this.now
    if (decision.state !== 'open') {
      // A blocked page goes to the wall, and the browser reports that.
      this.front = OTHER
      this.look()
      this.nextAt = decision.nextAt
    }
    return decision
  }

  /** Lets time pass with beats, and looks at the next change or after 30 s. */
  wait(ms: number): void {
    const end = this.now + ms
    while (this.now < end) {
      const next = Math.min(end, this.now + 30_000, this.nextAt > this.now ? this.nextAt : Infinity)
      for (let at = this.now + BEAT_MS; at < next; at += BEAT_MS) {
        const { state } = this.firewall
        this.firewall = {
          ...this.firewall,
          state: { ...state, meter: beatOf(state.meter, at, this.#policy()) },
        }
      }
      this.now = next
      this.look()
    }
  }

  go(front: string): void {
    this.front = front
    this.look()
  }

  use(rule: Rule): number {
    const opened = this.#opened as FirewallNow
    return usedIn(opened, rule, [...opened.usage.values()]).ms
  }
}

const stays = fc.array(
  fc.record({ front: fc.constantFrom(FEED, OTHER), ms: fc.integer({ min: 1, max: 240_000 }) }),
  { minLength: 1, maxLength: 25 },
)

const rule = (bound: Bound, more: Partial<Rule> = {}): Rule => ruleOf({ id: 'r', bound, ...more })

test('use never exceeds the allowance, because a look comes at the instant it is used up', () => {
  fc.assert(
    fc.property(stays, fc.integer({ min: 1, max: 9 }), (visits, most) => {
      const limit = rule(minutes(most))
      const watch = new Watch([limit])
      let attended = 0
      for (const { front, ms } of visits) {
        watch.go(front)
        const before = watch.now
        watch.wait(ms)
        if (front === FEED && watch.stoppedAt === null) attended += watch.now - before
      }
      expect(watch.use(limit)).toBeLessThanOrEqual(most * MINUTE_MS)
      if (watch.stoppedAt === null) expect(watch.use(limit)).toBe(attended)
      else expect(watch.use(limit)).toBe(most * MINUTE_MS)
    }),
  )
})

test('use under a money limit never exceeds the time that the money pays for', () => {
  fc.assert(
    fc.property(stays, fc.integer({ min: 1, max: 9 }), (visits, most) => {
      const limit = rule(euros(most))
      const watch = new Watch([limit])
      for (const { front, ms } of visits) {
        watch.go(front)
        watch.wait(ms)
      }
      // The rate is a euro a minute.
      expect(watch.use(limit)).toBeLessThanOrEqual(most * MINUTE_MS)
    }),
  )
})

const bounds: fc.Arbitrary<Bound> = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map(minutes),
  fc.integer({ min: 1, max: 20 }).map(euros),
  fc.constantFrom(blocked('10:05–10:20'), blocked('10:00–10:01, 10:03–12:00')),
  fc
    .integer({ min: 1, max: 5 })
    .map((count): Bound => ({ type: 'sessions', minutes: count, breakMinutes: 3 })),
)

test('with a page in front, the decision stays the same until `nextAt`', () => {
  const instants = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 })
  fc.assert(
    fc.property(fc.array(bounds, { minLength: 1, maxLength: 3 }), stays, instants, (many, visits, shares) => {
      const watch = new Watch(many.map((bound, index) => rule(bound, { id: `r${index}` })))
      for (const { front, ms } of visits) {
        watch.go(front)
        watch.wait(ms)
      }
      const { nextAt, state } = watch.look()
      const from = watch.now
      if (nextAt === Infinity) return
      expect(nextAt).toBeGreaterThan(from)
      for (const share of shares) {
        // A longer step would need a beat.
        const later = from + Math.floor(share * Math.min(nextAt - from - 1, BEAT_MS))
        const copy = Object.assign(new Watch([]), { ...watch, now: later })
        expect(copy.look().state).toBe(state)
      }
    }),
  )
})

/** How all rules stand by the clock alone, and what they decide for a page without attention. */
function byTheClock(firewall: FirewallState, at: number) {
  const turned = advanceTo(firewall, at, TERMS, () => 0)
  const all = standings(turned)
  const page = { covers: () => true, isCounted: false, isLetIn: () => false }
  const { state, rule: decides, nextAt } = decide(all, page, at, turned.terms)
  const { day } = turned.terms.ration
  // A new day matters only for rules with an allowance.
  const each = all.map((one) => [one.isSpent, one.passUntil, hasAllowance(one.rule.bound) ? day : null])
  return { now: JSON.stringify([state, decides?.id, each]), nextAt }
}

const anyBounds: fc.Arbitrary<Bound> = fc.oneof(
  bounds.filter(({ type }) => type !== 'sessions'),
  fc.integer({ min: 1, max: 3 }).map(opens),
  fc.integer({ min: 1, max: 40 }).map(minutesAWeek),
  fc.constantFrom(cutoff('22:30', '6:00'), cutoff('0:30', '5:00'), allowed('9:00–12:00, 22:00–2:00')),
)

test('without attention, standings change exactly at `nextAt`', () => {
  const used = fc.record({ ms: fc.integer({ min: 0, max: 40 * MINUTE_MS }), opens: fc.nat({ max: 3 }) })
  const passes = fc.array(
    fc.record({ of: fc.nat({ max: 2 }), length: fc.constantFrom(1, 15, 600), ago: fc.nat({ max: 20 }) }),
    { maxLength: 2 },
  )
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyBounds, used), { minLength: 1, maxLength: 3 }),
      passes,
      fc.integer({ min: 0, max: 3 * 24 * 60 }),
      fc.array(share, { maxLength: 5 }),
      (many, taken, minute, shares) => {
        const at = START + minute * MINUTE_MS
        const { rules } = new Watch(many.map(([bound], index) => rule(bound, { id: `r${index}` }))).firewall
        const fresh = { rules, usage: new Map(), passes: [], state: NEW_FIREWALL_ROW }
        const { state, terms } = advanceTo(fresh, at, TERMS, () => 0)
        const { day } = terms.ration
        const rows = many.map(([, use], index) => ({
          rule: `r${index}`,
          day,
          amount: null,
          currency: null,
          ...use,
        }))
        const until = ({ length, ago }: { length: number; ago: number }) => at + (length - ago) * MINUTE_MS
        const firewall: FirewallState = {
          rules,
          state,
          usage: byUsageKey(rows),
          passes: taken.map((pass) => ({
            rule: `r${pass.of}`,
            type: 'quarter',
            day,
            at: at - pass.ago * MINUTE_MS,
            until: until(pass),
            priceMinor: null,
            currency: null,
          })),
        }
        const { now, nextAt } = byTheClock(firewall, at)
        const end = Math.min(nextAt, at + 9 * 24 * HOUR_MS)
        for (const part of [...shares, 1])
          expect(byTheClock(firewall, Math.min(at + Math.floor(part * (end - at)), end - 1)).now).toBe(now)
        if (nextAt !== Infinity) expect(byTheClock(firewall, nextAt).now).not.toBe(now)
      },
    ),
    { numRuns: 500 },
  )
})

test('a pass never lasts longer than its length and ends when the clock is set back', () => {
  const moves = fc.array(
    fc.integer({ min: -20, max: 20 }).filter((by) => by !== 0),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(moves, fc.integer({ min: 1, max: 30 }), (byMinutes, length) => {
      const watch = new Watch([rule(blocked('0:00–24:00'))])
      watch.look()
      const taken: Pass = {
        rule: 'r',
        type: 'quarter',
        day: '2026-11-23',
        at: watch.now,
        until: watch.now + length * MINUTE_MS,
        priceMinor: null,
        currency: null,
      }
      watch.firewall = { ...watch.firewall, passes: [taken] }
      let open = 0
      for (const by of byMinutes) {
        watch.front = FEED
        if (watch.look().state === 'open') open += Math.max(0, by)
        watch.now += by * MINUTE_MS
        if (by < 0) {
          watch.front = FEED
          expect(watch.look().state).toBe('wall')
        }
      }
      expect(open).toBeLessThanOrEqual(length + Math.max(0, ...byMinutes))
    }),
  )
})

test('clock, time zone and day start changes never give two rations within 16 hours or two for one date', () => {
  const step = fc.record({
    hours: fc.integer({ min: -30, max: 30 }),
    offset: fc.constantFrom(-600, -300, 0, 120, 330, 780),
    start: fc.integer({ min: 0, max: 23 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const limit = rule(minutes(5))
      const watch = new Watch([limit])
      watch.look()
      const usedOn = new Map<string, number>()
      for (const { hours, offset, start } of steps) {
        const before = watch.firewall.state.ration
        watch.now += hours * HOUR_MS
        watch.offsetMinutes = offset
        watch.wanted = { ...TERMS, dayStartHour: start }
        watch.front = OTHER
        watch.look()
        const after = watch.firewall.state.ration
        if (before && after && after.day > before.day)
          expect(watch.now - before.since).toBeGreaterThanOrEqual(16 * HOUR_MS)
        watch.go(FEED)
        watch.wait(10 * MINUTE_MS)
        for (const { day, ms } of watch.firewall.usage.values()) usedOn.set(day, ms)
      }
      for (const ms of usedOn.values()) expect(ms).toBeLessThanOrEqual(5 * MINUTE_MS)
    }),
    { numRuns: 60 },
  )
})

test('a daily allowance returns exactly at the day start', () => {
  const limit = rule({ type: 'time', allowance: { per: 'day', of: EVERY_DAY(5) } })
  const watch = new Watch([limit])
  watch.go(FEED)
  watch.wait(6 * MINUTE_MS)
  expect(watch.stoppedAt).toBe(START + 5 * MINUTE_MS)
  watch.now = Date.UTC(2026, 10, 24, 4) - 1
  watch.front = FEED
  expect(watch.look().state).toBe('wall')
  watch.now += 1
  watch.front = FEED
  expect(watch.look().state).toBe('open')
})
