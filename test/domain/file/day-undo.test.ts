import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exchanged, exchangeIn } from '../../../domain/record/correction'
import { mergeDay } from '../../../domain/file/day-merge'
import { partsBeside } from '../../../domain/record/span-parts'
import { undoDay } from '../../../domain/file/day-undo'
import { HOUR_MS } from '../../../domain/time/local-time'
import { type SealedDay, spansOf } from '../../../domain/record/sealed-day'
import { seal, sealIfAny } from '../../../domain/record/sealing'
import { intervalOf, reshape, type Span } from '../../../domain/record/span'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

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

const share = fc.double({ min: 0, max: 0.9, noNaN: true })

describe('undoing the import of a day', () => {
  test('restores the day before it if nothing has happened since', () => {
    fc.assert(
      fc.property(dayArbitrary, dayArbitrary, (before, file) => {
        for (const after of [merged(before, file), file])
          expect(undoDay({ ...OF, before, after }, after)).toEqual(before)
      }),
    )
  })

  test('never leaves the same time twice, whatever is there now', () => {
    fc.assert(
      fc.property(dayArbitrary, dayArbitrary, dayArbitrary, (before, after, now) => {
        const spans = spansOf(undoDay({ ...OF, before, after }, now))
        spans.slice(1).forEach(({ start }, index) => expect(start).toBeGreaterThanOrEqual(spans[index]!.end))
      }),
    )
  })

  test('leaves the day as it is if the import changed nothing', () => {
    fc.assert(
      fc.property(dayArbitrary, dayArbitrary, (day, now) => {
        expect(undoDay({ ...OF, before: day, after: day }, now)).toEqual(now)
      }),
    )
  })

  test('keeps what was recorded and corrected since, after a merge and after a replacement', () => {
    fc.assert(
      fc.property(
        dayArbitrary,
        dayArbitrary,
        fc.boolean(),
        fc.array(fc.record({ pick: fc.nat(), cut: share, surface: fc.constantFrom(null, 'given.example') })),
        fc.record({ hour: fc.integer({ min: 0, max: 8 }), origin: fc.constantFrom('measured', 'entered') }),
        (before, file, isMerged, corrections, entry) => {
          const change = { ...OF, before, after: isMerged ? merged(before, file) : file }
          for (const { pick, cut, surface } of corrections) {
            const spans = spansOf(change.after)
            const whole = spans[pick % spans.length]
            if (!whole) continue
            const pieces = [
              reshape(whole, whole.start + Math.floor((whole.end - whole.start) * cut), whole.end),
            ]
            change.before = exchanged(change.before, exchangeIn(change.before, pieces, surface))
            change.after = exchanged(change.after, exchangeIn(change.after, pieces, surface))
          }
          const since = partsBeside(
            at(entry.hour, 'since.example', entry.origin),
            spansOf(change.after).map(intervalOf),
          )
          expect(undoDay(change, sealIfAny([...spansOf(change.after), ...since]))).toEqual(
            sealIfAny([
              ...since,
              ...spansOf(change.before).flatMap((span) => partsBeside(span, since.map(intervalOf))),
            ]),
          )
        },
      ),
    )
  })

  const here = at(1, 'here.example')
  const file = at(3, 'file.example')
  test.each([
    ['time recorded since', at(5, 'since.example')],
    ['time recorded since on a site that the file has, too', at(5, 'file.example')],
    ['time entered since on a site that the file has, too', at(5, 'file.example', 'entered')],
  ])('keeps %s', (_, since) => {
    const change = { ...OF, before: seal([here]), after: seal([here, file]) }
    expect(undoDay(change, seal([here, file, since]))).toEqual(seal([here, since]))
  })

  test('keeps time entered since where a part of the file was deleted', () => {
    const half = file.start + HOUR_MS / 2
    const entered = reshape(at(3, 'file.example', 'entered'), file.start, half)
    const rest = reshape(file, half, file.end)
    const change = { ...OF, before: seal([here]), after: seal([here, rest]) }
    expect(undoDay(change, seal([here, entered, rest]))).toEqual(seal([here, entered]))
  })

  test('removes a span of the file whose end the worker has taken back', () => {
    const change = { ...OF, before: seal([here]), after: seal([here, file]) }
    const now = seal([here, reshape(file, file.start, file.end - 1000)])
    expect(undoDay(change, now)).toEqual(seal([here]))
  })

  test('restores what the file replaced, around what lies there now', () => {
    const long = spanOf({ surface: 'here.example', start: `${DAY}T01:00:00Z`, ms: 3 * HOUR_MS })
    const day = undoDay(
      { ...OF, before: seal([long]), after: seal([file]) },
      seal([at(2, 'entered.example', 'entered'), file]),
    )
    expect(spansOf(day).map(({ surface }) => surface)).toEqual([
      'here.example',
      'entered.example',
      'here.example',
    ])
  })

  test.each([
    ['origin', at(1, 'here.example', 'imported')],
    ['UTC offset', { ...here, utcOffsetMinutes: 120 }],
  ])('restores a span that the file replaced with the same span of another %s', (_, other) => {
    const change = { ...OF, before: seal([here]), after: seal([other]) }
    expect(undoDay(change, seal([other, at(5, 'since.example')]))).toEqual(
      seal([here, at(5, 'since.example')]),
    )
  })
})
