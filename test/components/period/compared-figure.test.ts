import { expect, test, vi } from 'vitest'
import { comparedAmount, comparedNet, comparedTime } from '../../../components/period/compared-figure'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { plain } from '../../fixtures/plain'

vi.mock('../../../platform/i18n', async () => {
  const { wordIn } = await import('../../fixtures/words')
  return { locale: () => 'en', t: (key: string, ...values: string[]) => wordIn('en', key, ...values) }
})

const beside = (now: number, before: number | null) => ({ now, before, median: null })

test('a time differs by whole minutes, as both are shown', () => {
  const figure = comparedTime(beside(HOUR_MS + 59_000, 58 * MINUTE_MS + 1000))
  expect(plain(figure.difference)).toBe('2 min more')
  expect(figure.change).toBe('+5%')
  expect(comparedTime(beside(HOUR_MS + 59_000, HOUR_MS)).difference).toBe('as before')
})

test('an amount is more or less, a net higher or lower', () => {
  expect(comparedAmount('Cost', beside(500, 750), 'EUR').difference).toBe('€2.50 less')
  expect(comparedNet(beside(-500, -750), 'EUR').difference).toBe('€2.50 higher')
  expect(comparedNet(beside(-750, 250), 'EUR').difference).toBe('€10.00 lower')
})

test('the change of a net is an amount, because a percentage across zero says nothing', () => {
  expect(plain(comparedNet(beside(336, -280), 'EUR').change)).toBe('+€6.16')
})

test('with nothing before there is no difference and no change', () => {
  const figure = comparedNet(beside(336, null), 'EUR')
  expect([figure.difference, figure.change]).toEqual(['', ''])
})
