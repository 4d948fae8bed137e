import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closedMinutesOfWeek, type HoursBound, isHours } from '../../../domain/firewall/hours'
import { healsAt, holdsFrom, loosens } from '../../../domain/firewall/loosening'
import { HOUR_MS } from '../../../domain/time/local-time'
import { type Bound, EVERY_DAY, type Rule, STRICTNESS, type StoredRule } from '../../../domain/firewall/rule'
import { changed, confirmed, ruleSetBack, settled, withoutNext } from '../../../domain/firewall/rule-changes'
import {
  allowed,
  blocked,
  cutoff,
  euros,
  minutes,
  minutesAWeek,
  opens,
  ruleOf,
  UTC,
} from '../../fixtures/rules'

const at = (iso: string): number => Date.parse(iso)
const CALENDAR = { dayStartHour: 4, weekStart: 0, offsetAt: UTC }
const linkedin = { type: 'site', site: 'linkedin.com' } as const
const video = { type: 'kind', kind: 'video' } as const
const feed = { type: 'kind', kind: 'feed' } as const

describe('whether a change loosens a rule', () => {
  test.each<[what: string, before: Partial<Rule>, after: Partial<Rule> | null, isLooser: boolean]>([
    ['no change: no', {}, {}, false],
    ['deletion: yes', {}, null, true],
    ['switching it off: yes', {}, { isOn: false }, true],
    ['switching it on: no', { isOn: false }, {}, false],
    ['a change while it is off: no', { isOn: false }, { bound: minutes(99) }, false],
    ['more minutes: yes', {}, { bound: minutes(11) }, true],
    ['fewer minutes: no', {}, { bound: minutes(9) }, false],
    ['more minutes on one day: yes', {}, { bound: minutes([10, 10, 10, 10, 10, 10, 11]) }, true],
    ['one day without the rule: yes', {}, { bound: minutes([10, 10, 10, 10, 10, 10, null]) }, true],
    ['one more day with the rule: no', { bound: minutes([10, null, 10, 10, 10, 10, 10]) }, {}, false],
    ['a weekly instead of a daily allowance: yes', {}, { bound: minutesAWeek(1) }, true],
    ['more minutes a week: yes', { bound: minutesAWeek(60) }, { bound: minutesAWeek(61) }, true],
    ['fewer minutes a week: no', { bound: minutesAWeek(60) }, { bound: minutesAWeek(59) }, false],
    ['another type of bound: yes', {}, { bound: opens(1) }, true],
    [
      'another currency: yes',
      { bound: euros(10) },
      { bound: { ...euros(10), currency: 'USD' } as Bound },
      true,
    ],
    [
      'longer sessions: yes',
      { bound: { type: 'sessions', minutes: 20, breakMinutes: 40 } },
      { bound: { type: 'sessions', minutes: 21, breakMinutes: 40 } },
      true,
    ],
    [
      'shorter breaks: yes',
      { bound: { type: 'sessions', minutes: 20, breakMinutes: 40 } },
      { bound: { type: 'sessions', minutes: 20, breakMinutes: 39 } },
      true,
    ],
    [
      'shorter sessions with longer breaks: no',
      { bound: { type: 'sessions', minutes: 20, breakMinutes: 40 } },
      { bound: { type: 'sessions', minutes: 19, breakMinutes: 41 } },
      false,
    ],
    ['a later cutoff: yes', { bound: cutoff('22:00', '6:00') }, { bound: cutoff('22:01', '6:00') }, true],
    ['an earlier morning: yes', { bound: cutoff('22:00', '6:00') }, { bound: cutoff('22:00', '5:59') }, true],
    ['an earlier cutoff: no', { bound: cutoff('22:00', '6:00') }, { bound: cutoff('21:00', '6:00') }, false],
    [
      'a later cutoff by day: yes',
      { bound: cutoff('9:00', '17:00') },
      { bound: cutoff('9:01', '17:00') },
      true,
    ],
    [
      'a longer night by day: no',
      { bound: cutoff('9:00', '17:00') },
      { bound: cutoff('8:00', '18:00') },
      false,
    ],
    [
      'the same hours by day as a range: no',
      { bound: cutoff('9:00', '17:00') },
      { bound: blocked('9:00–17:00') },
      false,
    ],
    [
      'the same hours as a range: no',
      { bound: cutoff('22:00', '6:00') },
      { bound: blocked('22:00–6:00') },
      false,
    ],
    ['more allowed hours: yes', { bound: allowed('18:00–20:00') }, { bound: allowed('18:00–20:01') }, true],
    ['fewer allowed hours: no', { bound: allowed('18:00–20:00') }, { bound: allowed('19:00–20:00') }, false],
    ['a gentler strictness: yes', {}, { strictness: 'pause' }, true],
    ['a stricter strictness: no', {}, { strictness: 'lock' }, false],
    [
      'a shorter pause: yes',
      { strictness: 'pause', pauseSeconds: 8 },
      { strictness: 'pause', pauseSeconds: 7 },
      true,
    ],
    [
      'a longer pause: no',
      { strictness: 'pause', pauseSeconds: 8 },
      { strictness: 'pause', pauseSeconds: 9 },
      false,
    ],
    [
      'adding the emergency pass: yes',
      { strictness: 'lock', hasEmergency: false },
      { strictness: 'lock' },
      true,
    ],
    [
      'giving up the emergency pass: no',
      { strictness: 'lock' },
      { strictness: 'lock', hasEmergency: false },
      false,
    ],
    ['an exception: yes', {}, { except: [linkedin] }, true],
    ['one exception fewer: no', { except: [linkedin] }, {}, false],
    ['one target more: no', {}, { targets: [feed, video] }, false],
    ['one target fewer: yes', { targets: [feed, video] }, {}, true],
    ['another target: yes', {}, { targets: [video] }, true],
  ])('%s', (_what, before, after, isLooser) => {
    expect(loosens(ruleOf(before), after === null ? null : ruleOf(after), 4)).toBe(isLooser)
  })
})

