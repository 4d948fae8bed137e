/** The card that is shared with others: what it shows and, above all, what it does not. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SurfaceLine } from '../../../domain/statement/statement'
import { statementFacts } from '../../fixtures/statement-facts'

const language = vi.hoisted(() => ({ locale: 'en-GB' }))

vi.mock('../../../platform/i18n', async () => {
  const { wordIn } = await import('../../fixtures/words')
  return {
    locale: () => language.locale,
    t: (key: string, ...values: string[]) => wordIn(language.locale, key, ...values),
  }
})

/** Every text, in drawing order. */
let drawn: string[]
/** Where each text ends. */
let ends: number[]

beforeEach(() => {
  drawn = []
  ends = []
  const context = {
    fillRect: () => undefined,
    font: '',
    measureText: ({ length }: string) => ({
      width: (length * Number(/(\d+(?:\.\d+)?)px/.exec(context.font)?.[1])) / 2,
    }),
    fillText: (text: string, x: number) => {
      drawn.push(text)
      ends.push(x + context.measureText(text).width)
    },
  }
  const canvas = () => ({
    getContext: () => context,
    toBlob: (tell: (blob: Blob) => void) => tell(new Blob(['picture'])),
  })
  vi.stubGlobal('document', { createElement: canvas })
})
afterEach(() => vi.unstubAllGlobals())

/** The texts of the card, with plain spaces. */
async function written(
  locale: string,
  { withSites = false, finding = '', isMoneyHidden = false, facts = statementFacts() } = {},
): Promise<string> {
  vi.resetModules()
  language.locale = locale
  const { drawCard } = await import('../../../components/week/share-card')
  await drawCard(facts, { withSites, finding, isMoneyHidden })
  return drawn.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ')
}

/** The surfaces in a text, by any of their names. */
const namesIn = (text: string): string[] =>
  statementFacts()
    .stated.statement.surfaces.flatMap(({ profile: { surface, site, name } }) => [surface, site, name])
    .filter((name) => text.toLowerCase().includes(name.toLowerCase()))

const REVALUED = { ...statementFacts(), revaluedSince: Date.UTC(2026, 10, 23, 12) }

describe.each([
  {
    locale: 'en-GB',
    issued: 'Issued on 25 Nov 2026.',
    rate: 'At €25.00 an hour.',
    revalued: 'Revalued since it was issued on 23 Nov 2026.',
    money: ['Cost', '€174.58', 'Returned', 'Net'],
    kind: 'Feeds',
  },
  {
    locale: 'de-DE',
    issued: 'Ausgestellt am 25.11.2026.',
    rate: 'Preis: 25,00 € je Stunde.',
    revalued: 'Neu bewertet seit der Ausstellung am 23.11.2026.',
    money: ['Kosten', '174,58 €', 'Ertrag', 'Saldo'],
    kind: 'Feeds',
  },
])('a card in $locale', ({ locale, issued, rate, revalued, money, kind }) => {
  test('shows the time, kinds, amounts, rate and date of issue', async () => {
    const lines = (await written(locale)).split('\n')
    for (const line of [...money, rate, '6 h 59 min']) expect(lines).toContain(line)
    expect(lines[lines.indexOf(kind) + 1]).toBe('1 h 51 min')
    expect(lines.join('\n')).toContain(issued)
  })

  test('names sites only on request', async () => {
    expect(namesIn(await written(locale))).toEqual([])
    drawn = []
    expect(namesIn(await written(locale, { withSites: true }))).toEqual(
      expect.arrayContaining(['Coursera', 'Reddit']),
    )
  })

  test.each([false, true])(
    'shows no amount, rate or site when money is hidden, sites requested: %s',
    async (withSites) => {
      const text = await written(locale, { withSites, isMoneyHidden: true })
      expect(text).not.toMatch(/€|EUR|hour|Stunde/)
      for (const word of money) expect(text.split('\n')).not.toContain(word)
      expect(namesIn(text)).toEqual([])
      expect(text).toContain(issued)
      expect(text).toContain(kind)
    },
  )

  test('carries a finding only if one is given', async () => {
    const finding = 'One sentence.'
    expect(await written(locale, { finding })).toContain(finding)
    drawn = []
    expect((await written(locale)).split('\n')).not.toContain(finding)
  })

  test('says that it was revalued only if it was, with or without money', async () => {
    expect(await written(locale)).not.toContain(revalued)
    for (const isMoneyHidden of [false, true]) {
      drawn = []
      expect(await written(locale, { isMoneyHidden, facts: REVALUED })).toContain(revalued)
    }
  })

  test('shows no amount without a rate', async () => {
    const facts = { ...statementFacts(), currency: null, rates: [] }
    const text = await written(locale, { facts, withSites: true })
    expect(text).not.toMatch(/€|hour|Stunde/)
    expect(text).toContain(issued)
  })
})

test('drawing the card fails with an error if the browser makes no picture', async () => {
  const { createElement } = document
  vi.stubGlobal('document', {
    createElement: (name: string) =>
      Object.assign(createElement(name), { toBlob: (tell: BlobCallback) => tell(null) }),
  })
  await expect(written('en-GB')).rejects.toThrow('no picture')
})

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
    const lines = (await written(locale, { withSites: true, facts })).split('\n')
    const { signedMoney } = await import('../../../components/figure/format')
    for (const { money } of [facts.stated.best[0]!, facts.stated.dearest[0]!])
      expect(lines).toContain(signedMoney(money!.netMinor, 'EUR').replaceAll(/[\u00a0\u202f]/g, ' '))
    for (const text of lines.filter((line) => line.includes('…'))) expect(text).not.toMatch(/\d|€/)
    expect(Math.max(...ends)).toBeLessThanOrEqual(1200 - 72)
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
  const lines = (await written('en-GB', { facts: { ...statementFacts(), rates } })).split('\n')
  expect(lines).toContain('At 12 rates, from €20.00 to €31.00 an hour.')
})
