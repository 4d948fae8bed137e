import { describe, expect, test } from 'vitest'
import { closedMinutesOfWeek, closedMs, type HoursBound, hoursAt } from '../../../domain/firewall/hours'
import { HOUR_MS } from '../../../domain/time/local-time'
import { allowed, blocked, cutoff, UTC } from '../../fixtures/rules'
import { offsetIn } from '../../fixtures/zone'

const berlin = offsetIn('Europe/Berlin')
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
    expect(hoursAt(bound(one), at(iso), UTC)).toEqual({
      isClosed,
      changesAt: until === null ? Infinity : at(until),
    })
  })

  test('a cutoff only on Friday closes the night from Friday to Saturday', () => {
    const friday = { ...cutoff('23:00', '6:00'), evenings: [null, null, null, null, 23 * 60, null, null] }
    expect(hoursAt(bound(friday), at('2026-11-27T12:00Z'), UTC).changesAt).toBe(at('2026-11-27T23:00Z'))
    expect(hoursAt(bound(friday), at('2026-11-28T05:59Z'), UTC)).toEqual({
      isClosed: true,
      changesAt: at('2026-11-28T06:00Z'),
    })
    expect(hoursAt(bound(friday), at('2026-11-28T23:30Z'), UTC).isClosed).toBe(false)
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
    expect(hoursAt(bound(one), at(from) - 1, berlin).isClosed).toBe(false)
    expect(hoursAt(bound(one), at(from), berlin)).toEqual({ isClosed: true, changesAt: at(until) })
    expect(closedMs(bound(one), at(from) - HOUR_MS, at(until) + HOUR_MS, berlin)).toBe(hours * HOUR_MS)
  })
})

test('the closed minutes of a plain week match the closed hours', () => {
  for (const one of [
    blocked('22:00–6:00'),
    blocked('9:00–12:00, 13:00–17:00', WORKDAYS),
    allowed('22:00–2:00', WORKDAYS),
    cutoff('0:30', '6:00'),
  ]) {
    const minutes = closedMinutesOfWeek(bound(one))
    const monday = at('2026-11-23T00:00Z')
    for (let minute = 0; minute < minutes.length; minute += 7)
      expect([minute, minutes[minute]]).toEqual([
        minute,
        hoursAt(bound(one), monday + minute * 60_000, UTC).isClosed,
      ])
  }
})
