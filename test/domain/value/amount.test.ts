import { describe, expect, test } from 'vitest'
import { parseAmount, parseNumber, parsePercent, withoutSigns } from '../../../domain/value/amount'

describe('an amount is read in any common notation', () => {
  test.each<[typed: string, separator: string, digits: number, minor: number]>([
    ['25', '.', 2, 2500],
    ['25.50', '.', 2, 2550],
    ['25,50', '.', 2, 2550],
    ['25.50', ',', 2, 2550],
    ['25,50', ',', 2, 2550],
    ['25,5', ',', 2, 2550],
    ['25.', '.', 2, 2500],
    ['.5', '.', 2, 50],
    ['0,01', ',', 2, 1],
    ['+12', '.', 2, 1200],
    [' 25 ', ',', 2, 2500],
    ['1,000', '.', 2, 100_000],
    ['1.000', ',', 2, 100_000],
    ['1.000', '.', 3, 1000],
    ['1.000', ',', 3, 1_000_000],
    ['0.500', ',', 3, 500],
    ['0,500', '.', 3, 500],
    ['1.234.567', ',', 2, 123_456_700],
    ['1.234,56', ',', 2, 123_456],
    ['1,234.56', ',', 2, 123_456],
    ['1,234.56', '.', 2, 123_456],
    ['1 000,5', ',', 2, 100_050],
    ['1\u202f234\u00a0567,89', ',', 2, 123_456_789],
    ["1'000.50", '.', 2, 100_050],
    ['1’000.50', '.', 2, 100_050],
    ['١٢', '.', 2, 1200],
    ['۱۲٫۵', '.', 2, 1250],
    ['１２', '.', 0, 12],
    ['12,00,000', '.', 2, 120_000_000],
    ['12,00,000.50', '.', 2, 120_000_050],
    ['1,00,000', '.', 0, 100_000],
    ['12.00.000,50', ',', 2, 120_000_050],
    ['১২,০০,০০০.৫০', '.', 2, 120_000_050],
    ['𑄷𑄸.𑄻', '.', 2, 1250],
    ['१२', '.', 2, 1200],
    ['๑๒๓', '.', 2, 12_300],
    ['𞥑⹁𞥒𞥓𞥔.𞥕', '.', 2, 123_450],
    ['١٬٢٣٤٫٥٠٠', '٫', 3, 1_234_500],
    ['١٫٥٠٠', '٫', 3, 1500],
    ['\u200e12.5', '.', 2, 1250],
    ['100000', '.', 0, 100_000],
    ['100000000', '.', 2, 10_000_000_000],
    ['0012', '.', 2, 1200],
  ])('%j with the separator %j and %d decimals is %d minor units', (typed, separator, digits, minor) => {
    expect(parseAmount(typed, digits, separator)).toEqual({ ok: true, minor })
  })

  test.each<[typed: string, separator: string, digits: number, flaw: string]>([
    ['', '.', 2, 'empty'],
    ['   ', '.', 2, 'empty'],
    ['abc', '.', 2, 'notANumber'],
    ['12a', '.', 2, 'notANumber'],
    ['.', '.', 2, 'notANumber'],
    ['-', '.', 2, 'notANumber'],
    ['--3', '.', 2, 'notANumber'],
    ['1..2', '.', 2, 'notANumber'],
    ['1 2', '.', 2, 'notANumber'],
    ['1.23.4', '.', 2, 'notANumber'],
    ['12.34,5', ',', 2, 'notANumber'],
    ['1,234,56', '.', 2, 'notANumber'],
    ['12,00,00', '.', 2, 'notANumber'],
    ['123,00,000', '.', 2, 'notANumber'],
    ['1,2,345', '.', 2, 'notANumber'],
    ['0,12,345', '.', 2, 'notANumber'],
    ['Infinity', '.', 2, 'notANumber'],
    ['NaN', '.', 2, 'notANumber'],
    ['1e1', '.', 2, 'notANumber'],
    ['0x10', '.', 2, 'notANumber'],
    ['−3', '.', 2, 'negative'],
    ['-3', ',', 2, 'negative'],
    ['–3,50', ',', 2, 'negative'],
    ['$25.50', '.', 2, 'otherCurrency'],
    ['25 €', '.', 2, 'otherCurrency'],
    ['-€3', '.', 2, 'otherCurrency'],
    ['25 USD', '.', 2, 'otherCurrency'],
    ['25 kr.', '.', 2, 'otherCurrency'],
    ['0', '.', 2, 'zero'],
    ['0,00', ',', 2, 'zero'],
    ['-0', '.', 2, 'zero'],
    ['25.505', '.', 2, 'tooManyDecimals'],
    ['1.000', '.', 2, 'tooManyDecimals'],
    ['1,5', ',', 0, 'tooManyDecimals'],
    ['1e12', '.', 2, 'tooLarge'],
    ['1000000000000', '.', 2, 'tooLarge'],
    ['100000000.01', '.', 2, 'tooLarge'],
    ['100000001', '.', 2, 'tooLarge'],
    ['9'.repeat(400), '.', 2, 'tooLarge'],
  ])('%j with the separator %j and %d decimals is refused: %s', (typed, separator, digits, flaw) => {
    expect(parseAmount(typed, digits, separator)).toEqual({ ok: false, flaw })
  })
})

