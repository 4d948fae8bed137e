import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Concentration,
  concentrationOf,
  holdersOfHalf,
  shareOf,
  spreadOf,
} from '../../../domain/insight/concentration'
import { hasTotals } from '../../../domain/insight/finding'
import type { Span } from '../../../domain/record/span'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { scopeOf } from '../../fixtures/scope'
import { spanOf, spansArbitrary } from '../../fixtures/spans'
import { totalOf } from '../../fixtures/totals'

const at = (surface: string, start: string, minutes: number): Span =>
  spanOf({ surface, start, ms: minutes * MINUTE_MS })

const found = (spans: readonly Span[], facts?: Parameters<typeof scopeOf>[1]): Concentration => {
  const finding = concentrationOf(scopeOf(spans, facts))
  if ('lacks' in finding) throw new Error(`It lacks ${finding.lacks}.`)
  return finding
}

const sharesOf = ({ shares }: Pick<Concentration, 'shares'>) =>
  shares.map(({ name, share }) => [name, Math.round(share * 1000) / 1000])

describe('a week', () => {
  test('sites count for their owner, the largest first', () => {
    const spans = [
      at('youtube.com', '2026-11-16T10:00Z', 30),
      at('google.com', '2026-11-17T10:00Z', 20),
      at('instagram.com', '2026-11-18T10:00Z', 20),
      at('facebook.com', '2026-11-18T11:00Z', 10),
      at('example.com', '2026-11-19T10:00Z', 20),
    ]
    const finding = found(spans)
    expect(sharesOf(finding)).toEqual([
      ['Alphabet', 0.5],
      ['Meta', 0.3],
      ['example.com', 0.2],
    ])
    // 0.25 + 0.09 + 0.04 = 0.38
    expect(finding.hhi).toBeCloseTo(3800)
    expect(finding.effective).toBeCloseTo(2.6316, 4)
  })

  test('below half an hour there is no finding, only what is missing', () => {
    const spans = [at('youtube.com', '2026-11-16T10:00Z', 29), at('youtube.com', '2026-11-09T10:00Z', 300)]
    expect(concentrationOf(scopeOf(spans))).toMatchObject({ lacks: 'minutes', have: 29, need: 30 })
    expect(concentrationOf(scopeOf([]))).toMatchObject({ lacks: 'minutes', have: 0, need: 30 })
  })

  test('each of the last five weeks stands alone, and a week with too little time is left open', () => {
    const spans = [
      at('youtube.com', '2026-10-20T10:00Z', 30),
      at('youtube.com', '2026-10-27T10:00Z', 60),
      at('instagram.com', '2026-10-28T10:00Z', 60),
      at('youtube.com', '2026-11-05T10:00Z', 29),
      at('youtube.com', '2026-11-11T10:00Z', 45),
      at('github.com', '2026-11-16T10:00Z', 30),
    ]
    expect(found(spans).weeks.map(({ week, spread }) => [week.last, spread?.effective ?? null])).toEqual([
      ['2026-10-25', 1],
      ['2026-11-01', 2],
      ['2026-11-08', null],
      ['2026-11-15', 1],
      ['2026-11-22', 1],
    ])
  })

  test('the weeks of a period that is not over end today', () => {
    const spans = [at('youtube.com', '2026-11-16T10:00Z', 60)]
    expect(found(spans, { today: '2026-11-18' }).weeks.at(-1)?.week).toMatchObject({
      first: '2026-11-12',
      last: '2026-11-18',
    })
  })

  test('AI tools are compared with each other, from half an hour on', () => {
    const spans = [
      at('chatgpt.com', '2026-11-16T10:00Z', 30),
      at('claude.ai', '2026-11-17T10:00Z', 10),
      at('youtube.com', '2026-11-17T11:00Z', 60),
    ]
    expect(sharesOf(found(spans).ai!)).toEqual([
      ['ChatGPT', 0.75],
      ['Claude', 0.25],
    ])
    expect(found(spans.slice(1)).ai).toBeNull()
  })
})

test('day totals count for the owner of their site, and the scope says that it has some', () => {
  const scope = scopeOf([at('youtube.com', '2026-11-16T10:00Z', 30)])
  expect(hasTotals(scope)).toBe(false)
  const totals = [totalOf({ day: '2026-11-17', surface: 'instagram.com', minutes: 30 })]
  const counted = { ...scope, history: { ...scope.history, totals } }
  expect(hasTotals(counted)).toBe(true)
  expect(sharesOf(concentrationOf(counted) as Concentration)).toEqual([
    ['Alphabet', 0.5],
    ['Meta', 0.5],
  ])
  const earlier = { ...scope, history: { ...scope.history, totals: [{ ...totals[0]!, day: '2026-11-09' }] } }
  expect(hasTotals(earlier)).toBe(false)
})

test('the holders of half are as few as possible, and not more than asked for', () => {
  const spread = spreadOf(
    new Map(
      [
        ['a', 40],
        ['b', 30],
        ['c', 20],
        ['d', 10],
      ].map(([name, minutes]) => [String(name), Number(minutes) * MINUTE_MS]),
    ),
  )!
  expect(holdersOfHalf(spread, 3).map(({ name }) => name)).toEqual(['a', 'b'])
  expect(holdersOfHalf(spread, 1).map(({ name }) => name)).toEqual(['a'])
  expect(shareOf(spread, new Set(['b', 'd', 'absent']))).toBeCloseTo(0.4)
})

test('for any spans, shares sum to 1, and the effective number lies between 1 and the number of owners', () => {
  fc.assert(
    fc.property(spansArbitrary(), (spans) => {
      const finding = concentrationOf(
        scopeOf(spans, { period: { unit: 'dates', first: '2026-11-16', last: '2026-12-15' } }),
      )
      if ('lacks' in finding) {
        expect(finding.have).toBeLessThan(30)
        return
      }
      expect(finding.timeMs).toBeGreaterThanOrEqual(30 * MINUTE_MS)
      expect(finding.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
      expect(finding.effective).toBeGreaterThanOrEqual(1 - 1e-9)
      expect(finding.effective).toBeLessThanOrEqual(finding.shares.length + 1e-9)
    }),
  )
})

test('the order of spans does not change the finding', () => {
  fc.assert(
    fc.property(spansArbitrary(), (spans) => {
      const { history, ...scope } = scopeOf(spans)
      const reversed = { ...scope, history: { ...history, recent: history.recent.toReversed() } }
      const [one, other] = [concentrationOf({ ...scope, history }), concentrationOf(reversed)]
      expect({ ...other, effective: 0, hhi: 0 }).toEqual({ ...one, effective: 0, hhi: 0 })
    }),
  )
})
