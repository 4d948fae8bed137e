/** Random lives of two circles that share no area: files carry everything, in any order and as often as one likes. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import { Engine } from './devices/engine'
import { SimDevice } from './devices/sim-device'
import { minutes, ruleOf } from '../fixtures/rules'
import { attack } from './tools/attack'

const START = Date.UTC(2026, 10, 2, 12)
const RULE = 'aaaaaaaa'

const deeds = fc.oneof(
  fc.record({ does: fc.constant('kind' as const), value: fc.constantFrom('feed', 'video', null) }),
  fc.record({ does: fc.constant('currency' as const), value: fc.constantFrom('EUR', 'USD') }),
  fc.record({ does: fc.constant('minutes' as const), value: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ does: fc.constantFrom('add' as const, 'delete' as const) }),
  fc.record({ does: fc.constant('use' as const), value: fc.integer({ min: 1, max: 900_000 }) }),
  fc.record({ does: fc.constantFrom('meet' as const, 'save' as const) }),
  fc.record({ does: fc.constant('read' as const), value: fc.nat(20) }),
)

const lives = fc.record({
  skews: fc.array(fc.constantFrom(0, 0, -5 * HOUR_MS, 9 * HOUR_MS), { minLength: 4, maxLength: 4 }),
  steps: fc.array(
    fc.record({ on: fc.nat(3), waitMs: fc.constantFrom(0, MINUTE_MS, 9 * HOUR_MS), deed: deeds }),
    { minLength: 3, maxLength: 30 },
  ),
})

type Deed = (typeof lives extends fc.Arbitrary<infer Life> ? Life : never)['steps'][number]['deed']

class Circles {
  readonly clock = { now: START }
  /** The first two are one circle, the last two the other. */
  readonly devices: SimDevice[]
  readonly engines = [new Engine(), new Engine()]
  readonly files: ReadonlyMap<string, string>[] = []

  constructor(skews: readonly number[]) {
    this.devices = skews.map((skew, index) => new SimDevice(index + 1, this.clock, skew))
    for (const [index, engine] of this.engines.entries())
      engine.replicas = this.#circle(index).map(({ replica }) => replica)
  }

  #circle = (index: number): SimDevice[] => this.devices.slice(2 * index, 2 * index + 2)

  async meet(index: number): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      this.clock.now += 2 * MINUTE_MS
      for (const device of this.#circle(index)) {
        await device.exchange()
        this.engines[index]!.settle()
      }
    }
  }

  async act(on: number, deed: Deed): Promise<void> {
    const device = this.devices[on]!
    if (deed.does === 'kind') device.say('reddit.com', { kind: deed.value as 'feed' | null })
    else if (deed.does === 'currency') device.set({ currency: deed.value })
    else if (deed.does === 'minutes') device.wish(RULE, (rule) => ({ ...rule, bound: minutes(deed.value) }))
    else if (deed.does === 'add') device.addRule(ruleOf({ id: RULE, bound: minutes(30) }))
    else if (deed.does === 'delete') device.wish(RULE, () => null)
    else if (deed.does === 'use') device.use(RULE, '2026-11-02', deed.value)
    else if (deed.does === 'meet') await this.meet(on >> 1)
    else if (deed.does === 'save') this.files.push(device.file())
    else if (deed.does === 'read' && this.files.length > 0)
      await device.take(this.files[deed.value % this.files.length]!)
  }

  /** What holds everywhere, and what is known of others where files were read from both circles. */
  known(): unknown {
    const readers = this.devices.filter((_device, index) => index % 2 === 0)
    return structuredClone({
      states: this.devices.map((device) => device.state()),
      heard: readers.map(({ profile: { heard, totals } }) => ({ heard, totals })),
    })
  }

  /** Files go both ways until everybody has heard of everything. */
  async carry(): Promise<void> {
    for (const index of [0, 1, 0, 1]) {
      await this.meet(index)
      const [[from], [to]] = [this.#circle(index), this.#circle(1 - index)]
      await to!.take(from!.file())
      await this.meet(1 - index)
    }
  }
}

attack('two circles that carry files to each other end with the same words and rules', {
  worlds: lives,
  runs: 40,
  tell: ({ skews, steps }) =>
    [`clocks: ${skews.join()}`, ...steps.map((step) => JSON.stringify(step))].join('\n'),
  check: async ({ skews, steps }) => {
    const world = new Circles(skews)
    for (const { on, waitMs, deed } of steps) {
      world.clock.now += waitMs
      await world.act(on, deed)
    }
    // Until all waits are over, and what heals has healed.
    for (let rounds = 0; rounds < 6; rounds += 1) {
      world.clock.now += 48 * HOUR_MS
      await world.carry()
    }
    const [first, ...others] = world.devices
    for (const other of others) expect(other.state()).toEqual(first!.state())
    // Everything was read, so no file changes anything any more, however old it is.
    const before = world.known()
    for (const device of world.devices) for (const file of world.files) await device.take(file)
    expect(world.known()).toEqual(before)
  },
})
