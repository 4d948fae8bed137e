import { expect, test } from 'vitest'
import { CURRENCIES } from '../../../domain/value/currencies'
import { suggestedCurrencies } from '../../../domain/value/region-currency'

test('the currencies that people are paid in are listed once and in order', () => {
  expect(CURRENCIES).toEqual([...new Set(CURRENCIES)].toSorted())
  expect(CURRENCIES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true)
  expect(CURRENCIES).toEqual(expect.arrayContaining(['EUR', 'USD', 'JPY', 'KWD', 'XOF', 'SLE', 'ZWG', 'XCG']))
})

test.each(['DEM', 'HRK', 'BGN', 'SLL', 'ZWL', 'CUC', 'ANG', 'XDR', 'XSU', 'XAU', 'XXX'])(
  '%s is not listed because it was replaced or is not paid out',
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
])('somebody who reads %j gets the suggestions %j', (tags, suggested) => {
  expect(suggestedCurrencies(tags)).toEqual(suggested)
})
