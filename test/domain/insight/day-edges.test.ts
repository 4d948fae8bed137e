import { describe, expect, test } from 'vitest'
import { dayEdges } from '../../../domain/insight/day-edges'
import type { Stretch } from '../../../domain/insight/stretch'
import { catalogKind } from '../../../domain/surface/surface-rules'
import { MINUTE_MS } from '../../../domain/time/local-time'

/** Minutes of a day, from and to. */
const on = (day: number, surface: string, from: number, until: number): Stretch => ({
  day,
  surface,
  from: (day * 1440 + from) * MINUTE_MS,
  until: (day * 1440 + until) * MINUTE_MS,
})

const edgesOf = (...stretches: Stretch[]) => {
  const { days, first, last } = dayEdges(stretches, catalogKind)
  const shown = (shares: typeof first) => shares.map(({ kind, share }) => [kind, Math.round(share * 100)])
  return { days, first: shown(first), last: shown(last) }
}

describe('the last and the first quarter of an hour', () => {
  test('are the first and the last 15 minutes of attention, by kind', () => {
    // First 5 min of chat and 10 of work, last 3 of work and 12 of a feed.
    expect(
      edgesOf(on(1, 'whatsapp.com/web', 0, 5), on(1, 'github.com', 60, 90), on(1, 'reddit.com', 200, 212)),
    ).toEqual({
      days: 1,
      first: [
        ['work', 67],
        ['chat', 33],
      ],
      last: [
        ['feed', 80],
        ['work', 20],
      ],
    })
  })

  test('count each day alike, and only days with 15 minutes', () => {
    expect(
      edgesOf(on(1, 'reddit.com', 0, 600), on(2, 'github.com', 0, 15), on(3, 'github.com', 0, 14)),
    ).toMatchObject({
      days: 2,
      last: [
        ['feed', 50],
        ['work', 50],
      ],
    })
  })

  test('are empty without such a day', () => {
    expect(edgesOf(on(1, 'reddit.com', 0, 14))).toEqual({ days: 0, first: [], last: [] })
  })
})
