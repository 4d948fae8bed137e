/** Sessions of one rule on several devices make one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attendBeside, jointSession } from '../../../domain/firewall/joint-session'
import { leftOf, nextSessionAt, type Session, sessionAt } from '../../../domain/firewall/session'
import { MINUTE_MS } from '../../../domain/time/local-time'

const BOUND = { type: 'sessions', minutes: 5, breakMinutes: 40 } as const

const at = (minute: number): number => minute * MINUTE_MS

/** A session of so many minutes that ended at a minute. */
const session = (used: number, last: number, breakUntil: number | null = null): Session => ({
  startedAt: at(last - used),
  usedMs: at(used),
  lastAt: at(last),
  breakUntil: breakUntil === null ? null : at(breakUntil),
})

const joint = (sessions: readonly Session[], minute: number) => jointSession(sessions, BOUND, at(minute))

/** When the next session can start, in minutes; null while attention is left. */
const opensAt = (sessions: readonly Session[], minute: number): number | null => {
  const opens = nextSessionAt(joint(sessions, minute), BOUND)
  return opens === null ? null : opens / MINUTE_MS
}

describe('what is left', () => {
  test.each<[what: string, sessions: Session[], minute: number, left: number]>([
    ['is all without sessions', [], 100, 5],
    ['is what a single session left', [session(2, 100)], 101, 3],
    ['is what they left together', [session(2, 100), session(1, 90)], 101, 2],
    ['does not count one that was over before the other began', [session(2, 100), session(3, 50)], 101, 3],
    ['counts one that the other went on with', [session(2, 100), session(2, 61)], 120, 1],
    ['does not count one whose break is over', [session(2, 100), session(5, 59, 99)], 101, 3],
    ['is nothing if the sum reaches the minutes', [session(2, 100), session(3, 90)], 101, 0],
    ['is nothing in a break elsewhere', [session(1, 100), session(5, 90, 130)], 101, 0],
    ['is all once both are over', [session(2, 100), session(2, 90)], 140, 5],
  ])('%s', (_what, sessions, minute, left) => {
    expect(leftOf(joint(sessions, minute), BOUND) / MINUTE_MS).toBe(left)
  })
})

describe('the break', () => {
  test('counts from the last attention if only the sum is used up', () => {
    expect(opensAt([session(2, 100), session(3, 90)], 101)).toBe(140)
    expect(opensAt([session(3, 90), session(2, 100)], 139)).toBe(140)
    expect(opensAt([session(3, 90), session(2, 100)], 140)).toBe(null)
  })

  test('is the later of two', () => {
    expect(opensAt([session(5, 90, 130), session(5, 95, 135)], 101)).toBe(135)
  })

  test('is not longer for attention elsewhere that knew nothing of it', () => {
    expect(opensAt([session(5, 90, 130), session(1, 120)], 121)).toBe(130)
    expect(leftOf(joint([session(5, 90, 130), session(1, 120)], 130), BOUND)).toBe(at(4))
  })

  test('of a rule with sessions that became shorter counts from the last attention', () => {
    expect(opensAt([session(6, 100), session(5, 70, 110)], 101)).toBe(140)
  })
})

describe('attention beside sessions elsewhere', () => {
  const attend = (own: Session | null, others: Session[], from: number, until: number, sign: 1 | -1 = 1) =>
    attendBeside(own, others, BOUND, { start: at(from), end: at(until) }, sign)

  test('counts in the own session alone', () => {
    expect(attend(null, [session(3, 99)], 100, 101)).toEqual({ ...session(1, 101) })
  })

  test('does not count in a break elsewhere, nor in one by the sum', () => {
    expect(attend(null, [session(5, 90, 130)], 100, 101)).toBeNull()
    const own = session(2, 100)
    expect(attend(own, [session(3, 95)], 101, 110)).toBe(own)
  })

  test('that is taken back opens what only the sum had closed', () => {
    const others = [session(3, 90)]
    const own = attend(session(2, 100), others, 99, 100, -1)
    expect(own).toMatchObject({ usedMs: at(1) })
    expect(opensAt([own!, ...others], 101)).toBeNull()
  })

  test('goes on with the own session while another device did', () => {
    const own = session(2, 80)
    expect(attend(own, [session(1, 110)], 130, 131)).toMatchObject({ usedMs: at(3), lastAt: at(131) })
    expect(attend(own, [session(1, 70)], 130, 131)).toMatchObject({ usedMs: at(1), startedAt: at(130) })
  })
})

const sessions = fc
  .record({
    used: fc.integer({ min: 0, max: 6 }),
    last: fc.integer({ min: 0, max: 120 }),
    rest: fc.option(fc.integer({ min: 0, max: 40 })),
  })
  .map(({ used, last, rest }) => session(used, last, used >= 5 && rest !== null ? last + rest : null))

const some = fc.array(sessions, { maxLength: 5 })
const minutes = fc.integer({ min: 60, max: 200 })

describe('for any sessions', () => {
  test('one alone stands as it does without others', () => {
    fc.assert(
      fc.property(sessions, minutes, (one, minute) => {
        const alone = sessionAt(one, BOUND, at(minute))
        const together = joint([one], minute)
        expect(nextSessionAt(together, BOUND)).toBe(nextSessionAt(alone, BOUND))
        expect(leftOf(together, BOUND)).toBe(leftOf(alone, BOUND))
      }),
    )
  })

  test('one more never leaves more, and never opens earlier', () => {
    fc.assert(
      fc.property(some, sessions, minutes, (known, more, minute) => {
        const [before, after] = [joint(known, minute), joint([...known, more], minute)]
        expect(leftOf(after, BOUND)).toBeLessThanOrEqual(leftOf(before, BOUND))
        expect(nextSessionAt(after, BOUND) ?? 0).toBeGreaterThanOrEqual(nextSessionAt(before, BOUND) ?? 0)
      }),
    )
  })

  test('their order does not matter', () => {
    fc.assert(
      fc.property(some, minutes, (known, minute) => {
        expect(joint(known.toReversed(), minute)).toEqual(joint(known, minute))
      }),
    )
  })

  test('it stays closed until the instant that was told, and is open then', () => {
    fc.assert(
      fc.property(some, minutes, (given, minute) => {
        const known = given.filter(({ lastAt }) => lastAt <= at(minute))
        const opens = opensAt(known, minute)
        if (opens === null) return
        for (let later = minute; later < opens; later += 1) expect(opensAt(known, later)).not.toBeNull()
        expect(opensAt(known, opens)).toBeNull()
      }),
    )
  })
})
