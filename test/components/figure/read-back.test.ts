/** What we show, we read back: amounts, whole numbers and percentages, in every locale. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { parseClock } from '../../../domain/time/clock-draft'
import { DAY_MINUTES } from '../../../domain/time/local-time'
import { parseAmount, parseNumber, parsePercent, withoutSigns } from '../../../domain/value/amount'
import { minorDigits } from '../../../domain/value/minor-units'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', () => ({ locale: () => language.locale, t: (key: string) => `(${key})` }))

/** Each way of `Intl` to write a number: digits, groups, signs and marks of direction. */
const LOCALES =
  `en en-IN en-DE en-FR en-CH en-ZA en-AT en-PT en-SE en-BE de de-AT de-CH de-LI fr fr-CH it-CH es es-MX pt-BR
  pt-PT pt-CV pl ru sv nb da fi et eu gsw cs hu bg tr he ar ar-EG ar-MA fa ps ckb ks sd ur hi mr ne bn as ta dz my th lo km ja
  ko zh zh-Hant vi id sat mni ccp ff-Adlm xh af sl lt hr ro uk ku rm`.split(/\s+/)

const CURRENCIES = [
  'EUR',
  'USD',
  'CAD',
  'INR',
  'JPY',
  'CHF',
  'SEK',
  'XOF',
  'KWD',
  'BRL',
  'AED',
  'CZK',
  'CLF',
  'PEN',
]

describe.each(LOCALES)('in %s', (locale) => {
  const speaking = async () => {
    vi.resetModules()
    language.locale = locale
    const format = await import('../../../components/figure/format')
    return { ...format, ...(await import('../../../components/figure/numbers')) }
  }

  test('each amount that is shown is read back as itself', async () => {
    const { money, plainAmount, typedAmount, decimalSeparator, currencySigns } = await speaking()
    const amount = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 100_000_000 }))
    fc.assert(
      fc.property(amount, fc.constantFrom(...CURRENCIES), (minor, currency) => {
        for (const write of [money, plainAmount, typedAmount]) {
          const typed = withoutSigns(write(minor, currency), currencySigns(currency))
          expect(parseAmount(typed, minorDigits(currency), decimalSeparator())).toEqual({ ok: true, minor })
        }
      }),
      {
        examples: [
          [1234, 'JPY'],
          [234_500, 'KWD'],
          [100_000_000, 'INR'],
        ],
      },
    )
  })

  test('each amount with a sign, whole number and percentage is read back as itself', async () => {
    const { signedMoney, signedPlainAmount, whole, percent, decimalSeparator, currencySigns } =
      await speaking()
    const limits = { min: -1e9, max: 1e9 }
    fc.assert(
      fc.property(fc.integer({ min: -1e7, max: 1e7 }), (units) => {
        for (const write of [signedMoney, signedPlainAmount]) {
          const typed = withoutSigns(write(units, 'EUR'), currencySigns('EUR'))
          expect(parseNumber(typed, decimalSeparator(), { ...limits, digits: 2 })).toEqual({
            ok: true,
            units,
          })
        }
        const count = Math.abs(units)
        const range = { ...limits, digits: 0 }
        expect(parseNumber(whole(count), decimalSeparator(), range)).toEqual({ ok: true, units: count })
        expect(parsePercent(percent(count % 501), decimalSeparator(), range)).toEqual({
          ok: true,
          units: count % 501,
        })
      }),
    )
  })
})

/** The messages are English or German, whatever the region. */
const SPOKEN = 'AT AU CA CH DE DK FI GB IE IN NZ SE SG US ZA'
  .split(' ')
  .flatMap((region) => [`en-${region}`, `de-${region}`])

test.each(SPOKEN)('in %s each time of day that is shown is read back as itself', async (locale) => {
  vi.resetModules()
  language.locale = locale
  const { clockTime } = await import('../../../components/rule/clock-words')
  for (let minute = 0; minute < DAY_MINUTES; minute += 1)
    expect([minute, parseClock(clockTime(minute))]).toEqual([minute, minute])
})
