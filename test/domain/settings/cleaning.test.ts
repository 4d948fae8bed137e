import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CleaningInterval,
  dueSites,
  isCleaningDue,
  isCleanings,
  monthsAfter,
  nextCleaning,
  withCleaning,
  withoutSites,
} from '../../../domain/settings/cleaning'

const quarterly = (...done: string[]) => ({ interval: 'quarterly' as const, done })

describe('the same day some months later', () => {
  test.each([
    ['2026-11-22', 1, '2026-12-22'],
    ['2026-11-22', 3, '2027-02-22'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-30', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-02-28', 1, '2027-03-28'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2026-05-01', 1, '2026-06-01'],
  ])('%s and %d: %s', (day, count, expected) => {
    expect(monthsAfter(day, count)).toBe(expected)
  })

  test('lies in that month, on no later day of it', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2990-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom(1, 3), (date, count) => {
        const day = date.toISOString().slice(0, 10)
        const later = monthsAfter(day, count)
        const months = (of: string) => 12 * Number(of.slice(0, 4)) + Number(of.slice(5, 7))
        expect(months(later) - months(day)).toBe(count)
        expect(later.slice(8) <= day.slice(8)).toBe(true)
      }),
    )
  })
})

describe('a cleaning is due', () => {
  test.each<[what: string, interval: CleaningInterval, done: string[], today: string, isDue: boolean]>([
    ['never while the interval is off', 'off', ['2020-01-01'], '2026-11-23', false],
    ['at once if there was none', 'quarterly', [], '2026-11-23', true],
    ['not the day before its month is over', 'monthly', ['2026-10-23'], '2026-11-22', false],
    ['on the day on which its month is over', 'monthly', ['2026-10-23'], '2026-11-23', true],
    ['at the end of a shorter month', 'monthly', ['2027-01-31'], '2027-02-28', true],
    ['counted from the last one', 'quarterly', ['2026-01-01', '2026-10-01'], '2026-11-23', false],
  ])('%s', (_what, interval, done, today, isDue) => {
    expect(isCleaningDue({ interval, done }, today)).toBe(isDue)
  })

  test('on a day that is known beforehand, unless the interval is off or there was none', () => {
    expect(nextCleaning(quarterly('2026-11-30'))).toBe('2027-02-28')
    expect(nextCleaning(quarterly())).toBeNull()
    expect(nextCleaning({ interval: 'off', done: ['2026-11-30'] })).toBeNull()
  })

  test('for some platforms and not for others', () => {
    const cleanings = { 'youtube.com': quarterly('2026-08-23'), 'x.com': quarterly('2026-08-24') }
    expect(dueSites(cleanings, '2026-11-23')).toEqual(['youtube.com'])
  })
})

describe('what is noted', () => {
  test('is sorted, holds each day once, and says nothing of other platforms', () => {
    const noted = withCleaning({ 'x.com': quarterly() }, 'youtube.com', {
      done: ['2026-11-02', '2026-10-01', '2026-11-02'],
    })
    expect(noted).toEqual({
      'x.com': quarterly(),
      'youtube.com': { interval: 'off', done: ['2026-10-01', '2026-11-02'] },
    })
    expect(withCleaning(noted, 'x.com', { done: ['2026-11-03'] })['x.com']).toEqual(quarterly('2026-11-03'))
  })

  test('is gone once the interval is off and every day is taken back', () => {
    const noted = withCleaning({}, 'x.com', { done: ['2026-11-02'] })
    expect(withCleaning(noted, 'x.com', { done: [] })).toEqual({})
  })

  test('can be dropped for some sites', () => {
    expect(
      withoutSites({ 'x.com': quarterly(), 'tiktok.com': quarterly() }, ['x.com', 'no.example']),
    ).toEqual({ 'tiktok.com': quarterly() })
  })

  test.each<[what: string, value: unknown, isValid: boolean]>([
    ['nothing noted', {}, true],
    ['an interval and days', { 'youtube.com': quarterly('2026-10-01', '2026-11-02') }, true],
    ['a list', [], false],
    ['null', null, false],
    ['a name that is no site', { youtube: quarterly() }, false],
    ['a site with mark-up', { 'a.b<i>': quarterly() }, false],
    ['an unknown interval', { 'x.com': { interval: 'hourly', done: [] } }, false],
    ['no days', { 'x.com': { interval: 'off' } }, false],
    ['a day that does not exist', { 'x.com': quarterly('2026-02-30') }, false],
    ['a day twice', { 'x.com': quarterly('2026-11-02', '2026-11-02') }, false],
    ['days out of order', { 'x.com': quarterly('2026-11-02', '2026-10-01') }, false],
  ])('is read with care: %s', (_what, value, isValid) => {
    expect(isCleanings(value)).toBe(isValid)
  })
})
