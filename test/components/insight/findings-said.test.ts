/** All findings in plain text, in both languages. `vitest -u` rewrites the stored files; read them before committing. */
import { describe, expect, test, vi } from 'vitest'
import { type Findings, findingsOf } from '../../../domain/insight/findings'
import { FULL_SETTINGS, fullScope } from '../../fixtures/full-scope'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

const scope = fullScope()
const findings = findingsOf(scope, FULL_SETTINGS, scope.history)

/** What is said in a language, with other settings and findings if given. */
async function said(
  locale: string,
  { moneyHidden = false, currency = 'EUR' as string | null, found = findings } = {},
) {
  vi.resetModules()
  language.locale = locale
  const { findingsSaid, sharedFinding } = await import('../../../components/insight/findings-said')
  const telling = { scope, settings: { ...FULL_SETTINGS, moneyHidden }, currency }
  return { all: findingsSaid(found, telling), shared: plain(sharedFinding(found, telling)) }
}

/** A line for each finding, and one for its basis. */
const asText = ({ all }: Awaited<ReturnType<typeof said>>): string =>
  plain(all.map(({ title, words, basis }) => `${title}\n  ${words.text}\n  ${basis}\n`).join(''))

const golden = (name: string) => `${import.meta.dirname}/../../fixtures/statements/${name}.txt`

describe.each(['en-US', 'de-DE'])('in %s', (locale) => {
  const short = locale.slice(0, 2)

  test('every finding is said in a sentence, with its basis', async () => {
    await expect(asText(await said(locale))).toMatchFileSnapshot(golden(`findings-${short}`))
  })

  test('no amount of money is named while money is hidden', async () => {
    const text = asText(await said(locale, { moneyHidden: true }))
    expect(text).not.toMatch(/[€$]/)
    await expect(text).toMatchFileSnapshot(golden(`findings-hidden-${short}`))
  })

  test('every emphasised part stands in its sentence', async () => {
    const { all } = await said(locale)
    expect(all).toHaveLength(9)
    for (const { words } of all) for (const part of words.strong) expect(words.text).toContain(part)
  })

  test('the finding for the picture names no amount and no site or owner', async () => {
    const names = /youtube|instagram|reddit|chatgpt|github|coursera|alphabet|meta|openai|microsoft/i
    const without: (keyof Findings)[][] = [[], ['nights'], ['nights', 'ai']]
    for (const left of without) {
      const found = { ...findings, ...Object.fromEntries(left.map((name) => [name, null])) }
      const { shared } = await said(locale, { found })
      expect(shared).not.toBe('')
      expect(shared).not.toMatch(/[€$]/)
      expect(shared).not.toMatch(names)
    }
  })
})

test('without a rate, what a platform earned is still named, with its range', async () => {
  const text = asText(await said('en-US', { currency: null }))
  expect(text).toContain('You spent 3 h 30 min on Instagram. Meta earned about $1.42 from the same hours.')
  expect(text).toContain('Estimate, $0.68 to $1.68, grade B · Europe, × 0.3 of US figures')
})

test('where nothing was found, nothing is said and nothing is offered for the picture', async () => {
  const nothing = Object.fromEntries(Object.keys(findings).map((name) => [name, null])) as unknown as Findings
  expect(await said('en-US', { found: nothing })).toEqual({ all: [], shared: '' })
})
