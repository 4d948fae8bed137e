import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { statementCsv as csvOf } from '../../../domain/file/statement-csv'
import { statementJson as jsonOf } from '../../../domain/file/statement-json'
import { type Findings, findingsOf } from '../../../domain/insight/findings'
import { checksumOf, issue, type StatementFacts } from '../../../domain/statement/issued-statement'
import { SUGGESTED_HOUR_TYPES } from '../../../domain/value/suggested-hour-types'
import { HOUR_MS } from '../../../domain/time/local-time'
import { scopeOf } from '../../fixtures/scope'
import { spanOf } from '../../fixtures/spans'
import { FULL_SETTINGS, fullScope } from '../../fixtures/full-scope'
import { speak } from '../../fixtures/browser-language'
import { STATEMENT_SETTINGS, statementFacts, statementFindings } from '../../fixtures/statement-facts'

const golden = (name: string) => `${import.meta.dirname}/../../fixtures/statements/${name}`

const NOTHING: Findings = {
  take: null,
  yield: null,
  worth: null,
  drift: null,
  ai: null,
  owners: null,
  clean: null,
  nights: null,
  integrity: null,
}

const statementCsv = (facts: StatementFacts, findings = NOTHING): string => csvOf(facts, findings)

const statementJson = (facts: StatementFacts, findings = NOTHING): string =>
  jsonOf(facts, findings, STATEMENT_SETTINGS)

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
    await expect(statementCsv(statementFacts(), statementFindings())).toMatchFileSnapshot(golden('week.csv'))
  })

  test('as JSON has everything that the page shows', async () => {
    await expect(statementJson(statementFacts(), statementFindings())).toMatchFileSnapshot(
      golden('week.json'),
    )
  })
})

describe('a statement with day totals', () => {
  const totals = [
    { source: 'watt', ms: 3_600_500 },
    { source: 'entered', ms: 60_000 },
  ] as const
  const { focus: _focus, ...without } = statementFacts()
  const facts = { ...without, totals }

  test('as CSV has a row for each source, after all others', () => {
    const lines = statementCsv(facts).trim().split('\r\n')
    expect(lines.slice(-2).map((line) => line.split(',').slice(4))).toEqual([
      ['totals', 'watt', '', '3600', '', '', '', '', '', '', '', ''],
      ['totals', 'entered', '', '60', '', '', '', '', '', '', '', ''],
    ])
    expect(lines.slice(0, -2).join('\r\n')).toBe(statementCsv(without).trim())
  })

  test('as JSON has their seconds by source', () => {
    expect(JSON.parse(statementJson(facts)).totals).toEqual([
      { source: 'watt', seconds: 3600 },
      { source: 'entered', seconds: 60 },
    ])
    expect(JSON.parse(statementJson(statementFacts()))).not.toHaveProperty('totals')
  })
})

