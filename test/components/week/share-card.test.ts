/** The card that is shared with others: what it shows and, above all, what it does not. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SurfaceLine } from '../../../domain/statement/statement'
import { KINDS } from '../../../domain/surface/kind'
import { periodOf } from '../../../domain/time/period'
import { type DrawnText, stubCanvas } from '../../fixtures/canvas'
import { statementFacts } from '../../fixtures/statement-facts'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-GB' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

let drawn: DrawnText[]
beforeEach(() => {
  drawn = stubCanvas()
})
afterEach(() => vi.unstubAllGlobals())

const MARK = {} as CanvasImageSource

/** The card in a language. */
async function card(
  locale: string,
  {
    withMoney = false,
    withNames = false,
    finding = '',
    isMoneyHidden = false,
    facts = statementFacts(),
  } = {},
) {
  vi.resetModules()
  language.locale = locale
  const { drawCard } = await import('../../../components/week/share-card')
  drawn.length = 0
  return drawCard(facts, { withMoney, withNames, finding, isMoneyHidden }, MARK)
}

/** The texts of the card, with plain spaces, one line each. */
async function written(...args: Parameters<typeof card>): Promise<string> {
  await card(...args)
  return plain(drawn.map(({ text }) => text).join('\n'))
}

/** What the whole card says to those who cannot see it: its sentence. */
const said = async (...args: Parameters<typeof card>): Promise<string> =>
  plain((await card(...args)).canvas.ariaLabel ?? '')

/** The surfaces in a text, by any of their names. */
const namesIn = (text: string): string[] =>
  statementFacts()
    .stated.statement.surfaces.flatMap(({ profile: { surface, site, name } }) => [surface, site, name])
    .filter((name) => text.toLowerCase().includes(name.toLowerCase()))

/** The same statement with other sums. */
function totalling(costMinor: number, returnMinor: number, unpricedMs = 0) {
  const facts = statementFacts()
  const { statement } = facts.stated
  const money = { costMinor, returnMinor, netMinor: returnMinor - costMinor }
  const total = { ...statement.total, money }
  return { ...facts, stated: { ...facts.stated, statement: { ...statement, total, unpricedMs } } }
}

const WITHOUT_RATE = { ...statementFacts(), currency: null, rates: [] }
const REVALUED = { ...statementFacts(), revaluedSince: Date.UTC(2026, 10, 23, 12) }

