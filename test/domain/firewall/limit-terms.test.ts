import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Opinion } from '../../../domain/surface/opinion'
import type { Rule } from '../../../domain/firewall/rule'
import { type HeldTerms, type LimitTerms, termsAt, termsSetBack } from '../../../domain/firewall/limit-terms'
import { opinionsForLimits } from '../../../domain/firewall/opinions-held'
import type { Rate } from '../../../domain/value/hour-price'
import { blocked, cutoff, euros, minutes, opens, ruleOf, UTC } from '../../fixtures/rules'

/** Monday, 10:00. */
const NOW = Date.UTC(2026, 10, 23, 10)
const TOMORROW = Date.UTC(2026, 10, 24, 4)

const rate = (amountMinor: number, more: Partial<Rate> = {}): Rate => ({
  from: '1970-01-01',
  amountMinor,
  currency: 'EUR',
  hourTypes: null,
  ...more,
})

const terms = (more: Partial<LimitTerms> = {}): LimitTerms => ({
  dayStartHour: 4,
  weekStart: 0,
  idleSeconds: 120,
  secondScreen: false,
  currency: 'EUR',
  rates: [rate(2500)],
  opinions: [],
  ...more,
})

const FEEDS = ruleOf({ bound: minutes(40) })
const VISITS = ruleOf({ bound: opens(3) })
const PAUSED = ruleOf({ bound: blocked('0:00–24:00'), strictness: 'pause' })
const NIGHT = ruleOf({ bound: cutoff('22:00', '6:00') })
const MONEY = ruleOf({ bound: euros(10) })
const OF_REDDIT = ruleOf({ targets: [{ type: 'site', site: 'reddit.com' }], bound: minutes(40) })
const OF_A_PART = ruleOf({
  targets: [{ type: 'surface', surface: 'youtube.com/shorts' }],
  bound: minutes(40),
})

const said = (...opinions: Opinion[]) => ({ opinions: opinionsForLimits(opinions) })
const held = (before: LimitTerms, wanted: LimitTerms, rules: readonly Rule[], at = NOW) =>
  termsAt({ held: before, next: null }, wanted, rules, at, UTC)

const cheap: Rate = rate(2500, {
  hourTypes: {
    percent: { work: 100, free: 50, night: 100 },
    work: [null, null, null, null, null, null, null],
    night: null,
  },
})

