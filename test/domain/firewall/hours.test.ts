import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  closedMinutesOfWeek,
  closedMs,
  type CutoffBound,
  type DayClock,
  type HoursBound,
  hoursAt,
  nightAt,
} from '../../../domain/firewall/hours'
import { HOUR_MS, MINUTE_MS, msOfDay, personDay } from '../../../domain/time/local-time'
import { EVERY_DAY } from '../../../domain/firewall/rule'
import { allowed, blocked, clock, cutoff, UTC } from '../../fixtures/rules'
import { offsetIn, ZONES } from '../../fixtures/zone'

/** Days that start at 4:00. */
const FROM_FOUR: DayClock = { dayStartHour: 4, offsetAt: UTC }
const IN_BERLIN: DayClock = { dayStartHour: 4, offsetAt: offsetIn('Europe/Berlin') }
const at = (iso: string): number => Date.parse(iso)
const bound = (one: unknown) => one as HoursBound

/** Weekdays only, Monday first. */
const WORKDAYS = [true, true, true, true, true, null, null]

describe('hours in local time', () => {
  // 2026-11-23 is a Monday.
  test.each<[what: string, bound: unknown, iso: string, closed: boolean, until: string | null]>([
    [
      'are open before a blocked range',
      blocked('9:00–17:00'),
      '2026-11-23T08:59:59.999Z',
      false,
      '2026-11-23T09:00Z',
    ],
    [
      'are closed from the start of a blocked range',
      blocked('9:00–17:00'),
      '2026-11-23T09:00Z',
      true,
      '2026-11-23T17:00Z',
    ],
    [
      'are closed a moment before the end of a blocked range',
      blocked('9:00–17:00'),
      '2026-11-23T16:59:59.999Z',
      true,
      '2026-11-23T17:00Z',
    ],
    [
      'are open at the end of a blocked range',
      blocked('9:00–17:00'),
      '2026-11-23T17:00Z',
      false,
      '2026-11-24T09:00Z',
    ],
    [
      'are open between two blocked ranges',
      blocked('9:00–12:00, 13:00–17:00'),
      '2026-11-23T12:30Z',
      false,
      '2026-11-23T13:00Z',
    ],
    [
      'are closed through two blocked ranges that touch',
      blocked('9:00–12:00, 12:00–17:00'),
      '2026-11-23T10:00Z',
      true,
      '2026-11-23T17:00Z',
    ],
    [
      'are closed after midnight in a range that began the evening before',
      blocked('22:00–6:00'),
      '2026-11-24T01:00Z',
      true,
      '2026-11-24T06:00Z',
    ],
    [
      'are always closed with a range of the whole day, every day',
      blocked('0:00–24:00'),
      '2026-11-23T12:00Z',
      true,
      null,
    ],
    [
      'are open on a day without the rule',
      blocked('9:00–17:00', WORKDAYS),
      '2026-11-28T12:00Z',
      false,
      '2026-11-30T09:00Z',
    ],
    [
      'are closed on Saturday in a night that began on Friday',
      blocked('22:00–6:00', WORKDAYS),
      '2026-11-28T05:00Z',
      true,
      '2026-11-28T06:00Z',
    ],
    [
      'are closed before the allowed hours',
      allowed('18:00–20:00'),
      '2026-11-23T17:59Z',
      true,
      '2026-11-23T18:00Z',
    ],
    [
      'are open in the allowed hours',
      allowed('18:00–20:00'),
      '2026-11-23T18:00Z',
      false,
      '2026-11-23T20:00Z',
    ],
    [
      'are closed after the allowed hours, until those of the next day',
      allowed('18:00–20:00'),
      '2026-11-23T20:00Z',
      true,
      '2026-11-24T18:00Z',
    ],
    ['are always closed without allowed hours', allowed(''), '2026-11-23T18:00Z', true, null],
    [
      'are open in allowed hours that cross midnight',
      allowed('22:00–2:00'),
      '2026-11-24T01:00Z',
      false,
      '2026-11-24T02:00Z',
    ],
    [
      'are open on a day without the rule, until a day with allowed hours',
      allowed('9:00–17:00', WORKDAYS),
      '2026-11-28T03:00Z',
      false,
      '2026-11-30T00:00Z',
    ],
    ['are open before the cutoff', cutoff('22:30', '6:00'), '2026-11-23T22:29Z', false, '2026-11-23T22:30Z'],
    ['are closed at the cutoff', cutoff('22:30', '6:00'), '2026-11-23T22:30Z', true, '2026-11-24T06:00Z'],
    [
      'are open at the end of the night',
      cutoff('22:30', '6:00'),
      '2026-11-24T06:00Z',
      false,
      '2026-11-24T22:30Z',
    ],
    [
      'are open before a cutoff after midnight',
      cutoff('0:30', '6:00'),
      '2026-11-24T00:29Z',
      false,
      '2026-11-24T00:30Z',
    ],
    [
      'are closed from a cutoff after midnight until the morning',
      cutoff('0:30', '6:00'),
      '2026-11-24T00:30Z',
      true,
      '2026-11-24T06:00Z',
    ],
  ])('%s', (_what, one, iso, isClosed, until) => {
    expect(hoursAt(bound(one), at(iso), FROM_FOUR)).toMatchObject({
      isClosed,
      changesAt: until === null ? Infinity : at(until),
    })
  })

  test('a cutoff only on Friday closes the night from Friday to Saturday', () => {
    const friday = { ...cutoff('23:00', '6:00'), evenings: [null, null, null, null, 23 * 60, null, null] }
    expect(hoursAt(bound(friday), at('2026-11-27T12:00Z'), FROM_FOUR).changesAt).toBe(at('2026-11-27T23:00Z'))
    expect(hoursAt(bound(friday), at('2026-11-28T05:59Z'), FROM_FOUR)).toMatchObject({
      isClosed: true,
      changesAt: at('2026-11-28T06:00Z'),
    })
    expect(hoursAt(bound(friday), at('2026-11-28T23:30Z'), FROM_FOUR).isClosed).toBe(false)
  })
})

