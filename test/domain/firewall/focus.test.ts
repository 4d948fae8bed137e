import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  closedFocusMs,
  flawOfWish,
  type FocusBound,
  focusAt,
  focusNow,
  focusRule,
  focusSetBack,
  nextClockAt,
  opensFocus,
  runningFocus,
  workOf,
} from '../../../domain/firewall/focus'
import { endOfRunning, holdsFrom, loosens } from '../../../domain/firewall/loosening'
import type { StoredRule } from '../../../domain/firewall/rule'
import { changed, settled } from '../../../domain/firewall/rule-changes'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { focusBound, wishFor } from '../../fixtures/focus'
import { storedRule } from '../../fixtures/guard-view'
import { ruleOf, termsAt, UTC } from '../../fixtures/rules'

const START = Date.UTC(2026, 10, 23, 10)
const minute = (count: number) => START + count * MINUTE_MS
const stored = (bound: FocusBound): StoredRule => storedRule(ruleOf({ id: 'focus-1', bound }))
const boundIn = (one: StoredRule | null) => one?.rule.bound as FocusBound

describe('a focus hour at an instant', () => {
  test.each<
    [words: string, breaks: readonly [number, number] | readonly [null, 0], length: number, stretches: string]
  >([
    ['without breaks is closed from start to end', [null, 0], 50, '0–50'],
    ['with breaks is open in them', [25, 5], 90, '0–25 30–55 60–85'],
    ['ends in a stretch of work that is cut short', [25, 5], 50, '0–25 30–50'],
    ['ends in a break that is cut short', [50, 10], 55, '0–50'],
    ['shorter than its first stretch has no break', [50, 10], 40, '0–40'],
    ['has breaks of the person’s own', [7, 13], 47, '0–7 20–27 40–47'],
  ])('%s: %j in %i min', (_words, breaks, length, stretches) => {
    const work = workOf(focusBound(START, length, breaks))
    const shown = work.map(({ from, until }) => [from, until].map((at) => (at - START) / MINUTE_MS).join('–'))
    expect(shown.join(' ')).toBe(stretches)
  })

  test.each([
    [0, true, false, 25],
    [24.99, true, false, 25],
    [25, false, true, 30],
    [30, true, false, 50],
    [49.99, true, false, 50],
    [50, false, false, Infinity],
    [-10, true, false, 25],
  ])('after %d min of 50 with 25/5: closed %s, break %s, until %d', (at, isClosed, isBreak, changes) => {
    const changesAt = changes === Infinity ? Infinity : minute(changes)
    expect(focusAt(focusBound(START, 50, [25, 5]), minute(at))).toEqual({ isClosed, isBreak, changesAt })
  })
})

const bounds = fc
  .record({
    length: fc.integer({ min: 1, max: 720 }),
    work: fc.option(fc.integer({ min: 1, max: 120 })),
    rest: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ length, work, rest }) => focusBound(START, length, work === null ? [null, 0] : [work, rest]))

const minutesOf = (bound: FocusBound, by = 0) =>
  Array.from({ length: 760 }, (_, one) => focusAt(bound, minute(one - by)).isClosed)

