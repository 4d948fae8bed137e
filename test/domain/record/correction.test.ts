import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correctionOf, freeParts, type Placed, undoing } from '../../../domain/record/correction'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { reshape, type Span } from '../../../domain/record/span'
import { spanOf, spansArbitrary } from '../../fixtures/spans'

const FROM = Date.parse('2026-11-23T09:00:00Z')
const span = (minute: number, minutes: number, facts: Partial<Parameters<typeof spanOf>[0]> = {}) =>
  spanOf({ ...facts, start: FROM + minute * MINUTE_MS, ms: minutes * MINUTE_MS })
const kept = (...spans: Span[]): Placed[] => spans.map((each) => ({ place: 'spans', span: each }))
const spansIn = (placed: readonly Placed[]) => placed.map(({ span: each }) => each)

describe('a removal', () => {
  test('takes out a whole span and leaves all others untouched', () => {
    const [gone, other] = [span(0, 10), span(10, 5)]
    expect(correctionOf(kept(gone, other), [gone], null)).toEqual({ removed: kept(gone), added: [] })
  })

  test('takes out a part of a span and leaves the rest', () => {
    const whole = span(0, 60)
    const { removed, added } = correctionOf(
      kept(whole),
      [reshape(whole, FROM + 20 * MINUTE_MS, FROM + 30 * MINUTE_MS)],
      null,
    )
    expect(spansIn(removed)).toEqual([whole])
    expect(spansIn(added)).toEqual([span(0, 20), span(30, 30)])
  })

  test('finds a span by device, surface and time, even if it was shortened since', () => {
    const shown = span(0, 10)
    const shortened = reshape(shown, shown.start, shown.end - MINUTE_MS)
    const elsewhere = span(0, 10, { device: 'phone' })
    const another = span(1, 10, { surface: 'other.example' })
    expect(correctionOf(kept(shortened, elsewhere, another), [shown], null).removed).toEqual(kept(shortened))
  })

  test('takes a span out of all places that keep it', () => {
    const gone = span(0, 10)
    const both: Placed[] = [
      { place: 'spans', span: gone },
      { place: 'recent', span: gone },
      { place: 'days', span: reshape(gone, gone.start, gone.end + MINUTE_MS) },
    ]
    expect(correctionOf(both, [gone], null).removed).toEqual(both)
  })
})

describe('a move to another surface', () => {
  test('changes only surface and site', () => {
    const given = span(0, 10)
    expect(spansIn(correctionOf(kept(given), [given], 'other.example/part').added)).toEqual([
      { ...given, surface: 'other.example/part', site: 'other.example' },
    ])
  })

  test('of a part leaves the rest on its surface', () => {
    const whole = span(0, 60)
    const part = reshape(whole, FROM + 20 * MINUTE_MS, FROM + 30 * MINUTE_MS)
    expect(
      spansIn(correctionOf(kept(whole), [part], 'other.example').added).map((each) => each.surface),
    ).toEqual(['example.com', 'other.example', 'example.com'])
  })
})

const applied = (before: readonly Placed[], { removed, added }: ReturnType<typeof correctionOf>): Placed[] =>
  [...before.filter((each) => !removed.some(({ span: gone }) => gone.id === each.span.id)), ...added].sort(
    (a, b) => a.span.start - b.span.start,
  )

test('a correction takes out no more than the chosen time, and undoing it restores the record', () => {
  fc.assert(
    fc.property(
      spansArbitrary(),
      fc.array(fc.nat(), { maxLength: 5 }),
      fc.constantFrom(null, 'other.example'),
      fc.double({ min: 0, max: 0.9, noNaN: true }),
      (spans, picks, surface, cut) => {
        const before = kept(...spans)
        const chosen = [...new Set(picks.map((pick) => pick % Math.max(1, spans.length)))].toSorted(
          (a, b) => a - b,
        )
        const pieces = chosen.flatMap((index) => {
          const whole = spans[index]
          return whole
            ? [reshape(whole, whole.start + Math.floor((whole.end - whole.start) * cut), whole.end)]
            : []
        })
        const correction = { ...correctionOf(before, pieces, surface), kept: [], over: [] }
        const after = applied(before, correction)
        const length = (placed: readonly Placed[]) =>
          placed.reduce((sum, { span: each }) => sum + each.end - each.start, 0)
        const taken = surface === null ? length(kept(...pieces)) : 0
        expect(length(after)).toBe(length(before) - taken)
        expect(applied(after, undoing(correction))).toEqual(before)
      },
    ),
  )
})

describe('free parts', () => {
  test.each([
    { name: 'nothing recorded', recorded: [], free: [[0, 60]] },
    { name: 'all recorded', recorded: [[-5, 65]], free: [] },
    {
      name: 'the middle recorded',
      recorded: [[20, 30]],
      free: [
        [0, 20],
        [30, 60],
      ],
    },
    {
      name: 'both ends recorded',
      recorded: [
        [-5, 10],
        [50, 90],
      ],
      free: [[10, 50]],
    },
    {
      name: 'overlapping spans',
      recorded: [
        [10, 40],
        [20, 30],
      ],
      free: [
        [0, 10],
        [40, 60],
      ],
    },
    {
      name: 'only time outside',
      recorded: [
        [-9, 0],
        [60, 70],
      ],
      free: [[0, 60]],
    },
  ])('$name', ({ recorded, free }) => {
    const found = freeParts(
      { from: 0, until: 60 },
      recorded.map(([start = 0, end = 0]) => ({ start, end })),
    )
    expect(found.map(({ from, until }) => [from, until])).toEqual(free)
  })
})
