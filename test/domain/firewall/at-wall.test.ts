import { describe, expect, test } from 'vitest'
import { letInAfterPause, standAt, waitEndsAt, wallFacts } from '../../../domain/firewall/at-wall'
import { passesTaken, withPasses } from '../../../domain/firewall/take-pass'
import type { GuardMemory } from '../../../domain/firewall/guard-memory'
import type { Rule } from '../../../domain/firewall/rule'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { storedRule, viewOf } from '../../fixtures/guard-view'
import { blocked, hours, minutes, ruleOf } from '../../fixtures/rules'
import { spanOf } from '../../fixtures/spans'

/** Monday. */
const NOON = Date.UTC(2026, 10, 23, 12)
const TAB = 7
const WALL = {
  rule: 'a',
  surface: 'reddit.com',
  address: 'https://reddit.com/',
  since: NOON,
  isPrivate: false,
  isAnswered: false,
  besides: null,
}

const closed = (id: string, more: Partial<Rule> = {}): Rule => ruleOf({ id, bound: minutes(0), ...more })

function wallBefore(rules: readonly Rule[], at = NOON, memory: Partial<GuardMemory> = {}) {
  const view = viewOf(
    rules.map((rule) => storedRule(rule)),
    at,
    { memory: { walls: { [TAB]: WALL }, ...memory } },
  )
  return standAt(view, TAB)
}

describe('a wall', () => {
  test('belongs to the strictest rule of its page', () => {
    const at = wallBefore([closed('a'), closed('b', { strictness: 'lock' })])
    expect([at?.standing.rule.id, at?.isOpen]).toEqual(['b', false])
  })

  test('is open once no rule closes the page', () => {
    expect(wallBefore([closed('a', { bound: minutes(5) })])?.isOpen).toBe(true)
  })

  test('is null for a tab without one', () => {
    expect(standAt(viewOf([storedRule(closed('a'))], NOON), TAB)).toBeNull()
    expect(standAt(viewOf([storedRule(closed('a'))], NOON), null)).toBeNull()
  })

  test('is null if its rule is gone', () => {
    expect(wallBefore([])).toBeNull()
  })
})

describe('one pass', () => {
  const taken = (rules: readonly Rule[]) =>
    passesTaken(wallBefore(rules)!, { type: 'quarter', priceMinor: 1500, currency: 'EUR' })

  test('opens all equally strict rules of the page, at one price', () => {
    const passes = taken([closed('a'), closed('b')])
    expect(passes?.map(({ rule, priceMinor }) => [rule, priceMinor])).toEqual([
      ['a', 1500],
      ['b', 0],
    ])
    expect(passes?.map(({ until }) => until)).toEqual([NOON + 15 * MINUTE_MS, NOON + 15 * MINUTE_MS])
  })

  test.each<[rule: string, other: Partial<Rule>]>([
    ['a gentler rule', { strictness: 'pause' }],
    ['a rule of other pages', { targets: [{ type: 'site', site: 'news.example' }] }],
    ['a rule that is not used up', { bound: minutes(5) }],
  ])('leaves %s alone', (_what, other) => {
    expect(taken([closed('a'), closed('b', other)])?.map(({ rule }) => rule)).toEqual(['a'])
  })

  test('is refused if it is not offered, as for a lock', () => {
    expect(taken([closed('a', { strictness: 'lock' })])).toBeNull()
  })

  test('opens the page', () => {
    const at = wallBefore([closed('a')])!
    const firewall = withPasses(
      at.view.firewall,
      passesTaken(at, { type: 'quarter', priceMinor: 1500, currency: 'EUR' })!,
    )
    const stored = firewall.rules
    const after = viewOf(stored, NOON + 1, { passes: firewall.passes, memory: at.view.memory })
    expect(standAt(after, TAB)?.isOpen).toBe(true)
  })

  test('of a lock is offered only between one and eleven minutes after it was asked for', () => {
    const offered = (waitedMs: number) =>
      passesTaken(
        wallBefore([closed('a', { strictness: 'lock' })], NOON + waitedMs, {
          asked: { 'emergency a': NOON },
        })!,
        { type: 'emergency', priceMinor: 1000, currency: 'EUR' },
      ) !== null
    expect([59_999, MINUTE_MS, 11 * MINUTE_MS - 1, 11 * MINUTE_MS].map(offered)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('the pass for the day', () => {
  const offered = (waitedMs: number, asked = { 'day a': NOON }) =>
    passesTaken(wallBefore([closed('a')], NOON + waitedMs, { asked })!, {
      type: 'day',
      priceMinor: 6000,
      currency: 'EUR',
    }) !== null

  test('can be taken from ten seconds after it was asked for, for a minute', () => {
    expect([0, 9_999, 10_000, 69_999, 70_000].map((waited) => offered(waited))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
  })

  test('cannot be taken if nobody asked for it, or only at the wall of another rule', () => {
    expect(offered(10_000, {} as never)).toBe(false)
    expect(offered(10_000, { 'day b': NOON } as never)).toBe(false)
  })
})

describe('a pause', () => {
  const pause = { strictness: 'pause', pauseSeconds: 8 } as const

  test('ends after its seconds, counted from the wall', () => {
    expect(waitEndsAt(wallBefore([closed('a', pause)])!)).toBe(NOON + 8_000)
    expect(waitEndsAt(wallBefore([closed('a')])!)).toBeNull()
  })

  test('that is over counts for all pauses before the page, and for no other rule', () => {
    const at = wallBefore([closed('a', pause), closed('b', pause), closed('c', { isOn: false, ...pause })])!
    expect(letInAfterPause(at)).toEqual({ a: NOON, b: NOON })
  })
})

describe('the page of a wall shows', () => {
  test('the use of all day under a rule with hours, not only in closed time', () => {
    const at = wallBefore([closed('a', { bound: blocked('12:00–13:00') })], NOON + MINUTE_MS)!
    const span = spanOf({ surface: 'reddit.com', start: NOON - hours(2), ms: hours(1) })
    expect(wallFacts(at, [span], false).used.ms).toBe(hours(1))
  })

  test('the passes on offer, and when it opens', () => {
    const facts = wallFacts(wallBefore([closed('a')])!, [], false)
    expect(facts.passes.map(({ type }) => type)).toEqual(['minute', 'quarter', 'day'])
    expect([facts.isOpen, facts.opensAt, facts.pauseEndsAt]).toEqual([false, null, null])
  })
})