describe('properties', () => {
  test('closed time is the stretches of work, whatever the length and the breaks', () => {
    fc.assert(
      fc.property(bounds, fc.integer({ min: -60, max: 800 }), (bound, at) => {
        const instant = minute(at) + 1
        const isInWork = workOf(bound).some(({ from, until }) => instant >= from && instant < until)
        const now = focusAt(bound, instant)
        // Before its start it stands as at its start.
        if (instant >= bound.startedAt) expect(now.isClosed).toBe(isInWork)
        if (now.changesAt !== Infinity) {
          expect(now.changesAt).toBeGreaterThan(instant)
          expect(now.changesAt).toBeLessThanOrEqual(bound.endsAt)
        }
      }),
    )
  })

  test('work and breaks together are the whole hour, and neither overlaps', () => {
    fc.assert(
      fc.property(bounds, (bound) => {
        const closed = closedFocusMs(bound, bound.startedAt, bound.endsAt)
        const expected = minutesOf(bound).filter(Boolean).length * MINUTE_MS
        expect(closed).toBe(expected)
      }),
    )
  })

  test('what is closed of two parts is what is closed of both', () => {
    fc.assert(
      fc.property(
        bounds,
        fc.integer({ min: -30, max: 750 }),
        fc.nat(400),
        fc.nat(400),
        (bound, at, one, two) => {
          const [a, b, c] = [minute(at), minute(at + one), minute(at + one + two)]
          expect(closedFocusMs(bound, a, b) + closedFocusMs(bound, b, c)).toBe(closedFocusMs(bound, a, c))
        },
      ),
    )
  })

  test('set back with the clock, it closes the same minutes from the same start', () => {
    fc.assert(
      fc.property(bounds, fc.integer({ min: 1, max: 2000 }), (bound, by) => {
        const back = boundIn(focusSetBack(stored(bound), by * MINUTE_MS))
        expect(minutesOf(back, by)).toEqual(minutesOf(bound))
      }),
    )
  })

  test('a change that does not loosen closes every minute that was closed', () => {
    const change = fc.record({
      longer: fc.integer({ min: -60, max: 60 }),
      breaks: fc.constantFrom('same', 'none', 'other'),
      moved: fc.constantFrom(0, 0, 0, 1, -1),
    })
    fc.assert(
      fc.property(bounds, change, (bound, { longer, breaks, moved }) => {
        const after: FocusBound = {
          ...bound,
          startedAt: bound.startedAt + moved * MINUTE_MS,
          endsAt: bound.endsAt + longer * MINUTE_MS,
          ...(breaks === 'none' && { workMinutes: null, breakMinutes: 0 }),
          ...(breaks === 'other' && { workMinutes: 13, breakMinutes: 7 }),
        }
        if (opensFocus(bound, after)) return
        const [before, now] = [minutesOf(bound), minutesOf(after)]
        expect(before.every((isClosed, at) => !isClosed || now[at])).toBe(true)
      }),
    )
  })

  test('no change of the rule takes effect before its end, however it is made', () => {
    fc.assert(
      fc.property(
        bounds,
        fc.nat(719),
        fc.constantFrom('deleted', 'off', 'notice', 'except', 'hours'),
        (bound, at, how) => {
          const now = minute(at)
          if (now >= bound.endsAt) return
          const before = stored(bound)
          const { rule } = before
          const wanted = {
            deleted: null,
            off: { ...rule, isOn: false },
            notice: { ...rule, strictness: 'notice' as const },
            except: { ...rule, except: [{ type: 'site' as const, site: 'reddit.com' }] },
            hours: { ...rule, bound: { type: 'opens' as const, allowance: { per: 'week' as const, of: 9 } } },
          }[how]
          const after = changed(before, wanted, now, termsAt(now))
          for (let later = now; later < bound.endsAt; later += MINUTE_MS)
            expect(settled(after as StoredRule, later, termsAt(later))?.rule).toEqual(rule)
          expect(settled(after as StoredRule, bound.endsAt, termsAt(bound.endsAt))).toBeNull()
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('over time', () => {
  const bound = focusBound(START, 50, [25, 5])

  test('it is gone at its end, and not before', () => {
    expect(settled(stored(bound), minute(50) - 1, termsAt(minute(50)))).toEqual(stored(bound))
    expect(settled(stored(bound), minute(50), termsAt(minute(50)))).toBeNull()
    expect(settled(stored(bound), START + 3 * DAY_MS, termsAt(START + 3 * DAY_MS))).toBeNull()
  })

  test('one that would begin later begins now, and is no longer than it was', () => {
    const at = START - 3 * HOUR_MS
    const now = boundIn(focusNow(stored(bound), bound, at))
    expect(now).toEqual(focusBound(at, 50, [25, 5]))
  })

  test('a time zone has no effect', () => {
    const calendar = (hours: number) => ({ ...termsAt(minute(30)), offsetAt: () => hours * 60 })
    for (const hours of [-11, 0, 5.5, 14])
      expect(settled(stored(bound), minute(30), calendar(hours))).toEqual(stored(bound))
  })

  test('a loosening of another rule does not take effect in its middle', () => {
    const evening = focusBound(Date.UTC(2026, 10, 24, 3), 120)
    const rules = [ruleOf({ id: 'focus-1', bound: evening })]
    const from = holdsFrom(Date.UTC(2026, 10, 23, 10), rules, termsAt(START))
    expect(from).toBe(evening.endsAt)
    expect(endOfRunning(rules, minute(0), termsAt(START))).toBe(evening.endsAt)
  })
})

describe('a change', () => {
  const rule = ruleOf({ id: 'focus-1', bound: focusBound(START, 50, [25, 5]) })
  test.each([
    ['a later end', { bound: focusBound(START, 60, [25, 5]) }, false],
    ['no breaks', { bound: focusBound(START, 50) }, false],
    ['an earlier end', { bound: focusBound(START, 49, [25, 5]) }, true],
    ['longer breaks', { bound: focusBound(START, 50, [25, 6]) }, true],
    ['a later start', { bound: focusBound(minute(1), 49, [25, 5]) }, true],
    ['a lock', { strictness: 'lock' as const }, false],
    ['one more site', { except: [{ type: 'site' as const, site: 'reddit.com' }] }, true],
  ])('to %s: looser %j', (_to, change, isLooser) => {
    expect(loosens(rule, { ...rule, ...change }, 4)).toBe(isLooser)
  })
})

describe('a wish', () => {
  test.each([
    ['is fit', {}, null],
    ['names nothing', { named: [] }, 'named'],
    ['has no length', { minutes: 0 }, 'length'],
    ['has no whole minutes', { minutes: NaN }, 'length'],
    ['is longer than 12 hours', { minutes: 721 }, 'length'],
    ['is 12 hours long', { minutes: 720 }, null],
    ['ends at a time', { minutes: 0, until: START + 73.5 * MINUTE_MS }, null],
    ['ends at once', { until: START + 30_000 }, 'length'],
    ['ends tomorrow', { until: START + 13 * HOUR_MS }, 'length'],
    ['ends at no time', { until: NaN }, 'length'],
    ['has breaks', { workMinutes: 25, breakMinutes: 5 }, null],
    ['has work without breaks', { workMinutes: 25, breakMinutes: 0 }, 'break'],
    ['has breaks without work', { breakMinutes: 5 }, 'break'],
    ['has half minutes of work', { workMinutes: 2.5, breakMinutes: 5 }, 'break'],
  ] as const)('%s', (_words, more, flaw) => {
    expect(flawOfWish(wishFor(more), START)).toBe(flaw)
  })

  test('becomes a rule about everything but what is named', () => {
    expect(focusRule(wishFor(), 'a', START)).toEqual(
      ruleOf({
        id: 'focus-a',
        targets: [{ type: 'everything' }],
        except: wishFor().named,
        bound: focusBound(START, 50),
      }),
    )
  })

  test.each([
    ['15:00 today', 15 * 60, '2026-11-23T15:00Z'],
    ['9:00 tomorrow', 9 * 60, '2026-11-24T09:00Z'],
    ['10:00 tomorrow, because it is 10:00', 10 * 60, '2026-11-24T10:00Z'],
  ])('ends at the next such time: %s', (_words, clock, instant) => {
    expect(nextClockAt(clock, START, UTC)).toBe(Date.parse(instant))
  })
})

test('of two that run, as after an import, the one that ends last is shown', () => {
  const short = stored(focusBound(START, 10))
  const long = { ...stored(focusBound(START, 20)), id: 'focus-2' }
  expect(runningFocus([short, storedRule(ruleOf({ id: 'feeds' })), long])?.id).toBe('focus-2')
  expect(runningFocus([storedRule(ruleOf({ id: 'feeds' }))])).toBeNull()
})
