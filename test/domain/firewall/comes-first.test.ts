/** Rules that open their pages only after something else. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverage } from '../../../domain/firewall/coverage'
import {
  advanceTo,
  type FirewallNow,
  type FirewallState,
  observe,
} from '../../../domain/firewall/firewall-state'
import { decide, standingOf } from '../../../domain/firewall/limits'
import { loosens } from '../../../domain/firewall/loosening'
import { observationsOf, type SeenPage } from '../../../domain/firewall/pages-in-use'
import { passesOf } from '../../../domain/firewall/passes'
import type { Rule, Target } from '../../../domain/firewall/rule'
import { standing } from '../../../domain/firewall/rule-standings'
import { newStoredRule, ruleChange, withRule } from '../../../domain/firewall/rule-writing'
import { emptyRow, type UsageRow } from '../../../domain/firewall/usage-row'
import { warningOf } from '../../../domain/firewall/warnings'
import type { Presence } from '../../../domain/record/attention'
import { beatOf } from '../../../domain/firewall/meter'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { storedRule, viewOf } from '../../fixtures/guard-view'
import { blocked, cutoff, minutes, NO_USE, ruleOf, TERMS, termsAt, used, UTC } from '../../fixtures/rules'
import { spanOf } from '../../fixtures/spans'

/** Monday. */
const NOON = Date.UTC(2026, 10, 23, 12)
const learning: Target = { type: 'kind', kind: 'learning' }
const work: Target = { type: 'kind', kind: 'work' }
const COURSE = 'coursera.org'
const FEED = 'reddit.com'
const AFTER = { targets: [learning], minutes: 20 }
const RULE = ruleOf({ id: 'r', bound: minutes(30), after: AFTER })

const standAt = (rule: Rule, firstMinutes: number, usedMinutes = 0, at = NOON) =>
  standingOf(rule, { ...used(usedMinutes), firstMs: firstMinutes * MINUTE_MS }, [], at, termsAt(at))

describe('a rule stands', () => {
  test.each<
    [what: string, rule: Rule, first: number, used: number, missing: number | undefined, isSpent: boolean]
  >([
    ['closed until enough came first', RULE, 6, 0, 14, true],
    ['open once enough came first', RULE, 20, 0, undefined, false],
    ['open while more came first', RULE, 90, 0, undefined, false],
    ['closed once its own allowance is used up', RULE, 20, 30, undefined, true],
    ['closed by both', RULE, 0, 30, 20, true],
    [
      'open without it on a day without the rule',
      { ...RULE, bound: minutes([null, 30, 30, 30, 30, 30, 30]) },
      0,
      0,
      undefined,
      false,
    ],
    ['closed outside its hours too', { ...RULE, bound: blocked('14:00–15:00') }, 0, 0, 20, true],
    [
      'closed in its hours, whatever came first',
      { ...RULE, bound: blocked('11:00–13:00') },
      20,
      0,
      undefined,
      true,
    ],
    ['closed before its cutoff too', { ...RULE, bound: cutoff('22:00', '6:00') }, 19, 0, 1, true],
  ])('%s', (_what, rule, first, usedMinutes, missing, isSpent) => {
    const { missingMs, isSpent: is } = standAt(rule, first, usedMinutes)
    expect([missingMs, is]).toEqual([missing && missing * MINUTE_MS, isSpent])
  })

  test('without an instant at which it opens, unless it is closed by itself as well', () => {
    expect(standAt(RULE, 0).opensAt).toBeNull()
    expect(standAt(RULE, 0, 30).opensAt).toBe(Date.UTC(2026, 10, 24, 4))
  })

  test('with the usual passes at its wall, and none that closes it when they end', () => {
    const offers = passesOf(standAt(RULE, 0), [], NOON, termsAt(NOON)).map(({ type }) => type)
    expect(offers).toEqual(['minute', 'quarter', 'day'])
    const pass = {
      rule: 'r',
      type: 'quarter',
      day: '2026-11-23',
      at: NOON,
      until: NOON + 900_000,
      priceMinor: null,
      currency: null,
    } as const
    const now = standingOf(RULE, NO_USE, [pass], NOON, termsAt(NOON))
    const page = { covers: () => true, isCounted: true, isLetIn: () => false }
    expect(decide([now], page, NOON, termsAt(NOON))).toMatchObject({ state: 'open', nextAt: pass.until })
  })

  test('as a notice that is given once, and once more when it is used up', () => {
    const notice = { ...RULE, strictness: 'notice' } as const
    const first = warningOf(standAt(notice, 0), NOON)
    const spent = warningOf(standAt(notice, 20, 30), NOON)
    expect([first?.minutesLeft, spent?.minutesLeft]).toEqual([0, 0])
    expect(first?.key).not.toBe(spent?.key)
  })
})

