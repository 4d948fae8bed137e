import { describe, expect, test, vi } from 'vitest'
import type { SourceTime } from '../../../domain/record/day-total'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-GB' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

const phone: SourceTime = { source: 'entered', ms: 3 * HOUR_MS + 10 * MINUTE_MS }
const tracker: SourceTime = { source: 'time-tracker', ms: 12 * HOUR_MS }

async function words(locale = 'en-GB') {
  vi.resetModules()
  language.locale = locale
  const { coverageShortly, coverageWords, totalsShortly, totalsWords } =
    await import('../../../components/totals/coverage-words')
  /** Without the narrow spaces between numbers and units. */
  return {
    covers: (totals: readonly SourceTime[], hasMoney = true) => plain(coverageWords(totals, hasMoney)),
    briefly: coverageShortly,
    holds: (totals: readonly SourceTime[], hasMoney = true) => plain(totalsWords(totals, hasMoney)),
    shortly: (totals: readonly SourceTime[]) => plain(totalsShortly(totals)),
  }
}

describe('what a page covers', () => {
  test('is one browser on one computer', async () => {
    expect((await words()).covers([])).toBe('This covers one browser on one computer.')
  })

  test('and the minutes of a phone, if some were typed', async () => {
    const price =
      'They have no time of day: they cost the plain rate of their day and are left out of all figures by the hour.'
    expect((await words()).covers([phone])).toBe(
      `This covers one browser on one computer, and 3 h 10 min that you entered for your phone. ${price}`,
    )
  })

  test('and what other tools counted, each source once', async () => {
    expect((await words()).covers([tracker, phone], false)).toBe(
      'This covers one browser on one computer, and 3 h 10 min that you entered for your phone. ' +
        'Of this, 12 h 0 min from Time Tracker as day totals. ' +
        'They have no time of day, so they are left out of all figures by the hour.',
    )
  })

  test('is said in German, too', async () => {
    expect((await words('de-DE')).covers([phone], false)).toBe(
      'Das umfasst einen Browser auf einem Computer, dazu 3 h 10 min, die du für dein Handy eingetragen hast. ' +
        'Sie haben keine Uhrzeit und fehlen deshalb in allen Zahlen nach Stunden.',
    )
  })
})

test.each([
  [
    'en-GB',
    'this browser only',
    'this browser and phone minutes',
    'this browser, phone minutes and day totals',
  ],
  [
    'de-DE',
    'nur dieser Browser',
    'dieser Browser und Handy-Minuten',
    'dieser Browser, Handy-Minuten und Tagessummen',
  ],
])('beside a figure it is said in a few words in %s', async (locale, ...expected) => {
  const { briefly } = await words(locale)
  expect([briefly([]), briefly([phone]), briefly([tracker, phone])]).toEqual(expected)
})

test('how much of a figure is day totals is said by source, and not at all without any', async () => {
  const { holds, shortly } = await words()
  expect([holds([]), shortly([])]).toEqual(['', ''])
  expect(holds([tracker, phone], false)).toMatch(
    /^Of this, 12 h 0 min from Time Tracker and 3 h 10 min from your phone as day totals\./,
  )
  expect(shortly([tracker, phone])).toBe('15 h 10 min of it as day totals.')
})