describe('a change of terms', () => {
  test.each<
    [what: string, rules: Rule[], before: Partial<LimitTerms>, after: Partial<LimitTerms>, waits: boolean]
  >([
    ['of the day start waits', [FEEDS], {}, { dayStartHour: 12 }, true],
    ['of the week start waits', [FEEDS], {}, { weekStart: 6 }, true],
    ['to a lower rate waits under a money limit', [MONEY], {}, { rates: [rate(2499)] }, true],
    [
      'to a higher rate takes effect at once under a money limit',
      [MONEY],
      {},
      { rates: [rate(2501)] },
      false,
    ],
    ['to a lower rate takes effect at once without a money limit', [FEEDS], {}, { rates: [rate(1)] }, false],
    ['to cheaper free hours waits under a money limit', [MONEY], {}, { rates: [cheap] }, true],
    [
      'of the currency waits under a money limit',
      [MONEY],
      {},
      { currency: 'USD', rates: [rate(9999, { currency: 'USD' })] },
      true,
    ],
    ['to the first currency takes effect at once', [MONEY], { currency: null, rates: [] }, {}, false],
    ['that removes the rate waits under a money limit', [MONEY], {}, { rates: [] }, true],
    ['of a feed to work waits', [FEEDS], {}, said({ surface: 'reddit.com', kind: 'work' }), true],
    [
      'of work to a feed takes effect at once',
      [FEEDS],
      {},
      said({ surface: 'github.com', kind: 'feed' }),
      false,
    ],
    [
      'of a feed that the limit does not cover takes effect at once',
      [OF_REDDIT],
      {},
      said({ surface: 'x.com', kind: 'work' }),
      false,
    ],
    [
      'of the kind takes effect at once under a limit on the site',
      [OF_REDDIT],
      {},
      said({ surface: 'reddit.com', kind: 'work' }),
      false,
    ],
    ['that excludes the site waits', [OF_REDDIT], {}, said({ surface: 'reddit.com', excluded: NOW }), true],
    [
      'that records the site again takes effect at once',
      [OF_REDDIT],
      said({ surface: 'reddit.com', excluded: 1 }),
      {},
      false,
    ],
    [
      'that splits off a part of the site waits',
      [OF_REDDIT],
      {},
      said({ surface: 'reddit.com/r/a', split: '/r/a' }),
      true,
    ],
    [
      'that splits off a part of another site takes effect at once',
      [OF_REDDIT],
      {},
      said({ surface: 'example.com/a', split: '/a' }),
      false,
    ],
    [
      'that joins a feed to work waits',
      [FEEDS],
      {},
      said({ surface: 'reddit.com', joined: 'github.com' }),
      true,
    ],
    [
      'that joins work to a feed takes effect at once',
      [FEEDS],
      {},
      said({ surface: 'github.com', joined: 'reddit.com' }),
      false,
    ],
    [
      'that separates a site joined to a limited part waits',
      [OF_A_PART],
      said({ surface: 'x.com', joined: 'youtube.com/shorts' }),
      {},
      true,
    ],
    ['to a shorter time until away waits', [FEEDS], {}, { idleSeconds: 15 }, true],
    ['to a longer time until away takes effect at once', [FEEDS], {}, { idleSeconds: 600 }, false],
    ['to a longer time until away waits under a limit on opens', [VISITS], {}, { idleSeconds: 600 }, true],
    ['to a shorter time until away is free under a limit on opens', [VISITS], {}, { idleSeconds: 15 }, false],
    ['to a longer time until away waits under a pause', [PAUSED], {}, { idleSeconds: 600 }, true],
    ['of the time until away is free under closed hours', [NIGHT], {}, { idleSeconds: 15 }, false],
    [
      'that stops counting sound behind a program waits',
      [FEEDS],
      { secondScreen: true },
      { secondScreen: false },
      true,
    ],
    ['that counts sound behind a program takes effect at once', [FEEDS], {}, { secondScreen: true }, false],
    [
      'that counts sound behind a program waits under a limit on opens',
      [FEEDS, VISITS],
      {},
      { secondScreen: true },
      true,
    ],
    [
      'takes effect at once without rules',
      [],
      {},
      { dayStartHour: 12, ...said({ surface: 'reddit.com', kind: 'work' }) },
      false,
    ],
    [
      'takes effect at once while all rules are off',
      [{ ...FEEDS, isOn: false }],
      {},
      { dayStartHour: 12 },
      false,
    ],
  ])('%s', (_what, rules, before, after, waits) => {
    const wanted = terms(after)
    const result = held(terms(before), wanted, rules)
    expect(result.next?.from ?? null).toBe(waits ? TOMORROW : null)
    if (!waits) expect(result.held).toEqual(wanted)
    else expect(result.held).not.toEqual(wanted)
  })

  test('that tightens takes effect at once beside one that waits', () => {
    const wanted = terms(
      said({ surface: 'github.com', kind: 'feed' }, { surface: 'reddit.com', kind: 'work' }),
    )
    const result = held(terms(), wanted, [FEEDS])
    expect(result.held.opinions).toEqual([{ surface: 'github.com', kind: 'feed' }])
    expect(result.next?.from).toBe(TOMORROW)
  })
})

describe('a waiting change of the day start', () => {
  const wanted = terms({ dayStartHour: 12 })
  const waiting = held(terms(), wanted, [FEEDS]) as HeldTerms

  test('takes effect at its day start', () => {
    expect(termsAt(waiting, wanted, [FEEDS], TOMORROW - 1, UTC).held.dayStartHour).toBe(4)
    expect(termsAt(waiting, wanted, [FEEDS], TOMORROW, UTC)).toMatchObject({ held: wanted, next: null })
  })

  test('waits again after the clock is set back to before it', () => {
    const come = termsAt(waiting, wanted, [FEEDS], TOMORROW, UTC)
    expect(termsSetBack(come, TOMORROW - 1)).toEqual(waiting)
    expect(termsSetBack(come, TOMORROW)).toBe(come)
  })

  test('is cancelled by restoring the old value and starts its wait again when repeated', () => {
    const back = termsAt(waiting, terms(), [FEEDS], NOW + 1, UTC)
    expect(back).toEqual({ held: terms(), next: null })
    const again = termsAt(back, wanted, [FEEDS], NOW + 8 * 3_600_000, UTC)
    expect(again.next?.from).toBe(Date.UTC(2026, 10, 25, 4))
  })

  test('does not take effect inside closed hours', () => {
    const nightly = ruleOf({ bound: cutoff('22:00', '6:00') })
    expect(held(terms(), wanted, [FEEDS, nightly]).next?.from).toBe(Date.UTC(2026, 10, 24, 6))
  })
})