test('whether a cutoff on some weekdays is looser depends on where the day starts', () => {
  const workdays = [true, true, true, true, true, null, null] as const
  const byDay = { ...cutoff('9:00', '17:00'), evenings: workdays.map((is) => is && 9 * 60) } as Bound
  const range = { bound: blocked('9:00–17:00', workdays) }
  expect(loosens(ruleOf({ bound: byDay }), ruleOf(range), 4)).toBe(false)
  // The night of Friday lies on Saturday.
  expect(loosens(ruleOf({ bound: byDay }), ruleOf(range), 14)).toBe(true)
})

describe('a loosening takes effect', () => {
  // Monday to Tuesday; the day starts at 4:00.
  test.each<[made: string, from: string]>([
    ['2026-11-23T10:00Z', '2026-11-24T04:00Z'],
    ['2026-11-23T16:00Z', '2026-11-24T04:00Z'],
    ['2026-11-23T16:00:00.001Z', '2026-11-25T04:00Z'],
    ['2026-11-24T03:59Z', '2026-11-25T04:00Z'],
  ])('if made at %s, at %s: the first day start at least 12 hours away', (made, from) => {
    expect(holdsFrom(at(made), [], CALENDAR)).toBe(at(from))
  })

  test('at the end of closed hours, never inside them', () => {
    const nightly = ruleOf({ bound: cutoff('22:00', '6:00') })
    expect(holdsFrom(at('2026-11-23T10:00Z'), [nightly], CALENDAR)).toBe(at('2026-11-24T06:00Z'))
    const mornings = ruleOf({ bound: blocked('5:00–9:00') })
    expect(holdsFrom(at('2026-11-23T10:00Z'), [nightly, mornings], CALENDAR)).toBe(at('2026-11-24T09:00Z'))
  })

  test('at the end of closed hours for somebody whose day starts in them', () => {
    const byDay = ruleOf({ bound: cutoff('9:00', '17:00') })
    expect(holdsFrom(at('2026-11-23T20:00Z'), [byDay], { ...CALENDAR, dayStartHour: 14 })).toBe(
      at('2026-11-24T17:00Z'),
    )
  })

  test('without waiting for hours that are always closed', () => {
    const always = ruleOf({ bound: blocked('0:00–24:00') })
    expect(holdsFrom(at('2026-11-23T10:00Z'), [always], CALENDAR)).toBe(at('2026-11-24T04:00Z'))
  })

  test('for one of the person’s days, even if it starts late', () => {
    expect(healsAt(at('2026-11-24T04:00Z'), CALENDAR)).toBe(at('2026-11-25T04:00Z'))
    expect(healsAt(at('2026-11-24T06:00Z'), CALENDAR)).toBe(at('2026-11-25T04:00Z'))
  })
})

