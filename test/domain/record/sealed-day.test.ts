import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { unseal } from '../../../domain/record/sealed-day'
import { lastSealableDay, seal } from '../../../domain/record/sealing'
import type { Origin, Span } from '../../../domain/record/span'
import { spanOf, SURFACES } from '../../fixtures/spans'

const video = spanOf({ surface: 'youtube.com', start: '2026-11-23T08:00:00Z', ms: 60_000 })
const shorts = spanOf({ surface: 'youtube.com/shorts', start: '2026-11-23T08:01:00Z', ms: 1 })
const again = spanOf({ surface: 'youtube.com', start: '2026-11-23T21:00:00Z', ms: 2 * HOUR_MS })

describe('a sealed day', () => {
  test('names each surface once and counts time from the first start', () => {
    expect(seal([video, shorts, again])).toEqual({
      day: '2026-11-23',
      device: 'desk',
      surfaces: ['youtube.com', 'youtube.com/shorts'],
      offsets: [[video.start, 60]],
      from: video.start,
      surface: Uint16Array.of(0, 1, 0),
      starts: Uint32Array.of(0, 60_000, 13 * HOUR_MS),
      lengths: Uint32Array.of(60_000, 1, 2 * HOUR_MS),
    })
  })

  test('has origins only if some spans were not measured', () => {
    const entered: Span = { ...shorts, origin: 'entered' }
    expect(seal([video, entered]).origins).toEqual(['measured', 'entered'])
    expect(seal([video, shorts])).not.toHaveProperty('origins')
  })

  test('has every change of the offset', () => {
    const summer = spanOf({ start: '2026-10-24T23:00:00Z', ms: HOUR_MS, utcOffsetMinutes: 120 })
    const winter = spanOf({ start: '2026-10-25T02:00:00Z', ms: HOUR_MS, utcOffsetMinutes: 60 })
    const london = spanOf({ start: '2026-10-25T09:00:00Z', ms: HOUR_MS, utcOffsetMinutes: 0 })
    expect(seal([summer, winter, london]).offsets).toEqual([
      [summer.start, 120],
      [winter.start, 60],
      [london.start, 0],
    ])
  })

  test('does not depend on the order of the spans', () => {
    expect(seal([again, video, shorts])).toEqual(seal([video, shorts, again]))
  })

  test('cannot be made without spans', () => {
    expect(() => seal([])).toThrow('a day without spans')
  })

  test('unseals to exactly the spans that were sealed', () => {
    const row = fc.record({
      gap: fc.integer({ min: 0, max: HOUR_MS }),
      ms: fc.integer({ min: 1, max: HOUR_MS }),
      surface: fc.constantFrom(...SURFACES),
      origin: fc.constantFrom<Origin>('measured', 'entered', 'imported'),
      // The offset changes during the day, as on a journey.
      utcOffsetMinutes: fc.constantFrom(-210, 0, 60, 60, 60, 345, 840),
    })
    const day = fc.array(row, { minLength: 1, maxLength: 40 }).map((rows) => {
      let at = Date.parse('2026-11-23T00:00:00Z')
      return rows.map(({ gap, ...facts }) => {
        const span = spanOf({ ...facts, start: at + gap })
        at = span.end
        return { ...span, day: '2026-11-23' }
      })
    })
    fc.assert(
      fc.property(day, (spans) => {
        expect(unseal(seal(spans))).toEqual(spans)
        expect(unseal(structuredClone(seal(spans.toReversed())))).toEqual(spans)
      }),
    )
  })
})

describe('a calendar day is sealed 36 hours after its end', () => {
  test.each([
    ['2026-11-25T10:59:59.999Z', 60, '2026-11-22'],
    ['2026-11-25T11:00:00Z', 60, '2026-11-23'],
    ['2026-11-25T11:59:59.999Z', 0, '2026-11-22'],
    ['2026-11-25T12:00:00Z', 0, '2026-11-23'],
    ['2026-11-25T17:00:00Z', -300, '2026-11-23'],
    ['2026-11-24T22:00:00Z', 840, '2026-11-23'],
    ['2026-03-02T11:00:00Z', 60, '2026-02-28'],
    ['2027-01-02T11:00:00Z', 60, '2026-12-31'],
  ])('at %s, UTC + %d min, the last sealed day is %s', (at, offset, day) => {
    expect(lastSealableDay(Date.parse(at), offset)).toBe(day)
  })

  test('the last sealed day is over in every time zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
        fc.integer({ min: -720, max: 840 }),
        fc.integer({ min: -720, max: 840 }),
        (at, offset, elsewhere) => {
          const endThere = Date.parse(lastSealableDay(at, offset)) + DAY_MS - elsewhere * MINUTE_MS
          expect(endThere).toBeLessThan(at)
        },
      ),
    )
  })
})