describe('a number must lie in its range', () => {
  const seconds = { digits: 0, min: 15, max: 600 }
  test.each([
    ['15', { ok: true, units: 15 }],
    ['600', { ok: true, units: 600 }],
    ['14', { ok: false, flaw: 'tooSmall' }],
    ['601', { ok: false, flaw: 'tooLarge' }],
    ['15.5', { ok: false, flaw: 'tooManyDecimals' }],
    ['', { ok: false, flaw: 'empty' }],
    ['-20', { ok: false, flaw: 'negative' }],
  ])('%j of 15 to 600 s gives %j', (typed, expected) => {
    expect(parseNumber(typed, '.', seconds)).toEqual(expected)
  })

  test.each([
    ['-0,2', { ok: true, units: -20 }],
    ['−0,05', { ok: true, units: -5 }],
    ['0,33', { ok: true, units: 33 }],
    ['-0,21', { ok: false, flaw: 'tooSmall' }],
    ['-1', { ok: false, flaw: 'tooSmall' }],
    ['1,01', { ok: false, flaw: 'tooLarge' }],
  ])('which may reach below zero: %j of −0.2 to 1 gives %j', (typed, expected) => {
    expect(parseNumber(typed, ',', { digits: 2, min: -0.2, max: 1 })).toEqual(expected)
  })

  test('decimals are counted in the smallest unit', () => {
    expect(parseNumber('38,5', ',', { digits: 2, min: 1, max: 168 })).toEqual({ ok: true, units: 3850 })
  })
})

describe('the sign of the currency beside an amount', () => {
  test.each([
    ['CHF 1’234.50', ['CHF'], '1’234.50'],
    ['25,00 Kč', ['CZK', 'Kč'], '25,00'],
    ['-CA$3', ['CAD', 'CA$', '$'], '-3'],
    ['25 eur', ['EUR', '€'], '25'],
    ['1\u00a0500\u202fF\u00a0CFA', ['XOF', 'F\u202fCFA'], '1 500'],
    ['25', ['EUR'], '25'],
  ])('%j with the signs %j is %j', (typed, signs, amount) => {
    expect(withoutSigns(typed, signs).trim()).toBe(amount)
  })

  test.each<[typed: string, flaw: string]>([
    ['$25', 'otherCurrency'],
    ['25 £', 'otherCurrency'],
    ['25 USD', 'otherCurrency'],
    ['25 chf', 'otherCurrency'],
    ['Fr. 25', 'otherCurrency'],
    ['25 zł', 'otherCurrency'],
    ['€', 'empty'],
    ['12a', 'notANumber'],
    ['abc', 'notANumber'],
    ['25 EURO', 'notANumber'],
  ])('%j is not an amount in euros: %s', (typed, flaw) => {
    expect(parseAmount(withoutSigns(typed, ['EUR', '€']), 2, '.')).toEqual({ ok: false, flaw })
  })

  test.each([
    ['$25', ['CAD', 'CA$', '$']],
    ['C$25', ['CAD', 'CA$', '$', 'C$']],
    ['$25 CAD', ['CAD', 'CA$', '$']],
    ['￥25', ['JPY', '¥']],
    ['25 kr', ['SEK', 'kr']],
  ])('%j is an amount in its own currency', (typed, signs) => {
    expect(parseAmount(withoutSigns(typed, signs), 2, '.')).toEqual({ ok: true, minor: 2500 })
  })

  test('US$ is another currency than Canadian dollars', () => {
    expect(parseAmount(withoutSigns('US$25', ['CAD', 'CA$', '$']), 2, '.')).toEqual({
      ok: false,
      flaw: 'otherCurrency',
    })
  })
})

test.each(['50 %', '%50', '٥٠٪\u061c', '\u200f50\u200e%\u200e', '۵۰٪', '50'])('%j is 50 percent', (typed) => {
  expect(parsePercent(typed, '.', { digits: 0, min: 0, max: 100 })).toEqual({ ok: true, units: 50 })
})