const stored = (rule: Rule): StoredRule => ({ id: rule.id, createdAt: 0, rule, next: null, heals: null })

describe('a stored rule over time', () => {
  const made = at('2026-11-23T10:00Z')
  const from = at('2026-11-24T04:00Z')
  const heals = at('2026-11-25T04:00Z')
  const strict = ruleOf({ bound: minutes(10) })
  const loose = ruleOf({ bound: minutes(60) })
  const loosened = changed(stored(strict), loose, made, CALENDAR) as StoredRule

  test('a tightening takes effect at once and cancels a waiting loosening', () => {
    expect(changed(loosened, ruleOf({ bound: minutes(5) }), made, CALENDAR)).toMatchObject({
      rule: { bound: minutes(5) },
      next: null,
    })
  })

  test.each<[when: string, instant: number, minutesNow: number | null]>([
    ['does not hold before its day start', from - 1, 10],
    ['takes effect at its day start', from, 60],
    ['still holds a moment before the next day start', heals - 1, 60],
    ['ends at the next day start', heals, 10],
    ['has ended after weeks of sleep', heals + 500 * HOUR_MS, 10],
  ])('a loosening %s', (_when, instant, minutesNow) => {
    expect(settled(loosened, instant, CALENDAR)?.rule.bound).toEqual(minutes(minutesNow as number))
  })

  test('a weaker rule stays if it is confirmed', () => {
    const now = settled(loosened, from, CALENDAR) as StoredRule
    expect(settled(confirmed(now), heals + 1, CALENDAR)?.rule).toEqual(loose)
  })

  test('a rule that is loosened twice returns to its original form, not to its first weaker form', () => {
    const now = settled(loosened, from, CALENDAR) as StoredRule
    const again = changed(now, ruleOf({ bound: minutes(90) }), from + HOUR_MS, CALENDAR) as StoredRule
    expect(settled(again, heals + HOUR_MS, CALENDAR)?.rule.bound).not.toEqual(minutes(60))
    expect(settled(again, heals + 24 * HOUR_MS, CALENDAR)?.rule).toEqual(strict)
  })

  test('a repeated loosening starts its wait again, and a cancelled one never takes effect', () => {
    const again = changed(loosened, loose, made + 7 * HOUR_MS, CALENDAR) as StoredRule
    expect(again.next?.from).toBe(at('2026-11-25T04:00Z'))
    expect(settled(withoutNext(again), heals, CALENDAR)?.rule).toEqual(strict)
  })

  test('a deletion takes effect at the next day start and is final', () => {
    const gone = changed(stored(strict), null, made, CALENDAR) as StoredRule
    expect(settled(gone, from - 1, CALENDAR)?.rule).toEqual(strict)
    expect(settled(gone, from, CALENDAR)).toBeNull()
  })

  test('a rule that was switched off turns on again by itself', () => {
    const off = changed(stored(strict), { ...strict, isOn: false }, made, CALENDAR) as StoredRule
    expect(settled(off, from, CALENDAR)?.rule.isOn).toBe(false)
    expect(settled(off, heals, CALENDAR)?.rule.isOn).toBe(true)
  })
})

test('a weakened rule that is edited still returns to its old form, unless the edit is no looser', () => {
  const first = at('2026-11-23T10:00Z')
  const nightly = ruleOf({ bound: cutoff('22:00', '6:00') })
  const off = changed(stored(nightly), { ...nightly, isOn: false }, first, CALENDAR) as StoredRule
  const from = off.next?.from ?? 0
  const now = settled(off, from, CALENDAR) as StoredRule
  const other = changed(now, ruleOf({ bound: minutes(10) }), from + HOUR_MS, CALENDAR) as StoredRule
  expect(settled(other, from + 48 * HOUR_MS, CALENDAR)?.rule).toEqual(nightly)
  const longer = ruleOf({ bound: cutoff('21:00', '7:00') })
  const tighter = changed(now, longer, from + HOUR_MS, CALENDAR) as StoredRule
  expect(settled(tighter, from + 48 * HOUR_MS, CALENDAR)?.rule).toEqual(longer)
})

