import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeDay } from '../../domain/day-merge'
import { undoDay } from '../../domain/day-undo'
import { HOUR_MS } from '../../domain/local-time'
import { type SealedDay, unseal } from '../../domain/sealed-day'
import { seal } from '../../domain/sealing'
import { reshape, type Span } from '../../domain/span'
import { spanOf, spansArbitrary } from '../fixtures/spans'

const DAY = '2026-11-20'
const OF = { day: DAY, device: 'desk' }

const dayArbitrary: fc.Arbitrary<SealedDay | null> = spansArbitrary(12).map((spans) => {
  const ofDay = spans.filter(({ day }) => day === DAY)
  return ofDay.length > 0 ? seal(ofDay) : null
})

const at = (hour: number, surface: string, origin: Span['origin'] = 'measured'): Span =>
  spanOf({ surface, start: Date.parse(`${DAY}T0${hour}:00:00Z`), ms: HOUR_MS, origin })

const merged = (before: SealedDay | null, file: SealedDay | null): SealedDay | null =>
  (file && mergeDay(file, before ?? undefined, []).whole) ?? before

const surfaces = (day: SealedDay | null) => (day ? unseal(day).map(({ surface }) => surface) : [])

describe('a day without an import', () => {
  test('is the day before it, where nothing has happened since', () => {
    fc.assert(
      fc.property(dayArbitrary, dayArbitrary, (before, file) => {
        for (const after of [merged(before, file), file])
          expect(undoDay({ ...OF, before, after }, after)).toEqual(before)
      }),
    )
  })

  test('never holds a time twice, whatever is there now', () => {
    fc.assert(
      fc.property(dayArbitrary, dayArbitrary, dayArbitrary, (before, after, now) => {
        const day = undoDay({ ...OF, before, after }, now)
        const spans = day ? unseal(day) : []
        spans.slice(1).forEach(({ start }, index) => expect(start).toBeGreaterThanOrEqual(spans[index]!.end))
      }),
    )
  })

  test('is the day now, where the import has changed nothing', () => {
    fc.assert(
      fc.property(dayArbitrary, dayArbitrary, (day, now) => {
        expect(undoDay({ ...OF, before: day, after: day }, now)).toEqual(now)
      }),
    )
  })

  const half = at(3, '').start + HOUR_MS / 2
  const here = at(1, 'here.example')
  const file = at(3, 'file.example')
  const [before, after] = [seal([here]), seal([here, file])]
  test.each([
    [
      'keeps what was recorded since',
      [here, file, at(5, 'since.example')],
      ['here.example', 'since.example'],
    ],
    ['keeps that a span was deleted since', [file], []],
    ['keeps that a span was given to another site since', [at(1, 'given.example'), file], ['given.example']],
    [
      'keeps nothing that was made of what the file brought',
      [here, at(3, 'given.example')],
      ['here.example'],
    ],
    [
      'keeps what was entered by hand since, where something of the file had been deleted',
      [here, reshape(at(3, 'entered.example', 'entered'), half, half + HOUR_MS / 2)],
      ['here.example', 'entered.example'],
    ],
  ] as const)('%s', (_, now, expected) => {
    expect(surfaces(undoDay({ ...OF, before, after }, now.length > 0 ? seal([...now]) : null))).toEqual(
      expected,
    )
  })

  test('has again what the file had replaced, beside what lies there now', () => {
    const long = spanOf({ surface: 'here.example', start: `${DAY}T01:00:00Z`, ms: 3 * HOUR_MS })
    const day = undoDay(
      { ...OF, before: seal([long]), after: seal([file]) },
      seal([at(2, 'entered.example', 'entered'), file]),
    )
    expect(surfaces(day)).toEqual(['here.example', 'entered.example', 'here.example'])
  })
})