describe('in nights with a clock change', () => {
  test.each<[what: string, bound: unknown, from: string, until: string, hours: number]>([
    [
      'a night is an hour shorter in spring',
      cutoff('22:00', '6:00'),
      '2026-03-28T22:00+01:00',
      '2026-03-29T06:00+02:00',
      7,
    ],
    [
      'a night is an hour longer in autumn',
      cutoff('22:00', '6:00'),
      '2026-10-24T22:00+02:00',
      '2026-10-25T06:00+01:00',
      9,
    ],
    [
      'an end in the skipped hour comes after the skip',
      blocked('1:00–2:30'),
      '2026-03-29T01:00+01:00',
      '2026-03-29T03:00+02:00',
      1,
    ],
    [
      'an end in the repeated hour is the first of the two',
      blocked('1:00–2:30'),
      '2026-10-25T01:00+02:00',
      '2026-10-25T02:30+02:00',
      1.5,
    ],
  ])('%s', (_what, one, from, until, hours) => {
    expect(hoursAt(bound(one), at(from) - 1, IN_BERLIN).isClosed).toBe(false)
    expect(hoursAt(bound(one), at(from), IN_BERLIN)).toMatchObject({ isClosed: true, changesAt: at(until) })
    expect(closedMs(bound(one), at(from) - HOUR_MS, at(until) + HOUR_MS, IN_BERLIN)).toBe(hours * HOUR_MS)
  })
})

test('the closed minutes of a plain week match the closed hours', () => {
  for (const one of [
    blocked('22:00–6:00'),
    blocked('9:00–12:00, 13:00–17:00', WORKDAYS),
    allowed('22:00–2:00', WORKDAYS),
    cutoff('0:30', '6:00'),
  ]) {
    const minutes = closedMinutesOfWeek(bound(one), 4)
    const monday = at('2026-11-23T00:00Z')
    for (let minute = 0; minute < minutes.length; minute += 7)
      expect([minute, minutes[minute]]).toEqual([
        minute,
        hoursAt(bound(one), monday + minute * 60_000, FROM_FOUR).isClosed,
      ])
  }
})

