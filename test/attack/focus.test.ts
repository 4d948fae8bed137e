/** People who try everything to get out of a focus hour, against a stopwatch that no clock moves. */
import fc from 'fast-check'
import { expect, vi } from 'vitest'
import { MINUTE_MS } from '../../domain/time/local-time'
import { db } from '../../storage/base/db'
import { wishFor } from '../fixtures/focus'
import { GuardedWorld } from '../fixtures/guarded-world'
import { minutes, ruleOf, TERMS } from '../fixtures/rules'
import { attack } from './tools/attack'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const FEED = 'https://www.reddit.com/'
const NAMED = 'https://www.coursera.org/'
const PAGE = { tabId: null }

const TRIES = [
  'feed',
  'named',
  'worker killed',
  'zone east',
  'zone west',
  'kind changed',
  'excluded',
  'deletes',
  'weakens',
  'another',
  'minute',
  'quarter',
] as const

interface FocusWorld {
  length: number
  breaks: readonly [number, number] | null
  strictness: 'wall' | 'lock'
  tries: { seconds: number; setBackMinutes: number; does: (typeof TRIES)[number] }[]
}

const focusWorlds: fc.Arbitrary<FocusWorld> = fc.record({
  length: fc.integer({ min: 1, max: 90 }),
  breaks: fc.option(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 10 }))),
  strictness: fc.constantFrom('wall', 'lock'),
  tries: fc.array(
    fc.record({
      seconds: fc.integer({ min: 1, max: 900 }),
      setBackMinutes: fc.constantFrom(0, 0, 0, 1, 45, 3000),
      does: fc.constantFrom(...TRIES),
    }),
    { minLength: 1, maxLength: 15 },
  ),
})

class Escapee {
  /** Ms of the hour that have really gone by, sleep included. */
  elapsedMs = 0
  passUntilMs = 0
  readonly tab: number

  constructor(
    readonly world: GuardedWorld,
    readonly story: FocusWorld,
  ) {
    this.tab = world.open(NAMED)
  }

  get isClosed(): boolean {
    const { length, breaks } = this.story
    if (this.elapsedMs >= length * MINUTE_MS) return false
    if (this.elapsedMs < this.passUntilMs) return false
    if (!breaks) return true
    const [work, rest] = breaks
    return this.elapsedMs % ((work + rest) * MINUTE_MS) < work * MINUTE_MS
  }

  async attempt(does: (typeof TRIES)[number]): Promise<void> {
    const { world, tab } = this
    const [stored] = await db.limits.toArray()
    const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow(/error_/)
    const opinionOn = (opinion: object) => {
      world.wanted = { ...TERMS, opinions: [{ surface: 'reddit.com', ...opinion }] }
    }
    if (does === 'feed' || does === 'named') world.go(tab, does === 'feed' ? FEED : NAMED)
    else if (does === 'worker killed') world.startWorkerAgain()
    else if (does === 'zone east') world.offsetMinutes = 14 * 60
    else if (does === 'zone west') world.offsetMinutes = -11 * 60
    else if (does === 'kind changed') opinionOn({ kind: 'work' })
    else if (does === 'excluded') opinionOn({ excluded: 1 })
    else if (does === 'minute' || does === 'quarter') await this.pass(does)
    else if (!stored) return
    else if (does === 'deletes') await refused(world.firewall.removeRule({ id: stored.id, pin: null }, PAGE))
    else if (does === 'another') await refused(world.focus.startFocus(wishFor(), PAGE))
    else
      await refused(
        world.firewall.putRule({ rule: ruleOf({ id: stored.id, bound: minutes(900) }), pin: null }, PAGE),
      )
  }

  async pass(type: 'minute' | 'quarter'): Promise<void> {
    if (this.story.strictness === 'lock') return
    const taken = await this.world.take(type, this.tab).then(
      () => true,
      () => false,
    )
    if (taken) this.passUntilMs = this.elapsedMs + (type === 'minute' ? 1 : 15) * MINUTE_MS
  }
}

attack('no focus hour lets more through than its breaks and passes, or ends at another time', {
  worlds: focusWorlds,
  runs: 15,
  tell: (story) => JSON.stringify(story, null, 1),
  check: async (story) => {
    const world = await GuardedWorld.empty()
    const person = new Escapee(world, story)
    await world.look()
    const [workMinutes, breakMinutes] = story.breaks ?? [null, 0]
    const wish = { minutes: story.length, strictness: story.strictness, workMinutes, breakMinutes }
    await world.focus.startFocus(wishFor(wish), PAGE)
    for (const { seconds, setBackMinutes, does } of story.tries) {
      world.now += 1000 * seconds
      person.elapsedMs += 1000 * seconds
      await world.look()
      if (setBackMinutes > 0) {
        world.now -= setBackMinutes * MINUTE_MS
        // A clock that is set back ends passes.
        person.passUntilMs = 0
        await world.look()
      }
      await person.attempt(does)
      await world.look()
      const isOver = person.elapsedMs >= story.length * MINUTE_MS
      if (person.isClosed) expect(world.at(person.tab), `${person.elapsedMs} ms, ${does}`).not.toBe(FEED)
      expect((await db.limits.toArray()).length).toBe(isOver ? 0 : 1)
    }
    expect(world.reported).toEqual([])
  },
})
