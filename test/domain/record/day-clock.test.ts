import { describe, expect, test } from 'vitest'
import { boundsOf, clockBeside, hoursIn } from '../../../domain/record/day-clock'
import { HOUR_MS } from '../../../domain/time/local-time'
import { spanOf } from '../../fixtures/spans'
import { offsetIn } from '../../fixtures/zone'

const berlin = offsetIn('Europe/Berlin')
const newYork = offsetIn('America/New_York')
const at = (instant: string) => Date.parse(instant)

const inBerlin = spanOf({ start: '2026-11-23T09:00:00Z', ms: HOUR_MS, utcOffsetMinutes: 60 })
const inNewYork = spanOf({ start: '2026-11-23T22:00:00Z', ms: HOUR_MS, utcOffsetMinutes: -300 })

describe('the clock of a day', () => {
  test('shows the current time zone if no span is from another one', () => {
    for (const spans of [[], [inBerlin]]) {
      const clock = clockBeside(spans, berlin)
      expect([clock(at('2026-11-23T03:00:00Z')), clock(at('2026-07-01T00:00:00Z'))]).toEqual([60, 120])
    }
  })

  test('shows the zone of a span from elsewhere, also before and after it', () => {
    const clock = clockBeside([inNewYork], berlin)
    expect([clock(inNewYork.start - HOUR_MS), clock(inNewYork.end + HOUR_MS)]).toEqual([-300, -300])
  })

  test('changes with the first span in a new zone', () => {
    const clock = clockBeside([inBerlin, inNewYork], newYork)
    expect([inBerlin.start, inNewYork.start - 1, inNewYork.start].map(clock)).toEqual([60, 60, -300])
  })
})

describe('the bounds of a day', () => {
  test.each([
    {
      name: 'an ordinary day',
      day: '2026-11-23',
      hour: 4,
      spans: [],
      hours: 24,
      from: '2026-11-23T03:00:00Z',
    },
    {
      name: 'a day that begins at midnight',
      day: '2026-11-23',
      hour: 0,
      spans: [],
      hours: 24,
      from: '2026-11-22T23:00:00Z',
    },
    {
      name: 'the day before the clock goes forward in the night',
      day: '2026-03-28',
      hour: 4,
      spans: [],
      hours: 23,
      from: '2026-03-28T03:00:00Z',
    },
    {
      name: 'a day from midnight on which the clock goes forward',
      day: '2026-03-29',
      hour: 0,
      spans: [],
      hours: 23,
      from: '2026-03-28T23:00:00Z',
    },
    {
      name: 'the day before the clock goes back in the night',
      day: '2026-10-24',
      hour: 4,
      spans: [],
      hours: 25,
      from: '2026-10-24T02:00:00Z',
    },
  ])('$name: $hours hours from $from', ({ day, hour, spans, hours, from }) => {
    const bounds = boundsOf(day, hour, spans, clockBeside(spans, berlin))
    expect(bounds.from).toBe(at(from))
    expect((bounds.until - bounds.from) / HOUR_MS).toBe(hours)
  })

  test('are 30 hours apart after travel west and 18 hours after travel east', () => {
    const west = [inBerlin, inNewYork]
    const toNewYork = boundsOf('2026-11-23', 4, west, clockBeside(west, newYork))
    expect(toNewYork).toEqual({ from: at('2026-11-23T03:00:00Z'), until: at('2026-11-24T09:00:00Z') })
    const east = [
      spanOf({ start: '2026-11-23T12:00:00Z', ms: HOUR_MS, utcOffsetMinutes: -300 }),
      spanOf({ start: '2026-11-23T21:00:00Z', ms: HOUR_MS, utcOffsetMinutes: 60 }),
    ]
    const toBerlin = boundsOf('2026-11-23', 4, east, clockBeside(east, berlin))
    expect(toBerlin).toEqual({ from: at('2026-11-23T09:00:00Z'), until: at('2026-11-24T03:00:00Z') })
  })

  test('hold every span of the day even if two devices were in different zones', () => {
    const spans = [
      spanOf({ start: '2026-11-23T08:00:00Z', ms: HOUR_MS, utcOffsetMinutes: 60 }),
      spanOf({ start: '2026-11-24T08:00:00Z', ms: HOUR_MS, utcOffsetMinutes: -300, device: 'phone' }),
      spanOf({ start: '2026-11-24T01:00:00Z', ms: HOUR_MS, utcOffsetMinutes: 60 }),
    ].sort((a, b) => a.start - b.start)
    const { from, until } = boundsOf('2026-11-23', 4, spans, clockBeside(spans, berlin))
    expect(spans.every(({ start, end }) => start >= from && end <= until)).toBe(true)
  })
})

describe('the hours of a day', () => {
  const hoursOf = (day: string, hour: number, offsetAt = berlin) => {
    const clock = clockBeside([], offsetAt)
    return hoursIn(boundsOf(day, hour, [], clock), clock).map((each) => each.hour)
  }

  test('run from the start of the day to just before the next', () => {
    const hours = hoursOf('2026-11-23', 4)
    expect([hours.length, hours[0], hours.at(-1)]).toEqual([24, 4, 3])
  })

  test('leave out a skipped hour and repeat an hour that occurs twice', () => {
    expect(hoursOf('2026-03-29', 0).slice(0, 4)).toEqual([0, 1, 3, 4])
    expect(hoursOf('2026-10-25', 0).slice(0, 5)).toEqual([0, 1, 2, 2, 3])
  })

  test('are full local hours even if the clock changes by half an hour', () => {
    expect(hoursOf('2026-10-04', 0, offsetIn('Australia/Lord_Howe')).slice(0, 5)).toEqual([0, 1, 3, 4, 5])
    expect(hoursOf('2026-11-23', 0, offsetIn('Asia/Kathmandu'))).toHaveLength(24)
  })
})
