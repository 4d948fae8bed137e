/** Lives a life with the real worker's parts: look, tracker, ledger. Returns what they recorded. */
import { vi } from 'vitest'
import type { Span } from '../../../domain/record/span'
import type { Facts } from '../../../entrypoints/background/context'
import { createSteadyLedger } from '../../../entrypoints/background/recording/steady-ledger'
import { type Parts, Tracker } from '../../../entrypoints/background/recording/tracker'
import { look } from '../../../platform/look'
import { type Act, type Life, PAGES } from './deed'
import type { Store } from './store'
import type { Facts as Truth, Trouble } from './truth'
import { BEGIN, isTold, live, World } from './world'

const ALARM = 30
const BEAT = 5

/** A stretch of the life, in seconds, during which the clock was wrong by the same amount (ms). */
export interface Clock {
  from: number
  off: number
}

export interface Lived {
  truth: Truth
  spans: Span[]
  clocks: Clock[]
  world: World
  reported: unknown[]
}

/** The world that the fake browser shows. */
export const stage: { world: World | null } = { world: null }

const kindOf = (surface: string) => {
  const page = Object.values(PAGES).find((one) => one.surface === surface)
  return page?.isImmersive ? 'video' : 'feed'
}

class Worker {
  readonly reported: unknown[] = []
  readonly kills: number[] = []
  readonly troubles: Trouble[] = []
  readonly clocks: Clock[]
  #tracker: Tracker | null = null
  #alarmAt = Infinity
  #lives = 0
  #runs = 1
  #working = 0
  /** When the disk became full, if anything waits to be written. */
  #failsSince = 0

  constructor(
    readonly world: World,
    readonly life: Life,
    readonly store: Store,
  ) {
    this.clocks = [{ from: 0, off: 0 }]
  }

  /** Waits until the worker has done all that it has begun. */
  async settle(): Promise<void> {
    for (let calm = 0; calm < 2; calm = this.#working === 0 ? calm + 1 : 0)
      await new Promise((resolve) => setImmediate(resolve))
  }

  async hint(isAnnounced: boolean): Promise<void> {
    this.#tracker ??= new Tracker(this.#parts())
    const done = this.#tracker.hint(isAnnounced)
    await this.settle()
    await done
  }

  /** Lets seconds pass: the worker's timers and alarms run, and the browser tells when the person is idle. */
  async pass(seconds: number, isBusy: boolean): Promise<void> {
    const { world, life, store } = this
    const end = world.second + seconds
    if (isBusy) {
      if (world.presence === 'active') world.input()
      else await this.#return()
    }
    while (world.second < end) {
      const idleAt = world.idleSince + life.idleSeconds
      const isIdleNext = !isBusy && !world.isLocked && idleAt > world.second
      // In short steps, so that no beat is late.
      const next = Math.min(end, world.second + store.stride, this.#alarmAt, isIdleNext ? idleAt : Infinity)
      if (isBusy && !world.isLocked) world.inputUntil(next)
      await this.#advance(next - world.second)
      if (isIdleNext && next === idleAt) await this.hint(true)
      if (next === this.#alarmAt) {
        this.#alarmAt += ALARM
        await this.hint(false)
      }
    }
  }

  async #advance(seconds: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(1000 * seconds)
    await this.settle()
  }

  /** An input, of which the browser tells if the person was idle. */
  async #return(): Promise<void> {
    if (this.world.isLocked) return
    const wasIdle = this.world.presence === 'idle'
    this.world.input()
    if (wasIdle) await this.hint(true)
  }

  async act({ deed, isByHand }: Act): Promise<void> {
    const { world, life, store } = this
    // What waits to be written of a page that is excluded is dropped, and with it what the truth knows of it.
    if (deed.does === 'excludes' && (store.fails || store.isHolding())) return
    if (deed.does === 'worker killed') this.#kill()
    else if (deed.does === 'sleep') await this.#sleep(deed.seconds)
    else if (deed.does === 'browser killed') await this.#restart(deed.seconds)
    else if (deed.does === 'disk') {
      if (!this.store.isHolding()) this.#failsSince = world.second
      this.store.fails = deed.fails
      this.#noteBlindStart()
    } else {
      const at = world.second
      const isSilent = !life.tellsOfFocus && /other|back/.test(deed.does)
      if (isSilent)
        this.#trouble({ at, until: at, before: BEAT + 1, after: BEAT + 1, goesOn: ALARM + BEAT + 1 })
      if (deed.does === 'clock') this.#moveClock(deed.ms)
      else world.apply(deed)
      if (isTold(deed, life)) await this.hint(true)
    }
    if (isByHand || deed.does === 'input') await this.#return()
  }

