/** People who try everything to get more out of a rule, against a book that counts every second. */
import { expect, vi } from 'vitest'
import { WAITS } from '../../domain/firewall/passes'
import type { Rule } from '../../domain/firewall/rule'
import { MINUTE_MS } from '../../domain/time/local-time'
import { db } from '../../storage/base/db'
import { GuardedWorld, WALL } from '../fixtures/guarded-world'
import { Book, GONE } from './rules/book'
import { afterOf, boundOf, ruleIn, ruleWorlds, type RuleWorld, tellRules } from './rules/rule-world'
import { attack } from './tools/attack'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const FEED = 'https://www.reddit.com/r/all'
const LEARNING = 'https://www.coursera.org/learn'
const ELSEWHERE = 'https://example.org/'
const LENGTH = { minute: MINUTE_MS, quarter: 15 * MINUTE_MS }

class Person {
  readonly book: Book
  #tab: number
  #id = ''

  constructor(
    readonly world: GuardedWorld,
    readonly story: RuleWorld,
  ) {
    this.book = new Book(story, world.now)
    this.#tab = world.open(ELSEWHERE)
  }

  async begin(): Promise<void> {
    await this.world.look()
    this.#id = await this.world.put(ruleIn(this.story))
  }

  #isAttended(address: string): boolean {
    const { world } = this
    return world.at(this.#tab) === address && !world.isBehind && world.presence === 'active'
  }

  /** Lets time pass until the guard next looks, and checks the book. */
  async wait(ms: number): Promise<void> {
    const { world, book } = this
    for (const end = world.now + ms; world.now < end;) {
      const wake = world.wakes.at(-1) ?? Infinity
      const next = Math.min(end, world.now + 30_000, wake > world.now ? wake : Infinity)
      const from = world.now
      const wasAttended = this.#isAttended(FEED)
      const wasLearning = this.#isAttended(LEARNING)
      const before = world.at(this.#tab)
      await world.wait(next - from)
      await world.lookIfMoved(this.#tab, before)
      if (wasAttended) book.attend(from, next)
      else if (wasLearning) book.learn(from, next)
      else book.pause(next)
      this.#check()
    }
  }

  #check(): void {
    expect(this.book.excess, `ms too much by ${new Date(this.world.now).toISOString()}`).toBe(0)
  }

  async try({ attempt }: RuleWorld['attempts'][number]): Promise<void> {
    const { world, book, story } = this
    const isWalled = world.at(this.#tab) === WALL
    const place = { feed: FEED, learning: LEARNING, elsewhere: ELSEWHERE }[attempt.does as string]
    if (place !== undefined) world.go(this.#tab, place)
    else if (attempt.does === 'other program') world.isBehind = true
    else if (attempt.does === 'comes back') world.isBehind = false
    else if (attempt.does === 'worker killed') world.startWorkerAgain()
    else if (attempt.does === 'lock') world.presence = attempt.on ? 'locked' : 'active'
    else if (attempt.does === 'sleep') world.now += attempt.minutes * MINUTE_MS
    else if (attempt.does === 'clock back') {
      world.now -= attempt.minutes * MINUTE_MS
      book.endPass()
    } else if (attempt.does === 'pass' && isWalled && story.strictness === 'wall')
      await this.#pass(attempt.type)
    else if (attempt.does === 'wants') await this.#want(attempt.minutes)
    else if (attempt.does === 'wants first') await this.#wantFirst(attempt.minutes)
    else if (attempt.does === 'strictness') await this.#soften(attempt.strictness)
    else if (attempt.does === 'deletes') await this.#delete()
    const before = world.at(this.#tab)
    await world.look()
    await world.lookIfMoved(this.#tab, before)
  }

  async #pass(type: 'minute' | 'quarter' | 'day'): Promise<void> {
    const { world, book } = this
    // The wall shows what was so at the last look: what it offers may be gone.
    const orGone = (error: unknown) => {
      if (!String(error).includes('error_pass_gone')) throw error
    }
    if (type === 'day') {
      await world.wall.askForPass({ type }, { tabId: this.#tab }).catch(orGone)
      world.now += WAITS.day.waitMs
    }
    await world.take(type, this.#tab).catch(orGone)
    const passes = await db.overrides.toArray()
    const pass = passes.find(({ at, until }) => at === world.now && until > at)
    if (!pass) return
    if (type !== 'day') expect(pass.until).toBeLessThanOrEqual(world.now + LENGTH[type])
    book.pass(pass.until)
  }

  /** The rule as stored; null once it is gone. */
  async #stored() {
    return (await db.limits.get(this.#id)) ?? null
  }

  async #want(allowed: number): Promise<void> {
    const stored = await this.#stored()
    if (!stored || this.story.type === 'hours') return
    // A rule that only warns, or lets passes through, allows anything whatever its minutes.
    const first = stored.rule.after?.minutes ?? 0
    const isGone = stored.rule.strictness !== this.story.strictness
    this.book.want({ minutes: allowed, first, isGone }, this.world.now)
    await this.world.firewall.putRule(
      { rule: { ...stored.rule, bound: boundOf(this.story.type, allowed) }, pin: null },
      { tabId: null },
    )
  }

  async #wantFirst(minutes: number): Promise<void> {
    const stored = await this.#stored()
    if (!stored) return
    const { bound, strictness } = stored.rule
    const allowed = 'allowance' in bound ? this.#allowedBy(bound) : this.story.minutes
    const isGone = strictness !== this.story.strictness
    this.book.want({ minutes: allowed, first: minutes, isGone }, this.world.now)
    await this.world.firewall.putRule(
      { rule: { ...stored.rule, after: afterOf(minutes) }, pin: null },
      { tabId: null },
    )
  }

  /** The minutes of an allowance; those of money are a euro each. */
  #allowedBy({ type, allowance }: Extract<Rule['bound'], { allowance: unknown }>): number {
    const amount = allowance.per === 'week' ? allowance.of : (allowance.of[0] ?? 0)
    return type === 'money' ? amount / 100 : amount
  }

  async #soften(strictness: 'notice' | 'wall'): Promise<void> {
    const stored = await this.#stored()
    if (!stored || (strictness === 'wall' && this.story.strictness === 'wall')) return
    this.book.want(GONE, this.world.now)
    await this.world.firewall.putRule({ rule: { ...stored.rule, strictness }, pin: null }, { tabId: null })
  }

  async #delete(): Promise<void> {
    if (!(await this.#stored())) return
    this.book.want({ ...GONE, isDeletion: true }, this.world.now)
    await this.world.firewall.removeRule({ id: this.#id, pin: null }, { tabId: null })
  }
}

attack('no rule lets more through than its allowance and passes, or loosens before its time', {
  worlds: ruleWorlds,
  runs: 20,
  tell: tellRules,
  check: async (story) => {
    const world = await GuardedWorld.empty()
    const person = new Person(world, story)
    await person.begin()
    // A rule that is younger than a minute can be deleted at once, by another clock than the world's.
    world.startWorkerAgain()
    for (const one of story.attempts) {
      await person.wait(1000 * one.after)
      await person.try(one)
    }
    await person.wait(3 * MINUTE_MS)
    expect(world.reported).toEqual([])
  },
})
