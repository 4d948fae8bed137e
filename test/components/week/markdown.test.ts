/** Compares whole statements with stored files. `vitest -u` rewrites the files; read them before committing. */
import { expect, test, vi } from 'vitest'
import type { StatementFacts } from '../../../domain/statement/issued-statement'
import { periodOf } from '../../../domain/time/period'
import type { Target } from '../../../domain/firewall/rule'
import { SUGGESTED_HOUR_TYPES } from '../../../domain/value/suggested-hour-types'
import {
  STATEMENT_SETTINGS,
  statementFacts,
  statementFindings,
  statementScope,
} from '../../fixtures/statement-facts'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-GB' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

const nameOf = (target: Target): string => (target.type === 'kind' ? 'Feeds' : target.type)

async function written(locale: string, isMoneyHidden = false, facts = statementFacts()): Promise<string> {
  vi.resetModules()
  language.locale = locale
  const { statementMarkdown } = await import('../../../components/week/markdown')
  const { findingsSaid } = await import('../../../components/insight/findings-said')
  const { period } = facts.stated
  const settings = { ...STATEMENT_SETTINGS, moneyHidden: isMoneyHidden }
  const { currency } = facts
  const said = findingsSaid(statementFindings(period), { scope: statementScope(period), settings, currency })
  return statementMarkdown(facts, said, nameOf, isMoneyHidden)
}

const golden = (name: string) => `${import.meta.dirname}/../../fixtures/statements/${name}.md`

test.each(['en-GB', 'de-DE'])('the statement of a week in %s equals the stored file', async (locale) => {
  await expect(await written(locale)).toMatchFileSnapshot(golden(`week-${locale.slice(0, 2)}`))
})

test.each(['en-GB', 'de-DE'])('the statement of a month in %s equals the stored file', async (locale) => {
  const facts = statementFacts(periodOf('month', '2026-10-01', 0))
  await expect(await written(locale, false, facts)).toMatchFileSnapshot(golden(`month-${locale.slice(0, 2)}`))
})

test('a statement with hidden money has no amounts', async () => {
  const text = await written('en-GB', true)
  expect(text).not.toMatch(/[€$]|Net|Cost/)
  expect(text).toContain('Feeds')
  expect(plain(text)).toContain(
    '- **Your price and theirs:** You spent 1 h 1 min on Reddit. _Measured · this browser only_',
  )
})

test('a statement in which nothing was found has no section for it', async () => {
  vi.resetModules()
  language.locale = 'en-GB'
  const { statementMarkdown } = await import('../../../components/week/markdown')
  const text = statementMarkdown(statementFacts(), [], nameOf, false)
  expect(text).not.toContain('Insights')
  expect((await written('en-GB')).startsWith(text.trimEnd())).toBe(true)
})

test('a statement without limits and passes mentions neither', async () => {
  const { focus: _focus, ...facts } = statementFacts()
  const passes = { count: 0, priced: 0, priceMinor: 0, currency: null }
  const limits = { rules: [], isByFirst: false, hasChanged: false, passes }
  vi.resetModules()
  language.locale = 'en-GB'
  const { statementMarkdown } = await import('../../../components/week/markdown')
  const textOf = (more: Partial<StatementFacts>) =>
    statementMarkdown({ ...facts, ...more }, [], nameOf, false)
  expect(textOf({ limits })).not.toMatch(/pass|Limits/)
  const passed = { ...limits, passes: { ...limits.passes, count: 2 } }
  expect(textOf({ limits: passed })).toContain('- 2 passes taken')
})

test('the name of a device is plain text in a statement', async () => {
  const totals = [{ source: 'device:0a1b2c3d', ms: 60 * 60_000, name: '[my](x) *desk*' }] as const
  const text = await written('en-GB', false, { ...statementFacts(), totals })
  expect(text).toContain(String.raw`from \[my\]\(x\) \*desk\* as day totals`)
})