  #trouble(trouble: Omit<Trouble, 'isBreak'>, isBreak = false): void {
    this.troubles.push({ ...trouble, isBreak })
  }

  #kill(): void {
    // This sets the fake clock back too.
    const now = Date.now()
    vi.clearAllTimers()
    vi.setSystemTime(now)
    this.#tracker = null
    this.kills.push(this.world.second)
    this.#noteBlindStart()
  }

  /** A worker that starts while nothing can be read begins anew. */
  #noteBlindStart(): void {
    const at = this.world.second
    if (this.store.fails && this.#tracker === null)
      this.#trouble({ at, until: at, before: BEAT + 1, after: ALARM + BEAT, goesOn: 0 }, true)
  }

  async #sleep(seconds: number): Promise<void> {
    const { world } = this
    const at = world.second
    const isKilled = this.kills.some((kill) => kill >= at - ALARM - 1)
    const goesOn = seconds <= (isKilled ? ALARM + BEAT : 3 * BEAT) ? seconds : 0
    // If the clock was set back too, nobody knows how long ago the last input was.
    const isSetBack = this.clocks.some(
      ({ from, off }, index) => from >= at - ALARM && off < (this.clocks[index - 1]?.off ?? 0),
    )
    const before = (isSetBack ? this.life.idleSeconds : 0) + BEAT + 1
    // What woke the computer may have been an input.
    const unseen = this.life.idleClockStops ? { alone: this.life.idleSeconds, believed: at + seconds } : {}
    this.#trouble({ at, until: at + seconds, before, after: BEAT + 1, goesOn, ...unseen }, true)
    this.#nothingFor(seconds)
    world.hasSlept(seconds)
    if (this.#alarmAt < world.second) this.#alarmAt = world.second + 1
  }

  /** Lets time pass in which nothing runs. */
  #nothingFor(seconds: number): void {
    const { world } = this
    world.isAsleep = true
    world.note()
    vi.setSystemTime(world.timeAt(world.second + seconds))
    world.isAsleep = false
    world.note()
  }

  async #restart(seconds: number): Promise<void> {
    const { world } = this
    // What waits to be written is lost with the browser.
    const at = this.store.isHolding() ? this.#failsSince : world.second
    this.#kill()
    this.#alarmAt = Infinity
    this.#runs += 1
    await this.store.forgetSession()
    this.#trouble({ at, until: world.second + seconds, before: BEAT + 1, after: 1, goesOn: 0 }, true)
    world.isPopupOpen = false
    this.#nothingFor(seconds)
    if (!world.isLocked) world.input()
    await this.hint(true)
  }

  #moveClock(ms: number): void {
    const { world } = this
    const at = world.second
    const setBack = ms < 0 ? { believed: at, isSetBack: true } : {}
    this.#trouble({ at, until: at, before: BEAT + 1, after: BEAT + 1, goesOn: 0, ...setBack }, true)
    // If nobody was there since, an absence is seen before the next beat, and the last input is known to a beat only.
    const { lastInput } = world
    if (ms < 0) this.#trouble({ at: lastInput, until: lastInput, before: BEAT, after: 0, goesOn: 0 })
    world.clockOff += ms
    vi.setSystemTime(world.timeAt(at))
    this.clocks.push({ from: at, off: world.clockOff })
  }

  #parts(): Parts {
    const { world, life, store } = this
    this.#lives += 1
    const lifeId = `life ${this.#lives}`
    const runId = `run ${this.#runs}`
    const isExcluded = (surface: string) => world.excluded.has(surface)
    const counted =
      <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
      async (...given: Given): Promise<Result> => {
        this.#working += 1
        try {
          return await work(...given)
        } finally {
          this.#working -= 1
        }
      }
    const ledger = createSteadyLedger({ ...store.parts(), mayRecord: (surface) => !isExcluded(surface) })
    return {
      now: Date.now,
      facts: async () => ({}) as Facts,
      look: async () => {
        const { idleSeconds, secondScreen } = life
        const rules = { idleSeconds, secondScreen, paused: world.isPaused, splits: [], isExcluded }
        return { ...(await look(rules)), isPaused: world.isPaused }
      },
      glance: life.tellsOfFocus ? null : async () => world.isInFront,
      policyOf: () => ({
        device: 'desk',
        runId,
        lifeId,
        idleIntervalMs: 1000 * life.idleSeconds,
        alarmMs: 30_000,
        offsetAt: world.offsetAt,
        kindOf,
      }),
      ledger: { ...ledger, save: counted(ledger.save), saveBeat: counted(ledger.saveBeat) },
      guard: async () => undefined,
      guardBeat: async () => undefined,
      showBeat: async () => undefined,
      isGuarding: () => false,
      hasRules: () => false,
      sealOldestDay: async () => null,
      setAlarm: async (isOn) => void (this.#alarmAt = isOn ? world.second + ALARM : Infinity),
      show: async () => undefined,
      showFailure: async () => undefined,
      report: (error) => void this.reported.push(error),
    }
  }
}

/** Lives a life. Its timers are fake, the computer's clock is the world's. */
export async function liveThrough(life: Life, store: Store): Promise<Lived> {
  vi.useFakeTimers({ now: BEGIN, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  try {
    const world = new World(life)
    stage.world = world
    const worker = new Worker(world, life, store)
    await worker.hint(true)
    let isBusy = false
    const acts = life.acts.values()
    await live(
      life,
      async (seconds) => {
        isBusy = acts.next().value?.isBusy ?? false
        await worker.pass(seconds, isBusy)
      },
      (act) => worker.act(act),
    )
    store.recover()
    await worker.hint(true)
    const { log, inputs, locks, second: end } = world
    const { troubles, kills, clocks, reported } = worker
    return {
      truth: { life, log, inputs, locks, troubles, kills, end },
      spans: await store.spans(),
      clocks,
      world,
      reported,
    }
  } finally {
    vi.clearAllTimers()
    vi.useRealTimers()
  }
}
