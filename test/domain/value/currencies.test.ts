import { expect, test } from 'vitest'
import { CURRENCIES } from '../../../domain/value/currencies'
import { suggestedCurrencies } from '../../../domain/value/region-currency'

test('there is each currency that people are paid in, once, in order', () => {
  expect(CURRENCIES).toEqual([...new Set(CURRENCIES)].toSorted())
  expect(CURRENCIES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true)
  expect(CURRENCIES).toEqual(expect.arrayContaining(['EUR', 'USD', 'JPY', 'KWD', 'XOF', 'SLE', 'ZWG', 'XCG']))
})

test.each(['DEM', 'HRK', 'BGN', 'SLL', 'ZWL', 'CUC', 'ANG', 'XDR', 'XSU', 'XAU', 'XXX'])(
  '%s, which is no money any more or never was, is none of them',
  (code) => {
    expect(CURRENCIES).not.toContain(code)
  },
)

test.each([
  [
    ['de-DE', 'de', 'en-US', 'en'],
    ['EUR', 'USD'],
  ],
  [
    ['de-CH', 'fr-CH', 'de-DE'],
    ['CHF', 'EUR'],
  ],
  [['en'], ['USD']],
  [['sr-Latn-RS'], ['RSD']],
  [['en-BG'], ['EUR']],
  [['en-AQ'], ['EUR']],
])('to whom reads %j these are suggested: %j', (tags, suggested) => {
  expect(suggestedCurrencies(tags)).toEqual(suggested)
})