test('a statement with day totals says how much of it they are', async () => {
  const totals = [
    { source: 'watt', ms: 60 * 60_000 },
    { source: 'entered', ms: 40 * 60_000 },
  ] as const
  const text = await written('en-GB', false, { ...statementFacts(), totals })
  expect(plain(text)).toContain(
    'and 40 min that you entered for your phone. Of this, 1 h 0 min from Web Activity Time Tracker as day totals.',
  )
  expect(await written('en-GB')).not.toContain('day totals')
})

test('a statement says on a line of its own what it covers', async () => {
  expect((await written('en-GB')).split('\n')).toContain('This covers one browser on one computer.')
  expect((await written('de-DE', true)).split('\n')).toContain(
    'Das umfasst einen Browser auf einem Computer.',
  )
})

test('special characters in a name are escaped', async () => {
  const text = await written('en-GB')
  expect(text).toContain(String.raw`\=A1\|\*bold\* \[x\]\(y\) https\:${'\u2060'}//x${'\u2060.\u2060'}y`)
})

test.each([
  ['www.x.y', 'www\u2060.\u2060x\u2060.\u2060y'],
  ['a@b.c', 'a\u2060@\u2060b\u2060.\u2060c'],
  ['reddit.com', 'reddit\u2060.\u2060com'],
  ['Paul\u202ediap', 'Pauldiap'],
  ['v1.5', 'v1.5'],
  ['http://3627734734/', 'http\\:\u2060//3627734734/'],
])('the name %j links nowhere and turns no text around: %j', async (name, shown) => {
  const facts = statementFacts()
  const best = facts.stated.best.map((line) => ({ ...line, profile: { ...line.profile, name, part: '' } }))
  const text = await written('en-GB', false, { ...facts, stated: { ...facts.stated, best } })
  expect(text).toContain(`| ${shown} | `)
  expect(text).not.toMatch(/www\.|\w@\w|[a-z]\.[a-z]|[\u202a-\u202e\u2066-\u2069]/)
})

test('a statement with changed figures says that it was revalued', async () => {
  const facts = { ...statementFacts(), revaluedSince: Date.UTC(2026, 10, 23, 12) }
  expect(await written('en-GB', false, facts)).toContain('Revalued since it was issued on 23 Nov 2026')
  expect(await written('de-DE', false, facts)).toContain('Neu bewertet, seit er am 23.11.2026')
})

test('times in a column add up to the total', async () => {
  const facts = statementFacts()
  const { statement } = facts.stated
  const kinds = statement.kinds.map((line) => ({ ...line, timeMs: 119_000 }))
  const total = { ...statement.total, timeMs: 4 * 119_000 }
  const text = await written('en-GB', true, {
    ...facts,
    stated: { ...facts.stated, statement: { ...statement, kinds, total } },
  })
  const minutesOf = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, minutes]) => Number(minutes))
  const [whole] = minutesOf(/^\| Total \| (\d+)\u202fmin/gm)
  const parts = minutesOf(/^\| (?:Work|Feeds|Learning|Other) \| (\d+)\u202fmin/gm)
  expect(parts).toHaveLength(4)
  expect(parts.reduce((sum, minutes) => sum + minutes, 0)).toBe(whole)
})

test.each([
  ['en-GB', 'At €25.00 an hour, from 18 Nov 2026: €30.00 an hour (work 100% · free 50% · night 50%).'],
  [
    'de-DE',
    'Preis: 25,00 € pro Stunde, ab 18.11.2026: 30,00 € pro Stunde (Arbeit 100 % · frei 50 % · Nacht 50 %).',
  ],
])('a statement in %s names every rate of the period', async (locale, words) => {
  const rates = [
    { from: '1970-01-01', amountMinor: 2500, currency: 'EUR', hourTypes: null },
    { from: '2026-11-18', amountMinor: 3000, currency: 'EUR', hourTypes: SUGGESTED_HOUR_TYPES },
  ]
  expect(plain(await written(locale, false, { ...statementFacts(), rates }))).toContain(words)
})