describe.each([
  {
    locale: 'en-GB',
    issued: 'Issued on 25 Nov 2026.',
    rate: 'At €25.00 an hour.',
    revalued: 'Revalued since it was issued on 23 Nov 2026.',
    assumed: 'The return is partly assumed.',
    money: ['Cost', '€174.58', 'Net'],
    week: (figure: string) => `${figure}% of my hour came back last week.`,
    time: '6 h 59 min in the browser last week.',
    kinds: ['Work', '48%', 'Feeds', '26%', 'Learning', '23%', 'Other', '3%'],
  },
  {
    locale: 'de-DE',
    issued: 'Ausgestellt am 25.11.2026.',
    rate: 'Preis: 25,00 € pro Stunde.',
    revalued: 'Neu bewertet seit der Ausstellung am 23.11.2026.',
    assumed: 'Der Ertrag ist teils geschätzt.',
    money: ['Kosten', '174,58 €', 'Saldo'],
    week: (figure: string) => `Meine Stunde hat letzte Woche ${figure} % zurückgebracht.`,
    time: '6 h 59 min im Browser letzte Woche.',
    kinds: ['Arbeit', '48 %', 'Feeds', '26 %', 'Lernen', '23 %', 'Sonstiges', '3 %'],
  },
])('a card in $locale', ({ locale, issued, rate, revalued, assumed, money, week, time, kinds }) => {
  test('holds no amount, rate or name of a site unless asked for', async () => {
    const text = await written(locale)
    expect(text).not.toMatch(/€|EUR|25[.,]00|174[.,]58/)
    for (const word of money) expect(text.split('\n')).not.toContain(word)
    expect(text).not.toContain(rate)
    expect(namesIn(text)).toEqual([])
  })

  test('says in a sentence what share came back, how sure that is, and the share of each kind', async () => {
    expect(await said(locale)).toBe(week('95'))
    const text = await written(locale)
    const lines = text.split('\n')
    const at = lines.indexOf(kinds[0] as string)
    expect(lines.slice(at, at + kinds.length)).toEqual(kinds)
    expect(text).toContain(assumed)
    expect(text).toContain(issued)
    expect(lines).toContain('Zeitwert')
  })

  test.each([
    ['nothing came back', 10_000, 0, '0'],
    ['all came back', 10_000, 10_000, '100'],
    ['more came back than was spent', 10_000, 12_400, '124'],
    ['a cent is missing', 100_000, 99_999, '99'],
  ])('says how much came back if %s', async (_, cost, returned, figure) => {
    expect(await said(locale, { facts: totalling(cost, returned) })).toBe(week(figure))
  })

  test('says the time instead without a rate and with hidden money', async () => {
    expect(await said(locale, { facts: WITHOUT_RATE })).toBe(time)
    expect(await said(locale, { isMoneyHidden: true })).toBe(time)
  })

  test('shows amounts and the rate if asked for', async () => {
    const lines = (await written(locale, { withMoney: true })).split('\n')
    for (const line of [...money, rate]) expect(lines).toContain(line)
  })

  test('names sites only if asked for, with shares, or with amounts if these are asked for too', async () => {
    const named = await written(locale, { withNames: true })
    expect(namesIn(named)).toEqual(expect.arrayContaining(['GitHub', 'Coursera']))
    expect(named).not.toContain('€')
    const priced = await written(locale, { withNames: true, withMoney: true })
    expect(namesIn(priced)).toEqual(expect.arrayContaining(['Coursera', 'Reddit']))
    expect(priced).toContain('€')
  })

  test('shows no amount or rate with hidden money, even if asked for', async () => {
    const text = await written(locale, { withMoney: true, withNames: true, isMoneyHidden: true })
    expect(text).not.toMatch(/€|EUR/)
    for (const word of money) expect(text.split('\n')).not.toContain(word)
    expect(text).toContain(issued)
  })

  test('carries a finding only if one is given', async () => {
    const finding = 'One sentence.'
    expect(await written(locale, { finding })).toContain(finding)
    expect((await written(locale)).split('\n')).not.toContain(finding)
  })

  test('says that it was revalued only if it was, with or without money', async () => {
    expect(await written(locale)).not.toContain(revalued)
    for (const isMoneyHidden of [false, true])
      expect(await written(locale, { isMoneyHidden, facts: REVALUED })).toContain(revalued)
  })

  test('shows no amount without a rate', async () => {
    const text = await written(locale, { facts: WITHOUT_RATE, withMoney: true, withNames: true })
    expect(text).not.toMatch(/€|EUR/)
    expect(text).toContain(issued)
  })
})

test.each([
  ['day', 'that day'],
  ['month', 'this month'],
  ['quarter', 'this quarter'],
  ['year', 'this year'],
] as const)('the sentence of a %s ends with “%s”', async (unit, ending) => {
  const facts = statementFacts(periodOf(unit, '2026-11-18', 0))
  expect(await said('en-GB', { facts })).toMatch(new RegExp(`% of my hour came back ${ending}\\.$`))
})

test.each([
  ['the same week', '2026-11-18', 'this week', 'diese Woche'],
  ['the week after', '2026-11-25', 'last week', 'letzte Woche'],
  ['two weeks after', '2026-12-02', 'that week', 'in dieser Woche'],
])('a week that is issued in %s is called so', async (_, day, english, german) => {
  const facts = { ...statementFacts(), issuedOn: day }
  expect(await said('en-GB', { facts })).toBe(`95% of my hour came back ${english}.`)
  expect(await said('de-DE', { facts })).toBe(`Meine Stunde hat ${german} 95 % zurückgebracht.`)
})

test('the sentence of a few dates names no unit', async () => {
  const facts = statementFacts({ unit: 'dates', first: '2026-11-16', last: '2026-11-19' })
  expect(await said('en-GB', { facts })).toMatch(/came back on these days\.$/)
})

