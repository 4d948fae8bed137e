import { describe, expect, test } from 'vitest'
import { EMPTY_PAY, type PayDraft, readPay } from '../../../domain/value/pay-draft'

const read = (typed: Partial<PayDraft>) => readPay({ ...EMPTY_PAY, ...typed }, 2, '.')

describe('typed pay gives an hourly wage', () => {
  test.each<[Partial<PayDraft>, number]>([
    [{ amount: '25' }, 2500],
    [{ amount: '25', isGross: true, keptPercent: '60' }, 1500],
    [{ amount: '25', isGross: true, keptPercent: '60 %' }, 1500],
    [{ amount: '２５', isGross: true, keptPercent: '６０％' }, 1500],
    [{ amount: '52,000', per: 'year' }, 2500],
    [{ amount: '2600', per: 'month', hoursAWeek: '20' }, 3000],
    [{ amount: '52,000', per: 'year', isGross: true, keptPercent: '60', hoursAWeek: '38.5' }, 1558],
    [{ amount: '300,000,000', per: 'year' }, 14_423_077],
  ])('%j gives %d', (typed, hourMinor) => {
    expect(read(typed)).toMatchObject({ hourMinor, flaws: {} })
  })

  test('the percentage and hours used are returned as they were read', () => {
    const typed = {
      amount: '4,000',
      per: 'month',
      isGross: true,
      keptPercent: '６０％',
      hoursAWeek: '３８.5',
    } as const
    expect(read(typed)).toMatchObject({ keptPercent: 60, hoursAWeek: 38.5 })
  })

  test('fields that do not apply are ignored', () => {
    expect(read({ amount: '25', keptPercent: 'abc', hoursAWeek: 'abc' }).hourMinor).toBe(2500)
  })
})

describe('flaws are given by field', () => {
  test.each<[Partial<PayDraft>, object]>([
    [{}, { amount: 'empty' }],
    [{ amount: '-3' }, { amount: 'negative' }],
    [{ amount: '1e12' }, { amount: 'tooLarge' }],
    [{ amount: '25', isGross: true }, { keptPercent: 'empty' }],
    [{ amount: '25', isGross: true, keptPercent: '0' }, { keptPercent: 'tooSmall' }],
    [{ amount: '25', isGross: true, keptPercent: '101' }, { keptPercent: 'tooLarge' }],
    [{ amount: '25', per: 'month', hoursAWeek: '0' }, { hoursAWeek: 'tooSmall' }],
    [{ amount: '25', per: 'month', hoursAWeek: '169' }, { hoursAWeek: 'tooLarge' }],
    [
      { amount: 'abc', per: 'year', isGross: true, keptPercent: 'x', hoursAWeek: '' },
      { amount: 'notANumber', keptPercent: 'notANumber', hoursAWeek: 'empty' },
    ],
    [{ amount: '1', per: 'year' }, { hour: 'zero' }],
    [{ amount: '90,000,000,000', per: 'year', hoursAWeek: '1' }, { hour: 'tooLarge' }],
  ])('%j gives %j', (typed, flaws) => {
    expect(read(typed)).toMatchObject({ hourMinor: null })
    expect(read(typed).flaws).toEqual(flaws)
  })
})