describe('a change is looser', () => {
  test.each<[what: string, before: Rule['after'], after: Rule['after'], isLooser: boolean]>([
    ['if nothing has to come first any more', AFTER, null, true],
    ['if less of it has to', AFTER, { ...AFTER, minutes: 19 }, true],
    ['if something else counts too', AFTER, { ...AFTER, targets: [learning, work] }, true],
    ['if something else has to', AFTER, { ...AFTER, targets: [work] }, true],
    ['not if something has to come first now', null, AFTER, false],
    ['not if more of it has to', AFTER, { ...AFTER, minutes: 21 }, false],
    ['not if fewer things count', { ...AFTER, targets: [learning, work] }, AFTER, false],
    ['not if nothing has changed', AFTER, { ...AFTER }, false],
    ['not if null was not said before', undefined, null, false],
  ])('%s', (_what, before, after, isLooser) => {
    const of = (one: Rule['after']) => ruleOf({ id: 'r', ...(one !== undefined && { after: one }) })
    expect(loosens(of(before), of(after), 4)).toBe(isLooser)
  })

  test('if what is left is carried over', () => {
    expect(loosens(ruleOf(), ruleOf({ carriesOver: true }), 4)).toBe(true)
    expect(loosens(ruleOf({ carriesOver: true }), ruleOf(), 4)).toBe(false)
  })
})

const page = (surface: string, more: Partial<SeenPage> = {}): SeenPage => ({
  surface,
  isPrivate: false,
  isAttended: true,
  isVisible: true,
  isHeard: false,
  isFullscreen: false,
  ...more,
})

/** A guard without a browser: pages in sight, and a clock. */
class Watch {
  firewall: FirewallState
  now = NOON
  pages: SeenPage[] = []
  presence: Presence = 'active'

  constructor(rule: Rule = RULE) {
    const view = viewOf([], NOON)
    this.firewall = withRule(view, newStoredRule(rule, rule.id, NOON), [])
    this.look()
  }

