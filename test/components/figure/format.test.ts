import { describe, expect, test, vi } from 'vitest'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', () => ({
  locale: () => language.locale,
  t: (key: string) => `(${key})`,
}))

/** A page never changes its language, so each language gets its own copy of the module. */
async function speaking(locale: string) {
  vi.resetModules()
  language.locale = locale
  return {
    ...(await import('../../../components/figure/format')),
    ...(await import('../../../components/figure/numbers')),
  }
}

describe('money', () => {
  test.each([
    ['en-US', 3105, 'EUR', '€31.05'],
    ['en-US', 3105, 'JPY', '¥3,105'],
    ['en-US', 3105, 'KWD', 'KWD 3.105'],
    ['en-US', 123_456_789, 'USD', '$1,234,567.89'],
    ['de-DE', 3105, 'EUR', '31,05 €'],
    ['de-DE', 3105, 'JPY', '3.105 ¥'],
    ['de-DE', 3105, 'KWD', '3,105 KWD'],
    ['en-IN', 120_000_000, 'INR', '₹12,00,000.00'],
    ['de-CH', 123_450, 'CHF', 'CHF 1’234.50'],
    ['en-DE', 123_450, 'EUR', '€1.234,50'],
    ['en-DE', 1234, 'JPY', 'JP¥1.234'],
  ])('in %s, %d minor units of %s read %s', async (locale, minor, currency, written) => {
    const { money } = await speaking(locale)
    expect(plain(money(minor, currency))).toBe(written)
  })

  test.each([
    ['en-US', -4130, '\u2212€41.30'],
    ['en-US', 0, '±€0.00'],
    ['en-US', 1, '+€0.01'],
    ['de-DE', -4130, '\u221241,30 €'],
    ['de-DE', 0, '±0,00 €'],
    ['de-DE', 1, '+0,01 €'],
  ])('in %s, a net of %d has a typographic sign: %s', async (locale, minor, written) => {
    const { signedMoney } = await speaking(locale)
    expect(plain(signedMoney(minor, 'EUR'))).toBe(written)
  })

  test.each([
    ['EUR', 3105, '31.05'],
    ['JPY', 3105, '3105'],
    ['KWD', 3105, '3.105'],
    ['EUR', -5, '-0.05'],
  ])('for machines, an amount in %s is a decimal number', async (currency, minor, written) => {
    const { decimal } = await speaking('de-DE')
    expect(decimal(minor, currency)).toBe(written)
  })

  test('an amount has no currency in a column, and no grouping either in a field', async () => {
    const { plainAmount, signedPlainAmount, typedAmount } = await speaking('de-DE')
    expect(plainAmount(103_105, 'EUR')).toBe('1.031,05')
    expect(signedPlainAmount(-103_105, 'EUR')).toBe('\u22121.031,05')
    expect([signedPlainAmount(0, 'EUR'), signedPlainAmount(0, 'JPY')]).toEqual(['±0,00', '±0'])
    expect(typedAmount(103_105, 'EUR')).toBe('1031,05')
  })

  test.each([
    ['en-US', 420, '4.2'],
    ['en-US', 10_500, '105'],
    ['en-US', 99_949, '999'],
    ['en-US', 99_950, '1K'],
    ['en-US', 123_456, '1.2K'],
    ['de-DE', 123_456, '1,2K'],
    ['de-DE', 12_345_678, '123K'],
    ['de-DE', 99_950_000, '1M'],
  ])('on the badge in %s, %d cents read %s', async (locale, minor, written) => {
    const { shortAmount } = await speaking(locale)
    expect(shortAmount(minor, 2)).toBe(written)
  })
})

