import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClockRange } from '../../../domain/time/interval'
import { hourTypeOfWeek, HOUR_TYPES, type HourTypes, lengthOf } from '../../../domain/value/hour-types'

const OFFICE: ClockRange = { from: 9, to: 17 }

const office: HourTypes = {
  percent: { work: 100, free: 60, night: 150 },
  work: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, null, null],
  night: { from: 23, to: 6 },
}

const typeAt = (types: HourTypes, local: string) =>
  hourTypeOfWeek(types, Date.parse(`${local.replace(' ', 'T')}:00Z`) / 3_600_000)

describe('with office hours from 9 to 17 and night from 23 to 6', () => {
  test.each([
    ['2026-11-23 08:00', 'free'],
    ['2026-11-23 09:00', 'work'],
    ['2026-11-23 16:00', 'work'],
    ['2026-11-23 17:00', 'free'],
    ['2026-11-23 22:00', 'free'],
    ['2026-11-23 23:00', 'night'],
    ['2026-11-24 00:00', 'night'],
    ['2026-11-24 05:00', 'night'],
    ['2026-11-24 06:00', 'free'],
    ['2026-11-27 12:00', 'work'],
    ['2026-11-28 12:00', 'free'],
    ['2026-11-29 12:00', 'free'],
    ['2026-11-29 23:00', 'night'],
    ['1969-12-31 12:00', 'work'],
    ['1970-01-01 12:00', 'work'],
    ['1970-01-03 12:00', 'free'],
  ])('%s is %s', (local, type) => {
    expect(typeAt(office, local)).toBe(type)
  })
})

describe('a night shift belongs to the day on which it begins', () => {
  const shift: HourTypes = {
    ...office,
    work: [null, null, null, null, null, null, { from: 20, to: 4 }],
  }

  test.each([
    ['2026-11-29 19:00', 'free', 'Sunday, before the shift'],
    ['2026-11-29 20:00', 'work', 'Sunday, first hour of the shift'],
    ['2026-11-29 23:00', 'work', 'work takes precedence over night'],
    ['2026-11-30 03:00', 'work', 'Monday, last hour of the shift'],
    ['2026-11-30 04:00', 'night', 'Monday, after the shift'],
    ['2026-11-29 03:00', 'night', 'not the night before'],
    ['2026-12-01 03:00', 'night', 'not the night after'],
  ])('%s is %s (%s)', (local, type) => {
    expect(typeAt(shift, local)).toBe(type)
  })
})

describe('the ends of a range', () => {
  const working = (range: ClockRange): HourTypes => ({
    percent: office.percent,
    work: [range, null, null, null, null, null, null],
    night: null,
  })

  test.each<[rule: string, range: ClockRange, local: string, type: string]>([
    ['24 is the end of the day', { from: 20, to: 24 }, '2026-11-23 23:00', 'work'],
    ['24 does not reach into the next day', { from: 20, to: 24 }, '2026-11-24 00:00', 'free'],
    ['0 to 24 is all day', { from: 0, to: 24 }, '2026-11-23 00:00', 'work'],
    ['a range with equal ends lasts to midnight', { from: 8, to: 8 }, '2026-11-23 23:00', 'work'],
    ['a range with equal ends goes on the next day', { from: 8, to: 8 }, '2026-11-24 07:00', 'work'],
    ['a range with equal ends does not begin earlier', { from: 8, to: 8 }, '2026-11-23 07:00', 'free'],
    ['the end hour is excluded', { from: 8, to: 9 }, '2026-11-23 09:00', 'free'],
  ])('%s', (_rule, range, local, type) => {
    expect(typeAt(working(range), local)).toBe(type)
  })

  test('without work and night every hour is free', () => {
    const types: HourTypes = { ...office, work: [null, null, null, null, null, null, null], night: null }
    for (let hour = 0; hour < 168; hour += 1) expect(hourTypeOfWeek(types, hour)).toBe('free')
  })

  test('a schedule of fewer than seven days leaves the others free', () => {
    expect(typeAt({ ...office, work: [OFFICE] }, '2026-11-24 12:00')).toBe('free')
  })
})

test('every week has the same hour types', () => {
  const range = fc.record({ from: fc.integer({ min: 0, max: 23 }), to: fc.integer({ min: 1, max: 24 }) })
  const types: fc.Arbitrary<HourTypes> = fc.record({
    percent: fc.constant(office.percent),
    work: fc.array(fc.option(range), { minLength: 7, maxLength: 7 }),
    night: fc.option(range),
  })
  fc.assert(
    fc.property(types, fc.integer({ min: -200_000, max: 800_000 }), (schedule, hour) => {
      const type = hourTypeOfWeek(schedule, hour)
      expect(HOUR_TYPES).toContain(type)
      expect(hourTypeOfWeek(schedule, hour + 168)).toBe(type)
    }),
  )
})

test.each([
  [9, 17, 8],
  [22, 6, 8],
  [0, 24, 24],
  [9, 9, 24],
  [23, 24, 1],
  [0, 1, 1],
])('from %d to %d is %d hours', (from, to, hours) => {
  expect(lengthOf({ from, to })).toBe(hours)
})
