import { describe, expect, test } from 'vitest'
import { type Attention, type Step, step } from '../../../domain/record/attention'
import { holdOn, joinedSteps, stepOnHeld } from '../../../domain/record/held-step'
import { POLICY, seen } from '../../fixtures/watch'

const see =
  (seconds: number, surface: string | null) =>
  (before: Attention | null): Step =>
    step(before, seen(seconds, surface), POLICY)

const lines = ({ spans }: Step) =>
  spans.map(({ surface, start, end }) => `${surface} ${(end - start) / 1000} s`)
const all = () => true

/** What is stored while `a.com` is in front, ten seconds after noon. */
const stored = see(10, 'a.com')(see(0, 'a.com')(null).state).state

describe('joined steps', () => {
  const earlier = see(10, 'b.com')(stored)
  const [first] = earlier.spans

  test('keep what the later one says of a span', () => {
    const longer = { ...first!, end: first!.end + 1000 }
    expect(joinedSteps(earlier, { ...earlier, spans: [longer] }).spans).toEqual([longer])
  })

  test('drop a span that the later one drops', () => {
    const { spans, dropped } = joinedSteps(earlier, { ...earlier, spans: [], dropped: [first!.id] })
    expect([spans, dropped]).toEqual([[], [first!.id]])
  })

  test('keep a span that the later one brings back', () => {
    const { spans, dropped } = joinedSteps({ ...earlier, dropped: [first!.id] }, earlier)
    expect([spans.length, dropped]).toEqual([1, []])
  })
})

describe('a held step', () => {
  test('grows with each step that cannot be written, and is written with the first that can', () => {
    const one = holdOn(null, stored, see(12, 'b.com'), all)
    const two = holdOn(one, one.state, see(15, 'c.com'), all)
    const written = stepOnHeld(two, stored, see(19, null), all)
    expect(lines(written)).toEqual(['a.com 12 s', 'b.com 3 s', 'c.com 4 s'])
    expect(written.state.open).toBeNull()
  })

  test('is blind if the stored state was never read, and then ends the stored span at its checkpoint', () => {
    const blind = holdOn(null, null, see(20, 'b.com'), all)
    expect(blind.isBlind).toBe(true)
    expect(lines(stepOnHeld(blind, stored, see(25, null), all))).toEqual(['a.com 10 s', 'b.com 5 s'])
  })

  test('is not blind if memory knew the stored state', () => {
    expect(holdOn(null, stored, see(12, 'b.com'), all).isBlind).toBe(false)
  })

  test('remembers the last input before the first absence', () => {
    const away = (before: Attention | null) => step(before, seen(200, 'a.com', { presence: 'idle' }), POLICY)
    const one = holdOn(null, stored, away, all)
    const back = holdOn(one, one.state, see(230, 'a.com'), all)
    expect(back.lastInputAt).toBe(one.state.lastInputAt)
  })

  test('loses what may not be recorded', () => {
    const written = holdOn(null, stored, see(12, 'b.com'), ({ surface }) => surface !== 'a.com')
    expect([lines(written), written.state.open?.surface]).toEqual([[], 'b.com'])
  })
})
