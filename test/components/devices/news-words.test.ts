import { beforeEach, expect, test, vi } from 'vitest'
import { i18nIn } from '../../fixtures/words'

const language = { locale: 'en-GB' }
vi.doMock('../../../platform/i18n', () => i18nIn(language))

const NOTHING = { sites: 0, rates: 0, rules: 0, promises: 0, settings: 0, days: 0, uses: 0 }

async function said(locale: string, news: object): Promise<string> {
  language.locale = locale
  const { newsWords } = await import('../../../components/devices/news-words')
  return newsWords({ ...NOTHING, ...news })
}

beforeEach(() => vi.resetModules())

test.each([
  [{}, 'Nothing in the file was new.', 'In der Datei war nichts Neues.'],
  [{ rules: 1 }, 'New from the file: 1 rule.', 'Neu aus der Datei: 1 Regel.'],
  [
    { sites: 3, rules: 2, days: 1 },
    'New from the file: what you said about 3 sites, 2 rules and day totals of 1 day.',
    'Neu aus der Datei: Angaben zu 3 Websites, 2 Regeln und Tagessummen von 1 Tag.',
  ],
])('what came is one sentence: %j', async (news, english, german) => {
  expect(await said('en-GB', news)).toBe(english)
  vi.resetModules()
  expect(await said('de-DE', news)).toBe(german)
})
