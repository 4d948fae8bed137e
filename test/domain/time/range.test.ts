import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../domain/time/local-time'
import { periodOf } from '../../../domain/time/period'
import { NAMED_RANGES, readRange, writeRange } from '../../../domain/time/range'

const TODAY = '2026-11-26'
const read = (text: string, weekStart = 0) => {
  const period = readRange(text, TODAY, weekStart)
  return period && [period.first, period.last]
}

describe('a range in an address', () => {
  test.each([
    ['today', '2026-11-26', '2026-11-26'],
    ['yesterday', '2026-11-25', '2026-11-25'],
    ['this-week', '2026-11-23', '2026-11-29'],
    ['last-week', '2026-11-16', '2026-11-22'],
    ['this-month', '2026-11-01', '2026-11-30'],
    ['last-month', '2026-10-01', '2026-10-31'],
    ['this-quarter', '2026-10-01', '2026-12-31'],
    ['last-quarter', '2026-07-01', '2026-09-30'],
    ['this-year', '2026-01-01', '2026-12-31'],
    ['last-year', '2025-01-01', '2025-12-31'],
    ['2026-02-28', '2026-02-28', '2026-02-28'],
    ['week-2026-11-19', '2026-11-16', '2026-11-22'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-q1', '2026-01-01', '2026-03-31'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['2026-11-01_2026-11-26', '2026-11-01', '2026-11-26'],
    ['2026-11-26_2026-11-01', '2026-11-01', '2026-11-26'],
  ])('%s is %s to %s', (text, first, last) => {
    expect(read(text)).toEqual([first, last])
  })

  test('has weeks that start on the person’s first weekday', () => {
    expect(read('this-week', 6)).toEqual(['2026-11-22', '2026-11-28'])
  })

  test.each([
    '',
    'tomorrow',
    'this-decade',
    '2026-13',
    '2026-02-30',
    '2026-q5',
    '0000',
    '9999-01-01',
    '1969-12-31',
    '2026-11-01_',
    '2026-11-01_2026-02-31',
    'week-2026-99-01',
    '__proto__',
    'this-week ',
  ])('“%s” is refused', (text) => {
    expect(read(text)).toBeNull()
  })

  test('is read back as the period that was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('day', 'week', 'month', 'quarter', 'year' as const),
        fc.integer({ min: 0, max: 40_000 }),
        (unit, count) => {
          const period = periodOf(unit as 'day', addDays('1970-01-05', count), 0)
          expect(readRange(writeRange(period), TODAY, 0)).toEqual(period.first < '1970-01-01' ? null : period)
        },
      ),
    )
    const dates = { unit: 'dates', first: '2026-01-31', last: '2026-03-01' } as const
    expect(readRange(writeRange(dates), TODAY, 0)).toEqual(dates)
  })

  test('means a period for every name', () => {
    for (const name of NAMED_RANGES) expect(read(name)).not.toBeNull()
  })
})
