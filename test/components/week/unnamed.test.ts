/**
 * Sites for adults and for gambling in every output for others: no name and no host of any of them, in any language.
 * All sites of these kinds in the catalogue are visited, with their sign-in pages, and two that the person named so.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { spreadsheetCsv } from '../../../domain/file/spreadsheet-csv'
import { statementCsv } from '../../../domain/file/statement-csv'
import { statementJson } from '../../../domain/file/statement-json'
import { hasDiscreet, unnamedFacts, unnamedFindings } from '../../../domain/file/unnamed'
import type { Rule, Target } from '../../../domain/firewall/rule'
import { findingsOf } from '../../../domain/insight/findings'
import type { StatementFacts } from '../../../domain/statement/issued-statement'
import { limitsKept } from '../../../domain/statement/limits-kept'
import { statePeriod } from '../../../domain/statement/period-statement'
import { catalogSites } from '../../../domain/surface/catalog/catalog'
import { ownerOf, owners } from '../../../domain/surface/catalog/owners'
import type { Kind } from '../../../domain/surface/kind'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { extentBefore } from '../../../domain/time/period'
import { type DrawnText, stubCanvas } from '../../fixtures/canvas'
import { ratingsOf } from '../../fixtures/ratings'
import { minutes, ruleOf, UTC } from '../../fixtures/rules'
import { scopeOf, WEEK } from '../../fixtures/scope'
import { spanOf } from '../../fixtures/spans'
import { STATEMENT_SETTINGS } from '../../fixtures/statement-facts'

const language = vi.hoisted(() => ({ locale: 'en-GB' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

const OPINIONS = [
  { surface: 'secret-club.example', kind: 'adult', name: 'My Secret Club' },
  { surface: 'tumblr.com', kind: 'adult' },
  { surface: 'office-lottery.example', kind: 'gambling' },
] as const

const discreetSites = [...catalogSites()].filter(([, { kind }]) => ['adult', 'gambling'].includes(kind))
const visited = [
  ...discreetSites.flatMap(([site]) => [site, `${site}/sign-in`]),
  ...OPINIONS.map(({ surface }) => surface),
]
const spans = [...visited, 'github.com', 'reddit.com', 'youtube.com/watch'].flatMap((surface, index) =>
  [0, 14].map((before) =>
    spanOf({
      surface,
      start: Date.parse('2026-11-16T08:00Z') + index * 20 * MINUTE_MS - before * 24 * 60 * MINUTE_MS,
      ms: (visited.includes(surface) ? 15 : 12) * MINUTE_MS,
    }),
  ),
)

const targets: Target[] = [
  { type: 'site', site: 'pornhub.com' },
  { type: 'surface', surface: 'secret-club.example' },
  { type: 'owner', owner: 'Flutter', sites: owners.find(([name]) => name === 'Flutter')!.slice(1) },
  { type: 'site', site: 'reddit.com' },
]
const rule: Rule = ruleOf({
  id: 'one',
  targets,
  except: [{ type: 'site', site: 'stake.com' }],
  bound: minutes(5),
})
const rules = [{ id: 'one', createdAt: 0, rule, next: null, heals: null }]
const ratings = [
  ...ratingsOf(7, { surface: 'pornhub.com', worthQuarters: 8, drifted: true }),
  ...ratingsOf(6, { surface: 'secret-club.example', worthQuarters: 0, drifted: true }),
]
const usage = [{ rule: 'one', day: '2026-11-17', ms: 40 * MINUTE_MS, opens: 3, amount: null, currency: null }]
const scope = scopeOf(spans, { opinions: [...OPINIONS], rules, usage, ratings })
const { profileOf } = scope.valuing

const facts: StatementFacts = {
  stated: statePeriod(
    WEEK,
    extentBefore(WEEK, 4, Date.parse('2026-11-23T12:00Z')),
    scope.history,
    scope.valuing,
    '2026-08-03',
  ),
  limits: limitsKept(WEEK, scope.firewall, '2026-11-22', 4, UTC),
  currency: 'EUR',
  rates: [{ from: '1970-01-01', amountMinor: 2500, currency: 'EUR', hourTypes: null }],
  issuedAt: Date.parse('2026-11-23T12:00Z'),
  issuedOn: '2026-11-23',
  revaluedSince: null,
}
const settings = {
  ...STATEMENT_SETTINGS,
  cleanings: { 'tumblr.com': { interval: 'monthly' as const, done: ['2026-10-20'] } },
}
const findings = findingsOf(scope, settings)

/** Every name, host and owner of theirs that others must not read. */
const secrets = new Set([
  ...discreetSites.flatMap(([site, { name }]) => [site, name]),
  ...discreetSites.map(([site]) => ownerOf(site)),
  'secret-club.example',
  'My Secret Club',
  'tumblr.com',
  'Tumblr',
  'office-lottery.example',
])