describe('the findings of a statement', () => {
  const findings = findingsOf(fullScope(), FULL_SETTINGS, fullScope().history)
  const written = (settings = FULL_SETTINGS) =>
    JSON.parse(jsonOf(statementFacts(), findings, settings)).insights

  test('as JSON stand by the name of their card', async () => {
    const { insights } = JSON.parse(statementJson(statementFacts(), findings))
    expect(Object.keys(insights)).toEqual(Object.keys(findings))
    await expect(`${JSON.stringify(written(), null, 2)}\n`).toMatchFileSnapshot(golden('findings.json'))
  })

  test('as JSON are left out one by one where there is too little data, and all together without any', () => {
    const some = JSON.parse(statementJson(statementFacts(), { ...findings, take: null, nights: null }))
    expect(Object.keys(some.insights)).toEqual([
      'yield',
      'worth',
      'drift',
      'ai',
      'owners',
      'clean',
      'integrity',
    ])
    expect(JSON.parse(statementJson(statementFacts()))).not.toHaveProperty('insights')
  })

  test('as JSON have a sum of what an owner of several platforms cost, gave back and earned', () => {
    const day = (site: string, date: string) =>
      spanOf({ surface: site, start: `${date}T10:00Z`, ms: HOUR_MS })
    const spans = [day('instagram.com', '2026-11-16'), day('facebook.com', '2026-11-17')]
    const settings = { ...FULL_SETTINGS, region: 'usCanada' } as const
    const found = findingsOf(scopeOf(spans), settings)
    const { take } = JSON.parse(jsonOf(statementFacts(), found, settings)).insights
    expect(take.owners).toEqual([{ owner: 'Meta', ...take.total }])
    // 65 + 75, 135 + 120 and 160 + 140 US cents.
    expect(take.total).toMatchObject({
      seconds: 7200,
      costMinor: 5000,
      earnedUsCents: { low: 140, central: 255, high: 300 },
    })
  })

  test('as JSON have low, central and high cents of platforms, with the region and each grade', () => {
    const { take } = written()
    expect(take.region).toBe('europe')
    // 3 h 30 min on Instagram × 65, 135 and 160 US cents × 0.3.
    expect(take.platforms.find(({ site }: { site: string }) => site === 'instagram.com')).toMatchObject({
      seconds: 12_600,
      earnedUsCents: { low: 68, central: 142, high: 168 },
      grade: 'B',
    })
    const unsaid = findingsOf(fullScope(), { ...FULL_SETTINGS, region: null })
    const { platforms, total } = JSON.parse(jsonOf(statementFacts(), unsaid, FULL_SETTINGS)).insights.take
    expect([platforms[0].earnedUsCents, platforms[0].grade, total.earnedUsCents]).toEqual([null, null, null])
  })

  test('as JSON have shares that add up to one, and a dividend that adds up', () => {
    const { owners, ai, nights, drift } = written()
    const sum = owners.shares.reduce((all: number, { share }: { share: number }) => all + share, 0)
    expect(sum).toBeCloseTo(1, 3)
    // 7 × 40 min × 0.33 = 92.4 min; 7 × 5 min more of learning.
    expect(ai).toMatchObject({ savedPercent: 33, goal: 'learning', dividendSeconds: 5520, keptSeconds: 2100 })
    expect(ai.keptSeconds + ai.leakedSeconds + ai.unknownSeconds).toBe(ai.dividendSeconds)
    // Four Saturdays of 28 nights, a quarter of an hour each.
    expect(nights).toMatchObject({ kept: 24, of: 28, pastSeconds: 3600 })
    expect(drift).toMatchObject({ drifted: 6, visits: 12 })
  })

  test('as CSV are rows after all others, as many columns wide, with the same figures as the JSON', () => {
    const lines = statementCsv(statementFacts(), findings).trim().split('\r\n')
    const bare = statementCsv(statementFacts()).trim().split('\r\n')
    expect(lines.slice(0, bare.length)).toEqual(bare)
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([16]))
    const rows = lines.slice(bare.length).map((line) => line.split(',').slice(4).join())
    const { take, yield: earned, worth, owners } = written()
    const platform = take.platforms.find(({ site }: { site: string }) => site === 'instagram.com')
    const youtube = worth.surfaces.find(({ surface }: { surface: string }) => surface === 'youtube.com/watch')
    expect(rows).toEqual(
      expect.arrayContaining([
        `take,instagram.com,,12600,${platform.costMinor},${platform.returnMinor},${platform.netMinor},EUR,,,,`,
        'earned-low,instagram.com,,,,68,,USD,,,,',
        'earned-central,instagram.com,,,,142,,USD,,,,',
        'earned-high,instagram.com,,,,168,,USD,,,,',
        `take-total,,,${take.total.seconds},${take.total.costMinor},${take.total.returnMinor},${take.total.netMinor},EUR,,,,`,
        `yield,hour,,3600,2500,${earned.yieldMinor},${earned.yieldMinor - 2500},EUR,,,,`,
        `yield,own,,3600,,${earned.ownMinor},,EUR,,,,`,
        `yield,assumed,,3600,,${earned.assumedMinor},,EUR,,,,`,
        `yield,loss,,${earned.lossSeconds},,,,,,,,`,
        `worth,youtube.com/watch,video,,,,,,,${youtube.worthQuarters},rated,6`,
        'worth-it,youtube.com/watch,video,,,,,,,,,6',
        'drift,visits,,,,,,,,,,12',
        'drift,drifted,,,,,,,,,,6',
        'ai,dividend,,5520,,,,,,,,',
        'ai,kept,,2100,,,,,,,,',
        'ai,leaked,,0,,,,,,,,',
        'ai,unknown,,3420,,,,,,,,',
        `owner,Meta,,${owners.shares.find(({ name }: { name: string }) => name === 'Meta').seconds},,,,,,,,`,
        `ai-tool,ChatGPT,,${owners.ai.seconds},,,,,,,,`,
        'week-before-cleaning,youtube.com,,3975,,,,,,,,',
        'week-after-cleaning,youtube.com,,11400,,,,,,,,',
        // Four quarters of an hour of 28 nights at 25 € an hour.
        'nights,past,,3600,2500,,,EUR,,,,',
        'nights,kept,,,,,,,,,,24',
        'nights,of,,,,,,,,,,28',
      ]),
    )
  })

  test('as CSV have no amount that a platform earned until a region is chosen', () => {
    const unsaid = findingsOf(fullScope(), { ...FULL_SETTINGS, region: null })
    expect(statementCsv(statementFacts(), unsaid)).not.toMatch(/earned|USD/)
  })

  test('as CSV have a week before and a week after the newest cleaning that could be compared', () => {
    const [feed] = findings.clean!.feeds
    const cleaned = (day: string, beforeMs: number, afterMs: number) =>
      ({ state: 'compared', cleaned: day, beforeMs, afterMs, drift: null }) as const
    const comparisons = [
      { state: 'later', cleaned: '2026-11-20', from: '2026-12-19' } as const,
      cleaned('2026-10-20', 3_600_500, 1_800_000),
    ]
    const clean = { ...findings.clean!, feeds: [{ ...feed!, comparisons }] }
    const rows = statementCsv(statementFacts(), { ...findings, clean }).split('\r\n')
    const changes = rows
      .map((line) => line.split(',').slice(4))
      .filter(([section]) => section?.endsWith('-cleaning'))
    const { site } = feed!.guide
    expect(changes.map((row) => row.slice(0, 4))).toEqual([
      ['week-before-cleaning', site, '', '3600'],
      ['week-after-cleaning', site, '', '1800'],
    ])
  })

  test('change nothing in the row by which a later issue is compared', () => {
    const facts = statementFacts()
    expect(issue('week-2026-11-16', facts).checksum).toBe(checksumOf(facts.stated.statement))
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
  expect(csv.split('\r\n')[1]).toMatch(/,total,,,25140,,,,,,,,$/)
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
    `${ahead}total,,,25140,17458,16521,-937,EUR,,,,`,
    `${ahead}rate,1970-01-01,,,,,,EUR,2500,,,`,
    `${ahead}rate,${from},work,,,,,EUR,${30 * work},,,`,
    `${ahead}rate,${from},free,,,,,EUR,${30 * free},,,`,
    `${ahead}rate,${from},night,,,,,EUR,${30 * night},,,`,
  ])
})