test('a card without any time says so and has no shares', async () => {
  const facts = statementFacts(periodOf('week', '2025-01-01', 0))
  expect(await said('en-GB', { facts })).toBe('Nothing was recorded in this period.')
  expect(drawn.map(({ text }) => text).join()).not.toContain('%')
})

test('a card says for how much of its time no rate held', async () => {
  const facts = totalling(10_000, 6800, 2 * 3_600_000)
  expect(await written('en-GB', { facts })).toContain('No rate applied to 2 h 0 min of it.')
})

test('a card with every kind shows six of them and other, and their shares add up to 100', async () => {
  const facts = statementFacts()
  const { statement } = facts.stated
  const kinds = KINDS.map((kind, row) => ({ ...statement.total, kind, timeMs: (20 - row) * 60_000 }))
  const stated = { ...facts.stated, statement: { ...statement, kinds } }
  const lines = (await written('en-GB', { facts: { ...facts, stated } })).split('\n')
  const shares = lines.flatMap((line) => /^(\d+)%$/.exec(line)?.[1] ?? []).map(Number)
  // The first is the figure of the sentence.
  expect(shares.slice(1)).toHaveLength(7)
  expect(shares.slice(1).reduce((sum, share) => sum + share, 0)).toBe(100)
})

test('saving the card fails with an error if the browser makes no picture', async () => {
  const { createElement } = document
  vi.stubGlobal('document', {
    createElement: (name: string) =>
      Object.assign(createElement(name), { toBlob: (tell: BlobCallback) => tell(null) }),
  })
  await expect((await card('en-GB')).blob()).rejects.toThrow('no picture')
})

const LONG_FINDING = 'You stopped at 10:30 PM on 18 of 27 nights, and Saturdays run over. '.repeat(3)
const LONG = 'Donau\u00addampf 🚢 '.repeat(30)

/** A statement whose sites have long names and whose amounts are as large as they get. */
function largeFacts(name: string, factor: number) {
  const facts = statementFacts()
  const large = (line: SurfaceLine): SurfaceLine => ({
    ...line,
    profile: { ...line.profile, name, part: '' },
    money: line.money && { ...line.money, netMinor: line.money.netMinor * factor },
  })
  const { stated } = facts
  return { ...facts, stated: { ...stated, best: stated.best.map(large), dearest: stated.dearest.map(large) } }
}

test.each([
  ['en-GB', LONG, 1],
  ['de-DE', LONG, 1],
  ['en-GB', 'Reddit', 1_000_000_007],
  ['de-DE', LONG, 1_000_000_007],
])(
  'a card in %s with a name like %j and amounts times %d cuts no figure and nothing runs out',
  async (locale, name, factor) => {
    const facts = largeFacts(name, factor)
    const lines = (
      await written(locale, { withMoney: true, withNames: true, finding: LONG_FINDING, facts })
    ).split('\n')
    const { signedMoney } = await import('../../../components/figure/format')
    for (const { money } of [facts.stated.best[0]!, facts.stated.dearest[0]!])
      expect(lines).toContain(plain(signedMoney(money!.netMinor, 'EUR')))
    for (const text of lines.filter((line) => line.includes('…'))) expect(text).not.toMatch(/\d|€/)
    expect(Math.max(...drawn.map(({ endsAt }) => endsAt))).toBeLessThanOrEqual(1200 - 64)
    expect(Math.max(...drawn.map(({ y }) => y))).toBeLessThanOrEqual(630)
    expect(lines.some((line) => /\p{Surrogate}/u.test(line))).toBe(false)
  },
)

test('a card with more rates than fit says how many there are and their range', async () => {
  const [rate] = statementFacts().rates
  const rates = Array.from({ length: 12 }, (_, month) => ({
    ...rate!,
    from: `2026-${String(month + 1).padStart(2, '0')}-01`,
    amountMinor: 2000 + 100 * month,
  }))
  const lines = (await written('en-GB', { withMoney: true, facts: { ...statementFacts(), rates } })).split(
    '\n',
  )
  expect(lines).toContain('At 12 rates, from €20.00 to €31.00 an hour.')
})
