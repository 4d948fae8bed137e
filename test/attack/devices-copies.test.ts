/**
 * Random lives of profiles that are copied to other computers or set back to older copies, of devices that leave for good,
 * and of areas that browsers empty: no word is lost, all end alike, and nothing that was used goes uncounted.
 */
import fc from 'fast-check'
import { expect } from 'vitest'
import { itemNamed } from '../../domain/devices/item'
import { type KeptWord, winsOver } from '../../domain/devices/word'
import type { UsageRow } from '../../domain/firewall/usage-row'
import { calendarDay, DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import { minutes, ruleOf } from '../fixtures/rules'
import { Engine } from './devices/engine'
import { type Kept, SimDevice } from './devices/sim-device'
import { attack } from './tools/attack'

const START = Date.UTC(2026, 10, 2, 12)
const MOST_DEVICES = 6
const RULE = 'aaaaaaaa'

const said = fc.oneof(
  fc.record({
    does: fc.constant('kind' as const),
    kind: fc.constantFrom('feed' as const, 'video' as const, null),
  }),
  fc.record({ does: fc.constant('minutes' as const), of: fc.integer({ min: 1, max: 60 }) }),
)
const used = fc.record({ does: fc.constant('use' as const), ms: fc.integer({ min: 1, max: 900_000 }) })
const sync = fc.oneof(
  fc.record({
    does: fc.constantFrom('exchange' as const, 'exchange' as const, 'push' as const, 'settle' as const),
  }),
  fc.record({ does: fc.constant('deliver' as const), seed: fc.nat(1000) }),
)
const copied = fc.record({
  does: fc.constantFrom('restart' as const, 'copy' as const, 'keep a copy' as const, 'go back' as const),
})
const lost = fc.record({ does: fc.constantFrom('leave' as const, 'empty' as const, 'empty all' as const) })

const deeds = fc.oneof(
  { weight: 4, arbitrary: sync },
  { weight: 3, arbitrary: used },
  { weight: 2, arbitrary: copied },
  { weight: 2, arbitrary: said },
  { weight: 1, arbitrary: lost },
)

const lives = fc.record({
  devices: fc.integer({ min: 1, max: 3 }),
  steps: fc.array(
    fc.record({
      on: fc.nat(MOST_DEVICES - 1),
      waitMs: fc.constantFrom(0, 1000, MINUTE_MS, MINUTE_MS, 20 * MINUTE_MS, 9 * HOUR_MS),
      deed: deeds,
    }),
    { minLength: 3, maxLength: 40 },
  ),
})

type Life = typeof lives extends fc.Arbitrary<infer Value> ? Value : never
type Deed = Life['steps'][number]['deed']

/** Milliseconds by day. */
type Days = Map<string, number>

const add = (days: Days, day: string, ms: number): void => void days.set(day, (days.get(day) ?? 0) + ms)

const daysOf = (rows: Iterable<UsageRow>): Days => {
  const days: Days = new Map()
  for (const { day, ms } of rows) add(days, day, ms)
  return days
}

/** What a profile had sent, under all its ids. */
const sentBy = ({ profile: { mark } }: Pick<Kept, 'profile'>): Days =>
  daysOf([...(mark.sent?.rows ?? []), ...Object.values(mark.counted).flat()])

/** What is known of a device beside its profile. */
interface Member {
  device: SimDevice
  /** The uses that its profile holds, by their number. */
  uses: Set<number>
  /** If its profile is a copy that has not parted yet: what it had sent when it was copied, and its id then. */
  parts: { id: string; sent: Days } | null
  copy: { kept: Kept; uses: Set<number>; parts: Member['parts'] } | null
}

class Copies {
  readonly clock = { now: START }
  readonly engine = new Engine()
  living: Member[] = []
  readonly uses: { day: string; ms: number }[] = []
  /** What may be counted twice. */
  readonly twice: Days = new Map()
  #count = 0

  constructor(devices: number) {
    for (let number = 0; number < devices; number += 1) this.join()
  }

  join(): Member {
    this.#count += 1
    const device = new SimDevice(this.#count, this.clock, 0)
    device.addRule(ruleOf({ id: RULE, bound: minutes(30) }))
    const life = { device, uses: new Set<number>(), parts: null, copy: null }
    this.living.push(life)
    this.engine.replicas = this.living.map(({ device: { replica } }) => replica)
    return life
  }

  /**
   * A profile becomes a copy: what it had used and not sent may be counted twice. If two others have its id, one may write
   * over the item that tells what it had sent, so that counts twice as well.
   */
  become(life: Member, { kept, uses, parts }: NonNullable<Member['copy']>): void {
    const { id, usage } = kept.profile
    const others = this.living.filter((one) => one !== life && one.device.profile.id === id)
    const own = parts?.id === id ? parts.sent : sentBy(kept)
    const sent: Days = others.length > 1 ? new Map() : own
    for (const { day, ms } of usage.values()) add(this.twice, day, ms - (sent.get(day) ?? 0))
    life.device.become(kept)
    life.uses = new Set(uses)
    life.parts = { id, sent }
  }

  leave(life: Member): void {
    if (this.living.length === 1) return
    this.living = this.living.filter((one) => one !== life)
    this.engine.replicas = this.living.map(({ device: { replica } }) => replica)
    const { replica } = this.living[0]!.device
    const { id } = life.device.profile
    replica.write(
      {},
      Object.keys(replica.area).filter((key) => itemNamed(key)?.device === id),
    )
  }

  async act(life: Member, deed: Deed): Promise<void> {
    const { device } = life
    const { replica } = device
    switch (deed.does) {
      case 'use': {
        const day = calendarDay(device.now, 0)
        device.use(RULE, day, deed.ms)
        life.uses.add(this.uses.push({ day, ms: deed.ms }) - 1)
        return
      }
      case 'kind':
        return device.say('reddit.com', { kind: deed.kind })
      case 'minutes':
        return device.wish(RULE, (rule) => ({ ...rule, bound: minutes(deed.of) }))
      case 'deliver':
        return this.engine.deliver(replica, deed.seed)
      case 'exchange':
        return device.exchange()
      case 'push':
        return this.engine.push(replica, false)
      case 'settle':
        return this.engine.settle()
      case 'restart':
        return device.restart()
      case 'copy': {
        if (this.living.length === MOST_DEVICES) return
        const copy = { kept: device.copied(), uses: new Set(life.uses), parts: life.parts }
        return this.become(this.join(), copy)
      }
      case 'keep a copy':
        life.copy = { kept: device.copied(), uses: new Set(life.uses), parts: life.parts }
        return
      case 'go back':
        if (life.copy) this.become(life, life.copy)
        return
      case 'leave':
        return this.leave(life)
      case 'empty':
        replica.area = {}
        replica.pending = []
        return
      case 'empty all':
        this.engine.cloud = {}
        for (const one of this.engine.replicas) Object.assign(one, { area: {}, pending: [], inbox: [] })
    }
  }

  async meet(rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      this.clock.now += 61 * MINUTE_MS
      for (const { device } of this.living) {
        await device.exchange()
        this.engine.settle()
      }
    }
  }

  /** The words that won among those that living devices keep. */
  latestWords(): KeptWord[] {
    const latest = new Map<string, KeptWord>()
    for (const { device } of this.living)
      for (const word of device.profile.words.values()) {
        const other = latest.get(word.id)
        if (!other || winsOver(word, other)) latest.set(word.id, word)
      }
    return [...latest.values()]
  }

  /** Nobody counts less than living devices have used, nor more than all that was ever used and what copies repeat. */
  checkUse(): void {
    const held = new Set(this.living.flatMap(({ uses }) => [...uses]))
    const [least, most]: [Days, Days] = [new Map(), new Map(this.twice)]
    for (const [number, { day, ms }] of this.uses.entries()) {
      if (held.has(number)) add(least, day, ms)
      add(most, day, ms)
    }
    const today = Date.parse(calendarDay(this.clock.now, 0))
    for (const [day, ms] of most) {
      if (today - Date.parse(day) > 6 * DAY_MS) continue
      for (const { device } of this.living) {
        const counted = device.usedOn(RULE, day)
        expect(counted, `${day} on ${device.number}: too little`).toBeGreaterThanOrEqual(least.get(day) ?? 0)
        expect(counted, `${day} on ${device.number}: too much`).toBeLessThanOrEqual(ms)
      }
    }
  }
}

attack('copied profiles lose no word, count what was used, and do not fight', {
  worlds: lives,
  runs: 80,
  tell: ({ devices, steps }) =>
    [`${devices} devices`, ...steps.map((step) => JSON.stringify(step))].join('\n'),
  check: async ({ devices, steps }) => {
    const world = new Copies(devices)
    for (const { on, waitMs, deed } of steps) {
      world.clock.now += waitMs
      await world.act(world.living[on % world.living.length]!, deed)
    }
    const latest = world.latestWords()
    await world.meet(6)
    world.checkUse()
    for (const word of latest)
      for (const { device } of world.living) {
        const kept = device.profile.words.get(word.id)
        expect(kept !== undefined && !winsOver(word, kept), `lost: ${JSON.stringify(word)}`).toBe(true)
      }
    const ids = world.living.map(({ device }) => device.profile.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (let days = 0; days < 8; days += 1) {
      world.clock.now += DAY_MS
      await world.meet(2)
    }
    const [first, ...others] = world.living.map(({ device }) => device.state())
    for (const other of others) expect(other).toEqual(first)
    const before = world.living.map(({ device }) => device.replica.writes)
    for (let minute = 0; minute < 3; minute += 1) {
      world.clock.now += MINUTE_MS
      for (const { device } of world.living) await device.exchange()
      world.engine.settle()
    }
    expect(world.living.map(({ device }) => device.replica.writes)).toEqual(before)
  },
})