test('limits use only the kind, exclusion, join and split of an opinion', () => {
  expect(
    opinionsForLimits([
      { surface: 'b.com', worthQuarters: 8, name: 'B', iconHost: 'www.b.com' },
      { surface: 'c.com', kind: 'work', worthQuarters: 8, excluded: 123 },
      { surface: 'a.com', joined: 'c.com' },
    ]),
  ).toEqual([
    { surface: 'a.com', joined: 'c.com' },
    { surface: 'c.com', kind: 'work', excluded: 0 },
  ])
})

describe('a waiting change of the week start', () => {
  const wanted = terms({ weekStart: 6 })

  test('keeps its date when another change takes effect at once', () => {
    const waiting = held(terms(), wanted, [FEEDS])
    expect(waiting.next?.from).toBe(TOMORROW)
    const later = termsAt(
      waiting,
      { ...wanted, ...said({ surface: 'example.com', kind: 'feed' }) },
      [FEEDS],
      NOW + 30 * 3_600_000,
      UTC,
    )
    expect([later.held.weekStart, later.next]).toEqual([6, null])
  })

  test('waits for the end of closed hours that were set since', () => {
    const night = ruleOf({ bound: cutoff('22:00', '6:00') })
    const waiting = held(terms(), wanted, [FEEDS])
    const running = termsAt(waiting, wanted, [FEEDS, night], TOMORROW, UTC)
    expect([running.held.weekStart, running.next?.from]).toEqual([0, TOMORROW + 2 * 3_600_000])
    const over = termsAt(running, wanted, [FEEDS, night], TOMORROW + 2 * 3_600_000, UTC)
    expect([over.held.weekStart, over.next]).toEqual([6, null])
  })

  test('starts its wait again when it is cancelled and repeated', () => {
    const waiting = held(terms(), wanted, [FEEDS])
    const back = termsAt(waiting, terms(), [FEEDS], NOW + 3_600_000, UTC)
    expect(back.next).toBeNull()
    const again = termsAt(back, wanted, [FEEDS], NOW + 20 * 3_600_000, UTC)
    expect(again.next?.from).toBeGreaterThan(TOMORROW)
  })
})

test('opinions that do not change stay the same list, so that nothing is computed again', () => {
  const before = terms(said({ surface: 'reddit.com', kind: 'feed' }, { surface: 'x.com', kind: 'work' }))
  const again = terms(said({ surface: 'reddit.com', kind: 'feed' }, { surface: 'x.com', kind: 'work' }))
  expect(held(before, again, [FEEDS]).held.opinions).toBe(before.opinions)
  const loosened = terms(said({ surface: 'x.com', kind: 'work' }))
  const restored = terms(said({ surface: 'reddit.com', kind: 'work' }, { surface: 'x.com', kind: 'work' }))
  expect(held(before, restored, [FEEDS]).held.opinions).toBe(before.opinions)
  expect(held(before, loosened, [FEEDS]).held.opinions).not.toBe(before.opinions)
})

test('terms of an earlier version begin with the settings that hold when they are first read', () => {
  const { idleSeconds: _, secondScreen: __, ...earlier } = terms()
  const wanted = terms({ idleSeconds: 60 })
  const first = held(earlier as LimitTerms, wanted, [FEEDS])
  expect(first).toEqual({ held: wanted, next: null })
  expect(termsAt(first, terms({ idleSeconds: 15 }), [FEEDS], NOW, UTC).held.idleSeconds).toBe(60)
})

test('whatever is set and however often, less attention never counts for a limit within 12 hours', () => {
  const change = fc.record({
    idleSeconds: fc.integer({ min: 15, max: 600 }),
    secondScreen: fc.boolean(),
    minutes: fc.integer({ min: 0, max: 90 }),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      let known: HeldTerms = { held: terms(), next: null }
      let at = NOW
      for (const { minutes: later, ...set } of changes) {
        at += later * 60_000
        const before = known.held
        known = termsAt(known, terms(set), [FEEDS], at, UTC)
        expect(known.held.idleSeconds).toBeGreaterThanOrEqual(before.idleSeconds)
        expect(Number(known.held.secondScreen)).toBeGreaterThanOrEqual(Number(before.secondScreen))
      }
    }),
  )
})
