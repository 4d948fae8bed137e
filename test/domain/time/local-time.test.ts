import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  calendarDay,
  DAY_MS,
  dayNumber,
  HOUR_MS,
  MINUTE_MS,
  msOfDay,
  offsetChange,
  personDay,
  startOfDay,
  weekday,
} from '../../../domain/time/local-time'
import { dayBeginsTwice, offsetIn, ZONES } from '../../fixtures/zone'

const iso = (epochMs: number): string => new Date(epochMs).toISOString().replace('.000Z', 'Z')

describe('a day starts at the first instant at or after the chosen hour', () => {
  test.each([
    ['Europe/Berlin', '2026-11-23', 0, '2026-11-22T23:00:00Z', 'winter'],
    ['Europe/Berlin', '2026-11-23', 4, '2026-11-23T03:00:00Z', 'winter'],
    ['Europe/Berlin', '2026-07-01', 4, '2026-07-01T02:00:00Z', 'summer'],
    ['Europe/Berlin', '2026-07-01', 23, '2026-07-01T21:00:00Z', 'the last hour that can be chosen'],
    ['Europe/Berlin', '2026-03-29', 0, '2026-03-28T23:00:00Z', 'before 2:00 becomes 3:00'],
    ['Europe/Berlin', '2026-03-29', 2, '2026-03-29T01:00:00Z', '2:00 is skipped, so 3:00'],
    ['Europe/Berlin', '2026-03-29', 3, '2026-03-29T01:00:00Z', '3:00 is the same instant'],
    ['Europe/Berlin', '2026-03-29', 4, '2026-03-29T02:00:00Z', 'after 2:00 became 3:00'],
    ['Europe/Berlin', '2026-10-25', 0, '2026-10-24T22:00:00Z', 'before 3:00 becomes 2:00'],
    ['Europe/Berlin', '2026-10-25', 2, '2026-10-25T00:00:00Z', '2:00 occurs twice, so the first'],
    ['Europe/Berlin', '2026-10-25', 3, '2026-10-25T02:00:00Z', '3:00 comes after the second 2:59'],
    ['Europe/Berlin', '2026-10-25', 4, '2026-10-25T03:00:00Z', 'after 3:00 became 2:00'],
    ['America/New_York', '2026-03-08', 2, '2026-03-08T07:00:00Z', '2:00 is skipped'],
    ['America/New_York', '2026-11-01', 1, '2026-11-01T05:00:00Z', '1:00 occurs twice'],
    ['America/New_York', '2026-11-01', 4, '2026-11-01T09:00:00Z', 'after the change'],
    ['Australia/Lord_Howe', '2026-10-04', 2, '2026-10-03T15:30:00Z', '2:00 becomes 2:30'],
    [
      'Australia/Lord_Howe',
      '2026-10-04',
      4,
      '2026-10-03T17:00:00Z',
      'half an hour later than the day before',
    ],
    ['Australia/Lord_Howe', '2026-04-05', 2, '2026-04-04T15:30:00Z', '1:30 to 2:00 occurs twice'],
    ['Asia/Kathmandu', '2026-11-23', 4, '2026-11-22T22:15:00Z', 'an offset of 5:45'],
    ['America/Sao_Paulo', '2017-10-15', 0, '2017-10-15T03:00:00Z', 'midnight is skipped, so 1:00'],
    ['America/Sao_Paulo', '2017-10-15', 1, '2017-10-15T03:00:00Z', '1:00 is the same instant'],
    ['America/Sao_Paulo', '2018-02-18', 0, '2018-02-18T03:00:00Z', '23:00 to midnight occurred twice'],
    ['America/Sao_Paulo', '2018-02-17', 23, '2018-02-18T01:00:00Z', 'the first 23:00'],
    ['America/Havana', '2026-11-01', 0, '2026-11-01T04:00:00Z', 'midnight occurs twice, so the first'],
    ['Pacific/Apia', '2011-12-29', 4, '2011-12-29T14:00:00Z', 'the last day east of the date line'],
    ['Pacific/Apia', '2011-12-30', 4, '2011-12-30T10:00:00Z', 'a skipped date starts with the next'],
    ['Pacific/Apia', '2011-12-31', 4, '2011-12-30T14:00:00Z', 'the first day west of the date line'],
    ['Pacific/Apia', '2011-12-30', 0, '2011-12-30T10:00:00Z', 'a skipped date from midnight'],
    ['Pacific/Apia', '2011-12-31', 0, '2011-12-30T10:00:00Z', 'the date after it from midnight'],
  ])('%s %s at %d:00 → %s (%s)', (zone, day, hour, expected) => {
    expect(iso(startOfDay(day, hour, offsetIn(zone)))).toBe(expected)
  })
})

