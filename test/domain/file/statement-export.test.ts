import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { statementCsv } from '../../../domain/file/statement-csv'
import { statementJson } from '../../../domain/file/statement-json'
import { SUGGESTED_HOUR_TYPES } from '../../../domain/value/suggested-hour-types'
import { speak } from '../../fixtures/browser-language'
import { statementFacts } from '../../fixtures/statement-facts'

const golden = (name: string) => `${import.meta.dirname}/../../fixtures/statements/${name}`

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe.each([
  ['en-GB', '1,234.5'],
  ['de-DE', '1.234,5'],
])('a statement exported in the locale %s', (locale, number) => {
  beforeEach(() => {
    speak(locale)
    expect((1234.5).toLocaleString()).toBe(number)
  })

  test('as CSV has the total, then each kind and surface, the same in every language', async () => {
    await expect(statementCsv(statementFacts())).toMatchFileSnapshot(golden('week.csv'))
  })

  test('as JSON has everything that the page shows', async () => {
    await expect(statementJson(statementFacts())).toMatchFileSnapshot(golden('week.json'))
  })
})

describe('a statement with day totals', () => {
  const totals = [
    { source: 'watt', ms: 3_600_500 },
    { source: 'entered', ms: 60_000 },
  ] as const
  const facts = { ...statementFacts(), totals }

  test('as CSV has a row for each source, after all others', () => {
    const lines = statementCsv(facts).trim().split('\r\n')
    expect(lines.slice(-2).map((line) => line.split(',').slice(4))).toEqual([
      ['totals', 'watt', '', '3600', '', '', '', '', '', '', ''],
      ['totals', 'entered', '', '60', '', '', '', '', '', '', ''],
    ])
    expect(lines.slice(0, -2).join('\r\n')).toBe(statementCsv(statementFacts()).trim())
  })

  test('as JSON has their seconds by source', () => {
    expect(JSON.parse(statementJson(facts)).totals).toEqual([
      { source: 'watt', seconds: 3600 },
      { source: 'entered', seconds: 60 },
    ])
    expect(JSON.parse(statementJson(statementFacts()))).not.toHaveProperty('totals')
  })
})

test('a statement as CSV without a rate has empty money columns', () => {
  const facts = statementFacts()
  const { statement } = facts.stated
  const bare = { ...statement.total, money: null }
  const unpriced = { ...statement, total: bare, kinds: [], surfaces: [] }
  const csv = statementCsv({
    ...facts,
    currency: null,
    rates: [],
    stated: { ...facts.stated, statement: unpriced },
  })
  expect(csv.split('\r\n')[1]).toMatch(/,total,,,25140,,,,,,,$/)
})

test('a statement as CSV has each hour price, and the date since which it was revalued', () => {
  const from = '2026-11-18'
  const rates = [
    { from: '1970-01-01', amountMinor: 2500, currency: 'EUR', hourTypes: null },
    { from, amountMinor: 3000, currency: 'EUR', hourTypes: SUGGESTED_HOUR_TYPES },
  ]
  const csv = statementCsv({ ...statementFacts(), rates, revaluedSince: Date.UTC(2026, 10, 23) })
  const ahead = '2026-11-16,2026-11-22,2026-11-25T12:00:00.000Z,2026-11-23T00:00:00.000Z,'
  const { work, free, night } = SUGGESTED_HOUR_TYPES.percent
  expect(csv.split('\r\n').slice(1, 6)).toEqual([
    `${ahead}total,,,25140,17458,16521,-937,EUR,,,`,
    `${ahead}rate,1970-01-01,,,,,,EUR,2500,,`,
    `${ahead}rate,${from},work,,,,,EUR,${30 * work},,`,
    `${ahead}rate,${from},free,,,,,EUR,${30 * free},,`,
    `${ahead}rate,${from},night,,,,,EUR,${30 * night},,`,
  ])
})