describe('time', () => {
  test.each([
    [0, '0 s', '0 s', 'PT0S'],
    [59_999, '59 s', '59 s', 'PT59S'],
    [60_000, '1 min', '0:01', 'PT60S'],
    [3_725_000, '1 h 2 min', '1:02', 'PT3725S'],
    [36_000_000, '10 h 0 min', '10:00', 'PT36000S'],
  ])('%d ms read %s, in a column %s, for machines %s', async (ms, words, column, machine) => {
    const { duration, columnDuration, isoDuration } = await speaking('en-US')
    expect(plain(duration(ms))).toBe(words)
    expect(plain(columnDuration(ms))).toBe(column)
    expect(isoDuration(ms)).toBe(machine)
  })

  test.each([
    ['en-US', 0, '0 seconds'],
    ['en-US', 42 * 60_000, '42 minutes'],
    ['en-US', 4_920_000, '1 hour 22 minutes'],
    ['en-US', 7_200_000, '2 hours'],
    ['de-DE', 4_920_000, '1 Stunde 22 Minuten'],
  ])('in %s, %d ms are said aloud as %s', async (locale, ms, words) => {
    const { spokenDuration } = await speaking(locale)
    expect(plain(spokenDuration(ms))).toBe(words)
  })

  test.each([
    ['en-US', '6:05 AM', '4:00 AM', 'Tuesday 6:05 AM'],
    ['en-GB', '6:05', '4:00', 'Tuesday 6:05'],
    ['de-DE', '6:05', '4:00', 'Dienstag, 6:05'],
  ])('in %s, every time of day has one form: %s, %s, %s', async (locale, time, hour, ofWeek) => {
    const { timeOfDay, hourOfDay, timeOfWeek } = await speaking(locale)
    const at = new Date(2026, 10, 24, 6, 5).getTime()
    expect([timeOfDay(at), hourOfDay(4), timeOfWeek(at)].map(plain)).toEqual([time, hour, ofWeek])
  })

  test.each([
    ['en-US', 'Sunday, November 22', 'Nov 22, 2026'],
    ['de-DE', 'Sonntag, 22. November', '22.11.2026'],
  ])('a day in %s reads %s, or shorter %s', async (locale, long, short) => {
    const { longDay, shortDay } = await speaking(locale)
    expect(longDay('2026-11-22')).toBe(long)
    expect(shortDay('2026-11-22')).toBe(short)
  })

  test.each([
    ['en-US', 'Tuesday 4:05 AM'],
    ['de-DE', 'Dienstag, 4:05'],
  ])('a time of the week in %s reads %s', async (locale, written) => {
    const { timeOfWeek } = await speaking(locale)
    expect(plain(timeOfWeek(new Date(2026, 10, 24, 4, 5).getTime()))).toBe(written)
  })

  test.each([
    ['en-US', '12:00 AM', '10:00 PM'],
    ['de-DE', '0:00', '22:00'],
  ])(
    'hours of the day in %s begin with %s, and the midnight at the end is a word',
    async (locale, first, later) => {
      const { hourOfDay } = await speaking(locale)
      expect(plain(hourOfDay(0))).toBe(first)
      expect(plain(hourOfDay(22))).toBe(later)
      expect(hourOfDay(24)).toBe('(midnight)')
    },
  )

  test('weekday 0 is Monday', async () => {
    const { weekdayName } = await speaking('de-DE')
    expect([weekdayName(0), weekdayName(6)]).toEqual(['Montag', 'Sonntag'])
  })
})

test('percentages, currency signs, currency names and the decimal sign follow the language', async () => {
  const german = await speaking('de-DE')
  expect(plain(german.percent(150))).toBe('150 %')
  expect([german.currencySign('EUR'), german.currencySign('CHF')]).toEqual(['€', 'CHF'])
  expect(german.currencyName('CHF')).toBe('Schweizer Franken')
  expect(german.decimalSeparator()).toBe(',')
  const english = await speaking('en-US')
  expect(english.percent(150)).toBe('150%')
  expect(english.decimalSeparator()).toBe('.')
})

test('a line can end neither within a duration nor between a sign and its figure', async () => {
  const { duration, signed, signedMoney } = await speaking('en-US')
  expect(duration(3_725_000)).toBe('1\u202fh\u00a02\u202fmin')
  expect([-10_305, 0, 5].map((minor) => signedMoney(minor, 'EUR'))).toEqual([
    '−\u2060€103.05',
    '±\u2060€0.00',
    '+\u2060€0.05',
  ])
  expect([signed('+', '12%'), signed('−', '٤')]).toEqual(['+12%', '−٤'])
  const turkish = await speaking('tr-TR')
  expect(turkish.signed('+', turkish.percent(12))).toBe('+\u2060%12')
})