test.each([
  ['Antarctica/Troll', '2026-10-25', 2, '2026-10-25T00:00:00Z'],
  ['Pacific/Chatham', '2026-04-05', 3, '2026-04-04T13:15:00Z'],
])(
  'a day whose start occurs twice starts the first time: %s %s at %d:00 → %s',
  (zone, day, hour, expected) => {
    expect(iso(startOfDay(day, hour, offsetIn(zone)))).toBe(expected)
  },
)

describe('the length of a day', () => {
  test.each([
    ['Europe/Berlin', '2026-11-23', 4, 24],
    ['Europe/Berlin', '2026-03-28', 4, 23],
    ['Europe/Berlin', '2026-03-29', 0, 23],
    ['Europe/Berlin', '2026-03-29', 4, 24],
    ['Europe/Berlin', '2026-10-24', 4, 25],
    ['Europe/Berlin', '2026-10-25', 0, 25],
    ['Europe/Berlin', '2026-10-24', 2, 24],
    ['Europe/Berlin', '2026-10-25', 2, 25],
    ['America/New_York', '2026-03-07', 4, 23],
    ['America/New_York', '2026-10-31', 4, 25],
    ['Australia/Lord_Howe', '2026-10-03', 4, 23.5],
    ['Australia/Lord_Howe', '2026-04-04', 4, 24.5],
    ['America/Sao_Paulo', '2017-10-15', 0, 23],
    ['Antarctica/Troll', '2026-03-29', 0, 22],
    ['Pacific/Apia', '2011-12-29', 4, 20],
    ['Pacific/Apia', '2011-12-30', 4, 4],
    ['Pacific/Apia', '2011-12-30', 0, 0],
  ])('%s %s from %d:00 is %d hours', (zone, day, hour, hours) => {
    const offsetAt = offsetIn(zone)
    const lengthMs = startOfDay(addDays(day, 1), hour, offsetAt) - startOfDay(day, hour, offsetAt)
    expect(lengthMs / HOUR_MS).toBe(hours)
  })
})

describe('hours before the day start belong to the day before', () => {
  test.each([
    ['2026-11-23T02:59:59Z', 60, 4, '2026-11-22'],
    ['2026-11-23T03:00:00Z', 60, 4, '2026-11-23'],
    ['2026-11-22T22:59:59Z', 60, 0, '2026-11-22'],
    ['2026-11-22T23:00:00Z', 60, 0, '2026-11-23'],
    ['2026-11-23T21:59:59Z', 60, 23, '2026-11-22'],
    ['2026-11-23T22:00:00Z', 60, 23, '2026-11-23'],
    ['2027-01-01T08:59:59Z', -300, 4, '2026-12-31'],
    ['2028-03-01T02:00:00Z', 60, 4, '2028-02-29'],
  ])('%s at UTC + %d min, day from %d:00 → %s', (at, offset, hour, day) => {
    expect(personDay(Date.parse(at), offset, hour)).toBe(day)
  })
})

describe('a calendar day is the local date', () => {
  test.each([
    ['2026-11-22T23:00:00Z', 60, '2026-11-23'],
    ['2026-11-22T22:59:59.999Z', 60, '2026-11-22'],
    ['2026-11-23T12:00:00Z', 840, '2026-11-24'],
    ['2026-11-23T11:59:59.999Z', -720, '2026-11-22'],
    ['1969-12-31T23:30:00Z', 0, '1969-12-31'],
  ])('%s at UTC + %d min → %s', (at, offset, day) => {
    expect(calendarDay(Date.parse(at), offset)).toBe(day)
  })
})

test.each([
  ['2026-11-23', 1, '2026-11-24'],
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2026-03-29', -1, '2026-03-28'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-11-23', 365, '2027-11-23'],
  ['2026-11-23', 0, '2026-11-23'],
])('%s plus %d days is %s', (day, count, expected) => {
  expect(addDays(day, count)).toBe(expected)
})