describe('a cutoff anywhere on the clock', () => {
  /** Only on Tuesdays, 2026-11-24. */
  const onTuesday = (evening: string, morning: string): CutoffBound => ({
    type: 'cutoff',
    evenings: [null, clock(evening), null, null, null, null, null],
    morning: clock(morning),
  })

  test.each<[what: string, dayStartHour: number, evening: string, morning: string, from: string, to: string]>(
    [
      ['in the evening lies on its day', 4, '22:30', '6:00', '2026-11-24T22:30Z', '2026-11-25T06:00Z'],
      ['after midnight lies on the next date', 4, '0:30', '6:00', '2026-11-25T00:30Z', '2026-11-25T06:00Z'],
      [
        'after midnight does so too where days start at midnight',
        0,
        '0:30',
        '6:00',
        '2026-11-25T00:30Z',
        '2026-11-25T06:00Z',
      ],
      [
        'after the day start but before the morning belongs to the night before',
        4,
        '5:00',
        '12:00',
        '2026-11-25T05:00Z',
        '2026-11-25T12:00Z',
      ],
      [
        'in the morning lies on its day where days start at 4:00',
        4,
        '9:00',
        '17:00',
        '2026-11-24T09:00Z',
        '2026-11-24T17:00Z',
      ],
      [
        'in the morning lies on the next date where days start at 14:00',
        14,
        '9:00',
        '17:00',
        '2026-11-25T09:00Z',
        '2026-11-25T17:00Z',
      ],
      [
        'in the morning may last until the next morning',
        4,
        '9:00',
        '6:00',
        '2026-11-24T09:00Z',
        '2026-11-25T06:00Z',
      ],
      ['at noon may end at one', 4, '12:00', '13:00', '2026-11-24T12:00Z', '2026-11-24T13:00Z'],
      ['in the evening may end at midnight', 4, '22:30', '0:00', '2026-11-24T22:30Z', '2026-11-25T00:00Z'],
    ],
  )('%s', (_what, dayStartHour, evening, morning, from, to) => {
    const clockOf = { dayStartHour, offsetAt: UTC }
    const one = onTuesday(evening, morning)
    expect(hoursAt(one, at(from) - 1, clockOf)).toMatchObject({ isClosed: false, changesAt: at(from) })
    expect(hoursAt(one, at(from), clockOf)).toMatchObject({ isClosed: true, changesAt: at(to) })
    expect(nightAt(one, at(from) - 1, clockOf)).toEqual({ day: '2026-11-24', isRunning: false })
    expect(nightAt(one, at(from), clockOf)).toEqual({ day: '2026-11-24', isRunning: true })
    expect(nightAt(one, at(to) - 1, clockOf)).toEqual({ day: '2026-11-24', isRunning: true })
    expect(nightAt(one, at(to), clockOf)).toBeNull()
  })

  const minuteOfDay = fc.integer({ min: 0, max: 1439 })
  const ends = fc.tuple(minuteOfDay, minuteOfDay).filter(([evening, morning]) => evening !== morning)

  test('closes the same minutes, wherever it lies: those from its hour to its end, once a day', () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 0, max: 23 }), ([evening, morning], dayStartHour) => {
        const closed = closedMinutesOfWeek(
          { type: 'cutoff', evenings: EVERY_DAY(evening), morning },
          dayStartHour,
        )
        const isInside = (minute: number) =>
          evening < morning ? minute >= evening && minute < morning : minute >= evening || minute < morning
        expect(closed).toEqual(closed.map((_, minute) => isInside(minute % 1440)))
      }),
      { numRuns: 50 },
    )
  })

  test('on one weekday begins on that day of the person, or in the small hours after it', () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 0, max: 23 }), ([evening, morning], dayStartHour) => {
        const one: CutoffBound = {
          type: 'cutoff',
          evenings: [null, evening, null, null, null, null, null],
          morning,
        }
        const clockOf = { dayStartHour, offsetAt: UTC }
        const { changesAt: from } = hoursAt(one, at('2026-11-23T23:59Z'), clockOf)
        const lengthMs = ((morning - evening + 1440) % 1440) * MINUTE_MS
        const until = from + lengthMs
        expect(hoursAt(one, from, clockOf)).toMatchObject({ isClosed: true, changesAt: until })
        expect(nightAt(one, until - 1, clockOf)).toEqual({ day: '2026-11-24', isRunning: true })
        if (evening >= 6 * 60) expect(personDay(from, 0, dayStartHour)).toBe('2026-11-24')
        expect(closedMs(one, from - HOUR_MS, from + 7 * 24 * HOUR_MS - HOUR_MS, clockOf)).toBe(lengthMs)
      }),
    )
  })

  test('begins when the clock shows its minute, in any time zone', () => {
    fc.assert(
      fc.property(
        ends,
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 23 }),
        ([evening, morning], zone, dayStartHour) => {
          const offsetAt = offsetIn(zone)
          const one: CutoffBound = { type: 'cutoff', evenings: EVERY_DAY(evening), morning }
          const now = at('2026-11-24T12:00Z')
          const { isClosed, changesAt } = hoursAt(one, now, { dayStartHour, offsetAt })
          expect(msOfDay(changesAt, offsetAt(changesAt))).toBe((isClosed ? morning : evening) * MINUTE_MS)
          expect(nightAt(one, now, { dayStartHour, offsetAt })?.isRunning).toBe(isClosed)
        },
      ),
      { numRuns: 200 },
    )
  })
})

test('without a night within a day, none is found', () => {
  const friday: CutoffBound = {
    type: 'cutoff',
    evenings: [null, null, null, null, 1350, null, null],
    morning: 360,
  }
  expect(nightAt(friday, at('2026-11-24T12:00Z'), FROM_FOUR)).toBeNull()
  expect(nightAt(friday, at('2026-11-27T12:00Z'), FROM_FOUR)?.day).toBe('2026-11-27')
})
