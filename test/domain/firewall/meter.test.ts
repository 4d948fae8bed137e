import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Observation } from '../../../domain/record/attention'
import { beatOf, type Count, count, type Meter, observationFor } from '../../../domain/firewall/meter'
import { NOON, POLICY, seen, Watch } from '../../fixtures/watch'

const START: Meter = { attention: null, counted: null }

/** Feeds observations to a meter and adds up the counted use of each rule, in seconds. */
class Counting {
  meter = START
  readonly counts: Count[] = []

  see(seconds: number, rules: readonly string[], more: Partial<Observation> = {}, policy = POLICY): this {
    const { presence = 'active', audible = false } = more
    const observed = observationFor(rules, { at: NOON + seconds * 1000, presence }, audible)
    const { meter, counts } = count(this.meter, observed, policy)
    this.meter = meter
    this.counts.push(...counts)
    return this
  }

  beats(until: number, policy = POLICY): this {
    for (let at = (this.meter.attention?.lastSeenAt ?? NOON) + 5000; at < NOON + until * 1000; at += 5000)
      this.meter = beatOf(this.meter, at, policy)
    return this
  }

  /** Looks every 30 s with beats between. */
  stay(from: number, to: number, rules: readonly string[], more: Partial<Observation> = {}): this {
    this.see(from, rules, more)
    for (let at = from; at < to;) {
      at = Math.min(to, at + 30)
      this.beats(at).see(at, rules, more)
    }
    return this
  }

  get used(): Record<string, number> {
    const sums: Record<string, number> = {}
    for (const { rule, stretch, sign } of this.counts)
      sums[rule] = (sums[rule] ?? 0) + (sign * (stretch.end - stretch.start)) / 1000
    return sums
  }
}

describe('the use of a rule', () => {
  test('is the time on the pages that it covers, counted for each rule separately', () => {
    const { used } = new Counting()
      .stay(0, 60, ['a'])
      .stay(60, 100, ['b', 'a'])
      .stay(100, 130, [])
      .see(130, [])
    expect(used).toEqual({ a: 100, b: 40 })
  })

  test('is counted across midnight, although no look comes at midnight', () => {
    const midnight = 12 * 60 * 60
    const { used } = new Counting().stay(midnight - 40, midnight + 20, ['a']).see(midnight + 20, [])
    expect(used).toEqual({ a: 60 })
  })

  test('is counted on when the time zone changes between looks', () => {
    const abroad = { ...POLICY, offsetAt: () => 9 * 60 }
    const counting = new Counting().see(0, ['a']).beats(5).beats(30, abroad).see(30, ['a'], {}, abroad)
    expect(counting.used).toEqual({ a: 30 })
  })

  test('is counted with each look, not only at the end', () => {
    expect(new Counting().stay(0, 90, ['a']).used).toEqual({ a: 90 })
  })

  test('is taken back to the last input when the person is idle', () => {
    expect(new Counting().stay(0, 300, ['a']).see(300, ['a'], { presence: 'idle' }).used).toEqual({ a: 180 })
  })

  test('is taken back even if the page was left since', () => {
    const { used } = new Counting().stay(0, 290, ['a']).stay(290, 300, []).see(300, [], { presence: 'idle' })
    expect(used).toEqual({ a: 180 })
  })

  test('goes on without input while the page plays sound', () => {
    const { used } = new Counting()
      .stay(0, 300, ['a'], { audible: true })
      .see(300, ['a'], { audible: true, presence: 'idle' })
    expect(used).toEqual({ a: 300 })
  })

  test('does not grow while the computer sleeps', () => {
    expect(new Counting().stay(0, 60, ['a']).see(4000, ['a']).used).toEqual({ a: 60 })
  })

  test('goes on after the worker was killed and the next alarm woke it', () => {
    const counting = new Counting().stay(0, 60, ['a'])
    counting.see(90, ['a'], {}, { ...POLICY, lifeId: 'life 2' })
    expect(counting.used).toEqual({ a: 90 })
  })

  test('ends at the last look if the browser was killed', () => {
    const counting = new Counting().stay(0, 60, ['a'])
    counting.see(70, ['a'], {}, { ...POLICY, runId: 'run 2', lifeId: 'life 2' })
    expect(counting.used).toEqual({ a: 60 })
  })
})

test('use equals the time that would be recorded if the rule were a site', () => {
  const stay = fc.record({
    page: fc.constantFrom('a', 'b', null),
    seconds: fc.integer({ min: 1, max: 200 }),
    presence: fc.constantFrom('active', 'active', 'active', 'idle', 'locked'),
    audible: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 20 }), (stays) => {
      const counting = new Counting()
      const watch = new Watch()
      let now = 0
      for (const { page, seconds, presence, audible } of stays) {
        for (const end = now + seconds; now <= end; now += 5) {
          const more = { presence, audible: audible && page !== null } as const
          counting.beats(now).see(now, page === null ? [] : [page], more)
          watch.beatUntil(now).see(seen(now, page, more))
        }
      }
      const recorded: Record<string, number> = {}
      const spans = [...watch.spans, ...(watch.state?.open ? [watch.state.open] : [])]
      for (const { surface, start, end } of spans)
        recorded[surface] = (recorded[surface] ?? 0) + (end - start) / 1000
      for (const rule of ['a', 'b']) expect(counting.used[rule] ?? 0).toBeCloseTo(recorded[rule] ?? 0, 6)
    }),
    { numRuns: 60 },
  )
})
