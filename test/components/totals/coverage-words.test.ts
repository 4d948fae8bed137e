import { describe, expect, test, vi } from 'vitest'
import type { SourceTime } from '../../../domain/record/total-source'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-GB' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

const phone: SourceTime = { source: 'entered', ms: 3 * HOUR_MS + 10 * MINUTE_MS }
const desk: SourceTime = { source: 'device:0a1b2c3d', ms: 2 * HOUR_MS, name: 'Desk' }
const unnamed: SourceTime = { source: 'device:9f8e7d6c', ms: HOUR_MS }
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

describe('what came from other devices', () => {
  const PLAIN = 'They have no time of day, so they are left out of all figures by the hour.'
  const OHNE = 'Sie haben keine Uhrzeit und fehlen deshalb in allen Zahlen nach Stunden.'

  test('is said by the name of the device, where it is known', async () => {
    const { holds } = await words()
    expect(holds([tracker, desk, unnamed], false)).toBe(
      `Of this, 12 h 0 min from Time Tracker, 2 h 0 min from Desk and 1 h 0 min from another device as day totals. ${PLAIN}`,
    )
  })

  test('adds up devices without a name, and devices with the same name', async () => {
    const { holds } = await words()
    const nameless = { ...desk, name: '\u202e ' }
    expect(holds([nameless, unnamed], false)).toBe(
      `Of this, 3 h 0 min from other devices as day totals. ${PLAIN}`,
    )
    expect(holds([desk, { ...unnamed, name: 'Desk' }], false)).toBe(
      `Of this, 3 h 0 min from Desk as day totals. ${PLAIN}`,
    )
  })

  test('is said in German, too', async () => {
    const { holds, covers, briefly } = await words('de-DE')
    expect(holds([unnamed], false)).toBe(`Davon 1 h 0 min von einem anderen Gerät als Tagessummen. ${OHNE}`)
    expect(covers([desk], false)).toBe(
      `Das umfasst diesen Browser und was von deinen anderen Geräten kam. Davon 2 h 0 min von Desk als Tagessummen. ${OHNE}`,
    )
    expect(briefly([desk])).toBe('dieser Browser und andere Geräte')
  })

  test('is covered with this browser, and then no page says that it covers one browser', async () => {
    const { covers, briefly } = await words()
    expect(covers([phone, desk], false)).toBe(
      `This covers this browser and what came from your other devices. Of this, 3 h 10 min from your phone and 2 h 0 min from Desk as day totals. ${PLAIN}`,
    )
    expect(briefly([tracker, phone, desk])).toBe('this browser, other devices, phone minutes and day totals')
  })
})

test('how much of a figure is day totals is said by source, and not at all without any', async () => {
  const { holds, shortly } = await words()
  expect([holds([]), shortly([])]).toEqual(['', ''])
  expect(holds([tracker, phone], false)).toMatch(
    /^Of this, 12 h 0 min from Time Tracker and 3 h 10 min from your phone as day totals\./,
  )
  expect(shortly([tracker, phone])).toBe('15 h 10 min of it as day totals.')
})