test.each([
  ['2026-11-23', 0],
  ['2026-11-28', 5],
  ['2026-11-29', 6],
  ['1970-01-01', 3],
  ['1969-12-31', 2],
])('%s is weekday %d, counted from Monday as 0', (day, expected) => {
  expect(weekday(day)).toBe(expected)
})

test.each([
  ['2026-11-22T23:00:00Z', 60, 0],
  ['2026-11-22T22:59:59.999Z', 60, DAY_MS - 1],
  ['2026-11-23T03:30:00Z', -210, 0],
  ['1969-12-31T22:30:00Z', 60, 23.5 * HOUR_MS],
])('%s at UTC + %d min is %d ms after local midnight', (at, offset, expected) => {
  expect(msOfDay(Date.parse(at), offset)).toBe(expected)
})

test.each([
  ['Europe/Berlin', '2026-03-29T00:00:00Z', '2026-03-29T12:00:00Z', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00Z', '2026-03-29T01:00:00Z'],
  ['Pacific/Apia', '2011-12-29T10:00:00Z', '2012-01-01T00:00:00Z', '2011-12-30T10:00:00Z'],
])('in %s the offset changes between %s and %s at %s', (zone, from, to, expected) => {
  expect(iso(offsetChange(Date.parse(from), Date.parse(to), offsetIn(zone)))).toBe(expected)
})

describe('at any time in any zone', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  const zone = fc.constantFrom(...ZONES)
  const moment = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2038, 0, 1) })
  /** Half of the instants lie within two days of a clock change, if the zone has any. */
  const zoneAndInstant = zone.chain((name) => {
    const offsetAt = offsetIn(name)
    const nearChange = fc
      .tuple(moment, fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS }))
      .map(([at, near]) => {
        const later = Math.min(at + 200 * DAY_MS, Date.UTC(2038, 0, 1))
        return offsetAt(at) === offsetAt(later) ? at : offsetChange(at, later, offsetAt) + near
      })
    return fc.record({ name: fc.constant(name), at: fc.oneof(moment, nearChange) })
  })

  test('an instant lies between the start of its day and the start of the next', () => {
    fc.assert(
      fc.property(zoneAndInstant, hour, ({ name, at }, dayStart) => {
        fc.pre(!dayBeginsTwice(name, dayStart))
        const offsetAt = offsetIn(name)
        const day = personDay(at, offsetAt(at), dayStart)
        expect(startOfDay(day, dayStart, offsetAt)).toBeLessThanOrEqual(at)
        expect(startOfDay(addDays(day, 1), dayStart, offsetAt)).toBeGreaterThan(at)
      }),
    )
  })

  test('the instant before a day starts belongs to the day before', () => {
    fc.assert(
      fc.property(zoneAndInstant, hour, ({ name, at }, dayStart) => {
        fc.pre(!dayBeginsTwice(name, dayStart))
        const offsetAt = offsetIn(name)
        const day = personDay(at, offsetAt(at), dayStart)
        const start = startOfDay(day, dayStart, offsetAt)
        expect(personDay(start, offsetAt(start), dayStart)).toBe(day)
        expect(personDay(start - 1, offsetAt(start - 1), dayStart)).toBe(addDays(day, -1))
      }),
    )
  })

  test('a day starts at the chosen hour or at the time to which the clock skipped', () => {
    fc.assert(
      fc.property(zoneAndInstant, hour, ({ name, at }, dayStart) => {
        const offsetAt = offsetIn(name)
        const start = startOfDay(calendarDay(at, offsetAt(at)), dayStart, offsetAt)
        const skippedMs = (offsetAt(start) - offsetAt(start - 1)) * MINUTE_MS
        const lateMs = msOfDay(start, offsetAt(start)) - dayStart * HOUR_MS
        expect(lateMs).toBeGreaterThanOrEqual(0)
        expect(lateMs).toBeLessThanOrEqual(Math.max(0, skippedMs))
      }),
    )
  })
})

test('days are counted from 1970-01-01, so that the difference of two is the days between them', () => {
  expect(dayNumber('1970-01-01')).toBe(0)
  expect(dayNumber('2026-11-23') - dayNumber('2026-10-23')).toBe(31)
  expect(dayNumber(addDays('2026-11-23', -40))).toBe(dayNumber('2026-11-23') - 40)
})
