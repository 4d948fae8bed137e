import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Attended,
  isFromAiToFeed,
  isLastNudge,
  LEAST_NUDGES,
  type LastNudge,
  MOST_NUDGES_A_DAY,
  nextNudge,
} from '../../../domain/insight/nudge'
import { NUDGES } from '../../../domain/settings/settings'
import { HOUR_MS, MINUTE_MS, personDay } from '../../../domain/time/local-time'

const NOON = Date.UTC(2026, 10, 23, 12)
const TODAY = '2026-11-23'

const span = (kind: Attended['kind'], from: number, until: number): Attended => ({
  kind,
  start: NOON + from * MINUTE_MS,
  end: NOON + until * MINUTE_MS,
})

const AI = span('ai', 0, 10)

test.each<[string, Attended | null, Attended, boolean]>([
  ['straight from an AI tool to a feed', AI, span('feed', 10, 10), true],
  ['straight from an AI tool to a video', AI, span('video', 10, 10), true],
  ['from an AI tool to a feed after 5 min of nothing', AI, span('feed', 15, 15), true],
  ['from an AI tool to a feed after more than 5 min', AI, span('feed', 15.01, 16), false],
  ['from an AI tool to work', AI, span('work', 10, 10), false],
  ['from work to a feed', span('work', 0, 10), span('feed', 10, 10), false],
  ['to a feed at the start', null, span('feed', 10, 10), false],
  ['to a feed that began before, after the clock was set back', AI, span('feed', -60, -60), false],
])('%s: %#', (_what, before, now, expected) => {
  expect(isFromAiToFeed(before, now)).toBe(expected)
})

const last = (facts: Partial<LastNudge> = {}): LastNudge => ({
  name: 'goal',
  at: NOON,
  day: TODAY,
  count: 1,
  ...facts,
})

describe('a nudge', () => {
  test('is the first of the pool if there was none, then each in turn', () => {
    expect(nextNudge(null, [], NOON, TODAY)).toEqual(last())
    expect(nextNudge(last(), [], NOON + HOUR_MS, TODAY)).toEqual(
      last({ name: 'notice', at: NOON + HOUR_MS, count: 2 }),
    )
    expect(nextNudge(last({ name: 'leave' }), [], NOON + HOUR_MS, TODAY)?.name).toBe('goal')
  })

  test('skips the messages that are switched off, also if the last one was', () => {
    const muted = ['goal', 'notice'] as const
    expect(nextNudge(null, muted, NOON, TODAY)?.name).toBe('intent')
    expect(nextNudge(last(), muted, NOON + HOUR_MS, TODAY)?.name).toBe('intent')
    expect(nextNudge(last({ name: 'leave' }), muted, NOON + HOUR_MS, TODAY)?.name).toBe('intent')
  })

  test('does not come with only one message on, because it would repeat', () => {
    expect(nextNudge(null, ['goal', 'notice', 'leave'], NOON, TODAY)).toBeNull()
    expect(nextNudge(null, NUDGES, NOON, TODAY)).toBeNull()
    expect(NUDGES.length).toBeGreaterThan(LEAST_NUDGES)
  })

  test('comes at most once an hour', () => {
    expect(nextNudge(last(), [], NOON + HOUR_MS - 1, TODAY)).toBeNull()
    expect(nextNudge(last(), [], NOON + HOUR_MS, TODAY)).not.toBeNull()
  })

  test('comes at most three times a day, and again on the next', () => {
    const third = last({ count: 3 })
    expect(nextNudge(third, [], NOON + 5 * HOUR_MS, TODAY)).toBeNull()
    expect(nextNudge(third, [], NOON + 20 * HOUR_MS, '2026-11-24')).toMatchObject({ count: 1 })
  })

  test('comes again after the clock is set back by more than an hour', () => {
    expect(nextNudge(last(), [], NOON - MINUTE_MS, TODAY)).toBeNull()
    expect(nextNudge(last(), [], NOON - 400 * 24 * HOUR_MS, '2025-10-19')).not.toBeNull()
  })
})

test('whenever a feed follows an AI tool, no message comes twice in a row, in one hour, or a fourth time a day', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 3 * HOUR_MS }), { maxLength: 60 })
  fc.assert(
    fc.property(gaps, fc.subarray([...NUDGES]), (waits, muted) => {
      let at = NOON
      const shown: LastNudge[] = []
      for (const wait of waits) {
        at += wait
        const nudge = nextNudge(shown.at(-1) ?? null, muted, at, personDay(at, 60, 4))
        if (nudge) shown.push(nudge)
      }
      for (const [index, nudge] of shown.entries()) {
        expect(muted).not.toContain(nudge.name)
        const earlier = shown[index - 1]
        if (!earlier) continue
        expect(nudge.name).not.toBe(earlier.name)
        expect(nudge.at - earlier.at).toBeGreaterThanOrEqual(HOUR_MS)
      }
      for (const ofDay of Map.groupBy(shown, ({ day }) => day).values())
        expect(ofDay.length).toBeLessThanOrEqual(MOST_NUDGES_A_DAY)
    }),
  )
})

test.each([
  [last(), true],
  [null, false],
  ['goal', false],
  [{ ...last(), name: 'unknown' }, false],
  [{ ...last(), at: Number.NaN }, false],
  [{ ...last(), day: 1 }, false],
  [{ ...last(), count: '1' }, false],
])('a stored %j is a last nudge: %s', (stored, expected) => {
  expect(isLastNudge(stored)).toBe(expected)
})