test('a change that loosens and tightens is undone, too', () => {
  const strict = ruleOf({ bound: minutes(10) })
  const mixed = ruleOf({ bound: minutes(1440), targets: [feed, video] })
  const loosened = changed(stored(strict), mixed, at('2026-11-23T10:00Z'), CALENDAR) as StoredRule
  expect(settled(loosened, at('2026-11-24T04:00Z'), CALENDAR)?.rule).toEqual(mixed)
  expect(settled(loosened, at('2026-11-25T04:00Z'), CALENDAR)?.rule).toEqual(strict)
})

test('a loosening waits again after the clock is set back to before its day start', () => {
  const strict = ruleOf({ bound: minutes(10) })
  const loosened = changed(stored(strict), ruleOf({ bound: minutes(60) }), at('2026-11-23T10:00Z'), CALENDAR)
  const now = settled(loosened as StoredRule, at('2026-11-24T04:01Z'), CALENDAR) as StoredRule
  expect(ruleSetBack(now, at('2026-11-23T10:02Z'))).toEqual({ ...loosened, heals: null })
  expect(ruleSetBack(now, at('2026-11-24T04:00Z'))).toBe(now)
})

const bounds: fc.Arbitrary<Bound> = fc.oneof(
  fc.array(fc.option(fc.integer({ min: 0, max: 99 })), { minLength: 7, maxLength: 7 }).map(minutes),
  fc.integer({ min: 0, max: 99 }).map(minutesAWeek),
  fc.integer({ min: 0, max: 9 }).map(opens),
  fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }))
    .filter(([a, b]) => a !== b)
    .map(([evening, morning]): Bound => ({ type: 'cutoff', evenings: EVERY_DAY(evening), morning })),
)
const rules: fc.Arbitrary<Rule> = fc
  .record({
    bound: bounds,
    strictness: fc.constantFrom(...STRICTNESS),
    targets: fc.constantFrom([feed], [feed, video]),
    except: fc.constantFrom([], [linkedin]),
    isOn: fc.boolean(),
  })
  .map((more) => ruleOf(more))

/** A simple second version of `loosens`: whether anything that one rule stops is let through by the other. */
function letsMoreThrough(strict: Rule, other: Rule | null): boolean {
  if (!strict.isOn) return false
  if (!other?.isOn || STRICTNESS.indexOf(other.strictness) < STRICTNESS.indexOf(strict.strictness))
    return true
  if (strict.targets.length > other.targets.length || strict.except.length < other.except.length) return true
  if (isHours(strict.bound)) {
    if (!isHours(other.bound)) return true
    const closed = closedMinutesOfWeek(other.bound as HoursBound, 4)
    return closedMinutesOfWeek(strict.bound, 4).some((is, minute) => is && !closed[minute])
  }
  const a = strict.bound as { allowance?: { per: string; of: unknown } } & Bound
  const b = other.bound as { allowance?: { per: string; of: unknown } } & Bound
  if (a.type !== b.type || a.allowance?.per !== b.allowance?.per) return true
  const [x, y] = [[a.allowance?.of].flat(), [b.allowance?.of].flat()] as (number | null)[][]
  return x!.some((most, day) => most !== null && (y![day] ?? Infinity) > most)
}

test('until a loosening is due, a rule lets nothing through that it stopped before', () => {
  const step = fc.record({ waitHours: fc.integer({ min: 0, max: 40 }), wanted: fc.option(rules) })
  fc.assert(
    fc.property(rules, fc.array(step, { maxLength: 12 }), (first, steps) => {
      let now = at('2026-11-23T10:00Z')
      let current: StoredRule | null = stored(first)
      for (const { waitHours, wanted } of steps) {
        const due: number = current.next?.from ?? Infinity
        const before: Rule = current.rule
        now += waitHours * HOUR_MS
        const later: StoredRule | null = settled(current, now, CALENDAR)
        // Before a loosening is due, a rule does not become looser by time alone.
        // A rule that heals returns to its old form, whatever it had become.
        const hasHealed = current.heals !== null && now >= current.heals.at
        if (now < due && !hasHealed) expect(later !== null && letsMoreThrough(before, later.rule)).toBe(false)
        if (later === null) return
        const after = changed(later, wanted, now, CALENDAR)
        if (after) expect(letsMoreThrough(later.rule, after.rule)).toBe(false)
        else expect(later.rule.isOn).toBe(false)
        if (after?.next && after.next !== later.next)
          expect(after.next.from - now).toBeGreaterThanOrEqual(12 * HOUR_MS)
        if (after === null) return
        current = after
      }
    }),
    { numRuns: 300 },
  )
})
