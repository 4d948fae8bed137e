/** People who change settings and the time zone for more of a rule, against a count of rations. */
import fc from 'fast-check'
import { expect, vi } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import { GuardedWorld } from '../fixtures/guarded-world'
import { minutes, minutesAWeek, ruleOf } from '../fixtures/rules'
import { attack } from './tools/attack'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const FEED = 'https://www.reddit.com/r/all'
const ELSEWHERE = 'https://example.org/'

/** Rations begin at least so far apart, whatever is set: see decision 020. */
const APART = { day: 16 * HOUR_MS, week: 7 * DAY_MS - 23 * HOUR_MS }

type Attempt =
  | { does: 'feed'; minutes: number }
  | { does: 'worker killed' }
  | { does: 'sleep'; hours: number }
  | { does: 'day starts'; hour: number }
  | { does: 'week starts'; weekday: number }
  | { does: 'zone'; offsetMinutes: number }

interface SettingsWorld {
  per: 'day' | 'week'
  allowed: number
  attempts: Attempt[]
}

const attempts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('feed'), minutes: fc.integer({ min: 2, max: 4 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('sleep'),
      hours: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constantFrom(13, 24, 40)),
    }),
  },
  fc.record({ does: fc.constant('worker killed') }),
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('day starts'), hour: fc.integer({ min: 0, max: 23 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('week starts'), weekday: fc.integer({ min: 0, max: 6 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('zone'),
      offsetMinutes: fc.constantFrom(-720, -300, 0, 345, 840),
    }),
  },
) as fc.Arbitrary<Attempt>

const worlds: fc.Arbitrary<SettingsWorld> = fc.record({
  per: fc.constantFrom('day', 'week'),
  allowed: fc.integer({ min: 1, max: 3 }),
  attempts: fc.array(attempts, { minLength: 8, maxLength: 50 }),
})

/** The most that any stretch of time held beyond its rations, ms. `seen` are stretches with the feed in front. */
function excessOf(seen: readonly (readonly [number, number])[], { per, allowed }: SettingsWorld): number {
  let most = 0
  for (const [first, [from]] of seen.entries()) {
    let used = 0
    for (const [begin, end] of seen.slice(first)) {
      used += end - begin
      // One ration that had begun before, and each that could begin since.
      const rations = 2 + Math.floor((end - from) / APART[per])
      most = Math.max(most, used - rations * allowed * MINUTE_MS)
    }
  }
  return most
}

async function live(world: GuardedWorld, story: SettingsWorld): Promise<void> {
  const tab = world.open(ELSEWHERE)
  const seen: [number, number][] = []
  await world.look()
  const { per, allowed } = story
  await world.put(ruleOf({ bound: per === 'day' ? minutes(allowed) : minutesAWeek(allowed) }))
  /** Lets time pass until the guard next looks. */
  const wait = async (ms: number) => {
    for (const end = world.now + ms; world.now < end;) {
      const wake = world.wakes.at(-1) ?? Infinity
      const from = world.now
      const before = world.at(tab)
      await world.wait(Math.min(end, from + 30_000, wake > from ? wake : Infinity) - from)
      if (before === FEED) seen.push([from, world.now])
      await world.lookIfMoved(tab, before)
    }
  }
  const set = (change: Partial<GuardedWorld['wanted']>) => {
    world.wanted = { ...world.wanted, ...change }
  }
  for (const attempt of story.attempts) {
    if (attempt.does === 'feed') {
      world.go(tab, FEED)
      await world.look()
      await wait(attempt.minutes * MINUTE_MS)
      world.go(tab, ELSEWHERE)
    } else if (attempt.does === 'sleep') world.now += attempt.hours * HOUR_MS
    else if (attempt.does === 'worker killed') world.startWorkerAgain()
    else if (attempt.does === 'day starts') set({ dayStartHour: attempt.hour })
    else if (attempt.does === 'week starts') set({ weekStart: attempt.weekday })
    else world.offsetMinutes = attempt.offsetMinutes
    await world.look()
  }
  expect(excessOf(seen, story), 'ms beyond the rations').toBeLessThanOrEqual(0)
  expect(world.reported).toEqual([])
}

attack('no start of day or week and no time zone brings a ration sooner', {
  worlds,
  runs: 15,
  tell: ({ attempts: all, ...rule }) => [rule, ...all].map((line) => JSON.stringify(line)).join('\n'),
  check: async (story) => live(await GuardedWorld.empty(), story),
})
