/** Attention past a cutoff counts for the day on which its night began, wherever the person's day starts. */
import { describe, expect, test } from 'vitest'
import {
  advanceTo,
  type FirewallState,
  NEW_FIREWALL_ROW,
  withCounts,
} from '../../../domain/firewall/firewall-state'
import { standing } from '../../../domain/firewall/rule-standings'
import { newStoredRule, withRule } from '../../../domain/firewall/rule-writing'
import { dayOfUse } from '../../../domain/firewall/usage-row'
import { limitsKept } from '../../../domain/statement/limits-kept'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { viewOf } from '../../fixtures/guard-view'
import { blocked, cutoff, minutes, ruleOf, TERMS, UTC } from '../../fixtures/rules'
import { spanOf } from '../../fixtures/spans'

const at = (iso: string): number => Date.parse(iso)
const byNight = ruleOf({ id: 'r', bound: cutoff('22:30', '6:00') })
const byDay = ruleOf({ id: 'r', bound: cutoff('9:00', '17:00') })

/** Counts ten minutes on reddit.com that end at an instant. */
function counted(rule: typeof byNight, end: number, dayStartHour: number) {
  const stored = newStoredRule(rule, 'r', 0)
  const firewall: FirewallState = { state: NEW_FIREWALL_ROW, rules: [stored], usage: new Map(), passes: [] }
  const now = advanceTo(firewall, end, { ...TERMS, dayStartHour }, UTC)
  const stretch = spanOf({
    surface: 'reddit.com',
    start: end - 10 * MINUTE_MS,
    ms: 10 * MINUTE_MS,
    utcOffsetMinutes: 0,
  })
  return { ...now, usage: withCounts(new Map(), [{ rule: 'r', stretch, sign: 1 }], now) }
}

describe('ten minutes past a cutoff count', () => {
  // 2026-11-24 is a Tuesday.
  test.each<[what: string, rule: typeof byNight, end: string, dayStartHour: number, day: string]>([
    ['for the evening before midnight', byNight, '2026-11-24T23:00Z', 4, '2026-11-24'],
    ['for the evening before, after midnight', byNight, '2026-11-25T03:00Z', 4, '2026-11-24'],
    ['for the evening before, after the next day has begun', byNight, '2026-11-25T05:00Z', 4, '2026-11-24'],
    ['for the day itself, by day', byDay, '2026-11-24T10:00Z', 4, '2026-11-24'],
    [
      'for the day before, by day, if days start in the afternoon',
      byDay,
      '2026-11-25T10:00Z',
      14,
      '2026-11-24',
    ],
    ['for the same day once the next one has begun', byDay, '2026-11-25T16:00Z', 14, '2026-11-24'],
  ])('%s', (_what, rule, end, dayStartHour, day) => {
    const now = counted(rule, at(end), dayStartHour)
    expect([...now.usage.values()].map((row) => [row.day, row.ms])).toEqual([[day, 10 * MINUTE_MS]])
    expect(standing(now, rule).used.ms).toBe(10 * MINUTE_MS)
  })
})

test('attention that goes on past the end of a night counts for that night', () => {
  const stretch = { from: at('2026-11-25T05:50Z'), until: at('2026-11-25T06:10Z') }
  expect(dayOfUse(byNight, stretch, '2026-11-25', { dayStartHour: 4, offsetAt: UTC })).toBe('2026-11-24')
})

test('other rules count for the day of the ration', () => {
  const stretch = { from: at('2026-11-25T05:00Z'), until: at('2026-11-25T05:10Z') }
  for (const bound of [minutes(10), blocked('22:30–6:00')])
    expect(dayOfUse(ruleOf({ bound }), stretch, '2026-11-25', { dayStartHour: 4, offsetAt: UTC })).toBe(
      '2026-11-25',
    )
})

test('a new cutoff counts the use of last night for last night', () => {
  const now = at('2026-11-25T12:00Z')
  const early = spanOf({
    surface: 'reddit.com',
    start: '2026-11-25T05:00Z',
    ms: 10 * MINUTE_MS,
    utcOffsetMinutes: 0,
  })
  const { usage } = withRule(viewOf([], now), newStoredRule(byNight, 'r', now), [early])
  expect([...usage.values()].filter(({ ms }) => ms > 0).map(({ day }) => day)).toEqual(['2026-11-24'])
})

test('a night by day is judged on the day on which it began', () => {
  const { usage } = counted(byDay, at('2026-11-25T16:00Z'), 14)
  const stored = newStoredRule(byDay, 'r', at('2026-11-01T12:00Z'))
  const week = { unit: 'dates', first: '2026-11-24', last: '2026-11-25' } as const
  const record = { rules: [stored], usage: [...usage.values()], passes: [] }
  const [kept] = limitsKept(week, record, '2026-11-25', 14, UTC).rules
  expect(kept).toMatchObject({ kept: 1, of: 2, pastMs: 10 * MINUTE_MS })
})