  get #policy() {
    return {
      runId: 'run',
      lifeId: 'life',
      announced: true,
      idleIntervalMs: 120_000,
      alarmMs: 30_000,
      offsetAt: UTC,
    }
  }

  look(): FirewallNow {
    const opened = advanceTo(this.firewall, this.now, TERMS, UTC)
    const rules = opened.rules.map(({ rule }) => rule)
    const { openly } = observationsOf(
      this.pages,
      rules,
      { at: this.now, presence: this.presence },
      coverage([]),
    )
    const counted = observe(opened, openly, this.#policy)
    this.firewall = counted
    return counted
  }

  wait(ms: number, pages: SeenPage[] = this.pages): this {
    this.pages = pages
    this.look()
    for (const end = this.now + ms; this.now < end;) {
      const next = Math.min(end, this.now + 30_000)
      for (this.now += 5000; this.now < next; this.now += 5000) {
        const { state } = this.firewall
        this.firewall = {
          ...this.firewall,
          state: { ...state, meter: beatOf(state.meter, this.now, this.#policy) },
        }
      }
      this.now = next
      this.look()
    }
    return this
  }

  get stands() {
    const opened = this.look()
    return standing(opened, opened.rules[0]!.rule)
  }

  /** Minutes that are still missing. */
  get missing(): number {
    return (this.stands.missingMs ?? 0) / MINUTE_MS
  }
}

describe('what comes first is counted', () => {
  test('while its page is in front', () => {
    expect(new Watch().wait(5 * MINUTE_MS, [page(COURSE)]).missing).toBe(15)
  })

  test('not while its page is only seen beside another or heard behind it', () => {
    const beside = page(COURSE, { isAttended: false })
    const behind = page(COURSE, { isAttended: false, isVisible: false, isHeard: true })
    expect(new Watch().wait(5 * MINUTE_MS, [page('example.org'), beside, behind]).missing).toBe(20)
  })

  test('not without input, nor on a locked screen, nor asleep', () => {
    const watch = new Watch().wait(5 * MINUTE_MS, [page(COURSE)])
    watch.presence = 'idle'
    expect(watch.wait(MINUTE_MS).missing).toBe(17)
    watch.presence = 'locked'
    expect(watch.wait(5 * MINUTE_MS).missing).toBe(17)
    watch.presence = 'active'
    watch.look()
    watch.now += 2 * HOUR_MS
    expect(watch.missing).toBe(17)
  })

  test('until the day of the ration ends; each day begins anew', () => {
    const watch = new Watch().wait(20 * MINUTE_MS, [page(COURSE)])
    expect(watch.missing).toBe(0)
    watch.now += DAY_MS
    watch.pages = []
    expect(watch.missing).toBe(20)
  })

  test('beside the use of the rule, which it does not add to', () => {
    const watch = new Watch().wait(20 * MINUTE_MS, [page(COURSE)]).wait(3 * MINUTE_MS, [page(FEED)])
    expect(watch.stands.used.ms).toBe(3 * MINUTE_MS)
    expect(watch.missing).toBe(0)
  })

  test('a clock set back by hours keeps it, one set back by days takes what an earlier day had', () => {
    const watch = new Watch().wait(20 * MINUTE_MS, [page(COURSE)])
    watch.pages = []
    watch.now += 3 * DAY_MS
    expect(watch.missing).toBe(20)
    watch.now -= 3 * DAY_MS
    expect(watch.look().terms.ration.day).toBe('2026-11-23')
    expect(watch.missing).toBe(20)
    watch.wait(20 * MINUTE_MS, [page(COURSE)])
    watch.pages = []
    watch.now -= 5 * HOUR_MS
    expect(watch.missing).toBe(0)
  })

  test('in another time zone, the day goes on', () => {
    const opened = advanceTo(
      new Watch().wait(20 * MINUTE_MS, [page(COURSE)]).firewall,
      NOON + HOUR_MS,
      TERMS,
      () => 780,
    )
    expect(standing(opened, RULE).missingMs).toBeUndefined()
  })
})

test('the order and the splitting of stretches make no difference, and use of the rule opens nothing', () => {
  const stays = fc.array(
    fc.record({
      surface: fc.constantFrom(COURSE, FEED, 'example.org'),
      seconds: fc.integer({ min: 1, max: 300 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(stays, fc.constantFrom(2, 4, 5), (visits, parts) => {
      const missing = (list: typeof visits) => {
        const watch = new Watch()
        for (const { surface, seconds } of list) watch.wait(seconds * 1000, [page(surface)])
        return watch.missing * MINUTE_MS
      }
      const split = visits.flatMap(({ surface, seconds }) =>
        Array.from({ length: parts }, () => ({ surface, seconds: seconds / parts })),
      )
      const learnt = visits
        .filter(({ surface }) => surface === COURSE)
        .reduce((sum, { seconds }) => sum + seconds, 0)
      const expected = Math.max(0, AFTER.minutes * MINUTE_MS - learnt * 1000)
      expect(missing(visits)).toBeCloseTo(expected, 3)
      expect(missing(visits.toReversed())).toBeCloseTo(expected, 3)
      expect(Math.abs(missing(split) - expected)).toBeLessThan(1)
    }),
    { numRuns: 30 },
  )
})

describe('the record counts', () => {
  const read = (surface: string, minutesLong: number, more = {}) =>
    spanOf({ surface, start: NOON - 60 * MINUTE_MS, ms: minutesLong * MINUTE_MS, ...more })
  const after = (firewall: FirewallNow) => standing(firewall, firewall.rules[0]!.rule).missingMs ?? 0

  test('when a rule is new: what was measured today, nothing else', () => {
    const set = (...spans: ReturnType<typeof read>[]) =>
      after(withRule(viewOf([], NOON), newStoredRule(RULE, 'r', NOON), spans)) / MINUTE_MS
    expect(set(read(COURSE, 15))).toBe(5)
    expect(set(read(COURSE, 15, { origin: 'entered' }))).toBe(20)
    expect(set(read(COURSE, 15, { origin: 'imported' }))).toBe(20)
    expect(set(read(FEED, 15))).toBe(20)
    expect(set(read(COURSE, 15, { start: NOON - DAY_MS }))).toBe(20)
  })

  test('when something has to come first from now on, but not when such a rule is changed later', () => {
    const change = (before: Rule) => {
      const stored = storedRule(before)
      const view = viewOf([stored], NOON)
      const whole = ruleChange(
        view,
        view.firewall.rules[0]!,
        { ...stored, rule: { ...RULE, bound: minutes(29) } },
        [read(COURSE, 15)],
      )
      return after(advanceTo(whole.firewall, NOON, TERMS, UTC)) / MINUTE_MS
    }
    expect(change(ruleOf({ id: 'r', bound: minutes(30) }))).toBe(5)
    expect(change(RULE)).toBe(20)
  })
})

test('more of what comes first never closes, more use never opens', () => {
  const row = fc.record({ firstMs: fc.nat(40 * MINUTE_MS), ms: fc.nat(60 * MINUTE_MS) })
  fc.assert(
    fc.property(row, fc.nat(20 * MINUTE_MS), fc.nat(20 * MINUTE_MS), (one, first, more) => {
      const isSpent = (use: Pick<UsageRow, 'ms' | 'firstMs'>) => {
        const usage = new Map([['r 2026-11-23', { ...emptyRow('r', '2026-11-23'), ...use }]])
        return viewOf([storedRule(RULE)], NOON, { usage }).standings[0]!.isSpent
      }
      if (!isSpent(one)) expect(isSpent({ ...one, firstMs: (one.firstMs ?? 0) + first })).toBe(false)
      if (isSpent(one)) expect(isSpent({ ...one, ms: one.ms + more })).toBe(true)
    }),
  )
})
