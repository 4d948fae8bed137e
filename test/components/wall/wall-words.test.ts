import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ruleOf } from '../../fixtures/rules'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

beforeEach(() => vi.resetModules())

describe('the visit that a pause stands before', () => {
  test.each<[locale: string, numbers: number[], words: string[]]>([
    ['en-US', [1, 2, 3, 4], ['1st', '2nd', '3rd', '4th']],
    [
      'en-GB',
      [11, 12, 13, 21, 22, 23, 101, 111],
      ['11th', '12th', '13th', '21st', '22nd', '23rd', '101st', '111th'],
    ],
  ])('has an English ordinal (%s, %s)', async (locale, numbers, words) => {
    language.locale = locale
    const { nthVisit } = await import('../../../components/wall/nth-visit')
    expect(numbers.map(nthVisit)).toEqual(words.map((word) => `${word} visit today`))
  })

  test('has a German ordinal', async () => {
    language.locale = 'de-DE'
    const { nthVisit } = await import('../../../components/wall/nth-visit')
    expect([1, 2, 3, 11].map(nthVisit)).toEqual(
      ['1', '2', '3', '11'].map((number) => `${number}. Besuch heute`),
    )
  })
})

describe('the title of the tab', () => {
  test.each([
    ['a pause', { rule: ruleOf({ strictness: 'pause' }), isOpen: false }, 'A pause'],
    ['a wall', { rule: ruleOf(), isOpen: false }, 'Closed'],
    ['a wall that is open again', { rule: ruleOf(), isOpen: true }, 'It is open again.'],
  ] as const)('of %s says so', async (_what, facts, title) => {
    language.locale = 'en-US'
    const { tabTitle } = await import('../../../components/wall/headline')
    expect(tabTitle(facts)).toBe(title)
  })
})
