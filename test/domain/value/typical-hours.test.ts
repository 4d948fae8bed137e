import { describe, expect, test } from 'vitest'
import { CURRENCIES } from '../../../domain/value/currencies'
import { suggestedCurrency } from '../../../domain/value/region-currency'
import { typicalHours } from '../../../domain/value/typical-hours'

describe('typical hours', () => {
  test.each([
    ['de-DE', 'EUR', 'DE', 19],
    ['de', 'EUR', 'DE', 19],
    ['fr-FR', 'EUR', 'FR', 16],
    ['de-CH', 'CHF', 'CH', 39],
    ['en-US', 'USD', 'US', 25],
    ['en-GB', 'GBP', 'GB', 15],
    ['nb-NO', 'NOK', 'NO', 260],
    ['hu-HU', 'HUF', 'HU', 2600],
  ])('of %s in %s are those of %s, around %d', (tag, currency, region, typical) => {
    expect(typicalHours(tag, currency)).toMatchObject({ region, typical })
  })

  test.each([
    ['de-AT', 'EUR', 'EU'],
    ['de-DE', 'CHF', 'CH'],
    ['en-US', 'EUR', 'EU'],
    ['no tag', 'USD', 'US'],
  ])('of %s in %s, where there is no figure of the region, are those of %s', (tag, currency, region) => {
    expect(typicalHours(tag, currency)?.region).toBe(region)
  })

  test.each([
    ['de-DE', 'EUR', 'average', 'Eurostat 2024'],
    ['en-US', 'USD', 'median', 'BLS 2025'],
    ['en-GB', 'GBP', 'median', 'ONS 2024'],
    ['en-AU', 'AUD', 'median', 'ABS 2025'],
  ])('of %s in %s are worked out from the %s pay in %s', (tag, currency, basis, source) => {
    expect(typicalHours(tag, currency)).toMatchObject({ basis, source })
  })

  test('are unknown for a currency without figures', () => {
    expect(typicalHours('ja-JP', 'JPY')).toBeNull()
  })

  test('are offered from less to more, all different, with the typical one in the middle', () => {
    for (const currency of CURRENCIES) {
      const found = typicalHours('', currency)
      if (!found) continue
      expect(found.choices[2]).toBe(found.typical)
      expect(found.choices).toEqual([...new Set(found.choices)].toSorted((a, b) => a - b))
      expect(found.choices[0]).toBeGreaterThan(0)
    }
  })

  test('are in the currency that is suggested there', () => {
    for (const tag of ['de-DE', 'bg-BG', 'en-AU', 'da-DK', 'ro-RO', 'sv-SE', 'pt-PT', 'en-IE'])
      expect(typicalHours(tag, suggestedCurrency(tag))?.region).toBe(tag.slice(3))
  })
})
