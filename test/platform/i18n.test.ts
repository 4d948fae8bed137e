/** The locale under every language that a browser was seen to report. */
import { beforeEach, describe, expect, test, vi } from 'vitest'

const messages = vi.hoisted(() => ({ language: 'en' }))

vi.mock('wxt/browser', () => ({
  browser: { i18n: { getMessage: (key: string) => (key === 'locale' ? messages.language : '') } },
}))

async function speaking(languages: readonly string[], language = 'en') {
  vi.resetModules()
  messages.language = language
  vi.stubGlobal('navigator', { language: languages[0] ?? '', languages })
  return import('../../platform/i18n')
}

beforeEach(() => vi.unstubAllGlobals())

describe('the locale', () => {
  test.each<[languages: string[], messages: string, locale: string]>([
    [['de-AT', 'de'], 'de', 'de-AT'],
    [['fr-CH', 'fr'], 'en', 'en-CH'],
    [['de'], 'de', 'de'],
    [['C'], 'en', 'en'],
    [['C'], 'de', 'de'],
    [['C.UTF-8'], 'de', 'de'],
    [['POSIX'], 'en', 'en'],
    [['de_DE.UTF-8'], 'de', 'de-DE'],
    [[''], 'en', 'en'],
    [[], 'de', 'de'],
    [['x-default'], 'en', 'en'],
    [['en-US-u-ca-persian'], 'en', 'en-US'],
    [['C', 'de-CH', 'de'], 'de', 'de-CH'],
    [['de-AT'], '', 'en-AT'],
  ])('with the languages %j and messages in %j is %s', async (languages, language, locale) => {
    const i18n = await speaking(languages, language)
    expect(i18n.locale()).toBe(locale)
    expect(() => new Intl.NumberFormat(i18n.locale())).not.toThrow()
  })
})

describe('the languages that the person reads', () => {
  test.each<[languages: string[], messages: string, preferred: string[]]>([
    [['de-DE', 'de', 'en'], 'de', ['de-DE', 'de', 'en']],
    [['C', 'fr', '', 'POSIX', 'en-GB'], 'en', ['fr', 'en-GB']],
    [['C'], 'de', ['de']],
    [[], 'en', ['en']],
  ])('of %j with messages in %s are %j', async (languages, language, preferred) => {
    const i18n = await speaking(languages, language)
    expect(i18n.preferredLanguages()).toEqual(preferred)
    expect(i18n.preferredLanguage()).toBe(preferred[0])
  })
})