/** A secret counts as a whole word: `TAB` is no part of `table`. */
const patterns = [...secrets].map((secret) => {
  const escaped = secret.replace(/[.+*?()[\]]/g, String.raw`\$&`)
  return [secret, new RegExp(String.raw`(?<![\p{L}\d])${escaped}(?![\p{L}\d])`, 'u')] as const
})
const toldIn = (text: string): string[] => {
  const plain = text.replaceAll('\u2060', '').replaceAll('\\', '')
  return patterns.filter(([, pattern]) => pattern.test(plain)).map(([secret]) => secret)
}

let drawn: DrawnText[]
beforeEach(() => {
  drawn = stubCanvas()
})
afterEach(() => vi.unstubAllGlobals())

/** Every output of a statement as text, with all names or as others see it. */
async function outputs(locale: string, isForOthers: boolean): Promise<Record<string, string>> {
  vi.resetModules()
  language.locale = locale
  const [
    { statementMarkdown },
    { findingsSaid, sharedFinding },
    { drawCard },
    { targetName },
    { t },
    { changeSentence },
    { discreetName },
  ] = await Promise.all([
    import('../../../components/week/markdown'),
    import('../../../components/insight/findings-said'),
    import('../../../components/week/share-card'),
    import('../../../components/rule/target-name'),
    import('../../../platform/i18n'),
    import('../../../components/trends/change-sentence'),
    import('../../../components/figure/full-name'),
  ])
  const unnaming = { profileOf, wordFor: (kind: Kind) => t(`kind_${kind}`) }
  const shown = isForOthers ? unnamedFacts(facts, unnaming) : facts
  const found = isForOthers ? unnamedFindings(findings, facts, unnaming) : findings
  const telling = { scope, settings, currency: 'EUR' }
  const nameOf = (target: Target) => targetName(target, profileOf)
  const csv = statementCsv(shown, found)
  const finding = sharedFinding(found, telling)
  for (const withMoney of [false, true])
    drawCard(shown, { withMoney, withNames: true, finding, isMoneyHidden: false }, {} as CanvasImageSource)
  const [first] = facts.stated.statement.surfaces
  const change = {
    subject: { type: 'surface', profile: first!.profile },
    of: 'net',
    now: 100,
    before: 0,
  } as const
  return {
    markdown: statementMarkdown(shown, findingsSaid(found, telling), nameOf, false),
    csv,
    spreadsheet: spreadsheetCsv(csv, ','),
    json: statementJson(shown, found, settings),
    picture: drawn.map(({ text }) => text).join('\n'),
    change: changeSentence(change, 'EUR', isForOthers ? discreetName : undefined),
  }
}

describe.each(['en-GB', 'de-DE'])('a statement in %s', (locale) => {
  test('names no site of a discreet kind in any output for others', async () => {
    const told = Object.entries(await outputs(locale, true)).map(([output, text]) => [output, toldIn(text)])
    expect(Object.fromEntries(told)).toEqual({
      markdown: [],
      csv: [],
      spreadsheet: [],
      json: [],
      picture: [],
      change: [],
    })
  })

  test('names them in every output if the person wants it', async () => {
    const told = Object.entries(await outputs(locale, false)).filter(([, text]) => toldIn(text).length === 0)
    expect(told).toEqual([])
  })

  test('still names all other sites', async () => {
    const { csv = '', json = '' } = await outputs(locale, true)
    for (const surface of ['github.com', 'reddit.com', 'youtube.com/watch']) {
      expect(csv).toContain(surface)
      expect(json).toContain(surface)
    }
  })
})

const sums = ({ stated: { statement } }: StatementFacts) =>
  statement.surfaces.reduce(
    ({ ms, net }, { timeMs, money }) => ({ ms: ms + timeMs, net: net + (money?.netMinor ?? 0) }),
    { ms: 0, net: 0 },
  )

test('as others see it, the figures add up to the same, with one line for each kind and worth', () => {
  const unnaming = { profileOf, wordFor: (kind: Kind) => kind }
  const others = unnamedFacts(facts, unnaming)
  expect(sums(others)).toEqual(sums(facts))
  expect(others.stated.statement.kinds).toEqual(facts.stated.statement.kinds)
  const lines = others.stated.statement.surfaces.filter(({ profile }) => profile.discreet)
  expect(new Set(lines.map(({ profile }) => profile.surface))).toEqual(
    new Set(['kind:adult', 'kind:gambling', 'kind:other']),
  )
  expect(others.limits.rules[0]?.rule.targets).toEqual([
    { type: 'kind', kind: 'adult' },
    { type: 'kind', kind: 'gambling' },
    { type: 'site', site: 'reddit.com' },
  ])
})

test('a statement without such sites has nothing to hide', () => {
  const { surfaces } = facts.stated.statement
  const statement = {
    ...facts.stated.statement,
    surfaces: surfaces.filter(({ profile }) => !profile.discreet),
  }
  const limits = { ...facts.limits, rules: [] }
  expect(hasDiscreet(facts, { profileOf })).toBe(true)
  expect(hasDiscreet({ ...facts, limits, stated: { ...facts.stated, statement } }, { profileOf })).toBe(false)
})
