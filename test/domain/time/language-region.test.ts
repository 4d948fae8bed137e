import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likelyRegion, namedRegion } from '../../../domain/time/language-region'
import { weekStartOf } from '../../../domain/time/week'
import { suggestedCurrency } from '../../../domain/value/region-currency'

describe('the region of a language tag', () => {
  test.each<[tag: string, named: string | undefined, likely: string | undefined]>([
    ['de', undefined, 'DE'],
    ['de-AT', 'AT', 'AT'],
    ['sr-Latn-RS', 'RS', 'RS'],
    ['en-US-u-ca-persian', 'US', 'US'],
    ['de_DE.UTF-8', 'DE', 'DE'],
    ['de_CH', 'CH', 'CH'],
    ['ca_ES.UTF-8@valencia', 'ES', 'ES'],
    [' en-GB ', 'GB', 'GB'],
    ['C', undefined, undefined],
    ['C.UTF-8', undefined, undefined],
    ['POSIX', undefined, undefined],
    ['', undefined, undefined],
    ['x-default', undefined, undefined],
    ['*', undefined, undefined],
    ['en;q=0.5', undefined, undefined],
  ])('%j names %j and most likely means %j', (tag, named, likely) => {
    expect([namedRegion(tag), likelyRegion(tag)]).toEqual([named, likely])
  })

  test.each([
    ['C', 0, 'EUR'],
    ['', 0, 'EUR'],
    ['x-default', 0, 'EUR'],
    ['en_US.UTF-8', 6, 'USD'],
    ['en-US-u-ca-persian', 6, 'USD'],
  ])('%j has weeks from weekday %d and suggests %s', (tag, start, currency) => {
    expect([weekStartOf(tag), suggestedCurrency(tag)]).toEqual([start, currency])
  })

  test('is asked of any text without an error', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z]{1,8}([-_.@][A-Za-z0-9]{1,8}){0,4}$/))
    fc.assert(
      fc.property(text, (tag) => {
        expect(['string', 'undefined']).toContain(typeof likelyRegion(tag))
        expect(weekStartOf(tag)).toBeLessThan(7)
        expect(suggestedCurrency(tag)).toMatch(/^[A-Z]{3}$/)
      }),
      { numRuns: 30 },
    )
  })
})
