import { describe, expect, test } from 'vitest'
import type { History } from '../../../domain/record/history'
import { addDays, MINUTE_MS } from '../../../domain/time/local-time'
import { extentBefore, extentOf, periodOf } from '../../../domain/time/period'
import { statePeriod } from '../../../domain/statement/period-statement'
import type { Rule } from '../../../domain/firewall/rule'
import { suggest } from '../../../domain/statement/suggestion'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { pricing } from '../../../domain/value/hour-price'
import { minutes, opens, ruleOf } from '../../fixtures/rules'
import { spanOf } from '../../fixtures/spans'

const RATES = [{ from: '1970-01-01', amountMinor: 3000, currency: 'EUR', hourTypes: null }]
const valuing = { profileOf: surfaceBook([]), priceAt: pricing(RATES, 'EUR', 4), dayStartHour: 4 }
const WEEK = periodOf('week', '2026-11-18', 0)

/** What is suggested (times in minutes) for minutes by surface and day, from Monday on; null for a day without attention. */
function suggested(days: Record<string, readonly (number | null)[]>, rules: readonly Rule[] = []) {
  const recent = Object.entries(days)
    .flatMap(([surface, lengths], place) =>
      lengths.flatMap((length, day) => {
        const start = Date.parse(`${addDays(WEEK.first, day)}T${10 + place}:00Z`)
        return length === null ? [] : [spanOf({ surface, start, ms: length * MINUTE_MS })]
      }),
    )
    .sort((a, b) => a.start - b.start)
  const history: History = { sealed: [], recent }
  const before = extentBefore(WEEK, 4, Date.parse('2026-11-30'))
  const { statement } = statePeriod(WEEK, before, history, valuing, null)
  const found = suggest(statement, history, extentOf(WEEK, 4), valuing, rules)
  if (!found) return null
  const { kind, minutes: limit, goodDays, usualMs } = found
  return { kind, limit, goodDays, usual: usualMs / MINUTE_MS }
}

const FEED = ruleOf({ targets: [{ type: 'kind', kind: 'feed' }], bound: minutes(40) })

describe('a limit is suggested', () => {
  test('at the median of the better half of the days, in steps of five minutes', () => {
    expect(suggested({ 'reddit.com': [10, 60, 22, 90, 30] })).toEqual({
      kind: 'feed',
      limit: 25,
      goodDays: 3,
      usual: 22,
    })
  })

  test('counting a day with attention but without the kind as zero minutes', () => {
    expect(suggested({ 'reddit.com': [null, 60, null, 90], 'github.com': [9, 9, 9, 9] })).toEqual({
      kind: 'feed',
      limit: 5,
      goodDays: 2,
      usual: 0,
    })
  })

  test('for the kind with the largest loss, but not for work', () => {
    const days = {
      'reddit.com': [10, 10, 10, 11],
      'netflix.com': [60, 60, 50, 55],
      'github.com': [300, 1, 1, 1],
    }
    expect(suggested(days)).toEqual({ kind: 'video', limit: 55, goodDays: 2, usual: 52.5 })
  })

  test('for the next kind if the first already has a limit', () => {
    const days = { 'reddit.com': [60, 60, 50, 90], 'netflix.com': [30, 30, 30, 45] }
    expect(suggested(days, [FEED])).toEqual({ kind: 'video', limit: 30, goodDays: 2, usual: 30 })
    expect(suggested(days, [{ ...FEED, bound: opens(3) }])).toEqual({
      kind: 'video',
      limit: 30,
      goodDays: 2,
      usual: 30,
    })
    expect(suggested(days, [{ ...FEED, isOn: false }])?.kind).toBe('feed')
  })

  test('for the next kind if it would change nothing for the first', () => {
    const days = { 'reddit.com': [60, 60, 60, 60], 'netflix.com': [30, 30, 30, 45] }
    expect(suggested(days)).toEqual({ kind: 'video', limit: 30, goodDays: 2, usual: 30 })
  })
})

describe('no limit is suggested', () => {
  test.each([
    ['for fewer than four days', { 'reddit.com': [10, 20, 60] }],
    ['without a loss', { 'github.com': [10, 20, 60, 90] }],
    ['if it would have changed nothing', { 'reddit.com': [5, 5, 5, 5] }],
    ['without recorded time', {}],
  ])('%s', (_, days) => {
    expect(suggested(days as Record<string, number[]>)).toBeNull()
  })
})
