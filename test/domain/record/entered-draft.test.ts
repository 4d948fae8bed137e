import { describe, expect, test } from 'vitest'
import { type DayToEnter, typedStretch } from '../../../domain/record/entered-draft'
import { clockBeside } from '../../../domain/record/day-clock'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { offsetIn } from '../../fixtures/zone'

const clock = clockBeside([], offsetIn('Europe/Berlin'))
const at = (instant: string) => Date.parse(instant)
const recorded = (from: string, until: string) => ({ start: at(from), end: at(until) })

const place = (facts: Partial<DayToEnter> = {}): DayToEnter => ({
  day: '2026-11-23',
  dayStartHour: 4,
  clock,
  now: at('2026-11-24T12:00:00Z'),
  recorded: [],
  ...facts,
})

const read = (from: string, to: string, facts: Partial<DayToEnter> = {}) =>
  typedStretch({ from, to }, place(facts))

describe('a typed stretch', () => {
  test.each([
    { from: '14:30', to: '15:00', free: ['2026-11-23T13:30:00Z', '2026-11-23T14:00:00Z'] },
    { from: '4', to: '4', free: ['2026-11-23T03:00:00Z', '2026-11-24T03:00:00Z'] },
    { from: '23:30', to: '0:30', free: ['2026-11-23T22:30:00Z', '2026-11-23T23:30:00Z'] },
    { from: '23:30', to: '24:00', free: ['2026-11-23T22:30:00Z', '2026-11-23T23:00:00Z'] },
    { from: '3', to: '4 pm', free: ['2026-11-23T14:00:00Z', '2026-11-23T15:00:00Z'] },
    { from: '11 am', to: '1', free: ['2026-11-23T10:00:00Z', '2026-11-23T12:00:00Z'] },
    { from: '1:00', to: '2 am', free: ['2026-11-24T00:00:00Z', '2026-11-24T01:00:00Z'] },
  ])('from $from to $to is read', ({ from, to, free }) => {
    const typed = read(from, to)
    expect(typed.ok && typed.free).toEqual([{ from: at(free[0]!), until: at(free[1]!) }])
  })

  test.each([
    { name: 'text that is not a time', from: 'soon', to: '15:00', field: 'from', flaw: 'noTime' },
    { name: 'a half that is missing', from: '03:00', to: '4 pm', field: 'to', flaw: 'whichHalf' },
    { name: 'a missing end', from: '14:30', to: '', field: 'to', flaw: 'noTime' },
    { name: 'an end before the start', from: '15:00', to: '14:30', field: 'to', flaw: 'endsBefore' },
    { name: 'no length', from: '15:00', to: '15:00', field: 'to', flaw: 'endsBefore' },
    { name: 'an end after the day is over', from: '23:00', to: '5:00', field: 'to', flaw: 'endsBefore' },
  ])('with $name is refused in the field “$field”', ({ from, to, field, flaw }) => {
    expect(read(from, to)).toEqual({ ok: false, field, flaw })
  })

  test('cannot reach into the future', () => {
    const now = at('2026-11-23T14:00:00Z')
    expect(read('14:00', '15:00', { now })).toMatchObject({ ok: true })
    expect(read('14:00', '15:01', { now })).toEqual({ ok: false, field: 'to', flaw: 'future' })
    expect(read('15:30', '16:00', { now })).toEqual({ ok: false, field: 'from', flaw: 'future' })
  })

  test('covers only time in which nothing is recorded', () => {
    const typed = read('14:00', '15:00', {
      recorded: [recorded('2026-11-23T13:10:00Z', '2026-11-23T13:25:00Z')],
    })
    expect(typed).toEqual({
      ok: true,
      free: [
        { from: at('2026-11-23T13:00:00Z'), until: at('2026-11-23T13:10:00Z') },
        { from: at('2026-11-23T13:25:00Z'), until: at('2026-11-23T14:00:00Z') },
      ],
      freeMs: 45 * MINUTE_MS,
      takenMs: 15 * MINUTE_MS,
    })
  })

  test('is refused if only gaps shorter than a minute are free', () => {
    const all = [
      recorded('2026-11-23T12:00:00Z', '2026-11-23T13:20:00Z'),
      recorded('2026-11-23T13:20:30Z', '2026-11-23T15:00:00Z'),
    ]
    expect(read('14:00', '15:00', { recorded: all })).toEqual({ ok: false, field: 'to', flaw: 'taken' })
  })

  test('means the first of two equal hours when the clock goes back', () => {
    const night = { day: '2026-10-24', now: at('2026-10-26T00:00:00Z') }
    const typed = read('1:30', '2:30', night)
    expect(typed.ok && typed.freeMs).toBe(HOUR_MS)
    const across = read('1:30', '3:30', night)
    expect(across.ok && across.freeMs).toBe(3 * HOUR_MS)
  })

  test('is refused within an hour that the clock skips', () => {
    const night = { day: '2026-03-28', now: at('2026-03-30T00:00:00Z') }
    expect(read('2:10', '2:50', night)).toEqual({ ok: false, field: 'to', flaw: 'endsBefore' })
  })
})
