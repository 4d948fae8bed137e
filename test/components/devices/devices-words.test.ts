import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { i18nIn } from '../../fixtures/words'

const language = { locale: 'en-GB' }
vi.doMock('../../../platform/i18n', () => i18nIn(language))

const NOW = Date.UTC(2026, 10, 30, 12)

/** The words in a language; formats are cached, so the modules are loaded anew. */
async function wordsIn(locale: string) {
  language.locale = locale
  return import('../../../components/devices/devices-words')
}

beforeEach(() => vi.resetModules())

describe('when a device was heard of', () => {
  test.each([
    [0, 'just now', 'gerade eben'],
    [MINUTE_MS - 1, 'just now', 'gerade eben'],
    [MINUTE_MS, '1 minute ago', 'vor 1 Minute'],
    [59 * MINUTE_MS, '59 minutes ago', 'vor 59 Minuten'],
    [HOUR_MS, '1 hour ago', 'vor 1 Stunde'],
    [DAY_MS - 1, '23 hours ago', 'vor 23 Stunden'],
    [12 * DAY_MS, '12 days ago', 'vor 12 Tagen'],
    [400 * DAY_MS, '400 days ago', 'vor 400 Tagen'],
  ])('%i ms ago is said in the largest unit that is over: %s', async (ago, english, german) => {
    expect((await wordsIn('en-GB')).agoWords(NOW - ago, NOW)).toBe(english)
    vi.resetModules()
    expect((await wordsIn('de-DE')).agoWords(NOW - ago, NOW)).toBe(german)
  })

  test('is just now if its clock is ahead', async () => {
    expect((await wordsIn('en-GB')).agoWords(NOW + DAY_MS, NOW)).toBe('just now')
  })
})

describe('how full the area is', () => {
  test.each([
    ['nothing', 0, '0 of 100 kB of Zeitwert’s part of your browser’s sync used'],
    ['a byte', 1, '1 of 100 kB of Zeitwert’s part of your browser’s sync used'],
    ['some', 18 * 1024, '18 of 100 kB of Zeitwert’s part of your browser’s sync used'],
    ['all', 102_400, '100 of 100 kB of Zeitwert’s part of your browser’s sync used'],
  ])('of %s', async (_what, bytes, words) => {
    expect((await wordsIn('en-GB')).areaWords(bytes, 102_400)).toBe(words)
  })
})

describe('a passphrase for screen readers', () => {
  test.each([
    ['of ours is spelled', '7k3m-x0pd-4w9t-hq2r', '7 k 3 m, x 0 p d, 4 w 9 t, h q 2 r'],
    ['of the person is read as it is', 'correct horse battery', 'correct horse battery'],
  ])('%s', async (_what, passphrase, said) => {
    expect((await wordsIn('en-GB')).spelled(passphrase)).toBe(said)
  })
})
