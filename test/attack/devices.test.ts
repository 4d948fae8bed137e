/** Random lives of several devices over a bad sync engine: what they end with is the same, and no limit gave way. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Rule } from '../../domain/firewall/rule'
import { calendarDay, DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import { Engine } from './devices/engine'
import { SimDevice } from './devices/sim-device'
import { minutes, ruleOf } from '../fixtures/rules'
import { attack } from './tools/attack'

const SURFACES = ['reddit.com', 'youtube.com', 'youtube.com/shorts', 'duolingo.com'] as const
const RULES = ['aaaaaaaa', 'bbbbbbbb'] as const
const KINDS = ['feed', 'video', 'learning'] as const

const ruleFor = (id: string): Rule => ruleOf({ id, bound: minutes(30) })
const withMinutes =
  (of: number) =>
  (rule: Rule): Rule => ({ ...rule, bound: minutes(of) })

const deeds = fc.oneof(
  fc.record({
    does: fc.constant('kind' as const),
    surface: fc.constantFrom(...SURFACES),
    value: fc.option(fc.constantFrom(...KINDS)),
  }),
  fc.record({
    does: fc.constant('worth' as const),
    surface: fc.constantFrom(...SURFACES),
    value: fc.option(fc.integer({ min: 0, max: 8 })),
  }),
  fc.record({ does: fc.constant('currency' as const), value: fc.constantFrom('EUR', 'USD', 'JPY') }),
  fc.record({ does: fc.constant('add' as const), rule: fc.constantFrom(...RULES) }),
  fc.record({
    does: fc.constant('minutes' as const),
    rule: fc.constantFrom(...RULES),
    value: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({
    does: fc.constantFrom('delete' as const, 'take back' as const, 'keep' as const),
    rule: fc.constantFrom(...RULES),
  }),
  fc.record({
    does: fc.constant('use' as const),
    rule: fc.constantFrom(...RULES),
    value: fc.integer({ min: 1, max: 900_000 }),
  }),
  fc.record({
    does: fc.constantFrom(
      'exchange' as const,
      'exchange' as const,
      'push' as const,
      'push twice' as const,
      'refuse' as const,
    ),
  }),
  fc.record({ does: fc.constant('deliver' as const), value: fc.nat(1000) }),
)

const lives = fc.record({
  skews: fc.array(fc.constantFrom(0, 0, -5 * HOUR_MS, 9 * HOUR_MS), { minLength: 2, maxLength: 4 }),
  steps: fc.array(
    fc.record({
      on: fc.nat(3),
      waitMs: fc.constantFrom(0, 1000, MINUTE_MS, 20 * MINUTE_MS, 9 * HOUR_MS, 2 * DAY_MS),
      deed: deeds,
    }),
    { minLength: 3, maxLength: 40 },
  ),
})

type Life = typeof lives extends fc.Arbitrary<infer Value> ? Value : never
type Deed = Life['steps'][number]['deed']

const START = Date.UTC(2026, 10, 2, 12)

class Lives {
  readonly clock = { now: START }
  readonly engine = new Engine()
  readonly devices: SimDevice[]
  readonly used = new Map<string, number>()

  constructor(skews: readonly number[]) {
    this.devices = skews.map((skew, index) => new SimDevice(index + 1, this.clock, skew))
    this.engine.replicas = this.devices.map(({ replica }) => replica)
  }

  async act(device: SimDevice, deed: Deed): Promise<void> {
    if (deed.does === 'kind') return device.say(deed.surface, { kind: deed.value })
    if (deed.does === 'worth') return device.say(deed.surface, { worthQuarters: deed.value })
    if (deed.does === 'currency') return device.set({ currency: deed.value })
    if (deed.does === 'add') return device.addRule(ruleFor(deed.rule))
    if (deed.does === 'minutes') return device.wish(deed.rule, withMinutes(deed.value))
    if (deed.does === 'delete') return device.wish(deed.rule, () => null)
    if (deed.does === 'take back') return device.takeBack(deed.rule)
    if (deed.does === 'keep') return device.keepWeaker(deed.rule)
    if (deed.does === 'use') return this.use(device, deed.rule, deed.value)
    if (deed.does === 'deliver') return this.engine.deliver(device.replica, deed.value)
    if (deed.does === 'refuse') device.replica.refusesNext = true
    else if (deed.does === 'exchange') await device.exchange()
    else this.engine.push(device.replica, deed.does === 'push twice')
  }

  use(device: SimDevice, rule: string, ms: number): void {
    const day = calendarDay(device.now, 0)
    device.use(rule, day, ms)
    this.used.set(`${rule} ${day}`, (this.used.get(`${rule} ${day}`) ?? 0) + ms)
  }

  /** Everybody is heard: the engine works, and all exchange a few times. */
  async meet(): Promise<void> {
    for (let round = 0; round < 5; round += 1) {
      this.clock.now += 61 * MINUTE_MS
      for (const device of this.devices) {
        device.replica.refusesNext = false
        await device.exchange()
        this.engine.settle()
      }
    }
  }
}

attack('devices that met end with the same words, rules and use', {
  worlds: lives,
  runs: 60,
  tell: ({ skews, steps }) =>
    [`clocks: ${skews.join()}`, ...steps.map((step) => JSON.stringify(step))].join('\n'),
  check: async ({ skews, steps }) => {
    const world = new Lives(skews)
    for (const { on, waitMs, deed } of steps) {
      world.clock.now += waitMs
      await world.act(world.devices[on % world.devices.length]!, deed)
    }
    await world.meet()
    const today = calendarDay(world.clock.now, 0)
    for (const [key, ms] of world.used) {
      const [rule = '', day = ''] = key.split(' ')
      if (Date.parse(today) - Date.parse(day) > 6 * DAY_MS) continue
      for (const device of world.devices) expect(device.usedOn(rule, day), key).toBe(ms)
    }
    // Until all waits are over, and what heals has healed.
    for (let days = 0; days < 12; days += 2) {
      world.clock.now += 2 * DAY_MS
      await world.meet()
    }
    const [first, ...others] = world.devices
    for (const other of others) expect(other.state()).toEqual(first!.state())
    for (const { replica } of world.devices) expect(replica.overQuota).toBe(0)
    // Nothing changes any more, so nothing is written.
    const before = world.devices.map(({ replica }) => replica.writes)
    world.clock.now += 2 * MINUTE_MS
    for (const device of world.devices) await device.exchange()
    expect(world.devices.map(({ replica }) => replica.writes)).toEqual(before)
  },
})
