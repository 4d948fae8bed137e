/**
 * Compares recorded attention with an oracle that knows for each second which page was in front, whether it was
 * audible and whether there was input. As in browsers, the worker learns of changes at once and looks every 30 s.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Observation, Policy } from '../../../domain/record/attention'
import { calendarDay } from '../../../domain/time/local-time'
import type { Span } from '../../../domain/record/span'
import { POLICY, seen, Watch } from '../../fixtures/watch'

const IDLE_SECONDS = 60
const LENGTH = 900
const AUDIBLE = 'video.com'
const SURFACES = [null, 'a.com', 'b.com/feed', AUDIBLE]

interface Life {
  /** The page that comes to the front, by second. */
  pages: Map<number, string | null>
  inputs: Set<number>
  /** Seconds at which the worker is killed, and at which it gets a hint although nothing changed. */
  kills: Set<number>
  extraHints: Set<number>
  /** The second from which the machine sleeps, and for how long. */
  sleeps: { at: number; seconds: number }[]
}

const second = fc.integer({ min: 1, max: LENGTH - 1 })
const seconds = (maxLength: number) => fc.array(second, { maxLength }).map((list) => new Set(list))

const life = (more: { kills: boolean; extraHints: boolean; sleeps: boolean }): fc.Arbitrary<Life> =>
  fc.record({
    pages: fc
      .array(fc.tuple(second, fc.constantFrom(...SURFACES)), { maxLength: 14 })
      .map((list) => new Map([[0, 'a.com'], ...list])),
    inputs: seconds(25),
    kills: more.kills ? seconds(10) : fc.constant(new Set<number>()),
    extraHints: more.extraHints ? seconds(40) : fc.constant(new Set<number>()),
    sleeps: more.sleeps
      ? fc.uniqueArray(fc.record({ at: second, seconds: fc.integer({ min: 40, max: 5000 }) }), {
          maxLength: 3,
          selector: ({ at }) => at,
        })
      : fc.constant([]),
  })

/** The true seconds of attention, as `surface@second`. */
function truth({ pages, inputs }: Life): Set<string> {
  const counted = new Set<string>()
  let page: string | null = null
  let lastInput = 0
  for (let at = 0; at < LENGTH; at += 1) {
    page = pages.has(at) ? (pages.get(at) ?? null) : page
    if (inputs.has(at)) lastInput = at
    const nextInput = Math.min(...[...inputs].filter((input) => input > at))
    const isPresent =
      nextInput < LENGTH ? nextInput - lastInput <= IDLE_SECONDS : LENGTH - lastInput < IDLE_SECONDS
    if (page !== null && (isPresent || page === AUDIBLE)) counted.add(`${page}@${at}`)
  }
  return counted
}

const inLife = (lifeId: string): Policy => ({ ...POLICY, lifeId, idleIntervalMs: IDLE_SECONDS * 1000 })

/** The same life as the worker observes it. */
function watched(scene: Life, start = 0): Watch {
  const watch = new Watch()
  let policy = inLife('life 0')
  let page: string | null = null
  let lastInput = 0
  let clock = start
  let lastLook = 0
  let wasIdle = false
  for (let at = 0; at <= LENGTH; at += 1) {
    const sleep = scene.sleeps.find((candidate) => candidate.at === at)
    if (sleep) clock += sleep.seconds
    if (scene.kills.has(at)) policy = inLife(`life after ${at}`)
    if (scene.inputs.has(at)) lastInput = at
    const idle = at - lastInput >= IDLE_SECONDS
    const changed = scene.pages.has(at) || idle !== wasIdle || at === LENGTH
    page = scene.pages.has(at) ? (scene.pages.get(at) ?? null) : page
    wasIdle = idle
    const observation: Observation = seen(clock + at, page, {
      audible: page === AUDIBLE,
      presence: idle ? 'idle' : 'active',
    })
    const alarm = watch.state?.open && at - lastLook >= 30
    if (changed || alarm || scene.extraHints.has(at) || at === 0) {
      watch.see(observation, { ...policy, announced: changed || at === 0 })
      lastLook = at
    } else if (at % 5 === 0 && watch.state?.open && watch.state.lifeId === policy.lifeId) {
      if (!watch.beatAt(clock + at, policy)) watch.see(observation, policy)
    }
  }
  return watch
}

const everySpan = (watch: Watch): Span[] => [...watch.spans, ...(watch.state?.open ? [watch.state.open] : [])]

function recorded(watch: Watch, start = 0): Set<string> {
  const counted = new Set<string>()
  for (const { surface, start: from, end } of everySpan(watch)) {
    const first = (from - seen(start, null).at) / 1000
    for (let at = first; at < (end - seen(start, null).at) / 1000; at += 1) counted.add(`${surface}@${at}`)
  }
  return counted
}

const overlaps = (spans: readonly Span[]): Span[] =>
  spans.toSorted((a, b) => a.start - b.start).filter((span, i, all) => span.start < (all[i - 1]?.end ?? 0))

const undisturbed = life({ kills: false, extraHints: false, sleeps: false })
const disturbed = life({ kills: true, extraHints: true, sleeps: false })
const slept = life({ kills: true, extraHints: true, sleeps: true })

describe('for any sequence of events', () => {
  test('recorded time equals attention to the second', () => {
    fc.assert(
      fc.property(undisturbed, (scene) => void expect(recorded(watched(scene))).toEqual(truth(scene))),
    )
  })

  test('extra hints and a worker killed at any moment change nothing', () => {
    fc.assert(fc.property(disturbed, (scene) => void expect(recorded(watched(scene))).toEqual(truth(scene))))
  })

  test('spans never overlap and are never empty', () => {
    fc.assert(
      fc.property(slept, (scene) => {
        const watch = watched(scene)
        expect(overlaps(everySpan(watch))).toEqual([])
        expect(watch.spans.filter(({ start, end }) => end <= start)).toEqual([])
      }),
    )
  })

  test('no time is recorded while the machine sleeps', () => {
    fc.assert(
      fc.property(slept, (scene) => {
        const spans = everySpan(watched(scene))
        let sleptSeconds = 0
        for (const { at, seconds: length } of scene.sleeps.toSorted((a, b) => a.at - b.at)) {
          const from = seen(sleptSeconds + at - 1, null).at
          sleptSeconds += length
          const until = seen(sleptSeconds + at, null).at
          expect(spans.filter(({ start, end }) => start < until && end > from)).toEqual([])
        }
      }),
    )
  })

  test('no span crosses a local midnight', () => {
    const beforeMidnight = 12 * 3600 - LENGTH / 2
    fc.assert(
      fc.property(disturbed, (scene) => {
        const watch = watched(scene, beforeMidnight)
        expect(recorded(watch, beforeMidnight)).toEqual(truth(scene))
        for (const span of watch.spans) {
          expect(span.day).toBe(calendarDay(span.start, 0))
          expect(calendarDay(span.end - 1, 0)).toBe(span.day)
        }
      }),
    )
  })
})
