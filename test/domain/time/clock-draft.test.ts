import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseClock, parseRanges, typedRanges } from '../../../domain/time/clock-draft'
import { DAY_MINUTES } from '../../../domain/time/local-time'
import { clock } from '../../fixtures/rules'

describe('a typed time of day', () => {
  test.each<[string, number | null]>([
    ['22:30', clock('22:30')],
    ['22.30', clock('22:30')],
    ['2230', clock('22:30')],
    ['22', clock('22:00')],
    [' 7:05 ', clock('7:05')],
    ['10:30 pm', clock('22:30')],
    ['10:30 p.m.', clock('22:30')],
    ['12 am', 0],
    ['12 pm', clock('12:00')],
    ['22 Uhr', clock('22:00')],
    ['22h30', clock('22:30')],
    ['22 Uhr 30', clock('22:30')],
    ['22 h 30', clock('22:30')],
    ['22 30', clock('22:30')],
    ['22:30 Uhr', clock('22:30')],
    ['22：30', clock('22:30')],
    ['10.30 p. m.', clock('22:30')],
    ['10:30\u202fPM', clock('22:30')],
    ['10 o’clock', clock('10:00')],
    ['٢٢:٣٠', clock('22:30')],
    ['۲۲:۳۰', clock('22:30')],
    ['\u200f٢٢:٣٠', clock('22:30')],
    ['२२.३०', clock('22:30')],
    ['noon', clock('12:00')],
    ['Mitternacht', 0],
    ['24:00', 1440],
    ['0:00', 0],
    ['25:00', null],
    ['24:01', null],
    ['22:60', null],
    ['13 pm', null],
    ['0 am', null],
    ['', null],
    ['soon', null],
    ['-1', null],
    ['1e3', null],
  ])('%j is %s', (typed, minute) => {
    expect(parseClock(typed)).toBe(minute)
  })
})

describe('typed ranges of hours', () => {
  test.each<[string, string | null]>([
    ['9–17', '9:00–17:00'],
    ['9:00-12:00, 13:00-17:00', '9:00–12:00, 13:00–17:00'],
    ['22 to 6', '22:00–6:00'],
    ['22 bis 6; 9 bis 10', '22:00–6:00, 9:00–10:00'],
    ['18:00–0:00', '18:00–24:00'],
    ['0–24', '0:00–24:00'],
    ['3-9 PM', '15:00–21:00'],
    ['9-11pm', '21:00–23:00'],
    ['12-1am', '0:00–1:00'],
    ['10–2 pm', '10:00–14:00'],
    ['11-3am', '23:00–3:00'],
    ['9-9pm', '9:00–21:00'],
    ['12-12 pm', '0:00–12:00'],
    ['9:30-11 pm', '21:30–23:00'],
    ['9 am - 5', '9:00–17:00'],
    ['10 pm - 6', '22:00–6:00'],
    ['09:00–11 am', '9:00–11:00'],
    ['22–6 am', '22:00–6:00'],
    ['0–6am', '0:00–6:00'],
    ['3-9 pm, 10-11 pm and 6 to 7 am', '15:00–21:00, 22:00–23:00, 6:00–7:00'],
    ['from 9 to 17', '9:00–17:00'],
    ['von 22 Uhr 30 bis 6 Uhr', '22:30–6:00'],
    ['9−12', '9:00–12:00'],
    ['6 pm–midnight', '18:00–24:00'],
    ['٩–١٧', '9:00–17:00'],
    ['۹:۳۰–۱۷، ۲۰–۲۲', '9:30–17:00, 20:00–22:00'],
    ['9:00–5:00', '9:00–5:00'],
    ['09–05', '9:00–5:00'],
    ['9', null],
    ['9–', null],
    ['9–10–11', null],
    ['9–25', null],
  ])('%j are %s', (typed, written) => {
    const result = parseRanges(typed)
    expect(result.ok ? typedRanges(result.ranges) : null).toBe(written)
  })

  test('are refused if they end where they begin', () => {
    expect(parseRanges('9–9')).toEqual({ ok: false, flaw: 'emptyRange' })
  })

  test.each(['9-5', '12–1', '03:00–9 PM', '9 am–05:00'])(
    'are asked about again if the half of the day is in doubt: %j',
    (typed) => {
      expect(parseRanges(typed)).toEqual({ ok: false, flaw: 'whichHalf' })
    },
  )

  const minute = fc.integer({ min: 0, max: DAY_MINUTES - 1 })

  test('are read back as they are written', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: DAY_MINUTES }), (from, to) => {
        fc.pre(from !== to)
        expect(parseRanges(typedRanges([{ from, to }]))).toEqual({ ok: true, ranges: [{ from, to }] })
      }),
    )
  })

  test('of less than half a day mean the same if one of the two times has no am or pm', () => {
    const half = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
    const write = (of: number) => half.format(Date.UTC(2024, 0, 1, 0, of))
    const bare = (text: string) => text.replace(/\s[AP]M$/, '')
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: DAY_MINUTES / 2 - 1 }), (from, length) => {
        const [first, last] = [write(from), write(from + length)]
        const both = parseRanges(`${first}–${last}`)
        expect(both).toMatchObject({ ok: true, ranges: [{ from }] })
        expect(parseRanges(`${bare(first)}–${last}`)).toEqual(both)
        expect(parseRanges(`${first}–${bare(last)}`)).toEqual(both)
      }),
    )
  })
})
