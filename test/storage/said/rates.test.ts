import { beforeEach, describe, expect, test } from 'vitest'
import type { Rate } from '../../../domain/value/hour-price'
import { allRates, putRate, removeRate } from '../../../storage/said/rates'
import { emptyDatabase } from '../../fixtures/database'

const rate = (from: string, amountMinor = 2500): Rate => ({
  from,
  amountMinor,
  currency: 'EUR',
  hourTypes: null,
})

beforeEach(async () => {
  await emptyDatabase()
  await putRate(rate('2026-11-23'), null)
  await putRate(rate('1970-01-01'), null)
})

describe('rates', () => {
  test('are listed earliest first', async () => {
    expect(await allRates()).toEqual([rate('1970-01-01'), rate('2026-11-23')])
  })

  test.each<[rule: string, put: Rate, replaces: string | null, after: Rate[]]>([
    [
      'a rate for a new day is added',
      rate('2026-12-01', 3000),
      null,
      [rate('1970-01-01'), rate('2026-11-23'), rate('2026-12-01', 3000)],
    ],
    [
      'a rate for the same day replaces the old one',
      rate('2026-11-23', 3000),
      null,
      [rate('1970-01-01'), rate('2026-11-23', 3000)],
    ],
    [
      'a rate can move to another day',
      rate('2026-10-01', 3000),
      '2026-11-23',
      [rate('1970-01-01'), rate('2026-10-01', 3000)],
    ],
    [
      'a rate moved to the day of another replaces it',
      rate('1970-01-01', 3000),
      '2026-11-23',
      [rate('1970-01-01', 3000)],
    ],
    [
      'a rate is added even if the one to replace is gone',
      rate('2026-12-01'),
      '2020-01-01',
      [rate('1970-01-01'), rate('2026-11-23'), rate('2026-12-01')],
    ],
  ])('%s', async (_rule, put, replaces, after) => {
    await putRate(put, replaces)
    expect(await allRates()).toEqual(after)
  })

  test('can be removed', async () => {
    await removeRate('2026-11-23')
    await removeRate('2020-01-01')
    expect(await allRates()).toEqual([rate('1970-01-01')])
  })
})
