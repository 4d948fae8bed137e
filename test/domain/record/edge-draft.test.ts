import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockBeside } from '../../../domain/record/day-clock'
import { type DayOfVisit, typedEdges } from '../../../domain/record/edge-draft'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { spanOf } from '../../fixtures/spans'
import { offsetIn } from '../../fixtures/zone'

const clock = clockBeside([], offsetIn('Europe/Berlin'))
const at = (instant: string) => Date.parse(instant)

/** 10:00:20 to 10:30:40 by the clock in Berlin, with a break from 10:12 to 10:14. */
const FIRST = spanOf({ surface: 'github.com', start: '2026-11-23T09:00:20Z', ms: 700_000 })
const SECOND = spanOf({ surface: 'github.com/gist', start: '2026-11-23T09:14:00Z', ms: 1_000_000 })
const VISIT = [FIRST, SECOND]
const YOUTUBE = { surface: 'youtube.com', start: at('2026-11-23T08:00:00Z'), end: at('2026-11-23T08:50:30Z') }
const ZEIT = { surface: 'zeit.de', start: at('2026-11-23T09:40:15Z'), end: at('2026-11-23T09:50:00Z') }

const place = (facts: Partial<DayOfVisit> = {}): DayOfVisit => ({
  day: '2026-11-23',
  dayStartHour: 4,
  clock,
  now: at('2026-11-24T12:00:00Z'),
  others: [YOUTUBE, ZEIT],
  ...facts,
})

const read = (from: string, to: string, facts: Partial<DayOfVisit> = {}) =>
  typedEdges({ from, to }, VISIT, place(facts))

const changed = (from: string, to: string, facts: Partial<DayOfVisit> = {}) => {
  const typed = read(from, to, facts)
  if (!typed.ok || !typed.change) throw new Error(`“${from}” to “${to}” changes nothing.`)
  return typed.change
}

describe('the edges of a visit', () => {
  test('that are typed as they are shown change nothing, whatever their seconds', () => {
    expect(read('10:00', '10:30')).toEqual({ ok: true, change: null })
    expect(read('10:00 am', '10:30 am')).toEqual({ ok: true, change: null })
  })

  test('that move inwards cut spans, and remove those that lie outside', () => {
    const { lost, gained, span } = changed('10:05', '10:30')
    expect(lost.map(({ start, end }) => [start, end])).toEqual([[FIRST.start, at('2026-11-23T09:05:00Z')]])
    expect(gained).toEqual([])
    expect(span).toEqual({ from: at('2026-11-23T09:05:00Z'), until: SECOND.end })
    expect(changed('10:20', '10:30').lost.map(({ start, end }) => [start, end])).toEqual([
      [FIRST.start, FIRST.end],
      [SECOND.start, at('2026-11-23T09:20:00Z')],
    ])
    expect(changed('10:00', '10:13').lost).toEqual([SECOND])
  })

  test('that move outwards gain time on the surface beside it', () => {
    const { lost, gained } = changed('9:55', '10:35')
    expect(lost).toEqual([])
    expect(gained).toEqual([
      {
        surface: 'github.com',
        device: FIRST.device,
        utcOffsetMinutes: 60,
        from: at('2026-11-23T08:55:00Z'),
        until: FIRST.start,
      },
      {
        surface: 'github.com/gist',
        device: SECOND.device,
        utcOffsetMinutes: 60,
        from: SECOND.end,
        until: at('2026-11-23T09:35:00Z'),
      },
    ])
  })

  test('can move in and out at once', () => {
    const { lost, gained } = changed('10:05', '10:35')
    expect([lost.length, gained.length]).toEqual([1, 1])
  })

  test('never reach into another visit: the flaw names it and its edge', () => {
    expect(read('9:40', '10:30')).toEqual({
      ok: false,
      field: 'from',
      flaw: 'neighbour',
      surface: 'youtube.com',
      at: YOUTUBE.end,
    })
    expect(read('10:00', '10:41')).toEqual({
      ok: false,
      field: 'to',
      flaw: 'neighbour',
      surface: 'zeit.de',
      at: ZEIT.start,
    })
  })

  test('may touch another visit: the minute in which it ends means the instant', () => {
    expect(changed('9:50', '10:30').span.from).toBe(YOUTUBE.end)
    expect(changed('10:00', '10:40').span.until).toBe(at('2026-11-23T09:40:00Z'))
  })

  test('never reach beyond the span in progress, which has no end yet', () => {
    const running = { surface: 'coursera.org', start: at('2026-11-23T09:35:00Z'), end: Infinity }
    expect(read('10:00', '12:00', { others: [running] })).toMatchObject({
      field: 'to',
      flaw: 'neighbour',
      surface: 'coursera.org',
    })
  })

  test.each([
    { name: 'text that is not a time', from: 'soon', to: '10:30', field: 'from', flaw: 'noTime' },
    { name: 'an end before the beginning', from: '10:20', to: '10:10', field: 'to', flaw: 'endsBefore' },
    { name: 'an end after the day is over', from: '10:00', to: '5:00', field: 'to', flaw: 'endsBefore' },
    { name: 'a beginning before the day', from: '3:50', to: '10:30', field: 'from', flaw: 'beforeDay' },
    { name: 'only the break', from: '10:12', to: '10:13', field: 'to', flaw: 'nothingLeft' },
    { name: 'a stretch elsewhere', from: '12:00', to: '12:10', field: 'to', flaw: 'nothingLeft', others: [] },
  ])('with $name are refused', ({ from, to, field, flaw, others }) => {
    expect(read(from, to, others ? { others } : {})).toEqual({ ok: false, field, flaw })
  })

  test('never reach into the future', () => {
    const now = at('2026-11-23T09:33:00Z')
    expect(read('10:00', '10:34', { now })).toEqual({ ok: false, field: 'to', flaw: 'future' })
    expect(changed('10:00', '10:33', { now }).gained).toHaveLength(1)
    expect(read('10:40', '10:50', { now })).toEqual({ ok: false, field: 'from', flaw: 'future' })
  })

  test('reach across midnight up to the start of the next day', () => {
    const late = [spanOf({ surface: 'zeit.de', start: '2026-11-23T22:30:00Z', ms: 10 * MINUTE_MS })]
    const typed = typedEdges({ from: '23:30', to: '4:00' }, late, place())
    expect(typed).toMatchObject({ ok: true, change: { span: { until: at('2026-11-24T03:00:00Z') } } })
    const past = typedEdges({ from: '23:30', to: '4:01' }, late, place())
    expect(past).toEqual({ ok: false, field: 'to', flaw: 'endsBefore' })
  })

  test('leave no two spans at one time, whatever is typed', () => {
    const minute = fc.integer({ min: 8 * 60, max: 12 * 60 })
    const clockOf = (of: number) => `${Math.floor(of / 60)}:${String(of % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(minute, minute, (from, to) => {
        const typed = read(clockOf(from), clockOf(to))
        if (!typed.ok || !typed.change) return
        const { lost, gained, span } = typed.change
        for (const one of gained)
          for (const other of [YOUTUBE, ZEIT, ...VISIT])
            expect(one.from < other.end && one.until > other.start).toBe(false)
        for (const one of lost) expect(one.end <= span.from || one.start >= span.until).toBe(true)
      }),
    )
  })
})
