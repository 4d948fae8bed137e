import { describe, expect, test } from 'vitest'
import { readHours, readPromises } from '../../../domain/statement/commitment-draft'

test.each([
  ['10', { minutes: 600 }],
  ['1.5', { minutes: 90 }],
  ['0.02', { minutes: 1 }],
  ['168', { minutes: 10_080 }],
  ['0', { flaw: 'tooSmall' }],
  ['169', { flaw: 'tooLarge' }],
  ['1.234', { flaw: 'tooManyDecimals' }],
  ['-1', { flaw: 'negative' }],
  ['much', { flaw: 'notANumber' }],
])('hours typed as %s are %j', (text, read) => {
  expect(readHours(text, '.')).toEqual(read)
})

const OF = { week: '2026-11-30', currency: 'EUR', separator: ',' }
const DRAFTS = [
  { kind: 'feed', type: 'most', hours: '7,5' },
  { kind: 'learning', type: 'least', hours: '' },
] as const

describe('promises', () => {
  test('are those with hours, at the typed price', () => {
    expect(readPromises(DRAFTS, '25', OF)).toEqual({
      terms: [
        { week: '2026-11-30', kind: 'feed', type: 'most', minutes: 450, priceMinor: 2500, currency: 'EUR' },
      ],
      hourFlaws: new Map(),
      priceFlaw: null,
      isEmpty: false,
    })
  })

  test('need a price that is typed', () => {
    expect(readPromises(DRAFTS, '', OF).priceFlaw).toBe('empty')
    expect(readPromises(DRAFTS, '0', OF).priceFlaw).toBe('zero')
    expect(readPromises(DRAFTS, '2,50', { ...OF, currency: 'JPY' }).priceFlaw).toBe('tooManyDecimals')
  })

  test('have no price if amounts are hidden', () => {
    const read = readPromises(DRAFTS, null, OF)
    expect([read.priceFlaw, read.terms[0]?.priceMinor]).toEqual([null, 0])
  })

  test('with a flaw are named by their place', () => {
    const read = readPromises([{ ...DRAFTS[1], hours: 'x' }, DRAFTS[0]], '25', OF)
    expect([...read.hourFlaws]).toEqual([[0, 'notANumber']])
    expect(readPromises([DRAFTS[1]], '25', OF).isEmpty).toBe(true)
  })
})
